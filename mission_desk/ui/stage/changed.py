"""Which part of the stage differs between two pictures: a dot more on one note is no reason to paint all of
them again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from mission_desk.ui.stage.layout.notes import Placed
from mission_desk.ui.stage.picture import Picture

EDGE = 3.0  # px around a note that smoothing may have touched
MANY = 12  # notes from which on everything is painted in one go


def changed_area(before: Picture | None, after: Picture) -> QRectF | None:
    """The box that has to be painted; None for all of it."""
    if before is None or before.body.notes is None or after.body.notes is None:
        return None
    if (before.ground, before.frame, before.m) != (after.ground, after.frame, after.m):
        return None
    if before.body.names != after.body.names:
        return None
    boxes = _boxes(before.body.notes, after.body.notes)
    if len(boxes) > MANY:
        return None
    area = QRectF()
    for box in boxes:
        area |= box.adjusted(-EDGE, -EDGE, EDGE, EDGE)
    return area


def _boxes(before: Sequence[Placed], after: Sequence[Placed]) -> list[QRectF]:
    old, new = ({each.box.getRect(): each for each in notes} for notes in (before, after))
    gone = [each.box for place, each in old.items() if place not in new]
    fresh = [each.box for place, each in new.items() if place not in old or _differs(old[place], each)]
    return gone + fresh


def _differs(first: Placed, second: Placed) -> bool:
    """As far as one sees it: where a note lies on its board does not matter here."""
    one, two = first.note, second.note
    if first.letters != second.letters or one.covered != two.covered:
        return True
    return (one.text, one.style, one.dots, one.picture) != (two.text, two.style, two.dots, two.picture)
