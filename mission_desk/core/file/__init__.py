"""The workshop file: rows, the document, its journal, and everything that opens, checks, migrates and
rescues it. It knows tables and columns, never what a board, a draft or a vote is for."""
