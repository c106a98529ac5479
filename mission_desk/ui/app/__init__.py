"""The program as a whole: how it starts, which window is open, and the processes that open none."""
