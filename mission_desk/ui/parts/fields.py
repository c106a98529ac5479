"""Fields that save themselves: one line, or several. What arrives from the document while somebody types
never overwrites their words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.parts.typed import TypedField

TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
LIMIT = 20_000  # characters; more in one line would hang the text layout for seconds


class CursorState(NamedTuple):
    """Where the cursor stands in a field that is about to be replaced, and whether it has the focus."""

    place: int
    focused: bool


class LineField(TypedField, QLineEdit):
    """One line."""

    def __init__(self, hint: str = "", style: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setMaxLength(LIMIT)
        if style:
            set_look(self, style)
        self.textEdited.connect(self.note_typing)
        self.editingFinished.connect(self.hand_on)

    @property
    def shown(self) -> str:
        return self.text()

    def words(self) -> str:
        return self.text()

    def put(self, text: str) -> None:
        place = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(min(place, len(text)))

    def cursor_state(self) -> CursorState:
        """The state for the field that comes instead; this field emits nothing from now on, not even when it
        loses the focus."""
        self.blockSignals(True)
        self._target = None
        return CursorState(self.cursorPosition(), self.hasFocus())

    def take_cursor_state(self, before: CursorState) -> None:
        """Take over cursor and focus from the field that this one replaces."""
        self.setCursorPosition(before.place)
        if before.focused:
            self.setFocus()


class AreaField(TypedField, QPlainTextEdit):
    """Several lines, growing with its text. Where `tab_selects`, Tab marks all of it, as in a line: what is
    typed then replaces it."""

    def __init__(
        self, hint: str = "", style: str = "", *, lines: int = 2, most: int = 8, tab_selects: bool = False
    ) -> None:
        super().__init__()
        self._tab_selects = tab_selects
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the lines wrap
        if style:
            set_look(self, style)
        self._lines, self._most = lines, most
        self.textChanged.connect(self.note_typing)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def shown(self) -> str:
        return self.toPlainText()

    def words(self) -> str:
        return self.toPlainText()

    def put(self, text: str) -> None:
        place = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain text only, and cut to what a text layout can bear."""
        self.insertPlainText(source.text()[:LIMIT])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()  # a narrower line may need more of them, which the document does not tell by itself

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._tab_selects and event.reason() in TABS:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(self._lines, min(self._most, int(self.document().size().height())))
        self.setFixedHeight(lines * line + 26)
