"""The line that says how many notes a paste would make, and waits for Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from mission_desk.ui.look import theme
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr

NOTES = "application/x-mission-desk-notes"  # the kind of what was copied from a board
PREVIEW = 80  # characters of the first line


class PasteLine(QFrame):
    """`taken` for Enter, `left` for Escape."""

    taken = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "paste-line")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(theme.CHIP_HEIGHT + 10)
        self._words = ""
        self._count = label("", "strong")
        self._first = label("", "quiet")
        self._first.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(10)
        row.addWidget(self._count)
        row.addWidget(self._first, 1)
        for text, signal in ((tr("Enter: add them"), self.taken), (tr("Esc: leave it"), self.left)):
            made = button(text, signal.emit, "small")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(made)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._count.text()

    def ask(self, sentence: str, first: str) -> None:
        """`first` is the beginning of what was pasted."""
        self._count.setText(sentence)
        self._words = " ".join(first[:PREVIEW].split())
        self._elide()
        self.setAccessibleName(sentence)
        self.show()
        self.setFocus()

    def _elide(self) -> None:
        metrics, room = self._first.fontMetrics(), self._first.width()
        self._first.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.activate()
        self._elide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
