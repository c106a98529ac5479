"""The notes that a draft was built from, as chips in their colours; a chip shows which words came of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Board, Draft
from mission_desk.core.statement import concerns, draft_sources
from mission_desk.core.statement.draft_sources import Origin
from mission_desk.ui.parts.cards import clear
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.words import tr, trn

CHIP_WIDTH = 260  # px


class NoteChip(QLabel):
    """Under the mouse or with the keys on it, it points at its words; a press selects them, Delete unties
    them. Its tooltip says which board the note hangs on, and all of its words."""

    pointed = Signal(str)  # the phrase; empty when no longer
    pressed = Signal(str)
    untied = Signal(int)  # the origin

    def __init__(self, origin: Origin, board: str, still_open: int) -> None:
        super().__init__()
        self._origin = origin
        note = origin.note
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self, f"chip-{note.style}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = " ".join(note.text.split())
        text = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, CHIP_WIDTH)
        if still_open:
            text += " · " + trn("{n} open", "{n} open", still_open)
        self.setText(text)
        came = (
            tr("“{phrase}” came of it", phrase=origin.phrase) if origin.phrase else tr("for the whole draft")
        )
        set_tip(self, f"{board}: {words}\n{came}")
        self.setAccessibleName(f"{words}. {came}")

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed.emit(self._origin.phrase)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.pointed.emit(self._origin.phrase)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.pointed.emit("")
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self._origin.phrase)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._origin.phrase)
        elif event.key() == Qt.Key.Key_Delete:
            self.untied.emit(self._origin.source)
        else:
            super().keyPressEvent(event)


class BuiltFrom(QWidget):
    pointed = Signal(str)
    pressed = Signal(str)

    def __init__(self, doc: Document) -> None:
        super().__init__()
        set_look(self, "clear")
        self._doc = doc
        self._flow = FlowLayout(self, spacing=6)
        self._state: object = None

    def show_draft(self, draft: Draft) -> None:
        rows = draft_sources.origins(self._doc, draft.id)
        still = [self._open_on(row.note.id) for row in rows]
        self.setVisible(bool(rows))
        if (rows, still) == self._state:
            return
        self._state = (rows, still)
        clear(self._flow)
        start = label(tr("Built from"), "tiny")
        start.setContentsMargins(0, 6, 2, 6)
        chips = [self._chip(row, count) for row, count in zip(rows, still, strict=True)]
        for part in (start, *chips):
            self._flow.addWidget(part)
            part.show()
        self.updateGeometry()

    def chips(self) -> list[NoteChip]:
        return [chip for chip in self.findChildren(NoteChip) if not chip.isHidden()]

    def _open_on(self, note: int) -> int:
        return sum(1 for row in concerns.concerns_on(self._doc, note=note) if row.state == "open")

    def _chip(self, origin: Origin, still_open: int) -> NoteChip:
        chip = NoteChip(origin, self._doc.row(Board, origin.note.board).title, still_open)
        chip.pointed.connect(self.pointed)
        chip.pressed.connect(self.pressed)
        chip.untied.connect(partial(draft_sources.untie, self._doc, source=self))
        return chip
