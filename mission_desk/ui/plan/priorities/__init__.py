"""The page of our three and theirs: cards, the links between them with their reasons, what is missing, and
the candidates of the day."""
