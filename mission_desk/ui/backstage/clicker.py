"""A presentation clicker is a keyboard, and the desk has the keys: Page Up, Page Down and a full stop must
reach the stage also while one stands in a text field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

TURNS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Clicker(QObject):
    """Active while the stage is on. It listens where the keys of the desk's window arrive: a filter on the
    whole program would slow every event of it."""

    def __init__(self, desk: QWidget) -> None:
        super().__init__(desk)
        desk.winId()  # else it has no handle before it was shown
        self._window = desk.windowHandle()
        self._window.installEventFilter(self)

    def stop(self) -> None:
        self._window.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text field takes these keys for itself before any shortcut hears of them; here it does not."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return False
        if event.key() in TURNS or (
            event.key() == Qt.Key.Key_Period and _is_empty(QApplication.focusWidget())
        ):
            event.ignore()
            return True
        return False


def _is_empty(field: QWidget | None) -> bool:
    """No note and no sentence begins with a full stop."""
    if isinstance(field, QLineEdit):
        return not field.text()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return not field.toPlainText()
    return False
