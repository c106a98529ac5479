"""While a key is held down, a pointer on the stage follows the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QCursor, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

LET_GO = 40  # ms until it is believed that a key was let go: a held one may seem so again and again
LOOK = 16  # ms between two looks where the mouse is: most widgets do not tell of its moves


Spot = tuple[float, float]
"""Shares (0 to 1) of a width and a height."""


def share_of(seen: QWidget, at: QPoint) -> Spot | None:
    """Where in this widget the point of the screens lies; None outside of it."""
    inside = seen.mapFromGlobal(at)
    x, y = inside.x() / max(1, seen.width()), inside.y() / max(1, seen.height())
    return (x, y) if seen.isVisible() and 0 <= x <= 1 and 0 <= y <= 1 else None


class Pointer(QObject):
    """`spot(at)` says where on the stage the pointer stands while the mouse is there, `show(x, y)` gets it;
    `done()` is called where it stands nowhere, and when the key is released."""

    def __init__(
        self,
        parent: QObject,
        windows: Callable[[], list[QWidget]],
        spot: Callable[[QPoint], Spot | None],
        show: Callable[[float, float], object],
        done: Callable[[], object],
    ) -> None:
        """`windows` are those where the key may be released."""
        super().__init__(parent)
        self._places, self._spot, self._show, self._done = windows, spot, show, done
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self._tell)
        self._release = QTimer(self, singleShot=True, interval=LET_GO)
        self._release.timeout.connect(self.end)
        self.pressed = False

    def begin(self) -> None:
        """Start pointing. A key that is held down repeats its press; only the first one counts."""
        self._release.stop()
        if not self.pressed:
            self.pressed = True
            for window in self._windows():
                window.installEventFilter(self)
            self._look.start()
            self._tell()

    def end(self) -> None:
        self._release.stop()
        if self.pressed:
            self.pressed = False
            self._look.stop()
            for window in self._windows():
                window.removeEventFilter(self)
            self._done()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End with the focus too: a window that loses the keyboard never hears that the key was released."""
        if event.type() == QEvent.Type.FocusOut:
            self.end()
        let_go = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease
        if let_go and not event.isAutoRepeat():  # type: ignore[attr-defined]
            self._release.start()
        return False

    def _windows(self) -> list[QWindow]:
        """The windows where keys arrive; a filter on the whole program would slow down every event."""
        handles = {place.window().windowHandle() for place in self._places()}
        return [handle for handle in handles if handle is not None]

    def _tell(self) -> None:
        spot = self._spot(QCursor.pos())
        if spot is None:
            self._done()
        else:
            self._show(*spot)
