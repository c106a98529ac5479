"""The pointer on the stage: a dot, or a circle of light in a darkened picture."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from mission_desk.ui.look.theme import BLACK
from mission_desk.ui.stage.layout.measure import Measure

DOT, RING, POOL = 26, 5, 210  # parts: radii of the dot and the pool of light, width of the dot's ring
DARK = 0.72  # of the rest of the picture, in a spotlight


class Pointed(Struct, frozen=True):
    """`x` and `y` are shares of the window's width and height; with `light` it is a spotlight."""

    x: float
    y: float
    light: bool = False


def pointed_box(pointed: Pointed, m: Measure) -> QRect:
    """The rectangle that has to be painted anew."""
    if pointed.light:
        return QRect(0, 0, round(m.width), round(m.height))
    reach = m.px(DOT + RING) + 2
    at = _at(pointed, m)
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect()


def draw_pointed(painter: QPainter, pointed: Pointed, m: Measure) -> None:
    at = _at(pointed, m)
    if not pointed.light:
        painter.setPen(QPen(QColor(m.tokens.paper), m.px(RING)))
        painter.setBrush(QColor(m.tokens.warn))
        painter.drawEllipse(at, m.px(DOT), m.px(DOT))
        return
    dark = QColor(BLACK)
    dark.setAlphaF(DARK)
    rest = QPainterPath()
    rest.addRect(QRectF(0, 0, m.width, m.height))
    pool = QPainterPath()
    pool.addEllipse(at, m.px(POOL), m.px(POOL))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dark)
    painter.drawPath(rest.subtracted(pool))


def _at(pointed: Pointed, m: Measure) -> QPointF:
    return QPointF(pointed.x * m.width, pointed.y * m.height)
