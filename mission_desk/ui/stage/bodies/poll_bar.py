"""What stands beside an option whose room divides: one bar from resistance to love with its numbers, under
each part what it means, and below that what was counted and what to make of it."""

from __future__ import annotations

import math

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPainterPath

from mission_desk.core.stage.slides import PollBody, PollRow
from mission_desk.core.vote.bar_layout import Part, label_places, parts
from mission_desk.ui.parts.scale_colour import ink_on, scale_colour
from mission_desk.ui.stage.layout.fit import Face, Words, one_line, set_words
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.parting import parted

BAR, SCORE, NAMES = 46, 26, 20  # parts: the bar's height, letters of the words below and of its names
GAP = 10
APART = 12  # parts between the answers and no answer
DENSEST = 2
"""Where the options would not all fit: 1 takes air out of the cards; 2 also leaves the parts of the bars
unnamed, which the legend names too."""
USUAL = 115
"""Letters of a score with a long verdict: so much room is kept free, so that nothing jumps when one comes."""
LETTER = 0.46  # of its size: how wide one is


class PollBar(Struct, frozen=True):
    """`height` is the same whether the row was revealed or not."""

    row: PollRow
    parts: tuple[Part, ...]
    named: bool
    score: Words | None
    height: float
    width: float


def lay_out(
    body: PollBody, row: PollRow, width: float, m: Measure, language: str, *, dense: int = 0
) -> PollBar:
    face = Face("ui", m.letters(SCORE), QFont.Weight.DemiBold)
    words = " · ".join(part for part in (row.score, row.verdict, row.before) if part.strip())
    score = set_words(parted(words, language), face, width) if words else None
    laid = parts(row.bar, width, m.px(APART))
    if score is not None and not row.bar:  # places alone
        return PollBar(row, laid, False, score, score.height, width)
    kept_free = 0 if row.is_revealed and score is None else math.ceil(USUAL * LETTER * face.size / width)
    lines = max(kept_free, score.lines if score else 0)
    named = dense < DENSEST
    below = _name_face(m).pitch + m.px(GAP) if named else 0
    height = m.line(BAR) + m.px(GAP if dense else 2 * GAP) + below + lines * face.pitch
    return PollBar(row, laid, named, score, height, width)


def _name_face(m: Measure) -> Face:
    return Face("ui", m.letters(NAMES), QFont.Weight.Medium)


def draw(painter: QPainter, bar: PollBar, x: float, y: float, m: Measure, grown: float) -> None:
    """`grown` is how much of the bar is there, 0 to 1."""
    if not bar.row.is_revealed:
        return
    below = y
    if bar.row.bar:
        _draw_bands(painter, bar, x, y, m, grown)
        below = _draw_names(painter, bar, x, y + m.line(BAR) + m.px(GAP), m)
    if bar.score is not None:
        bar.score.draw(painter, x, below, m.tokens.warn if bar.row.warned else m.tokens.ink)


def _draw_names(painter: QPainter, bar: PollBar, x: float, y: float, m: Measure) -> float:
    """Under each part what it says, as far as there is room; the legend says all."""
    if not bar.named:
        return y
    names = [one_line(part.band.words, _name_face(m)) for part in bar.parts]
    places = label_places(bar.parts, [name.width for name in names], m.px(2 * GAP))
    for name, at in zip(names, places, strict=True):
        if at is not None:
            name.draw(painter, x + at, y, m.tokens.ink2)
    return y + _name_face(m).pitch + m.px(GAP)


def _draw_bands(painter: QPainter, bar: PollBar, x: float, y: float, m: Measure, grown: float) -> None:
    high = m.line(BAR)
    frame = QPainterPath()
    frame.addRoundedRect(QRectF(x, y, bar.width * grown, high), m.px(8), m.px(8))
    painter.save()
    painter.setClipPath(frame)
    face = Face("ui", m.letters(SCORE), QFont.Weight.Bold)
    for part in bar.parts:
        box = QRectF(x + part.x, y, part.width, high)
        ground = scale_colour(m.tokens, part.band.tone)
        painter.fillRect(box, ground)
        count = one_line(str(part.band.count), face)
        if box.width() > count.width * 1.1:
            left, top = box.center().x() - count.width / 2, box.center().y() - count.height / 2
            count.draw(painter, left, top, ink_on(ground, m.tokens).name())
    painter.restore()
