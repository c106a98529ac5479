"""The break: when to be back, readable from the coffee machine."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from mission_desk.core.stage.slides import BreakBody
from mission_desk.ui.stage.layout.fit import Face, Words, largest, one_line
from mission_desk.ui.stage.layout.measure import Measure

LARGEST = 200  # parts


class BreakLayout(Struct, frozen=True):
    head: Words
    back: Words
    x: float
    tops: tuple[float, float]


def lay_out(body: BreakBody, box: QRectF, m: Measure) -> BreakLayout:
    """A word and a time: they fit at any size."""
    head = one_line(body.head, Face("ui", m.letters(44), QFont.Weight.DemiBold))
    face = Face("serif", m.letters(LARGEST), QFont.Weight.DemiBold)
    back = largest(body.back, face, box.width(), min(box.height() - head.height, 2 * face.pitch), m.floor)
    top = box.y() + max(0.0, (box.height() - head.height - back.height) * 0.36)
    return BreakLayout(head, back, box.x(), (top, top + head.height + m.px(12)))


def draw(painter: QPainter, layout: BreakLayout, m: Measure) -> None:
    layout.head.draw(painter, layout.x, layout.tops[0], m.tokens.accent)
    layout.back.draw(painter, layout.x, layout.tops[1], m.tokens.ink)
