"""How alike short texts are, and which of them belong together. It knows only texts and numbers."""
