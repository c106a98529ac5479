"""What can be said of a whole statement, one file a sign, each with its reason in a sentence."""
