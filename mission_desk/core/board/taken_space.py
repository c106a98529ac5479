"""What of a board is taken, read from its rows, and where a new note has a free place."""

from __future__ import annotations

import json
from collections.abc import Iterator

from mission_desk.core.board import free_places, places, regions
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_WIDTH

EVERYWHERE = Box(-(2**40), -(2**40), 2**41, 2**41)


def taken_on(
    doc: Document, board: int, without: frozenset[int] = frozenset(), within: Box = EVERYWHERE
) -> list[Box]:
    """The boxes on a board that must not be covered: notes, frames of clusters and fields, except for the
    notes in `without`. Of the notes only those that reach into `within`."""
    fields = map(regions.box_of, regions.regions_on(doc, board))  # a note over a title hides the question
    return [*_single(doc, board, without, within), *_frames(doc, board, without), *fields]


def _single(doc: Document, board: int, without: frozenset[int], within: Box) -> Iterator[Box]:
    sql = (
        "SELECT x, y, w, h FROM note WHERE board = ? AND cluster IS NULL AND x < ? AND x + w > ?"
        " AND y < ? AND y + h > ? AND id NOT IN (SELECT value FROM json_each(?))"
    )
    edges = (within.right, within.x, within.bottom, within.y)
    return map(Box._make, doc.records(sql, board, *edges, json.dumps(sorted(without))))


def _frames(doc: Document, board: int, without: frozenset[int]) -> Iterator[Box]:
    """The frames of all clusters, computed by SQL so that the notes need not be read."""
    sql = (
        "SELECT c.folded, min(x), min(y), max(x + w) - min(x), max(y + h) - min(y) FROM note n"
        " JOIN cluster c ON c.id = n.cluster WHERE n.board = ?"
        " AND n.id NOT IN (SELECT value FROM json_each(?)) GROUP BY c.id"
    )
    for folded, *inner in doc.records(sql, board, json.dumps(sorted(without))):
        frame = places.framed(Box(*inner))
        yield places.folded_box(frame) if folded else frame


def free_on(doc: Document, board: int, area: Box, count: int, h: int) -> list[free_places.Spot]:
    """Places in line with the notes that are there."""
    first = _first_in(doc, board, area)
    lined = free_places.lined_up(area, first, h) if first else area

    def taken_in(band: Box) -> list[Box]:
        return taken_on(doc, board, within=band)

    return free_places.free_spots_where(taken_in, lined, count, h=h)


def _first_in(doc: Document, board: int, area: Box) -> free_places.Spot | None:
    """The top left corner of the first note of the usual width that lies in the area, as one reads."""
    sql = (
        "SELECT x, y FROM note WHERE board = ? AND w = ? AND x >= ? AND x + w <= ? AND y >= ? AND y < ?"
        " AND (cluster IS NULL OR cluster NOT IN (SELECT id FROM cluster WHERE folded))"
        " ORDER BY y, x LIMIT 1"
    )
    edges = (area.x, area.right, area.y, area.bottom)
    corners = doc.records(sql, board, NOTE_WIDTH, *edges)
    return corners[0] if corners else None
