"""How findings and slips are drawn in a field of several lines, and what is said of that under the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip

from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.sensed.marks import Mark, mark_at
from mission_desk.ui.parts.sensed.phrases import characters, units


def underlines(field: QPlainTextEdit, marks: Sequence[Mark], t: Tokens) -> list[QTextEdit.ExtraSelection]:
    """What the marks look like; those of the text before the last key are left out."""
    text = field.toPlainText()
    present = [mark for mark in marks if text[mark.start : mark.end] == mark.words]
    return [
        formatted(field, units(text, mark.start), units(text, mark.end), _line(mark, t)) for mark in present
    ]


def formatted(field: QPlainTextEdit, start: int, end: int, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = field.textCursor()
    selection.cursor.setPosition(start)
    selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    selection.format = form
    return selection


def explain(field: QPlainTextEdit, marks: Sequence[Mark], here: QPoint, there: QPoint) -> None:
    """The question that goes with what is underlined under the mouse."""
    at = characters(field.toPlainText(), field.cursorForPosition(here).position())
    mark = mark_at(marks, at)
    # Tooltips guess whether a text is HTML; the words come from a field and must never be taken for it.
    tip = f"<qt>{escape(mark.words)}: {escape(mark.says)}</qt>" if mark else ""
    QToolTip.showText(there, tip, field)


def _line(mark: Mark, t: Tokens) -> QTextCharFormat:
    """A wavy line under empty words, a dotted one under words that may be misspelt; quoted words are only
    paler."""
    line = QTextCharFormat()
    if mark.kind == "quoted":
        line.setForeground(QColor(t.ink3))
        return line
    wave, dots = QTextCharFormat.UnderlineStyle.WaveUnderline, QTextCharFormat.UnderlineStyle.DotLine
    line.setUnderlineStyle(dots if mark.kind == "spelling" else wave)
    line.setUnderlineColor(QColor(t.accent if mark.kind == "spelling" else t.warn))
    return line
