"""The notes shelf beside the editor: every note of the boards, to drag into the draft, whole or in part."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.statement import draft_sources
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, clear, row
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr, trn

NOTE_MIME = "application/x-mission-desk-note"
CHIP_WIDTH = 230  # px
HEIGHT = 58  # px: two lines of a note
LETTERS = 16  # the list of boards is as wide as so many
MOST = 24  # chips; a filter finds the others


def note_mime(note: int, words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    mime.setData(NOTE_MIME, str(note).encode())
    return mime


class ShelfNote(QLabel):
    """Drag it into the draft; a press shows its words, Enter or a double click puts them at the cursor."""

    pressed = Signal(int)
    taken = Signal(int)

    def __init__(self, note: Note, letters: str) -> None:
        super().__init__()
        self.note = note
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self, f"chip-{note.style}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        words = " ".join(note.text.split())
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, CHIP_WIDTH)
        went = tr("{words} → {letters}", words=short, letters=letters) if letters else short
        self.setText(went)
        self.setAccessibleName(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.pressed.emit(self.note.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._from).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and far >= QApplication.startDragDistance():
            drag = QDrag(self)
            drag.setMimeData(note_mime(self.note.id, " ".join(self.note.text.split())))
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.CopyAction)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.taken.emit(self.note.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(self.note.id)
        elif event.key() == Qt.Key.Key_Space:
            self.pressed.emit(self.note.id)
        else:
            super().keyPressEvent(event)


class NoteWords(QPlainTextEdit):
    """All of a note's words, to select a phrase of them; dragged from here it still knows its note."""

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "serif")
        self.note: int | None = None
        self.setReadOnly(True)
        self.setFixedHeight(HEIGHT)
        self.setPlaceholderText(tr("Press a note to see all its words, or drag it into the draft."))
        self.setAccessibleName(tr("The note's words"))

    def createMimeDataFromSelection(self) -> QMimeData:
        words = " ".join(self.textCursor().selectedText().split())
        return note_mime(self.note, words) if self.note is not None else super().createMimeDataFromSelection()

    def phrase(self) -> str:
        """What is selected; the whole where nothing is."""
        return " ".join((self.textCursor().selectedText() or self.toPlainText()).split())


class Shelf(Card):
    """`wants(note, words)` puts them into the draft; `ties(note)` says the selected words came from it."""

    wants = Signal(int, str)
    ties = Signal(int)

    def __init__(self, doc: Document, tokens: Tokens) -> None:
        super().__init__(spacing=8)
        self._doc = doc
        self._state: object = None
        self._board = 0
        self.filter = LineField(tr("Find a note"))
        self.filter.textChanged.connect(self._fill)
        self.boards = Chooser(tokens, tr("Which board"))
        self.boards.setMinimumContentsLength(LETTERS)
        self.boards.chosen.connect(self._choose_board)
        self._more = label("", "tiny")
        self._chips = QWidget()
        set_look(self._chips, "clear")
        self._flow = FlowLayout(self._chips, spacing=6)
        self.words = NoteWords()
        self._verbs = self._made_verbs()
        self.column.addLayout(row(self.filter, self.boards, self._more))
        for part in (self.words, self._verbs, self._chips):
            self.column.addWidget(part)

    def _made_verbs(self) -> QWidget:
        verbs = QWidget()
        set_look(verbs, "clear")
        flow = FlowLayout(verbs, spacing=6)
        for each in (
            button(tr("Put into the draft"), self._put, "small"),
            button(tr("The selected words came from it"), self._tie, "small-quiet"),
        ):
            flow.addWidget(each)
        return verbs

    def show_notes(self) -> None:
        every = boards.boards(self._doc)
        self.boards.show_entries([(0, tr("All boards")), *((board.id, board.title) for board in every)])
        self.boards.show_choice(self._board)
        self._fill()

    def chips(self) -> list[ShelfNote]:
        return [chip for chip in self._chips.findChildren(ShelfNote) if not chip.isHidden()]

    def pick(self, note: int) -> None:
        """Show all of its words, to take a phrase of them."""
        self.words.note = note
        self.words.setPlainText(self._doc.row(Note, note).text)
        self._show_words()

    def _choose_board(self, board: object) -> None:
        self._board = int(str(board))
        self._fill()

    def _matching_notes(self) -> list[Note]:
        sought = self.filter.text().casefold().split()
        rows = boards.readable_notes(self._doc, self._board or None)
        return [row for row in rows if all(word in row.text.casefold() for word in sought)]

    def _fill(self) -> None:
        notes, letters = self._matching_notes(), draft_sources.letters_of_notes(self._doc)
        shown = notes[:MOST]
        state = [(note.id, note.text, note.style, letters.get(note.id, "")) for note in shown]
        left = len(notes) - len(shown)
        self._more.setText(trn("{n} more", "{n} more", left) if left else "")
        if state != self._state:
            self._state = state
            self._arrange(shown, letters)
        if self._doc.find(Note, self.words.note) is None:
            self.words.note = None
            self.words.setPlainText("")
        self._show_words()

    def _arrange(self, shown: list[Note], letters: dict[int, str]) -> None:
        clear(self._flow)
        chips = [ShelfNote(note, letters.get(note.id, "")) for note in shown]
        empty = label(tr("No note has these words. Notes are written on the boards."), "quiet", wrap=True)
        for chip in chips:
            chip.pressed.connect(self.pick)
            chip.taken.connect(self._take)
        shown_parts: list[QLabel] = [*chips] or [empty]
        for part in shown_parts:
            self._flow.addWidget(part)
            part.show()
        self._chips.updateGeometry()

    def _show_words(self) -> None:
        """The field stays where it is: a page that moves under a drag loses the note."""
        for verb in self._verbs.findChildren(QPushButton):
            verb.setEnabled(self.words.note is not None)

    def _take(self, note: int) -> None:
        self.pick(note)
        self._put()

    def _put(self) -> None:
        if self.words.note is not None and self.words.phrase():
            self.wants.emit(self.words.note, self.words.phrase())

    def _tie(self) -> None:
        if self.words.note is not None:
            self.ties.emit(self.words.note)
