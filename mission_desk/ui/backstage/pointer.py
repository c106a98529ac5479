"""While a key is held down, a pointer on the stage follows the mouse: over the strip's miniature or the stage
itself it stands exactly where the mouse is, anywhere else on the desk in proportion to the desk's window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QCursor, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

LET_GO = 40  # ms until it is believed that a key was let go: a held one may seem so again and again
LOOK = 16  # ms between two looks where the mouse is: most widgets do not tell of its moves


class Pointer(QObject):
    """`show(x, y)` gets shares (0 to 1) of the stage while the key is down; `done()` is called when it is
    released."""

    def __init__(
        self,
        parent: QObject,
        places: Callable[[], list[QWidget]],
        show: Callable[[float, float], object],
        done: Callable[[], object],
    ) -> None:
        """`places` are the widgets that stand for the stage, the most exact one first."""
        super().__init__(parent)
        self._places, self._show, self._done = places, show, done
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
        at = QPointF(QCursor.pos())
        for place in self._places():
            inside = place.mapFromGlobal(at)
            x, y = inside.x() / max(1, place.width()), inside.y() / max(1, place.height())
            if place.isVisible() and 0 <= x <= 1 and 0 <= y <= 1:
                self._show(x, y)
                return
