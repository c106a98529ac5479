"""The one owner of all windows beside a desk or a welcome page: the stage, the booth, preferences, questions,
palettes. It knows which are open, and closes them before the desk lets go of the workshop. Nobody asks Qt for
all widgets: that list also holds windows which are being destroyed."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from mission_desk.ui.screens import screen_of

Window = TypeVar("Window", bound=QWidget)


class Windows(QObject):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._windows: dict[int, QWidget] = {}
        self._next = 0

    def own(self, window: Window) -> Window:
        """Deleted when it is closed, at the latest with the desk."""
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._next += 1
        self._windows[self._next] = window
        window.destroyed.connect(partial(self._windows.pop, self._next, None))
        return window

    @property
    def open(self) -> tuple[QWidget, ...]:
        """The first opened first."""
        return tuple(each for each in self._windows.values() if each.isVisible())

    def filled_screens(self) -> set[str]:
        """The names of the screens that one of them fills: no ballot belongs on the projector."""
        return {screen_of(each).name for each in self.open if each.isFullScreen()}

    def close_all(self) -> None:
        """The last opened first; also those that are not in sight."""
        for window in reversed(list(self._windows.values())):
            window.close()
