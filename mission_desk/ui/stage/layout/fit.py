"""Words set into a box: the largest size that fits, lines of even length, long words parted at a hyphen. No
function here leaves a word out: what is too much for its box is the caller's to bring on a further leaf."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from mission_desk.posters.setting.hyphens import SOFT_HYPHEN
from mission_desk.ui.look.fonts import figures_font, serif_font, ui_font

KEPT = 4096
ENDLESS = 1e6  # px
LONG = 20  # letters: such a word may be parted though it would fit into a line of its own
PARTED = re.compile(rf"[^\W\d_]+(?:{SOFT_HYPHEN}[^\W\d_]+)+")
LEFT_OVER = 0.5  # of the widest line: a shorter last line looks forgotten
EVEN, RAGGED = (1.0, 0.95, 0.9, 0.85), 0.62  # of the largest size; of the widest line, for the shortest
LEADING = {"ui": 1.22, "serif": 1.18, "figures": 1.0}
NEW_LINE = "\u2028"  # QTextLayout takes a plain newline for a blank
LONGEST_WORD = 60  # letters
BLANKS = frozenset(" \t\u2028\u00a0\u2009")


Typeface = Literal["ui", "serif", "figures"]


class Face(Struct, frozen=True):
    """A kind of type at a size in px."""

    kind: Typeface
    size: int
    weight: QFont.Weight = QFont.Weight.Medium

    @property
    def font(self) -> QFont:
        make = {"ui": ui_font, "serif": serif_font, "figures": figures_font}[self.kind]
        font = make(self.size, self.weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    @property
    def pitch(self) -> float:
        """From one baseline to the next, in px."""
        return self.size * LEADING[self.kind]

    def sized(self, size: int) -> Face:
        return replace(self, size=size)


class Words(Struct, frozen=True):
    """Text in lines. `width` is that of the widest line; `whole` is False where a word is too long for a line
    and was broken without a hyphen."""

    layout: QTextLayout
    face: Face
    width: float
    lines: int
    whole: bool

    @property
    def height(self) -> float:
        return self.lines * self.face.pitch

    def draw(self, painter: QPainter, x: float, y: float, colour: str) -> None:
        painter.setPen(QColor(colour))
        self.layout.draw(painter, QPointF(x, y))


@lru_cache(maxsize=KEPT)
def set_words(text: str, face: Face, width: float) -> Words:
    """The text in as many lines of `width` px as it takes."""
    if SOFT_HYPHEN in text:
        text = _sparing(text, face, width)
    words = _laid_out(text, face, width, QTextOption.WrapMode.WordWrap)
    if words.whole:
        return words
    return replace(
        _laid_out(text, face, width, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere), whole=False
    )


def _sparing(text: str, face: Face, width: float) -> str:
    """Hyphens only in very long words and in those that are wider than the line: a line would be filled up
    with half of a word that has room on the next."""

    def spared(match: re.Match[str]) -> str:
        parted = match.group()
        word = parted.replace(SOFT_HYPHEN, "")
        if len(word) >= LONG:
            return parted
        # No letter is wider than its size is high: most words need not be measured.
        if len(word) * face.size <= width or QFontMetricsF(face.font).horizontalAdvance(word) <= width:
            return word
        return parted

    return PARTED.sub(spared, text)


def one_line(text: str, face: Face) -> Words:
    """The text in one line, however long that is."""
    return set_words(" ".join(text.split()), face, ENDLESS)


def largest(text: str, face: Face, width: float, height: float, smallest: int) -> Words:
    """Set as large as it fits into the box, from the face's own size down to `smallest`; there as high as it
    needs."""
    size = largest_size(
        lambda size: fits(set_words(text, face.sized(size), width), width, height), face.size, smallest
    )
    return set_words(text, face.sized(size or smallest), width)


def fitted(text: str, face: Face, width: float, height: float, smallest: int) -> tuple[Words, str]:
    """As large as it fits, in even lines; where it does not even at the smallest, the part that does, and
    the words that are left for the next leaf."""
    words = largest(text, face, width, height, smallest)
    if words.height <= height + 1:
        return (_evenly(text, words.face, width, smallest) if words.whole else words), ""
    first, rest = cut(words, int((height + 1) / words.face.pitch))
    return set_words(first, words.face, width), rest


def _evenly(text: str, face: Face, width: float, smallest: int) -> Words:
    """A little smaller, where at the largest size one word would stand alone on a line of its own."""
    for share in EVEN:
        words = balanced(text, face.sized(max(smallest, round(face.size * share))), width)
        lines = [words.layout.lineAt(n).naturalTextWidth() for n in range(words.lines - 1)]
        if min(lines, default=words.width) >= words.width * RAGGED:
            return words
    return balanced(text, face, width)


def cut(words: Words, most: int) -> tuple[str, str]:
    """The text in two, the first part in at most so many lines (one at the least); never inside a word. All
    leaves get about the same number of lines, so that no last one is left with a word."""
    most = max(1, most)
    leaves = -(-words.lines // most)
    end = words.layout.lineAt(min(words.lines, -(-words.lines // leaves)) - 1)
    units = end.textStart() + end.textLength()
    plain = words.layout.text()
    first = plain.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
    rest = plain[len(first) :]
    if rest and first[-1] not in BLANKS and rest[0] not in BLANKS:
        whole = first.rstrip("".join(set(first) - BLANKS))
        if whole and len(first) - len(whole) <= LONGEST_WORD:  # languages without blanks end anywhere
            first = whole
    rest = plain[len(first) :]
    return first.replace(NEW_LINE, "\n").rstrip(), rest.replace(NEW_LINE, "\n").strip()


def largest_size(fits: Callable[[int], bool], most: int, least: int) -> int | None:
    """The largest whole number between the two that fits; None where not even the least does."""
    fitting = None
    low, high = least, most
    while low <= high:
        middle = (low + high + 1) // 2
        if fits(middle):
            fitting, low = middle, middle + 1
        else:
            high = middle - 1
    return fitting


def balanced(text: str, face: Face, width: float) -> Words:
    """As many lines as the width asks for; of even length where else a word or two would be left over at the
    end."""
    words = set_words(text, face, width)
    if words.lines < 2 or not words.whole:
        return words
    last = words.layout.lineAt(words.lines - 1).naturalTextWidth()
    if last > words.width * LEFT_OVER:
        return words

    def as_high(by: int) -> bool:
        narrow = set_words(text, face, width - by)
        return fits(narrow, width - by, words.height) and narrow.lines <= words.lines

    return set_words(text, face, width - (largest_size(as_high, int(width / 2), 0) or 0))


def fits(words: Words, width: float, height: float) -> bool:
    return words.whole and words.width <= width and words.height <= height + 1


def _laid_out(text: str, face: Face, width: float, mode: QTextOption.WrapMode) -> Words:
    layout = QTextLayout(text.replace("\n", NEW_LINE), face.font)
    option = QTextOption()
    option.setWrapMode(mode)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    widest, count = 0.0, 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, count * face.pitch + (face.pitch - line.height()) / 2))
        widest, count = max(widest, line.naturalTextWidth()), count + 1
    layout.endLayout()
    return Words(layout, face, widest, count, widest <= width + 0.5)
