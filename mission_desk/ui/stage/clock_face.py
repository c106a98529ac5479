"""The room's clock: digits and a thin bar. It counts down, then up in the warning colour."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.agenda.clock import CALM, Clock, Tone, Tones, face
from mission_desk.ui.stage.layout.fit import Face, one_line
from mission_desk.ui.stage.layout.measure import CLOCK, SMALL_CLOCK, Measure

BAR = 10  # parts


def clock_size(m: Measure, *, small: bool) -> tuple[float, float]:
    """Width and height of the clock's rectangle in px."""
    parts = SMALL_CLOCK if small else CLOCK
    return m.px(parts * 2.95), m.px(parts + BAR + 14)


def draw_clock(
    painter: QPainter, clock: Clock, now: float, box: QRectF, m: Measure, tones: Tones = CALM
) -> None:
    left = clock.remaining(now)
    tone = tones.tone(left)
    colour = {"calm": m.tokens.ink, "soon": m.tokens.accent, "warn": m.tokens.warn}[tone]
    text = face(left)
    foot = box.bottom() - m.px(BAR + 14)
    high = foot - box.y()
    digits = one_line(text, _face(high))
    if digits.width > box.width():  # hours, or far over time
        digits = one_line(text, _face(high * box.width() / digits.width))
    # On a whole pixel: the strokes of these digits overlap; half-covered pixels there would be drawn twice.
    line = digits.layout.lineAt(0)
    top = round(foot - digits.height + line.y() + line.ascent()) - line.y() - line.ascent()
    digits.draw(painter, round(box.right() - digits.width), top, colour)
    foot_bar = QRectF(box.x(), box.bottom() - m.px(BAR), box.width(), m.px(BAR))
    _draw_bar(painter, clock, left, tone, foot_bar, m)


def until_next(clock: Clock, now: float) -> float:
    """Seconds until the digits change."""
    left = clock.remaining(now)
    return left - math.floor(left) or 1.0


def _face(size: float) -> Face:
    return Face("figures", round(size), QFont.Weight.Bold)


def _draw_bar(painter: QPainter, clock: Clock, left: float, tone: Tone, box: QRectF, m: Measure) -> None:
    radius = box.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.line))
    painter.drawRoundedRect(box, radius, radius)
    share = 1.0 if left < 0 else min(1.0, left / clock.total) if clock.total else 0.0
    if share > 0:
        painter.setBrush(QColor(m.tokens.warn if tone == "warn" else m.tokens.accent))
        painter.drawRoundedRect(
            QRectF(box.x(), box.y(), max(box.height(), box.width() * share), box.height()), radius, radius
        )
