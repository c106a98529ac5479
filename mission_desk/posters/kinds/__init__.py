"""Each kind of poster, laid out: statement, board, result, ballots. None of them reads a workshop or
writes a file, but for the ballots, which are no poster."""
