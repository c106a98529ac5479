"""The vote page: a poll is set up, its ballots come in, its result is seen."""
