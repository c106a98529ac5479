"""What run.py does: system libraries, .venv, packages, then the program. Standard library only, and nothing
of mission_desk, whose packages may not be there yet."""
