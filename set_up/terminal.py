"""What a person at the terminal reads: sentences, and one line that says what is being done."""

from __future__ import annotations

import shutil
import sys
import time

NAME = "[mission desk]"


class SetUpError(Exception):
    """The set-up cannot go on; its text is the one line that says why and what to do."""


def say(text: str) -> None:
    """To stderr: stdout belongs to the program, whose JSON may be on its way into another one."""
    print(NAME, text, file=sys.stderr, flush=True)


class Line:
    """A line that moves on a terminal. Elsewhere each new thing is a line of its own, without the figures
    that change all the time: a log of a build server keeps every one of them."""

    def __init__(self) -> None:
        self._moves = sys.stderr.isatty()
        self._begun = time.monotonic()
        self._what = ""
        self._width = 0

    def show(self, what: str, figures: str) -> None:
        if self._moves:
            seconds = int(time.monotonic() - self._begun)
            self._overwrite(f"{NAME} {what}{figures and ': ' + figures} ({seconds} s)")
        elif what != self._what:
            say(what)
        self._what = what

    def clear(self) -> None:
        """Before a sentence that stays."""
        if self._moves and self._width:
            self._overwrite("")
            print("\r", end="", file=sys.stderr, flush=True)
        self._width = 0

    def _overwrite(self, text: str) -> None:
        """With blanks instead of an escape code, which older consoles of Windows print as it is. A line as
        wide as the terminal would wrap and stay."""
        text = text[: shutil.get_terminal_size().columns - 1]
        print("\r" + text.ljust(self._width), end="", file=sys.stderr, flush=True)
        self._width = len(text)
