"""The strip of gut feelings under a statement: how many said each of 0 to 10, and the words they gave."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.slides import GutStrip
from mission_desk.ui.stage.fit import Face, Words, one_line, set_words
from mission_desk.ui.stage.measure import Measure

SHARE = 0.3  # of the body's height
WIDE = 0.5  # of its width for the bars; the words stand beside them
FIGURE, WORDS = 24, 30  # units of the stage
LINES = 3  # at most, for each of the two sentences beside the bars


@dataclass(frozen=True, slots=True)
class StripLayout:
    bars: tuple[QRectF, ...]
    figures: tuple[tuple[Words, float, float], ...]
    lines: tuple[tuple[Words, float, float], ...]


def height(strip: GutStrip | None, box: QRectF) -> float:
    """What the statement above has to leave free, in px."""
    return box.height() * SHARE if strip else 0.0


def lay_out(strip: GutStrip, box: QRectF, m: Measure) -> StripLayout:
    """`box` is the room at the foot of the body."""
    face = Face("ui", m.letters(FIGURE), QFont.Weight.Medium)
    pitch = box.width() * WIDE / len(strip.counts)
    ground = box.bottom() - face.pitch
    tallest = max(0.0, ground - box.top() - face.pitch - m.px(12))
    most = max(strip.counts, default=0) or 1
    bars, figures = [], []
    for score, count in enumerate(strip.counts):
        tall = max(count / most * tallest, m.px(2))
        x = box.x() + score * pitch
        bars.append(QRectF(x + m.px(3), ground - tall, pitch - m.px(6), tall))
        figures.append(_centred(str(score), face, x, ground, pitch))
        if count:
            figures.append(_centred(str(count), face, x, ground - tall - face.pitch, pitch))
    return StripLayout(tuple(bars), tuple(figures), _beside(strip, box, m))


def _centred(text: str, face: Face, x: float, y: float, width: float) -> tuple[Words, float, float]:
    words = one_line(text, face, width)
    return words, x + (width - words.width) / 2, y


def _beside(strip: GutStrip, box: QRectF, m: Measure) -> tuple[tuple[Words, float, float], ...]:
    x = box.x() + box.width() * WIDE + m.px(48)
    face = Face("ui", m.letters(WORDS), QFont.Weight.Medium)
    blocks = [set_words(text, face, box.right() - x, LINES) for text in (strip.says, strip.words) if text]
    top = box.bottom() - face.pitch - sum(block.height for block in blocks)
    found = []
    for block in blocks:
        found.append((block, x, top))
        top += block.height
    return tuple(found)


def draw(painter: QPainter, layout: StripLayout, m: Measure) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.heart))
    for bar in layout.bars:
        painter.drawRect(bar)
    for words, x, y in layout.figures:
        words.draw(painter, x, y, m.tokens.ink2)
    for words, x, y in layout.lines:
        words.draw(painter, x, y, m.tokens.ink)
