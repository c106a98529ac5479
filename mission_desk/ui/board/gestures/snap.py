"""Where dragged notes come into line with those that lie: numbers only, measured once when they are lifted,
so that a movement of the mouse asks a few neighbours in a sorted list and no note at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from msgspec import Struct

from mission_desk.core.board.places import Box

REACH = 6  # pixels on screen within which a line is taken

Shift = tuple[int, int]
Span = tuple[int, int]


class Guide(Struct, frozen=True):
    """A line that holds: at `at` across (upright) or down, from `start` to `end`; canvas units."""

    upright: bool
    at: float
    start: int
    end: int


class Lines:
    """The edges and middles of boxes along one axis. Places are doubled, so that middles are whole."""

    def __init__(self, spans: Iterable[tuple[Span, Span]]) -> None:
        """Of each box its span along the axis and its span across it."""
        self._reach: dict[int, Span] = {}
        for (start, end), across in spans:
            for place in _places(start, end):
                low, high = self._reach.get(place, across)
                self._reach[place] = (min(low, across[0]), max(high, across[1]))
        self._sorted = sorted(self._reach)

    def nearest(self, span: Span, reach: float) -> tuple[int, int] | None:
        """How far (doubled) the nearest line is from an edge or the middle of `span`, and where it is; None
        beyond `reach` units. An edge is preferred to a middle."""
        distances = [
            (place - own, place)
            for own in _places(*span)
            for place in self._around(own)
            if abs(place - own) <= 2 * reach
        ]
        return min(distances, key=lambda each: abs(each[0]), default=None)

    def _around(self, place: int) -> list[int]:
        at = bisect_left(self._sorted, place)
        return self._sorted[max(0, at - 1) : at + 1]

    def reach_of(self, place: int) -> Span:
        """From where to where notes stand on this line."""
        return self._reach[place]


def _places(start: int, end: int) -> tuple[int, int, int]:
    return 2 * start, 2 * end, start + end


class Snapping:
    """`box` is what is dragged, where it lay; `others` are the boxes of the notes in sight."""

    def __init__(self, box: Box, others: Iterable[Box]) -> None:
        boxes = list(others)
        self._box = box
        self._across = Lines(((each.x, each.right), (each.y, each.bottom)) for each in boxes)
        self._down = Lines(((each.y, each.bottom), (each.x, each.right)) for each in boxes)

    def at(self, shift: Shift, reach: float) -> tuple[Shift, tuple[Guide, ...]]:
        """The shift that comes into line, and the lines that hold; `reach` in canvas units."""
        box = self._box
        x, y = box.x + shift[0], box.y + shift[1]
        across = self._across.nearest((x, x + box.w), reach)
        down = self._down.nearest((y, y + box.h), reach)
        # From the middle of an odd width a line may be half a unit away: half stays.
        x += round(across[0] / 2) if across else 0
        y += round(down[0] / 2) if down else 0
        guides: list[Guide] = []
        if across:
            guides.append(_guide(True, across[1], (y, y + box.h), self._across))
        if down:
            guides.append(_guide(False, down[1], (x, x + box.w), self._down))
        return (x - box.x, y - box.y), tuple(guides)


def _guide(upright: bool, place: int, own: Span, lines: Lines) -> Guide:
    low, high = lines.reach_of(place)
    return Guide(upright, place / 2, min(low, own[0]), max(high, own[1]))
