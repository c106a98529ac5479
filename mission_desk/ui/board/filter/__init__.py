"""What the board is filtered by, and the cards and chips that say so. It dims notes and changes none."""
