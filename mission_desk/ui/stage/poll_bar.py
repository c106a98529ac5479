"""What stands beside an option whose room divides: one bar from resistance to love with its numbers, what
its ends mean, and below it what was counted and what to make of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath

from mission_desk.core.slides import PollBody, PollRow
from mission_desk.ui.parts.scale_colour import ink_on, scale_colour
from mission_desk.ui.stage.fit import Face, Words, one_line, set_words
from mission_desk.ui.stage.measure import Measure

BAR, SCORE, ENDS = 46, 26, 20  # parts: the bar's height, letters of the words below, letters of its ends
GAP = 10
DENSEST = 2
"""Where the options would not all fit: 1 leaves the ends of the bars unnamed, 2 also keeps the words to one
line."""


@dataclass(frozen=True, slots=True)
class PollBar:
    """`height` is the same whether the row was revealed or not, so that nothing jumps when it is."""

    row: PollRow
    ends: tuple[Words, ...]
    score: Words | None
    height: float
    width: float


def lay_out(body: PollBody, row: PollRow, width: float, m: Measure, *, dense: int = 0) -> PollBar:
    lines = 1 if dense >= DENSEST else 2
    face = Face("ui", m.letters(SCORE), QFont.Weight.DemiBold)
    words = " · ".join(part for part in (row.score, row.verdict) if part)
    score = set_words(words, face, width, lines) if words else None
    small = Face("ui", m.letters(ENDS), QFont.Weight.Medium)
    named = (body.ends[0], body.ends[-1]) if body.ends and not dense else ()
    ends = tuple(one_line(each, small, width / 2) for each in named)
    height = m.px(BAR + 2 * GAP) + (0 if dense else small.pitch + m.px(GAP)) + lines * face.pitch
    if score is not None and not row.bar:  # places alone
        height = score.height
    return PollBar(row, ends, score, height, width)


def draw(painter: QPainter, bar: PollBar, x: float, y: float, m: Measure, grown: float) -> None:
    """`grown` is how much of the bar is there, 0 to 1."""
    if not bar.row.told:
        return
    below = y
    if bar.row.bar:
        _draw_bands(painter, bar.row, QRectF(x, y, bar.width, m.px(BAR)), m, grown)
        below = y + m.px(BAR + GAP)
        below = _draw_ends(painter, bar, x, below, m)
    if bar.score is not None:
        bar.score.draw(painter, x, below, m.tokens.warn if bar.row.warned else m.tokens.ink)


def _draw_ends(painter: QPainter, bar: PollBar, x: float, y: float, m: Measure) -> float:
    if not bar.ends:
        return y
    low, high = bar.ends
    low.draw(painter, x, y, m.tokens.ink2)
    high.draw(painter, x + bar.width - high.width, y, m.tokens.ink2)
    return y + low.height + m.px(GAP)


def _draw_bands(painter: QPainter, row: PollRow, box: QRectF, m: Measure, grown: float) -> None:
    total = sum(band.count for band in row.bar)
    frame = QPainterPath()
    frame.addRoundedRect(QRectF(box.x(), box.y(), box.width() * grown, box.height()), m.px(8), m.px(8))
    painter.save()
    painter.setClipPath(frame)
    painter.setFont(Face("ui", m.letters(SCORE), QFont.Weight.Bold).font)
    x = box.x()
    for band in row.bar:
        part = QRectF(x, box.y(), box.width() * band.count / max(1, total), box.height())
        ground = scale_colour(m.tokens, band.tone)
        painter.fillRect(part.adjusted(0, 0, 1, 0), ground)
        painter.setPen(QColor(ink_on(ground, m.tokens)))
        if part.width() > m.letters(SCORE):
            painter.drawText(part, Qt.AlignmentFlag.AlignCenter, str(band.count))
        x += part.width()
    painter.restore()
