"""How a note's words are set: the largest of a few sizes that fits; when even the smallest does not, the
note grows. Set once a text and width, and cached, because line breaking costs more than painting. Also what
is drawn with the words: tags, the wave under what the sensor points at, a picture with its caption."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPolygonF,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from mission_desk.core.board.pictures import CAPTION, EDGE
from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH, Note
from mission_desk.language.tags import tags_in
from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.pictures.picture_copies import PictureCopies
from mission_desk.ui.parts.pictures.picture_drawing import PictureNotice, draw_picture

PAD_X, PAD_TOP, FOOT = 14, 12, 30  # canvas units: at the sides, above the words, the line with style and dots
SIZES = (theme.LEAD, theme.BODY, theme.SMALL)
LARGE = (theme.HERO, theme.HEAD, theme.TITLE)  # on notes that were made large
LEADING = 1.18
CACHED = 4096  # layouts
STEP, HIGH = 3.0, 1.6  # canvas units: half a wave, and how far it goes up and down
UNDER = 2.5  # below the line the letters stand on
CAPTION_LINE = 20  # units; the note's foot has the rest

Span = tuple[int, int]


def _font(size: int) -> QFont:
    font = ui_font(size, QFont.Weight.Medium)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # else words break anew at every zoom
    return font


@lru_cache(maxsize=CACHED)
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
    pieces, start = [], 0
    while (end := finder.toNextBoundary()) > 0:  # in units of two bytes
        pieces.append(units[2 * start : 2 * end].decode("utf-16-le", "replace").strip())
        start = end
    return pieces


def _large(width: int, height: int) -> tuple[int, ...]:
    """A note twice as large has words twice as large; one that only grew with its words has not."""
    times = min(width / NOTE_WIDTH, height / NOTE_HEIGHT)
    return tuple(size for size in LARGE if size <= theme.LEAD * times)


def letter_size(note: Note) -> int:
    """How large the words of a note are set, in canvas units; those under a picture are small."""
    return theme.SMALL if note.picture else face(note.text, note.w, note.h).font().pixelSize()


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
    directions = (bidirectional(sign) for sign in text)
    return next((way for way in directions if way in ("L", "R", "AL")), "L") != "L"


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


def tag_formats(text: str, colour: str = "") -> list[QTextLayout.FormatRange]:
    """How #tags stand out in a layout of this text: in `colour`, or in the ink of the other words."""
    if "#" not in text:
        return []
    return [
        _format(_units(text[: tag.start]), _units(text[tag.start : tag.end]), colour) for tag in tags_in(text)
    ]


def _format(start: int, length: int, colour: str) -> QTextLayout.FormatRange:
    bold = QTextLayout.FormatRange()
    bold.start, bold.length = start, length
    bold.format.setFontWeight(QFont.Weight.Bold)
    if colour:
        bold.format.setForeground(QColor(colour))
    return bold


def _units(text: str) -> int:
    """Qt counts UTF-16: an emoji counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def squiggles(layout: QTextLayout, spans: tuple[Span, ...]) -> Iterator[QPolygonF]:
    """A wave under each span (characters of the text), one for every line it runs over; relative to the
    layout."""
    text = layout.text()
    for start, end in spans:
        first, last = _units(text[:start]), _units(text[:end])
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            low, high = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if low < high:
                yield _wave(line, low, high)


def _wave(line: QTextLine, low: int, high: int) -> QPolygonF:
    left, right = sorted((_x(line, low), _x(line, high)))
    y = line.y() + line.ascent() + UNDER
    count = max(2, round((right - left) / STEP))
    points = [QPointF(left + n * STEP, y + (HIGH if n % 2 else 0)) for n in range(count + 1)]
    return QPolygonF(points)


def _x(line: QTextLine, at: int) -> float:
    place: Any = line.cursorToX(at)  # a float and the position, or a float alone, as the version has it
    return float(place[0] if isinstance(place, tuple | list) else place)


def draw_picture_on_note(painter: QPainter, note: Note, copies: PictureCopies | None, tokens: Tokens) -> None:
    """A picture as large as its note allows, in the units of the note's own corner."""
    room = QRectF(EDGE, EDGE, note.w - 2 * EDGE, note.h - EDGE - CAPTION)
    draw_picture(painter, note.picture, room, copies, tokens, PictureNotice(theme.SMALL))


def draw_caption(painter: QPainter, note: Note, tokens: Tokens) -> None:
    """The words of a note with a picture, in one line below it."""
    font = ui_font(theme.SMALL, QFont.Weight.Medium)
    painter.setFont(font)
    painter.setPen(QColor(tokens.note_ink))
    line = QRectF(PAD_X, note.h - CAPTION, note.w - 2 * PAD_X, CAPTION_LINE)
    words = painter.fontMetrics().elidedText(
        " ".join(note.text.split()), Qt.TextElideMode.ElideRight, int(line.width())
    )
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
