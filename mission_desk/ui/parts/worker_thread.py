"""One plain thread that lives while there is work, for what must not hold up the window.

It is no Qt thread pool: one that is destroyed while Python code runs in it waits for a lock that the
destroyer holds. At the program's end Python waits for the thread, so what it writes gets finished.

The thread never touches a QObject that the window's thread may be destroying: a signal that was emitted in
the moment in which its window was deleted ended the program in C. What it tells goes through `post`, which
lives as long as the program, and is emitted in the window's thread where somebody still listens."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache, partial

from PySide6.QtCore import QObject, Qt, Signal


class Post(QObject):
    """Does in the window's thread what any thread hands it, in that order."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.given.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def _do(self, what: Callable[[], object]) -> None:
        what()


@cache
def post() -> Post:
    """The one of the program, made in the window's thread by the first worker there."""
    return Post()


class LoneThread(QObject):
    """A subclass says in `take_turn` what the next piece of work is. What it shares with the window is read
    and written under `lock`; where `take_turn` finds nothing to do it clears `busy` under that same lock."""

    broke = Signal()  # something failed that should not; what it was is in the log

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._gone = threading.Event()
        self._post = post()
        self.lock = threading.Lock()
        self.busy = False
        self.destroyed.connect(self._gone.set)

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

    def _emit(self, signal: str, what: tuple[object, ...]) -> None:
        if not self._gone.is_set():
            getattr(self, signal).emit(*what)

    def _rest(self, thread: threading.Thread) -> None:
        """Once the thread has let go of this object it can only be destroyed in the window's thread."""
        thread.join()

    # from here on in the thread

    def take_turn(self) -> bool:
        """The next piece of work; False where there is none."""
        return False

    def nobody_listens(self) -> None:
        """The window was closed meanwhile."""

    def tell(self, signal: str, *what: object) -> None:
        """Emit the signal with that name, in the window's thread."""
        if self._gone.is_set():
            self.nobody_listens()
        else:
            self._post.given.emit(partial(self._emit, signal, what))

    def _work(self) -> None:
        ended_well = False
        try:
            while self.take_turn():
                pass
            ended_well = True
        finally:
            if not ended_well:  # else nothing would ever be done again
                with self.lock:
                    self.busy = False
                self.tell("broke")
            self._post.given.emit(partial(self._rest, threading.current_thread()))
