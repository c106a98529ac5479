"""How #tags stand out among the words of a note."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextLayout

from mission_desk.language.tags import tags_in


def tag_formats(text: str, colour: str = "") -> list[QTextLayout.FormatRange]:
    """For a layout of this text; in `colour`, or in the ink of the other words."""
    if "#" not in text:
        return []
    return [
        _format(_units(text[: tag.start]), _units(text[tag.start : tag.end]), colour) for tag in tags_in(text)
    ]


def _format(start: int, length: int, colour: str) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    found.format.setFontWeight(QFont.Weight.Bold)
    if colour:
        found.format.setForeground(QColor(colour))
    return found


def _units(text: str) -> int:
    """Qt counts UTF-16: an emoji before the tag counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
