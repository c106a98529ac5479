"""The notes of the pre-mortem over the road map, to be dragged onto the guideline that they would stop."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from mission_desk.core.file.rows import Note
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.cards import clear, column, scrolled
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.plan.roadmap.sign_words import note_words
from mission_desk.words import tr

SIGN_MIME = "application/x-mission-desk-warning-sign"
WIDEST, HIGHEST = 260, 70  # px: words of a chip; two lines of chips, then they scroll


def sign_mime(note: int) -> QMimeData:
    """Without words: what lies face down could be let fall into another program."""
    mime = QMimeData()
    mime.setData(SIGN_MIME, str(note).encode())
    return mime


def dragged_note(mime: QMimeData) -> int | None:
    """The note that is dragged; None where it is something else."""
    digits = bytes(mime.data(SIGN_MIME).data())
    return int(digits) if digits.isdigit() else None


class SignChip(QLabel):
    def __init__(self, note: Note) -> None:
        super().__init__()
        self.note = note
        self._from = QPoint()
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self, "chip-parking" if note.covered else f"chip-{note.style}")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setText(self.fontMetrics().elidedText(note_words(note), Qt.TextElideMode.ElideRight, WIDEST))
        self.setAccessibleName(note_words(note))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._from).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and far >= QApplication.startDragDistance():
            drag = QDrag(self)
            drag.setMimeData(sign_mime(self.note.id))
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.CopyAction)


class SignPanel(QWidget):
    """Shown only where the pre-mortem has notes."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Note] = []
        self._words = QWidget()
        set_look(self._words, "clear")
        self._flow = FlowLayout(self._words, 6)
        self._area = scrolled(self._words)
        layout = column(self, spacing=UNIT)
        layout.addWidget(
            label(tr("Why it may fail: drag a note onto a guideline as its warning sign"), "tiny")
        )
        layout.addWidget(self._area)
        self.hide()

    def show_notes(self, notes: list[Note]) -> None:
        self.setVisible(bool(notes))
        if notes == self._shown:
            return
        self._shown = notes
        clear(self._flow)
        for note in notes:
            chip = SignChip(note)
            self._flow.addWidget(chip)
            chip.show()
        self._fit()

    def chips(self) -> list[SignChip]:
        return [chip for chip in self._words.findChildren(SignChip) if not chip.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._area.setFixedHeight(min(HIGHEST, self._flow.heightForWidth(self._area.viewport().width())))
