"""The handles at a selected note's corners and edges, the size a drag of one gives, and the mark that folds a
cluster up. Numbers only."""

from __future__ import annotations

from mission_desk.core.board.places import Box

HALF = 5  # pixels from the middle of a handle to its edge, as it is drawn
REACH = 9  # pixels within which it is taken
FOLD = 34  # canvas units at the end of a cluster's head: a press there folds it up

Grip = tuple[int, int]  # which sides move: -1 left or top, 1 right or bottom, 0 none
CORNERS: tuple[Grip, ...] = ((-1, -1), (1, -1), (-1, 1), (1, 1))
Point = tuple[float, float]


def grip_at(left: float, top: float, right: float, bottom: float, at: Point) -> Grip | None:
    """The corner or edge of a box (pixels) that the mouse at `at` would drag; None for a box too small to
    tell its edges from its corners."""
    if min(right - left, bottom - top) < 4 * REACH:
        return None
    across = _side(left, right, at[0])
    down = _side(top, bottom, at[1])
    inside = left - REACH <= at[0] <= right + REACH and top - REACH <= at[1] <= bottom + REACH
    return (across, down) if inside and (across, down) != (0, 0) else None


def _side(low: float, high: float, at: float) -> int:
    return -1 if abs(at - low) <= REACH else 1 if abs(at - high) <= REACH else 0


def stretched(box: Box, grip: Grip, dx: int, dy: int, least: tuple[int, int]) -> Box:
    """`box` with the sides of `grip` moved by units, never smaller than `least` (width, height)."""
    left, right = _moved(box.x, box.right, grip[0], dx, least[0])
    top, bottom = _moved(box.y, box.bottom, grip[1], dy, least[1])
    return Box(left, top, right - left, bottom - top)


def _moved(low: int, high: int, side: int, by: int, least: int) -> tuple[int, int]:
    if side < 0:
        return min(low + by, high - least), high
    return low, max(high + by, low + least) if side > 0 else high
