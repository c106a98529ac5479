"""The board: notes, clusters and regions on a canvas, the capture bar below it, the inspector beside it."""
