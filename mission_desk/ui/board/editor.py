"""Writing in place: a field that lies on a note (or on free canvas for a new one) until Enter, a click
elsewhere or Escape."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mission_desk.core.boards import NOTE_LIMIT
from mission_desk.ui import theme
from mission_desk.ui.board.next_way import next_way
from mission_desk.ui.parts.fields import leaves_undo_to_the_window
from mission_desk.ui.parts.labels import look
from mission_desk.ui.theme import Tokens


class PlaceEditor(QPlainTextEdit):
    """Calls `done(text)` once, with None for Escape. `too_long(characters)` tells of a paste that was not
    taken, `wants_next(dx, dy)` of Tab and Ctrl+Enter: this one is done, the next one goes beside or below."""

    too_long = Signal(int)
    wants_next = Signal(int, int)

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent)
        look(self, "note-editor")
        self._tokens = tokens
        self._done: Callable[[str | None], object] | None = None
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.hide()

    def begin(
        self, box: QRectF, style: str, text: str, scale: float, done: Callable[[str | None], object]
    ) -> None:
        """Show the field over `box` (pixels of the canvas) in the colour of `style`."""
        self.finish()
        self._done = done
        self.setStyleSheet(self._dress(style, max(theme.TINY, min(theme.TITLE, round(theme.BODY * scale)))))
        self.setGeometry(box.toRect())
        self.setPlainText(text)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus()

    def _dress(self, style: str, size: int) -> str:
        t = self._tokens
        return (
            f"QPlainTextEdit {{ background: {t.style(style)}; color: {t.note_ink}; padding: 6px;"
            f" border: 3px solid {t.accent}; border-radius: 4px; font-size: {size}px; font-weight: 500; }}"
        )

    def finish(self, *, keep: bool = True) -> None:
        """Hand the text on; a second call does nothing."""
        done, self._done = self._done, None
        if done is None:
            return
        self.hide()
        done(self.toPlainText() if keep else None)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """More than a note holds is not taken: a layout of that much would stand still for seconds."""
        if len(source.text()) > NOTE_LIMIT:
            self.too_long.emit(len(source.text()))
        else:
            self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        way = next_way(event)
        if event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
        elif way is not None:
            self.finish()
            self.wants_next.emit(*way)
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.finish()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab is a key of the note."""
        return False

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_the_window(event) and not self.document().isUndoAvailable():
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()
