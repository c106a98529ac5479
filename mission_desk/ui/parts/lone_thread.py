"""One plain thread that lives while there is work, for what must not hold up the window.

It is no Qt thread pool: one that is destroyed while Python code runs in it waits for a lock that the
destroyer holds. At the program's end Python waits for the thread, so what it writes gets finished."""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import QObject, Signal

PATIENCE = 0.0003
"""Seconds after which the thread lets the window go on. With Python's usual 5 ms every reading of a row would
wait that long: a click took 1.7 s while a board of 1,000 notes was printed."""


class LoneThread(QObject):
    """A subclass says in `take_turn` what the next piece of work is. What it shares with the window is read
    and written under `lock`; where `take_turn` finds nothing to do it clears `busy` under that same lock."""

    broke = Signal()  # something failed that should not; what it was is in the log

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.lock = threading.Lock()
        self.busy = False

    @property
    def runs(self) -> bool:
        """Work is being done."""
        with self.lock:
            return self.busy

    def start_work(self) -> None:
        """Called after there is something new to do."""
        with self.lock:
            if self.busy:
                return
            self.busy = True
        threading.Thread(target=self._work, name=self._name).start()

    # from here on in the thread

    def take_turn(self) -> bool:
        """The next piece of work; False where there is none."""
        return False

    def nobody_listens(self) -> None:
        """The window was closed meanwhile."""

    def tell(self, signal: str, *what: object) -> None:
        try:
            getattr(self, signal).emit(*what)
        except RuntimeError:
            self.nobody_listens()

    def _work(self) -> None:
        ended_well = False
        usual = sys.getswitchinterval()
        sys.setswitchinterval(PATIENCE)
        try:
            while self.take_turn():
                pass
            ended_well = True
        finally:
            sys.setswitchinterval(usual)
            if not ended_well:  # else nothing would ever be done again
                with self.lock:
                    self.busy = False
                self.tell("broke")
