"""Where a notice stands in its window: at the foot, above the bar there; where another window lies over that,
in the largest part that is still seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize

ABOVE = 144  # px from the window's foot: the bar there and the board's buttons over it stay free
AIR = 24  # px to the edges
NARROWEST = 240  # px in which a sentence can still be read

HeightFor = Callable[[int], int]
"""How high the notice is at this width."""


def toast_place(window: QRect, over: QRect, size: QSize, height_for: HeightFor) -> QRect | None:
    """The notice's box, clear of `over`; None where no part of the window is seen that is large enough. Both
    are in the window's own coordinates, `over` is empty where nothing lies there."""
    usual = _at_foot(window, ABOVE, size, height_for)
    if usual is not None and not usual.intersects(over):
        return usual
    for part in _parts_beside(window, over):
        place = _at_foot(part, AIR, size, height_for)
        if place is not None:
            return place
    return None


def _parts_beside(window: QRect, over: QRect) -> list[QRect]:
    """What is seen of the window beside `over`, the largest part first."""
    seen = window & over
    above = QRect(window.left(), window.top(), window.width(), seen.top() - window.top())
    below = QRect(window.left(), seen.bottom() + 1, window.width(), window.bottom() - seen.bottom())
    left = QRect(window.left(), window.top(), seen.left() - window.left(), window.height())
    right = QRect(seen.right() + 1, window.top(), window.right() - seen.right(), window.height())
    return sorted((above, below, left, right), key=lambda part: -part.width() * part.height())


def _at_foot(part: QRect, above: int, size: QSize, height_for: HeightFor) -> QRect | None:
    """None where it does not fit into this part of the window."""
    width = min(size.width(), part.width() - 2 * AIR)
    if width < min(NARROWEST, size.width()):
        return None
    height = max(size.height(), height_for(width))
    left, top = part.left() + (part.width() - width) // 2, part.bottom() + 1 - height - above
    return QRect(left, top, width, height) if top >= part.top() else None
