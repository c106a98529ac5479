"""What a press of a key means: a word or a command, on every layout. Knows no field and no page."""
