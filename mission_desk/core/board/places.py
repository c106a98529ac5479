"""Geometry of a board in canvas units: boxes, the frame of a cluster, the order in which a wall is read. Pure
functions over numbers; knows neither the document nor a screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mission_desk.core.file.rows import NOTE_HEIGHT, Note

GAP = 12  # between two notes
CLUSTER_PAD = 18  # from a cluster's frame to its notes
CLUSTER_HEAD = 40  # the line that carries the cluster's name
FOLDED_WIDTH, FOLDED_HEIGHT = 408, 72  # of a cluster that is folded up, at the most

Size = tuple[int, int]  # width and height


class Box(NamedTuple):
    """Corner and size; a tuple, because thousands are made for a single note."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        return self.x + self.w

    @property
    def bottom(self) -> int:
        return self.y + self.h

    def overlaps(self, other: Box) -> bool:
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def surrounds(self, other: Box) -> bool:
        """The other box lies in this one, edges included."""
        across = self.x <= other.x and other.right <= self.right
        return across and self.y <= other.y and other.bottom <= self.bottom

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def grown(self, by: int) -> Box:
        return Box(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)


def box_of(note: Note) -> Box:
    return Box(note.x, note.y, note.w, note.h)


def size_of(note: Note) -> Size:
    return note.w, note.h


def bounds(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around all of them."""
    every_box = list(boxes)
    if not every_box:
        return None
    left, top = min(box.x for box in every_box), min(box.y for box in every_box)
    return Box(
        left, top, max(box.right for box in every_box) - left, max(box.bottom for box in every_box) - top
    )


def cluster_box(notes: Sequence[Note]) -> Box | None:
    """The frame around a cluster's notes, its name's line included."""
    inner = bounds(map(box_of, notes))
    return None if inner is None else framed(inner)


def framed(inner: Box) -> Box:
    """The frame of a cluster whose notes together fill `inner`."""
    top = inner.y - CLUSTER_HEAD
    return Box(inner.x - CLUSTER_PAD, top, inner.w + 2 * CLUSTER_PAD, inner.bottom + CLUSTER_PAD - top)


def folded_box(frame: Box) -> Box:
    """What is left of a cluster's frame when it is folded up: its head."""
    return Box(frame.x, frame.y, min(frame.w, FOLDED_WIDTH), FOLDED_HEIGHT)


def cluster_under(clusters: dict[int, Box], x: float, y: float) -> int | None:
    """The cluster whose frame holds the point."""
    return next((cluster for cluster, box in clusters.items() if box.holds(x, y)), None)


def reading_order(notes: Iterable[Note]) -> list[Note]:
    """Top to bottom in rows, left to right in a row, as a person reads a wall."""
    return sorted(notes, key=lambda note: (row_of(note.y, note.h), note.x, note.id))


def row_of(y: int, h: int) -> int:
    """The row of the wall in which a note of this place and height is read."""
    return (y + h // 2) // (NOTE_HEIGHT + GAP)
