"""Fields that save themselves: what was typed is handed on after half a second without a key, on Enter and
on leaving. What arrives from the document while somebody types never overwrites their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from mission_desk.ui.parts.labels import look

PAUSE = 500  # ms without a key
TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
LIMIT = 20_000  # characters; more in one line would hang the text layout for seconds


def leaves_undo_to_the_window(event: QEvent) -> bool:
    """Undo and redo are the document's: a field's own stack would take back what the file has already
    kept."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class HandsOn:
    """What a line and an area do alike. `words()` is their text; `written(str)` carries it when typing
    pauses."""

    written: SignalInstance
    words: Callable[[], str]

    def begin_pausing(self, parent: QObject) -> None:
        self._shown = ""
        self._pause = QTimer(parent, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.hand_on)

    def hand_on(self) -> None:
        self._pause.stop()
        if self.words() != self._shown:
            self._shown = self.words()
            self.written.emit(self._shown)

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_the_window(event):
            self.hand_on()
            event.ignore()
            return True
        return bool(super().event(event))  # type: ignore[misc]


class HalfTyped(NamedTuple):
    """What stands in a field that is about to be replaced. `owed` was not handed on yet."""

    text: str
    place: int
    focused: bool
    owed: bool


class LineField(HandsOn, QLineEdit):
    """One line. `written(str)` carries the text when typing pauses."""

    written = Signal(str)

    def __init__(self, hint: str = "", style: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setMaxLength(LIMIT)
        if style:
            look(self, style)
        self.begin_pausing(self)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.editingFinished.connect(self.hand_on)

    @property
    def shown(self) -> str:
        return self.text()

    def show_text(self, text: str) -> None:
        if not self._pause.isActive() and text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)))
        self._shown = text

    def hand_over(self) -> HalfTyped:
        """For the field that comes instead; this one says nothing any more, not even on losing the keys."""
        owed = self._pause.isActive()
        self._pause.stop()
        self.blockSignals(True)
        return HalfTyped(self.text(), self.cursorPosition(), self.hasFocus(), owed)

    def go_on(self, before: HalfTyped) -> None:
        """The words, the cursor and the keys of a field that this one stands for now."""
        self.setText(before.text)
        self.setCursorPosition(before.place)
        if before.owed:
            self._pause.start()
        if before.focused:
            self.setFocus()

    def words(self) -> str:
        return self.text()


class AreaField(HandsOn, QPlainTextEdit):
    """Several lines, growing with its text. `written(str)` carries the text when typing pauses. Where
    `tab_selects`, Tab marks all of it, as in a line: what is typed then replaces it."""

    written = Signal(str)

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
            look(self, style)
        self._lines, self._most = lines, most
        self.begin_pausing(self)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    @property
    def shown(self) -> str:
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        self._shown = text
        if not self._pause.isActive() and text != self.toPlainText():
            place = self.textCursor().position()
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(text)))
            self.setTextCursor(cursor)
            self._fit()

    def words(self) -> str:
        return self.toPlainText()

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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hand_on()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        if self.toPlainText() != self._shown:
            self._pause.start()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(self._lines, min(self._most, int(self.document().size().height())))
        self.setFixedHeight(lines * line + 26)
