"""Asked from outside to end: by Ctrl+C, by a terminal that closes, by whoever logs out."""

from __future__ import annotations

import signal
from types import FrameType

from PySide6.QtCore import QTimer

from mission_desk.ui.app.program import Program

INTERRUPTED = 130  # what a shell reports after Ctrl+C
# Windows knows no SIGHUP.
ASKING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Ending:
    """Closes the window as its own button would, but never without the words typed last, however often it is
    asked: one Ctrl+C can come twice, from the terminal and from whatever started the program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._interrupted = False
        for number in ASKING:
            # `nohup` and a shell's `&` have some of them ignored, and mean it.
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._ask)

    def _ask(self, number: int, _frame: FrameType | None) -> None:
        """Python calls this between any two of its own steps: the window closes in one of Qt's."""
        self._interrupted = number == signal.SIGINT
        QTimer.singleShot(0, self._program.end)

    def code(self, code: int) -> int:
        """The exit code of the program."""
        return INTERRUPTED if self._interrupted else code
