"""The named areas of a board: where notes go inside them, and how they grow when they are full."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.core.board import free_places, places
from mission_desk.core.board.places import CLUSTER_PAD, Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_HEIGHT, Note, Region
from mission_desk.core.file.writer import Writer

HEAD, PAD = 64, 24  # canvas units: the title with its hint, and the margin at the other sides
Spot = tuple[int, int]


def regions_on(doc: Document, board: int) -> list[Region]:
    return doc.rows(Region, "board = ? ORDER BY rank", board)


def box_of(region: Region) -> Box:
    return Box(region.x, region.y, region.w, region.h)


def area(region: Region) -> Box:
    """Where notes go inside a region: below its title."""
    return Box(region.x + PAD, region.y + HEAD, region.w - 2 * PAD, region.h - HEAD - PAD)


def area_of_frames(region: Region) -> Box:
    """Where the frames of clusters go inside a region: their notes stand in line with single ones."""
    inner = area(region)
    return Box(inner.x - CLUSTER_PAD, inner.y, inner.w + 2 * CLUSTER_PAD, inner.h)


def region_at(doc: Document, board: int, x: int, y: int) -> Region | None:
    return next((each for each in regions_on(doc, board) if box_of(each).holds(x, y)), None)


def spots_in(doc: Document, number: int, count: int, h: int = NOTE_HEIGHT) -> list[Spot]:
    """Free places for notes `h` high inside the region with this id; where it is full, below its edge,
    whatever stands there: the region will grow and push that down."""
    region = doc.row(Region, number)
    inside = doc.rows(Note, "board = ? AND y + h / 2.0 < ?", region.board, region.y + region.h)
    return free_places.free_spots(map(places.box_of, inside), area(region), count, h=h)


def grow(
    doc: Document,
    write: Writer,
    number: int,
    spots: Sequence[Spot],
    h: int = NOTE_HEIGHT,
    staying: frozenset[int] = frozenset(),
) -> None:
    """Let the region with this id, and those beside it, reach down to the lowest of `spots`; what stands
    below moves down, except for the notes in `staying`: the region grows for them. By its id, because a row
    that was read before it grew last pushes everything down twice."""
    region = doc.row(Region, number)
    lowest = max(y for _, y in spots) + h + PAD
    edge = region.y + region.h
    lacking = lowest - edge
    if lacking <= 0:
        return
    for other in regions_on(doc, region.board):
        if other.y >= edge:
            write.update(Region, other.id, y=other.y + lacking)
        elif other.y + other.h == edge:
            write.update(Region, other.id, h=other.h + lacking)
    for note in doc.rows(Note, "board = ? AND y + h / 2 >= ?", region.board, edge):
        if note.id not in staying:
            write.update(Note, note.id, y=note.y + lacking)
