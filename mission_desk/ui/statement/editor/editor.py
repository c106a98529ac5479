"""The statement as it is typed: large, in smaller letters as it grows longer, with the phrases marked that
concerns are attached to."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)

from mission_desk.core.file.errors import KnownError
from mission_desk.core.statement.drafts import STATEMENT_LIMIT
from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import serif_font
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.fields import AreaField
from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.parts.sensed.marks import Mark, mark_at
from mission_desk.ui.parts.sensed.phrases import Place, characters, phrase_place, units
from mission_desk.ui.parts.sensed.underline import explain, formatted, underlines
from mission_desk.ui.statement.editor.shelf import NOTE_MIME
from mission_desk.words import tr

SIZES = (theme.HERO, theme.HEAD, theme.TITLE, theme.LEAD)
LOWEST = 132  # px: two lines of the largest size
LOW = 92  # px: two lines of the next one, where the page is low
PHRASE_LIMIT = 200  # characters; a longer selection is a concern about the whole
# The editor is not left when another window or a menu comes to the front for a moment.
PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class StatementEditor(AreaField):
    """`left` when the focus goes elsewhere in the window; `refused` carries why something was not taken;
    `dropped(note, words, place)` when words of a note were let fall before that character."""

    left = Signal()
    refused = Signal(object)
    dropped = Signal(int, str, int)
    mark_style = "unwritten-below"

    def __init__(self, tokens: Tokens) -> None:
        self._phrases: tuple[str, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._pointed = ""
        self._tokens = tokens
        self._lowest = LOWEST
        super().__init__(tr("Say it in one sentence that everybody knows by heart."))
        self.setAccessibleName(tr("Statement"))
        self.setMinimumHeight(LOWEST)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._show_marks)

    def set_low(self, low: bool) -> None:
        self._lowest = LOW if low else LOWEST
        self.setMinimumHeight(self._lowest)
        self.updateGeometry()

    def mark(self, phrases: Iterable[str]) -> None:
        self._phrases = tuple(phrases)
        self._show_marks()

    def show_findings(self, marks: tuple[Mark, ...]) -> None:
        """Underline them; the words that go with them are shown on hover and in the strip below."""
        if marks != self._marks:
            self._marks = marks
            self._show_marks()

    def point_at(self, phrase: str) -> None:
        """Mark words that something else on the page speaks of; empty for none."""
        if phrase != self._pointed:
            self._pointed = phrase
            self._show_marks()

    def place(self) -> int:
        """How many characters stand before the cursor."""
        return characters(self.toPlainText(), self.textCursor().position())

    def mark_here(self) -> Mark | None:
        """What is underlined at the cursor."""
        cursor = self.textCursor()
        start = characters(self.toPlainText(), cursor.selectionStart())
        return mark_at(self._marks, start)

    def select_mark(self, mark: Mark) -> None:
        self._select(units(self.toPlainText(), mark.start), units(self.toPlainText(), mark.end))

    def replace_mark(self, mark: Mark, words: str) -> None:
        """Words that were proposed, in its place, as if they had been typed."""
        self.select_mark(mark)
        self.textCursor().insertText(words)

    def phrase(self) -> str:
        """The selected words; empty where none or too many are selected."""
        phrase = self.textCursor().selectedText().replace("\u2029", "\n").strip()
        return phrase if len(phrase) <= PHRASE_LIMIT else ""

    def word_here(self) -> str:
        """The word that the cursor stands in, or touches."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return cursor.selectedText()

    def select(self, phrase: str) -> None:
        """Put the focus on these words, or at the end where they are gone."""
        place = phrase_place(self.toPlainText(), phrase)
        end = len(self.document().toRawText()) - 1
        self._select(place.start if place else end, place.end if place else end)

    def _select(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(NOTE_MIME) or source.hasText()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.mimeData().hasFormat(NOTE_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A note's words: the page puts them in, so that they remember where they came from."""
        mime = event.mimeData()
        if not mime.hasFormat(NOTE_MIME):
            super().dropEvent(event)
            return
        at = self.cursorForPosition(event.position().toPoint()).position()
        note = int(bytes(mime.data(NOTE_MIME).data()))
        event.acceptProposedAction()
        self.hand_on()
        self.dropped.emit(note, mime.text(), characters(self.toPlainText(), at))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            explain(self, self._marks, event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain text, cut to what a statement holds; the clipboard keeps the rest."""
        text, room = source.text(), self._room()
        self.insertPlainText(text[:room])
        if len(text) > room:
            self.refused.emit(KnownError(_cut_off()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        types = event.text() and (event.text().isprintable() or event.text() in "\r\n")
        if types and not event.matches(QKeySequence.StandardKey.Copy) and not self._room():
            self._refuse()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if len(event.commitString()) > self._room():
            self._refuse()
        else:
            super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ctrl+E goes to the end of the line on some systems; here it raises a concern."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_control_e(event):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Low, so that the page asks for no scroll bar before it has to; the layout gives it what is free."""
        return QSize(super().sizeHint().width(), self._lowest)

    def _room(self) -> int:
        selected = len(self.textCursor().selectedText())
        return max(0, STATEMENT_LIMIT - len(self.toPlainText()) + selected)

    def _refuse(self) -> None:
        self.refused.emit(KnownError(tr("A statement holds {limit} characters.", limit=STATEMENT_LIMIT)))

    def _fit(self) -> None:
        set_look(self, f"editor-{self._fitting_size()}")

    def _fitting_size(self) -> int:
        """The largest size of the scale at which nothing has to scroll."""
        text = self.toPlainText() or self.placeholderText()
        room = QRectF(0, 0, self.viewport().width() - 2, self.viewport().height() - 2)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        for size in SIZES:
            needed = QFontMetricsF(serif_font(size)).boundingRect(room, flags, text)
            if needed.height() <= room.height() and needed.width() <= room.width():
                return size
        return SIZES[-1]

    def _show_marks(self) -> None:
        t = self._tokens
        grounds = ((self._places(self._phrases), t.mark), (self._places((self._pointed,)), t.accent_soft))
        shown = [
            formatted(self, place.start, place.end, _ground(colour))
            for places, colour in grounds
            for place in places
        ]
        self.setExtraSelections([*shown, *underlines(self, self._marks, t)])

    def _places(self, phrases: tuple[str, ...]) -> list[Place]:
        text = self.toPlainText()
        return [place for phrase in phrases if (place := phrase_place(text, phrase))]


def _ground(colour: str) -> QTextCharFormat:
    ground = QTextCharFormat()
    ground.setBackground(QColor(colour))
    return ground


def _is_control_e(event: QEvent) -> bool:
    control = Qt.KeyboardModifier.ControlModifier
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_E and event.modifiers() == control


def _cut_off() -> str:
    return tr(
        "A statement holds {limit} characters. The rest was left out; the clipboard still has all of it.",
        limit=STATEMENT_LIMIT,
    )
