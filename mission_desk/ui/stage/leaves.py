"""Turning leaves: what does not fit on one leaf of a body comes on the next one. This is the same for every
kind of body."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from mission_desk.core.stage.slides import BoardBody
from mission_desk.ui.stage.laid_out import Drawing, Part

MOST = 400
"""Leaves that are counted: somebody who pages farther than that has lost the room anyway."""


class ShownLeaf(Struct, frozen=True):
    """The leaf that is up: number `at` (from 0) of `count`; `count` is 0 where notes are counted instead, of
    which `before` stand on earlier leaves."""

    drawing: Drawing
    at: int
    count: int
    more: bool
    before: int = 0


def shown_leaf(bodies: Sequence[Part], leaf: int, lay_out: Callable[[Part], Drawing]) -> ShownLeaf:
    """Leaf `leaf` of the bodies, one after the other; the last one where there are not so many."""
    waiting, at, total, before = list(bodies), 0, 0, 0
    while True:
        drawing = lay_out(waiting[0])
        total = total or drawing.total
        waiting = [*drawing.rest, *waiting[1:]]
        if at >= leaf or not waiting:
            drawing = replace(drawing, total=total)
            return ShownLeaf(drawing, at, _count(at + 1, waiting, lay_out), bool(waiting), before)
        at, before = at + 1, before + drawing.shown


def _count(seen: int, waiting: list[Part], lay_out: Callable[[Part], Drawing]) -> int:
    """All leaves. A wall of thousands of notes is not laid out to its end for a number: it counts notes."""
    while waiting and seen < MOST:
        if isinstance(waiting[0], BoardBody):
            return 0
        waiting = [*lay_out(waiting[0]).rest, *waiting[1:]]
        seen += 1
    return seen
