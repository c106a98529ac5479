"""How fast the paper slides while a hand holds something at the edge of the view. Numbers only."""

from __future__ import annotations

ZONE = 32  # pixels from an edge within which the paper slides
FASTEST = 18.0  # pixels a tick, with the hand on the edge or beyond it

Point = tuple[float, float]


def pull(now: Point, start: Point, size: tuple[int, int]) -> Point:
    """Pixels by which the view moves on, for a hand at `now` that took hold at `start`. Who takes hold near
    an edge is not carried off: only being nearer to it counts."""
    return _along(now[0], start[0], size[0]), _along(now[1], start[1], size[1])


def _along(now: float, start: float, length: int) -> float:
    return _towards(length - now, length - start) - _towards(now, start)


def _towards(distance: float, at_first: float) -> float:
    zone = max(1.0, min(ZONE, at_first))
    return FASTEST * max(0.0, min(1.0, (zone - distance) / zone))
