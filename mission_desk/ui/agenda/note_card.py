"""The open step's note for the facilitator. As high as its text; on a low screen it scrolls, so that steps
stay in sight above it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy

from mission_desk.ui.parts.cards import Card, scrolled
from mission_desk.ui.parts.labels import label
from mission_desk.words import tr

LEAST = 3  # lines in sight, however low the screen is


class _Reading(QScrollArea):
    """As high as the text wants to be at this width; less where there is no room."""

    def __init__(self, text: QLabel) -> None:
        super().__init__()
        self._text = text

    def sizeHint(self) -> QSize:
        wide = self.viewport().width()
        return QSize(wide, self._text.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        lines = LEAST * self._text.fontMetrics().lineSpacing()
        return QSize(0, min(lines, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class NoteCard(Card):
    def __init__(self) -> None:
        super().__init__(spacing=2)
        self._text = label("", "tiny", wrap=True)
        self.reading = scrolled(self._text, _Reading(self._text))
        self.reading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.column.addWidget(label(tr("Facilitator note"), "section"))
        self.column.addWidget(self.reading)

    def show_note(self, text: str) -> None:
        if text != self._text.text():
            self._text.setText(text)
            self.reading.verticalScrollBar().setValue(0)
            self.reading.updateGeometry()
