"""Comparing, tracing, swapping and reversing the words of a statement. It knows no word list of the
sensor."""
