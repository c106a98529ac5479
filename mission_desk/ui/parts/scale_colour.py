"""Colours between the five of the theme's scale of agreement, from resistance (0) to love (4)."""

from __future__ import annotations

from PySide6.QtGui import QColor

from mission_desk.ui.look import theme
from mission_desk.ui.look.theme import Tokens

LIGHT_FROM = 140  # of 255: a ground as light as this takes dark ink


def scale_colour(tokens: Tokens, tone: float | None) -> QColor:
    """The colour of an answer; None (no answer) gets a colour that says neither yes nor no."""
    if tone is None:
        return QColor(tokens.line)
    scale = tokens.scale
    low = min(int(tone), len(scale) - 2)
    return _between(QColor(scale[low]), QColor(scale[low + 1]), tone - low)


def ink_on(ground: QColor, tokens: Tokens) -> QColor:
    """The ink that can be read on this colour."""
    light = 0.299 * ground.red() + 0.587 * ground.green() + 0.114 * ground.blue() > LIGHT_FROM
    return QColor(tokens.note_ink if light else theme.LIGHT.on_accent)


def _between(low: QColor, high: QColor, share: float) -> QColor:
    parts = ((low.red(), high.red()), (low.green(), high.green()), (low.blue(), high.blue()))
    red, green, blue = (round(start + (end - start) * share) for start, end in parts)
    return QColor.fromRgb(red, green, blue)
