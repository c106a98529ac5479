"""One plain thread that lives while there is work, for what must not hold up the window. It is no Qt thread
pool: a pool that is destroyed while Python code runs in it waits for a lock that the destroying thread holds.
At the program's end Python waits for the thread, so what it writes is finished. The thread never touches a
QObject that the window's thread may be destroying: a signal that was emitted while its window was being
deleted ended the program in C. What the thread reports goes through `post`, which lives as long as the
program, and is emitted in the window's thread if somebody still listens."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache, partial

from PySide6.QtCore import QObject, Qt, Signal


class Post(QObject):
    """Runs in the window's thread what other threads hand it, in that order."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.given.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def _do(self, what: Callable[[], object]) -> None:
        what()


@cache
def post() -> Post:
    """The only Post of the program; the first worker makes it, in the window's thread."""
    return Post()


class WorkerThread(QObject):
    """A subclass says in `take_turn` what the next piece of work is. What it shares with the window is read
    and written under `lock`; where `take_turn` finds nothing to do it clears `busy` under that same lock."""

    broke = Signal()  # something failed that should not; the log has the reason

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

    def _emit(self, signal: Signal, what: tuple[object, ...]) -> None:
        if not self._gone.is_set():
            signal.__get__(self, type(self)).emit(*what)

    def _rest(self, thread: threading.Thread) -> None:
        """Once the thread has let go of this object it can only be destroyed in the window's thread."""
        thread.join()

    # from here on in the thread

    def take_turn(self) -> bool:
        """The next piece of work; False where there is none."""
        return False

    def nobody_listens(self) -> None:
        """Called when the window was closed meanwhile."""

    def tell(self, signal: Signal, *what: object) -> None:
        """Emit this signal of the class, in the window's thread. That of the object must not be looked up
        here: it belongs to a QObject that may be going."""
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
                self.tell(WorkerThread.broke)
            self._post.given.emit(partial(self._rest, threading.current_thread()))
