"""Writing on the board: the capture bar, fields in place, what is pasted and dropped. It knows the
canvas, and no command."""
