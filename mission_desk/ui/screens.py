"""The screens, as names and places. A screen that is unplugged takes its QScreen with it, so nobody holds one
longer than a call: a Screen is what it was like when it was asked for, and `put_on` looks for it again."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from mission_desk.ui import settings

KEPT_AS = "stage_screens"
MOST = 12  # projectors remembered


class Screen(Struct, frozen=True):
    """`name` is the plug and, where the system tells it, what hangs on it: the same plug in another hall is
    another screen. `label` is what people call it, `pixels` its size as its maker counts."""

    name: str
    label: str
    box: QRect
    available: QRect
    pixels: QSize


def _screen(each: QScreen) -> Screen:
    name = " · ".join(part for part in (each.name(), each.manufacturer(), each.model()) if part.strip())
    box = each.geometry()
    pixels = (box.size().toSizeF() * each.devicePixelRatio()).toSize()
    return Screen(name, each.model() or each.name(), box, each.availableGeometry(), pixels)


def _from_the_left(screen: Screen) -> tuple[int, int]:
    return screen.box.x(), screen.box.y()


def screens() -> list[Screen]:
    """All of them, from left to right as they stand on the table."""
    every = [_screen(each) for each in QGuiApplication.screens()]
    return sorted(every, key=_from_the_left)


def screen_of(window: QWidget) -> Screen:
    """The screen that the window is on."""
    return _screen(window.screen())


def screen_named(name: str) -> Screen | None:
    return next((each for each in screens() if each.name == name), None)


def put_on(window: QWidget, name: str) -> None:
    """The window belongs to that screen from now on, where it is there."""
    for each in QGuiApplication.screens():
        if _screen(each).name == name:
            window.setScreen(each)


def free_screen(window: QWidget, taken: Collection[str]) -> Screen:
    """The window's own screen unless it is `taken`, else another; its own where all are."""
    here = screen_of(window)
    return next((each for each in (here, *screens()) if each.name not in taken), here)


class ScreenWatch(QObject):
    """`changed` is emitted whenever a screen has come or gone, as long as the parent lives; it does not carry
    the screen."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._tell)
        app.screenRemoved.connect(self._tell)

    def _tell(self) -> None:
        self.changed.emit()


def remembered(here: str) -> Screen | None:
    """The screen that was chosen last among those that are there now, unless the desk stands on it: the
    facilitator would be left without a desk."""
    there = {each.name: each for each in screens()}
    return next((there[name] for name in settings.names(KEPT_AS) if name in there and name != here), None)


def remember(name: str) -> None:
    others = [each for each in settings.names(KEPT_AS) if each != name]
    settings.keep_names(KEPT_AS, [name, *others][:MOST])
