"""The command line: opens the window, or does one thing with one file and ends. The only place that
prints."""

from mission_desk.cli.group import main

__all__ = ["main"]
