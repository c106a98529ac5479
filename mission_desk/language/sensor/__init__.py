"""The buzzword sensor: word lists, where their entries match in a sentence, and the findings from these
matches. It knows no workshop: the caller passes the words that its room calls empty."""
