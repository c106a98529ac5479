"""The room's clock: digits and a thin bar, below them the part of the step that runs. It counts down, then up
in the warning colour."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.agenda.clock import Clock, Tone, face
from mission_desk.core.agenda.step_parts import Part, part_now
from mission_desk.core.stage.slides import Slide
from mission_desk.ui.stage.layout.fit import ENDLESS, Face, Words, one_line, set_words
from mission_desk.ui.stage.layout.measure import CLOCK, EYEBROW, SMALL_CLOCK, Measure
from mission_desk.words import tr

WIDEST = 188 * 60  # seconds; as many minutes take the most room of all that a part may have
WIDEST_SHARE = 0.4  # of the window; longer names take more lines
NO_BREAK = "\u00a0"
BAR, BELOW_BAR, NOTCH = 10, 10, 4  # parts of the measure


def clock_size(slide: Slide, m: Measure, *, small: bool) -> tuple[float, float]:
    """Width and height of the clock's rectangle in px; it has room for every part's name, so that nothing
    moves when another one begins."""
    height = SMALL_CLOCK if small else CLOCK
    widest = max(
        (_part_words(slide, part, part.ends + WIDEST, ENDLESS, m).width for part in slide.parts), default=0
    )
    width = max(m.px(height * 2.95), min(widest + 1, m.width * WIDEST_SHARE))
    return width, m.px(height + BAR + 14) + _parts_height(slide, width, m)


def draw_clock(painter: QPainter, slide: Slide, clock: Clock, now: float, box: QRectF, m: Measure) -> None:
    left = clock.remaining(now)
    below = _parts_height(slide, box.width(), m)
    part = part_now(slide.parts, left)
    if part is not None:
        words = _part_words(slide, part, left, box.width(), m)
        top = box.bottom() - below + m.px(BELOW_BAR)
        words.draw(painter, box.right() - words.width, top, m.tokens.ink)
    _draw_time(painter, slide, clock, left, box.adjusted(0, 0, 0, -below), m)


def _draw_time(painter: QPainter, slide: Slide, clock: Clock, left: float, box: QRectF, m: Measure) -> None:
    tone = slide.tones.tone(left)
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
    painter.setBrush(QColor(m.tokens.paper))
    for part in slide.parts[:-1]:
        x = foot_bar.x() + foot_bar.width() * min(1.0, part.ends / clock.total if clock.total else 0.0)
        painter.drawRect(QRectF(x - m.px(NOTCH) / 2, foot_bar.y(), m.px(NOTCH), foot_bar.height()))


def _part_words(slide: Slide, part: Part, left: float, width: float, m: Measure) -> Words:
    """Its name, and the minutes until it is over."""
    minutes = math.ceil((left - part.ends) / 60)
    until = f" · {tr('{n} min', slide.language, n=minutes)}".replace(" ", NO_BREAK) if minutes > 0 else ""
    return set_words(f"{part.name}{until}", Face("ui", m.letters(EYEBROW), QFont.Weight.DemiBold), width)


def _parts_height(slide: Slide, width: float, m: Measure) -> float:
    """The room that the highest of the names takes at its longest, with what parts it from the bar."""
    heights = [_part_words(slide, part, part.ends + WIDEST, width, m).height for part in slide.parts]
    return m.px(BELOW_BAR) + max(heights) if heights else 0.0


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
