"""The panel beside the board: the selected note, several notes, or the board's question. It says what is
wanted; who listens does it."""
