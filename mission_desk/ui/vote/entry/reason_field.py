"""The line for a reason beside a ballot. It is kept nowhere until its ballot is stored: what waits in the
session would lie beside the seat."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from mission_desk.core.file.rows import Poll
from mission_desk.core.vote.reasons import LONGEST
from mission_desk.ui.parts.fields import LineField
from mission_desk.words import tr

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReasonField(LineField):
    """`entered` by Enter, once however long it is held; `left_back` when ↑, or Backspace in the empty line,
    goes back to the last question."""

    entered = Signal()
    left_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(LONGEST)
        self.hide()

    @property
    def asks(self) -> bool:
        return not self.isHidden()

    def ask(self, poll: Poll, language: str | None = None) -> None:
        """Show the line where this poll asks for reasons, with nothing in it."""
        words = tr("Why? One line, told later without a name", language)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(poll.reasons))
        self.fill("")

    def fill(self, text: str) -> None:
        """Show this reason; Qt forgets the one before, also for its own Undo."""
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:  # here and not by Qt's line, which would hand it on to the ballot around it
            if not event.isAutoRepeat():
                self.entered.emit()
            return
        back = event.key() == Qt.Key.Key_Backspace and not self.text()
        if back or event.key() == Qt.Key.Key_Up:
            self.left_back.emit()
        else:
            super().keyPressEvent(event)
