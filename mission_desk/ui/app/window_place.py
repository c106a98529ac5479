"""Where a window opens: where it was closed last on these screens, else in the middle, as large as the usual
laptop allows. A desk that stood on a monitor in the office must not open off the edge of the laptop in the
hall."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QMargins, QObject, QSize, Qt
from PySide6.QtWidgets import QWidget

from mission_desk.ui import screens, settings
from mission_desk.ui.windows import Windows

KEPT_AS = "window_places"
MOST = 12  # sets of screens remembered
USUAL = QSize(1600, 900)
FRAME = QMargins(8, 40, 8, 8)  # px that a window's title and edges take at the most
BETWEEN = "\t"  # the screens and the place, in a line of the settings


class WindowPlace(QObject):
    """Places the window, and remembers where it is when it closes. `windows` are those that belong to it."""

    def __init__(self, window: QWidget, windows: Windows | None) -> None:
        super().__init__(window)
        self._window, self._windows = window, windows
        if not self._restore():
            _place_as_usual(window)
        window.installEventFilter(self)

    def _restore(self) -> bool:
        place = _places().get(_screens_now())
        return place is not None and self._window.restoreGeometry(QByteArray.fromBase64(place.encode()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.remember()
        return False

    def remember(self) -> None:
        """Not while the stage fills a screen: the desk may have made room for it, and stand on the
        projector's screen itself."""
        if self._windows is not None and self._windows.filled_screens():
            return
        places = _places()
        places.pop(_screens_now(), None)
        here = bytes(self._window.saveGeometry().toBase64().data()).decode()
        lines = [f"{_screens_now()}{BETWEEN}{here}", *map(BETWEEN.join, places.items())]
        settings.keep_names(KEPT_AS, lines[:MOST])


def _screens_now() -> str:
    each = (f"{screen.name} {screen.box.width()}x{screen.box.height()}" for screen in screens.screens())
    return "; ".join(each).replace(BETWEEN, " ")


def _places() -> dict[str, str]:
    """The screens that were there -> the place of the window, the last used first."""
    lines = (line.split(BETWEEN) for line in settings.names(KEPT_AS) if isinstance(line, str))
    return {parts[0]: parts[1] for parts in lines if len(parts) == 2}


def _place_as_usual(window: QWidget) -> None:
    """As large as the usual laptop allows. Where that with its frame is all of the screen it is maximised: a
    frame added to a window of the screen's size pushes the line one types into over the edge."""
    screen = window.screen().availableGeometry()
    window.resize(min(USUAL.width(), screen.width()), min(USUAL.height(), screen.height()))
    window.move(screen.center() - window.rect().center())
    if screen.size().shrunkBy(FRAME).boundedTo(USUAL) != USUAL:
        window.setWindowState(Qt.WindowState.WindowMaximized)
