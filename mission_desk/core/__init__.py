"""The workshop itself: rows, the one way to change them, and what follows from them. No Qt, no PDF, no
network."""
