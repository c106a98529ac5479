"""What can be said about a whole statement: one file for each sign, each with its reason in one sentence."""
