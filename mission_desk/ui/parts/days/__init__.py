"""Days that are typed: in which order the machine writes them, and what is asked where two of them fit."""
