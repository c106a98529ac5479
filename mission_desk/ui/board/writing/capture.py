"""The capture bar: choose a style by key, type, Enter. Many pasted lines become many notes in one step."""

from __future__ import annotations

from typing import Literal, get_args

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton

from mission_desk.core.board.boards import NOTE_LIMIT
from mission_desk.core.file.closed_sets import THINKING_STYLES, Style, ThinkingStyle
from mission_desk.exchange.pasted_text import lines_of
from mission_desk.ui.board.writing.clipboard_content import content_of
from mission_desk.ui.board.writing.next_note import next_note_key
from mission_desk.ui.board.writing.pasted import NOTES, PasteLine
from mission_desk.ui.look import icons, theme
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.keys.letters import expect_words
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.parts.typed import TypedField, leaves_undo_to_the_window
from mission_desk.words import tr

NextStyle = Literal["board", ThinkingStyle]
"""Of the next note; "board" is the colour of the board itself."""


class CaptureField(TypedField, QPlainTextEdit):
    """Enter posts, Shift+Enter breaks the line, Tab and Ctrl+Enter post and go on beside or below; a paste of
    several lines is handed on as lines. Space before the first letter holds the paper, as on the canvas."""

    posted = Signal(str)
    wants_next = Signal(int, int)
    holds_paper = Signal(bool)
    pasted_lines = Signal(list)
    pasted_pictures = Signal(object)
    pasted_notes = Signal(QMimeData)
    too_long = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "capture")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.note_typing)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def words(self) -> str:
        return self.toPlainText()

    def put(self, text: str) -> None:
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _fit(self) -> None:
        lines = max(1, min(3, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        way = next_note_key(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Space and not self.toPlainText():
            self.holds_paper.emit(True)
        elif way is not None:
            self.wants_next.emit(*way)
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.posted.emit(self.toPlainText())
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return super().canInsertFromMimeData(source) or source.hasImage()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.holds_paper.emit(False)
        super().keyReleaseEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """After words, Tab writes the next note; in an empty field it goes on to the next widget."""
        return False if forward and self.toPlainText().strip() else super().focusNextPrevChild(forward)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasFormat(NOTES) and not self.toPlainText():
            self.pasted_notes.emit(source)
            return
        content = content_of(source)
        if content.pictures:
            self.pasted_pictures.emit(content.pictures)
        self.insert_words(content.words)

    def insert_words(self, words: str) -> None:
        """Words from outside: one line as if it was typed."""
        lines = lines_of(words)
        if len(lines) > 1:
            self.pasted_lines.emit(lines)
        elif len(words) > NOTE_LIMIT:  # a layout of that much in one line would stand still for seconds
            self.too_long.emit(len(words))
        else:
            is_cell = len(lines) == 1 and "\n" in lines[0]
            self.insertPlainText(lines[0] if is_cell else words)

    def event(self, event: QEvent) -> bool:
        """Undo of the field itself comes first: what is half typed is in no journal."""
        if leaves_undo_to_the_window(event) and self.document().isUndoAvailable():
            return QPlainTextEdit.event(self, event)
        return super().event(event)


class CaptureBar(QFrame):
    """`chosen(style)` is what a chip asks for; "board" is the board's own colour."""

    chosen = Signal(str)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        set_look(self, "bottom")
        self._tokens = tokens
        self.field = CaptureField()
        self._place = ""
        self._hint = label("", "tiny")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(10)
        self._chips: dict[NextStyle, QPushButton] = {}
        for style in get_args(NextStyle):
            chip = QPushButton()
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setIconSize(QSize(14, 14))
            chip.setFixedHeight(theme.CHIP_HEIGHT)
            chip.pressed.connect(expect_words)
            chip.clicked.connect(lambda _checked=False, style=style: self.chosen.emit(style))
            self._chips[style] = chip
            layout.addWidget(chip)
        self.pasted = PasteLine()
        layout.addWidget(self.field, 1)
        layout.addWidget(self.pasted, 1)
        layout.addWidget(self._hint)

    def show_styles(
        self, chosen: Style, own: Style, leads: tuple[ThinkingStyle, ...], words: dict[Style, str]
    ) -> None:
        """`own` is the style of the board itself; those that do not lead now are dimmed, never barred."""
        foreign = own not in THINKING_STYLES
        self._chips["board"].setVisible(foreign)
        for number, (key, chip) in enumerate(self._chips.items()):
            style = own if key == "board" else key
            dim = bool(leads) and key not in leads and style != chosen
            chip.setText(f"{number}  {words[style]}")
            known, ink = style in THINKING_STYLES, self._tokens.ink2 if dim else self._tokens.note_ink
            chip.setIcon(icons.icon(f"mark-{style}", ink) if known else QIcon())
            set_tip(chip, tr("Ctrl+{n}: the next note is of this kind", n=number))
            self._dress(chip, style, on=style == chosen, dim=dim)

    def _dress(self, chip: QPushButton, style: Style, *, on: bool, dim: bool) -> None:
        t = self._tokens
        edge = t.ink if on else t.style(style)
        ground, ink = (t.panel, t.ink2) if dim else (t.style(style), t.note_ink)
        dress = (
            f"QPushButton {{ background: {ground}; color: {ink}; border: 2px solid {edge}; font-weight: 600;"
            f" border-radius: {theme.CHIP_HEIGHT // 2 - 1}px; padding: 0px 12px; }}"
        )
        if chip.styleSheet() != dress:  # each new style costs half a millisecond, at every note
            chip.setStyleSheet(dress)

    def ask(self, sentence: str, first: str) -> None:
        """In the place of the field: what would be added, until Enter or Escape."""
        self.field.hide()
        self.pasted.ask(sentence, first)

    def hush(self) -> None:
        self.pasted.hide()
        self.field.show()

    def show_hint(self, hint: str, place: str) -> None:
        self._hint.setText(hint)
        self._place = place
        self._fit_place()

    def resizeEvent(self, event: object) -> None:
        self._hint.setVisible(self.width() > theme.NARROW)
        self._fit_place()

    def _fit_place(self) -> None:
        """In one line: a second one would be cut by the field's edge, and half a hint is none."""
        # Not the viewport's width: to wrap that widget Qt for Python loads every widget class it has, 10 ms.
        room = self.field.contentsRect().width() - 2 * round(self.field.document().documentMargin())
        fits = self.field.fontMetrics().horizontalAdvance(self._place) <= room
        self.field.setPlaceholderText(self._place if fits else tr("New note"))
