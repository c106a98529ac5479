"""The board as a list: the same notes in lines. It knows the canvas it stands in for, and no command."""
