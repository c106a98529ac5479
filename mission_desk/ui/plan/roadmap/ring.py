"""The signs of the road map: the ring with the number of a priority, and the mark of a state, which differ
also without their colour."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from mission_desk.core.file.closed_sets import GuidelineState
from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.theme import Tokens

NUMBER, STATE = 12, 5.5  # px, radius


def draw_number(painter: QPainter, number: int, middle: QPointF, t: Tokens, *, filled: bool = False) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(t.accent), 1.2))
    painter.setBrush(QColor(t.accent if filled else t.panel))
    painter.drawEllipse(middle, NUMBER - 0.5, NUMBER - 0.5)
    painter.setPen(QColor(t.on_accent if filled else t.accent))
    painter.setFont(ui_font(theme.TINY, QFont.Weight.Bold))
    box = QRectF(middle.x() - NUMBER, middle.y() - NUMBER, 2 * NUMBER, 2 * NUMBER)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def draw_state(painter: QPainter, state: GuidelineState, middle: QPointF, t: Tokens) -> None:
    """A ring; half full for partly, full for lived, a cross for dropped."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(t.accent if state in ("lived", "partly") else t.ink2)
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    circle = QRectF(middle.x() - STATE, middle.y() - STATE, 2 * STATE, 2 * STATE)
    match state:
        case "planned":
            painter.drawEllipse(circle)
        case "lived":
            painter.setBrush(ink)
            painter.drawEllipse(circle)
        case "partly":
            painter.drawEllipse(circle)
            painter.setBrush(ink)
            painter.drawPie(circle, 90 * 16, 180 * 16)
        case "dropped":
            painter.drawLine(circle.topLeft(), circle.bottomRight())
            painter.drawLine(circle.topRight(), circle.bottomLeft())
        case _:
            assert_never(state)
