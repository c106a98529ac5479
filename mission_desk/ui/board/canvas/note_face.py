"""How a note's words are set: the largest of a few sizes that fits; when even the smallest does not, the
note grows. Set once a text and width, and kept, because line breaking costs more than painting."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH
from mission_desk.ui.board.canvas.tag_ink import tag_formats
from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import ui_font

PAD_X, PAD_TOP, FOOT = 14, 12, 30  # canvas units: at the sides, above the words, the line with style and dots
SIZES = (theme.LEAD, theme.BODY, theme.SMALL)
LARGE = (theme.HERO, theme.HEAD, theme.TITLE)  # on notes that were made large
LEADING = 1.18
KEPT = 4096


def _font(size: int) -> QFont:
    font = ui_font(size, QFont.Weight.Medium)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # else words break anew at every zoom
    return font


@lru_cache(maxsize=KEPT)
def face(text: str, width: int, height: int) -> QTextLayout:
    """The words laid out for a note of this size, at the largest size that fits and breaks no word."""
    room = height - PAD_TOP - FOOT
    for size in (*_large(width, height), *SIZES):
        layout, needed = _laid_out(text, width, size)
        if needed <= room and _whole_words(text, width, size):
            break
    return layout


def _whole_words(text: str, width: int, size: int) -> bool:
    """No word is wider than the note: one that is breaks anywhere, without a hyphen."""
    metrics = QFontMetricsF(_font(size))
    words = text.split() if text.isascii() else _pieces(text)
    return all(metrics.horizontalAdvance(word) <= width - 2 * PAD_X for word in words)


def _pieces(text: str) -> list[str]:
    """What may not be broken: many scripts break lines without a blank."""
    finder, units = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text), text.encode("utf-16-le")
    found, start = [], 0
    while (end := finder.toNextBoundary()) > 0:  # in units of two bytes
        found.append(units[2 * start : 2 * end].decode("utf-16-le", "replace").strip())
        start = end
    return found


def _large(width: int, height: int) -> tuple[int, ...]:
    """A note twice as large has words twice as large; one that only grew with its words has not."""
    times = min(width / NOTE_WIDTH, height / NOTE_HEIGHT)
    return tuple(size for size in LARGE if size <= theme.LEAD * times)


def least_height(text: str, width: int) -> int:
    """The height below which these words have no room on a note of this width."""
    _, needed = _laid_out(text, width, SIZES[-1])
    return round(needed) + PAD_TOP + FOOT


def needed_height(text: str, width: int = NOTE_WIDTH) -> int:
    """The height a note needs for these words at the smallest size; never less than a usual note's."""
    _, needed = _laid_out(text, width, SIZES[-1])
    return max(NOTE_HEIGHT, -(-(round(needed) + PAD_TOP + FOOT) // 4) * 4)


def _runs_left(text: str) -> bool:
    """Arabic or Hebrew by its first letter that has a direction, as a person would start to read."""
    if text.isascii():
        return False
    found = (bidirectional(sign) for sign in text)
    return next((way for way in found if way in ("L", "R", "AL")), "L") != "L"


def _laid_out(text: str, width: int, size: int) -> tuple[QTextLayout, float]:
    font = _font(size)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if _runs_left(text):
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setFormats(tag_formats(text))
    layout.setCacheEnabled(True)
    step = size * LEADING
    y = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width - 2 * PAD_X)
        line.setPosition(QPointF(0, y))
        y += step
    layout.endLayout()
    return layout, y
