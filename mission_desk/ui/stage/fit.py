"""Words set into a box: the largest size that fits, lines of even length, long words parted and never cut.
Set once and kept, because breaking lines costs more than painting them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from mission_desk.ui.type import figures_font, serif_font, ui_font

KEPT = 4096
LEFT_OVER = 0.5  # of the widest line: a shorter last line looks forgotten
LEADING = {"ui": 1.22, "serif": 1.18, "figures": 1.0}
NEW_LINE = "\u2028"  # QTextLayout takes a plain newline for a blank


@dataclass(frozen=True, slots=True)
class Face:
    """A kind of type ("ui", "serif" or "figures") at a size in px."""

    kind: str
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


@dataclass(frozen=True, slots=True)
class Words:
    """Text in lines. `width` is that of the widest line; `whole` is False where a word was parted or the end
    left out."""

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
def set_words(text: str, face: Face, width: float, most: int = 0) -> Words:
    """The text in lines of `width` px; with `most` lines the rest is left out, with an ellipsis."""
    words = _laid_out(text, face, width, QTextOption.WrapMode.WordWrap)
    if not words.whole:
        words = replace(
            _laid_out(text, face, width, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere), whole=False
        )
    if not most or words.lines <= most:
        return words
    return replace(
        _laid_out(_cut(text, words, width, most), face, width, QTextOption.WrapMode.WrapAnywhere), whole=False
    )


def one_line(text: str, face: Face, width: float) -> Words:
    """The text in one line of at most `width` px; `width` of the answer says how much it takes."""
    return set_words(" ".join(text.split()), face, width, 1)


def largest(text: str, face: Face, width: float, height: float, smallest: int, most: int = 0) -> Words:
    """Set as large as it fits into the box without parting a word, from the face's own size down; at the
    smallest size words are parted, and what does not fit even then is left out."""
    found = largest_size(
        lambda size: _fits(set_words(text, face.sized(size), width), width, height, most), face.size, smallest
    )
    if found:
        return set_words(text, face.sized(found), width)
    small = face.sized(smallest)
    lines = max(1, int(height / small.pitch + 0.02))
    return set_words(text, small, width, min(lines, most) if most else lines)


def largest_size(fits: Callable[[int], bool], most: int, least: int) -> int | None:
    """The largest whole number between the two that fits; None where not even the least does."""
    found = None
    low, high = least, most
    while low <= high:
        middle = (low + high + 1) // 2
        if fits(middle):
            found, low = middle, middle + 1
        else:
            high = middle - 1
    return found


def balanced(text: str, face: Face, width: float) -> Words:
    """As many lines as the width asks for; of even length where else a word or two would be left over at the
    end."""
    words = set_words(text, face, width)
    if words.lines < 2 or not words.whole:
        return words
    last = words.layout.lineAt(words.lines - 1).naturalTextWidth()
    if last > words.width * LEFT_OVER:
        return words
    narrow = largest_size(
        lambda by: _fits(set_words(text, face, width - by), width - by, words.height, words.lines),
        int(width / 2),
        0,
    )
    return set_words(text, face, width - (narrow or 0))


def _fits(words: Words, width: float, height: float, most: int) -> bool:
    return (
        words.whole
        and words.width <= width
        and words.height <= height + 1
        and not (most and words.lines > most)
    )


def _cut(text: str, words: Words, width: float, most: int) -> str:
    """The first lines as they stand, and the last one with an ellipsis."""
    plain = words.layout.text()
    kept = [_line_text(plain, words.layout, n) for n in range(most - 1)]
    start = words.layout.lineAt(most - 1).textStart()
    rest = plain[start:].replace(NEW_LINE, " ").replace("\n", " ")
    metrics = QFontMetricsF(words.face.font)
    room = width - metrics.horizontalAdvance("…")
    last = _line_text(plain, words.layout, most - 1).rstrip()
    while last and metrics.horizontalAdvance(last) > room:
        last = last[:-1]
    kept.append(f"{last.rstrip()}…" if len(rest) > len(last) else last)
    return NEW_LINE.join(kept)


def _line_text(plain: str, layout: QTextLayout, number: int) -> str:
    line = layout.lineAt(number)
    return plain[line.textStart() : line.textStart() + line.textLength()].strip(f"{NEW_LINE}\n ")


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
