"""The strip of gut feelings under a statement: how many said each of 0 to 10, and the words they gave."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.stage.slides import GutStrip
from mission_desk.ui.stage.layout.fit import Face, Words, one_line, set_words
from mission_desk.ui.stage.layout.flow import Flow, Paragraph, flow
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.parting import parted

SHARE, ALONE = 0.3, 0.82  # of the body's height, under a statement or on a leaf of its own
WIDE = 0.5  # of its width for the bars; the words stand beside them
FIGURE, WORDS = 24, 30  # units of the stage
LEAST = 40  # parts: the tallest bar, at the least


class StripLayout(Struct, frozen=True):
    """`left` are the words that need a leaf of their own."""

    bars: tuple[QRectF, ...]
    figures: tuple[tuple[Words, float, float], ...]
    lines: tuple[tuple[Words, float, float], ...]
    height: float
    left: Flow | None = None


def lay_out(strip: GutStrip, box: QRectF, m: Measure, language: str) -> StripLayout:
    """`box` is the room at the foot of the body. Words stand beside the bars; where those would be too small
    to be told apart, bars have the box alone and the words come later."""
    words = tuple(parted(text, language) for text in (strip.says, strip.words) if text)
    face = Face("ui", m.letters(FIGURE), QFont.Weight.Medium)
    beside = _beside(words, box, m)
    low = sum(block.height for block, _, _ in beside) > box.height() - face.pitch
    half = QRectF(box.x(), box.y(), box.width() * WIDE, box.height())
    if low or _is_small(strip, half, face, m):
        later = flow(Paragraph(text, "title") for text in (strip.says, strip.words))
        small = _is_small(strip, box, face, m)
        bars, figures = ((), ()) if small else _bars(strip, box, face, m)
        return StripLayout(bars, figures, (), 0.0 if small else box.height(), later)
    return StripLayout(*_bars(strip, half, face, m), beside, box.height())


def _is_small(strip: GutStrip, box: QRectF, face: Face, m: Measure) -> bool:
    """The figures would stand in each other's way, or the bars have no height."""
    widest = max(one_line(str(n), face).width for n in (len(strip.counts) - 1, *strip.counts))
    narrow = box.width() / len(strip.counts) < widest * 1.1
    return narrow or box.height() - 2 * face.pitch - m.px(12) < m.px(LEAST)


def _bars(
    strip: GutStrip, box: QRectF, face: Face, m: Measure
) -> tuple[tuple[QRectF, ...], tuple[tuple[Words, float, float], ...]]:
    pitch = box.width() / len(strip.counts)
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
    return tuple(bars), tuple(figures)


def _centred(text: str, face: Face, x: float, y: float, width: float) -> tuple[Words, float, float]:
    words = one_line(text, face)
    return words, x + (width - words.width) / 2, y


def _beside(words: tuple[str, ...], box: QRectF, m: Measure) -> tuple[tuple[Words, float, float], ...]:
    x = box.x() + box.width() * WIDE + m.px(48)
    face = Face("ui", m.letters(WORDS), QFont.Weight.Medium)
    blocks = [set_words(text, face, box.right() - x) for text in words]
    top = box.bottom() - face.pitch - sum(block.height for block in blocks)
    placed = []
    for block in blocks:
        placed.append((block, x, top))
        top += block.height
    return tuple(placed)


def draw(painter: QPainter, layout: StripLayout, m: Measure) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.heart))
    for bar in layout.bars:
        painter.drawRect(bar)
    for words, x, y in layout.figures:
        words.draw(painter, x, y, m.tokens.ink2)
    for words, x, y in layout.lines:
        words.draw(painter, x, y, m.tokens.ink)
