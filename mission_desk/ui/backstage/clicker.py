"""A presentation clicker is a keyboard, and the desk has the keyboard focus: Page Up, Page Down and a full
stop must reach the stage even while the cursor is in a text field. Escape ends reading out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from mission_desk.ui.parts.keys.held_key import HeldKey

TURNS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
ONCE = (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F10)


class Clicker(QObject):
    """Turns keys while the stage is on; from the first one on it also knows a key that is held, or the one
    that has ended the stage would begin it again. It listens where the keys of the desk's window arrive: a
    filter on the whole program would slow every event of it."""

    def __init__(self, desk: QWidget) -> None:
        super().__init__(desk)
        self._held_key, self._on = HeldKey(), True
        self._end_reading: Callable[[], bool] = _reads_nothing
        desk.winId()  # else it has no handle before it was shown
        self._window = desk.windowHandle()
        self._window.installEventFilter(self)

    def begin(self, end_reading: Callable[[], bool]) -> None:
        """`end_reading()` is asked at Escape; it says whether there was anything to end."""
        self._on, self._end_reading = True, end_reading

    def stop(self) -> None:
        self._on, self._end_reading = False, _reads_nothing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a clicker's keys to the stage, before a text field takes them. A held key counts once: turning
        again and again would flicker in the room."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            self._held_key.released(event)
        if event.type() == QEvent.Type.KeyPress:
            return event.key() == Qt.Key.Key_Escape and _is_free() and self._end_reading()
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        repeats_held_key = event.key() in ONCE and self._held_key.repeats(event)
        if repeats_held_key:
            event.accept()  # no shortcut, but a key like any other
        elif self._turns(event):
            event.ignore()
        else:
            return False
        return True

    def _turns(self, event: QKeyEvent) -> bool:
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        blacks = event.key() == Qt.Key.Key_Period and _is_empty(QApplication.focusWidget())
        return self._on and bare and (event.key() in TURNS or blacks)


def _reads_nothing() -> bool:
    return False


def _is_free() -> bool:
    """Nobody drags or writes: there Escape takes that back first."""
    focus = QApplication.focusWidget()
    writes = isinstance(focus, QPlainTextEdit | QTextEdit) or (
        isinstance(focus, QLineEdit) and not _is_empty(focus)
    )
    return not writes and not QApplication.mouseButtons()


def _is_empty(field: QWidget | None) -> bool:
    """No note and no sentence begins with a full stop."""
    if isinstance(field, QLineEdit):
        return not field.text()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return not field.toPlainText()
    return False
