"""Writing in place: a field that lies on a note (or on free canvas for a new one) until Enter, a click
elsewhere or Escape."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mission_desk.core.board.boards import NOTE_LIMIT
from mission_desk.core.file.closed_sets import Style
from mission_desk.ui.board.writing.next_note import next_note_key
from mission_desk.ui.look import theme
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.parts.typed import TypedField, leaves_undo_to_the_window

Done = Callable[[str | None], bool]
"""Takes the text, None for Escape; False where it was refused and has to stay."""


class PlaceEditor(TypedField, QPlainTextEdit):
    """Calls `done(text)` until it is taken. `too_long(characters)` tells of a paste that was not taken,
    `wants_next(dx, dy)` of Tab and Ctrl+Enter: this one is done, the next one goes beside or below."""

    too_long = Signal(int)
    wants_next = Signal(int, int)

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent)
        set_look(self, "note-editor")
        self._tokens = tokens
        self._done: Done | None = None
        self._waits = False  # handed in, and refused because nothing can be written
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self.note_typing)
        self.hide()

    def words(self) -> str:
        return self.toPlainText()

    def put(self, text: str) -> None:
        self.setPlainText(text)

    def begin(self, box: QRectF, style: Style, text: str, scale: float, done: Done) -> None:
        """Show the field over `box` (pixels of the canvas) in the colour of `style`. What it held before must
        be finished; what is half typed for this place stands in place of `text`."""
        self._done = done
        half = self._half_typed()
        self._put(half or text)
        self.setStyleSheet(self._dress(style, max(theme.TINY, min(theme.TITLE, round(theme.BODY * scale)))))
        self.setGeometry(box.toRect())
        if half:
            self.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self.selectAll()
        self.show()
        self.raise_()
        self.setFocus()

    def put_caret(self, at: QPoint) -> None:
        """Where somebody clicked, in pixels of the widget that the field lies on. Nothing is selected."""
        self.setTextCursor(self.cursorForPosition(at - self.pos() - self.viewport().pos()))

    def _dress(self, style: Style, size: int) -> str:
        t = self._tokens
        return (
            f"QPlainTextEdit {{ background: {t.style(style)}; color: {t.note_ink}; padding: 6px;"
            f" border: 3px solid {t.accent}; border-radius: 4px; font-size: {size}px; font-weight: 500; }}"
        )

    def finish(self, *, keep: bool = True) -> bool:
        """Hand the text on; a second call does nothing. False where it was refused: then the text stays in
        the field."""
        done, self._done = self._done, None
        if done is None:
            return True
        had_keys = self.hasFocus()
        self.hide()
        if done(self.toPlainText() if keep else None):
            self.empty()
            return True
        self._done = done
        self.show()
        self.raise_()
        if had_keys:
            self.setFocus()
        self.hand_on()
        self._waits = self._is_refused()
        return False

    def _follow_words(self, place: str) -> None:
        """Once the file can be written, what was handed in goes there by itself."""
        super()._follow_words(place)
        if self._waits and self._done is not None and not self._is_refused():
            self._waits = False
            self.finish()

    def put_away(self) -> None:
        """Hand the text on, or store it as half typed: what lies under the field goes out of sight."""
        if not self.finish():
            self._done = None
            self.hide()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """More than a note holds is not taken: a layout of that much would stand still for seconds."""
        if len(source.text()) > NOTE_LIMIT:
            self.too_long.emit(len(source.text()))
        else:
            self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        way = next_note_key(event)
        if event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
        elif way is not None:
            if self.finish():
                self.wants_next.emit(*way)
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.finish()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab writes the next note."""
        return False

    def event(self, event: QEvent) -> bool:
        """Undo of the field itself comes first: what is half typed is in no journal."""
        if leaves_undo_to_the_window(event) and self.document().isUndoAvailable():
            return QPlainTextEdit.event(self, event)
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()
