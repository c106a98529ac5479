"""Posters: frozen rows in, PDF out. This room knows paper, type and colour; it must not know Qt, the
workshop's file or anything a window shows."""
