"""The notes that a draft was built from, as chips in their colours."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from mission_desk.core import drafts
from mission_desk.core.document import Document
from mission_desk.core.rows import Board, Draft, Note
from mission_desk.ui.parts.cards import clear
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, look
from mission_desk.words import tr

CHIP_WIDTH = 260  # px


class NoteChip(QLabel):
    """Its tooltip says which board the note hangs on, and all of its words."""

    def __init__(self, note: Note, board: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        look(self, f"chip-{note.style}")
        words = " ".join(note.text.split())
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, CHIP_WIDTH))
        # Tooltips guess whether a text is HTML; a note's words must never be taken for it.
        self.setToolTip(f"<qt>{escape(board)}: {escape(words)}</qt>")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        QToolTip.showText(event.globalPosition().toPoint(), self.toolTip(), self)


class BuiltFrom(QWidget):
    def __init__(self, doc: Document) -> None:
        super().__init__()
        look(self, "clear")
        self._doc = doc
        self._flow = FlowLayout(self, spacing=6)
        self._state: object = None

    def show_draft(self, draft: Draft) -> None:
        notes = drafts.sources(self._doc, draft.id)
        self.setVisible(bool(notes))
        if notes == self._state:
            return
        self._state = notes
        clear(self._flow)
        start = label(tr("Built from"), "tiny")
        start.setContentsMargins(0, 6, 2, 6)
        for part in (start, *(NoteChip(note, self._doc.row(Board, note.board).title) for note in notes)):
            self._flow.addWidget(part)
            part.show()
        self.updateGeometry()
