"""A field of one thought in a few lines, with findings and slips underlined as they are typed. Enter ends it:
a headline or a reason has no paragraphs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.fields import AreaField
from mission_desk.ui.parts.sensed.marks import Mark, mark_at
from mission_desk.ui.parts.sensed.phrases import characters, units
from mission_desk.ui.parts.sensed.sensing import Sensing
from mission_desk.ui.parts.sensed.underline import explain, underlines

AROUND = 8  # px above and below the lines, frame included


class SensedField(AreaField):
    """`ended` by Enter; `entered` when the keys come here; `judged` when findings or place changed."""

    ended = Signal()
    entered = Signal()
    judged = Signal()
    mark_style = "unwritten-below"

    def __init__(self, tokens: Tokens, sensing: Sensing, name: str, hint: str, look: str) -> None:
        """`name` is what screen readers call it."""
        self._tokens, self._sensing = tokens, sensing
        self.marks: tuple[Mark, ...] = ()
        super().__init__(hint, look, lines=1, most=4)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.judge)
        self.cursorPositionChanged.connect(self.judged)
        sensing.ready.connect(self.judge)

    def judge(self) -> None:
        """Judge the words that stand here now."""
        self.marks = self._sensing.marks_of(self.toPlainText())
        self.setExtraSelections(underlines(self, self.marks, self._tokens))
        self.judged.emit()

    def relearn(self) -> None:
        """A list of words outside the workshop has changed."""
        self._sensing.follow(None)
        self._sensing.ready.emit()

    def put(self, text: str) -> None:
        super().put(text)
        self.judge()

    def mark_here(self) -> Mark | None:
        """What is underlined at the cursor, else the first in the field."""
        cursor = self.textCursor()
        present = [mark for mark in self.marks if mark.kind != "quoted"]
        at = mark_at(present, characters(self.toPlainText(), cursor.selectionStart()))
        return at or next(iter(present), None)

    def replace_mark(self, mark: Mark, words: str) -> None:
        """Put other words in its place, as if they had been typed; none leave no double blank behind."""
        text, start, end = self.toPlainText(), mark.start, mark.end
        if not words and text[end : end + 1] == " ":
            end += 1
        cursor = self.textCursor()
        cursor.setPosition(units(text, start))
        cursor.setPosition(units(text, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hand_on()
            self.ended.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.hand_on()
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        """Give the keys to the next widget around that takes them, so that single letters act there."""
        around: QWidget | None = self.parentWidget()
        while around is not None and around.focusPolicy() == Qt.FocusPolicy.NoFocus:
            around = around.parentWidget()
        (around or self).setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            explain(self, self.marks, event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(self._lines, min(self._most, int(self.document().size().height())))
        self.setFixedHeight(lines * line + AROUND)
