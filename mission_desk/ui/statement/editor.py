"""The statement as it is typed: large, shrinking as it grows, the phrases that concerns stick to marked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from mission_desk.core.drafts import STATEMENT_LIMIT
from mission_desk.core.errors import KnownError
from mission_desk.ui import theme
from mission_desk.ui.parts.fields import AreaField
from mission_desk.ui.parts.labels import look
from mission_desk.ui.statement.phrases import phrase_place
from mission_desk.ui.theme import Tokens
from mission_desk.ui.type import serif_font
from mission_desk.words import tr

SIZES = (theme.HERO, theme.HEAD, theme.TITLE, theme.LEAD)
LOWEST = 132  # px: two lines of the largest size
PHRASE_LIMIT = 200  # characters; a longer selection is a concern about the whole
# The editor is not left when another window or a menu comes to the front for a moment.
PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class StatementEditor(AreaField):
    """`left` when the focus goes elsewhere in the window; `refused` carries why something was not taken."""

    left = Signal()
    refused = Signal(object)

    def __init__(self, tokens: Tokens) -> None:
        self._phrases: tuple[str, ...] = ()
        self._mark = QColor(tokens.mark)
        super().__init__(tr("Say it in one sentence that everybody knows by heart."))
        self.setAccessibleName(tr("Statement"))
        self.setMinimumHeight(LOWEST)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._show_marks)

    def mark(self, phrases: Iterable[str]) -> None:
        self._phrases = tuple(phrases)
        self._show_marks()

    def phrase(self) -> str:
        """The selected words; empty where none or too many are selected."""
        found = self.textCursor().selectedText().replace("\u2029", "\n").strip()
        return found if len(found) <= PHRASE_LIMIT else ""

    def select(self, phrase: str) -> None:
        """Put the focus on these words, or at the end where they are gone."""
        place = phrase_place(self.toPlainText(), phrase)
        cursor = self.textCursor()
        if place is None:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        else:
            cursor.setPosition(place.start)
            cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

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
        return QSize(super().sizeHint().width(), LOWEST)

    def _room(self) -> int:
        selected = len(self.textCursor().selectedText())
        return max(0, STATEMENT_LIMIT - len(self.toPlainText()) + selected)

    def _refuse(self) -> None:
        self.refused.emit(KnownError(tr("A statement holds {limit} characters.", limit=STATEMENT_LIMIT)))

    def _fit(self) -> None:
        look(self, f"editor-{self._fitting_size()}")

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
        text = self.toPlainText()
        places = [place for phrase in self._phrases if (place := phrase_place(text, phrase))]
        self.setExtraSelections([self._marked(place.start, place.end) for place in places])

    def _marked(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        found.cursor = self.textCursor()
        found.cursor.setPosition(start)
        found.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        found.format.setBackground(self._mark)
        return found


def _is_control_e(event: QEvent) -> bool:
    control = Qt.KeyboardModifier.ControlModifier
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_E and event.modifiers() == control


def _cut_off() -> str:
    return tr(
        "A statement holds {limit} characters. The rest was left out; the clipboard still has all of it.",
        limit=STATEMENT_LIMIT,
    )
