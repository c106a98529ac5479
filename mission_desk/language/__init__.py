"""Text in, findings out. It knows no workshop, no window and no workshop file."""
