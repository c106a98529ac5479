"""What stands beside an option whose room divides: one bar from resistance to love with its numbers, what
its ends mean, and below it what was counted and what to make of it."""

from __future__ import annotations

import math

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPainterPath

from mission_desk.core.stage.slides import PollBody, PollRow
from mission_desk.ui.parts.scale_colour import ink_on, scale_colour
from mission_desk.ui.stage.layout.fit import Face, Words, one_line, set_words
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.parting import parted

BAR, SCORE, ENDS = 46, 26, 20  # parts: the bar's height, letters of the words below and of its ends
GAP = 10
DENSEST = 2
"""Where the options would not all fit: 1 leaves the ends of the bars unnamed, the footer names them too; 2
also takes air out of the cards."""
USUAL = 115
"""Letters of a score with a long verdict: so much room is kept free, so that nothing jumps when one comes."""
LETTER = 0.5  # of its size: how wide one is


class PollBar(Struct, frozen=True):
    """`height` is the same whether the row was revealed or not."""

    row: PollRow
    ends: tuple[Words, ...]
    score: Words | None
    height: float
    width: float


def lay_out(
    body: PollBody, row: PollRow, width: float, m: Measure, language: str, *, dense: int = 0
) -> PollBar:
    face = Face("ui", m.letters(SCORE), QFont.Weight.DemiBold)
    words = " · ".join(part for part in (row.score, row.verdict) if part.strip())
    score = set_words(parted(words, language), face, width) if words else None
    small = Face("ui", m.letters(ENDS), QFont.Weight.Medium)
    named = (body.ends[0], body.ends[-1]) if body.ends and not dense else ()
    ends = tuple(set_words(parted(each, language), small, width / 2 - m.px(GAP)) for each in named)
    if score is not None and not row.bar:  # places alone
        return PollBar(row, ends, score, score.height, width)
    kept_free = 0 if row.is_revealed and score is None else math.ceil(USUAL * LETTER * face.size / width)
    lines = max(kept_free, score.lines if score else 0)
    below = max((each.height for each in ends), default=0 if dense else small.pitch)
    height = (
        m.line(BAR)
        + m.px(GAP if dense >= DENSEST else 2 * GAP)
        + (0 if dense else below + m.px(GAP))
        + lines * face.pitch
    )
    return PollBar(row, ends, score, height, width)


def draw(painter: QPainter, bar: PollBar, x: float, y: float, m: Measure, grown: float) -> None:
    """`grown` is how much of the bar is there, 0 to 1."""
    if not bar.row.is_revealed:
        return
    below = y
    if bar.row.bar:
        _draw_bands(painter, bar.row, QRectF(x, y, bar.width, m.line(BAR)), m, grown)
        below = y + m.line(BAR) + m.px(GAP)
        below = _draw_ends(painter, bar, x, below, m)
    if bar.score is not None:
        bar.score.draw(painter, x, below, m.tokens.warn if bar.row.warned else m.tokens.ink)


def _draw_ends(painter: QPainter, bar: PollBar, x: float, y: float, m: Measure) -> float:
    if not bar.ends:
        return y
    low, high = bar.ends
    low.draw(painter, x, y, m.tokens.ink2)
    high.draw(painter, x + bar.width - high.width, y, m.tokens.ink2)
    return y + max(low.height, high.height) + m.px(GAP)


def _draw_bands(painter: QPainter, row: PollRow, box: QRectF, m: Measure, grown: float) -> None:
    total = sum(band.count for band in row.bar)
    frame = QPainterPath()
    frame.addRoundedRect(QRectF(box.x(), box.y(), box.width() * grown, box.height()), m.px(8), m.px(8))
    painter.save()
    painter.setClipPath(frame)
    face = Face("ui", m.letters(SCORE), QFont.Weight.Bold)
    x = box.x()
    for band in row.bar:
        part = QRectF(x, box.y(), box.width() * band.count / max(1, total), box.height())
        ground = scale_colour(m.tokens, band.tone)
        painter.fillRect(part.adjusted(0, 0, 1, 0), ground)
        count = one_line(str(band.count), face)
        if part.width() > count.width * 1.1:
            left, top = part.center().x() - count.width / 2, part.center().y() - count.height / 2
            count.draw(painter, left, top, ink_on(ground, m.tokens).name())
        x += part.width()
    painter.restore()
