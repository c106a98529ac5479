"""Before a poll: the question, what is voted on, how it is counted. It knows no ballot."""
