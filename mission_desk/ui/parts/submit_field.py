"""A small field for one thing to say: Enter submits it, Shift+Enter breaks the line, Escape gives up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from mission_desk.ui.parts.fields import AreaField


class SubmitField(AreaField):
    submitted = Signal(str)
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def submit(self) -> None:
        """Emit the words, if there are any."""
        words = self.toPlainText().strip()
        if words:
            self.submitted.emit(words)
