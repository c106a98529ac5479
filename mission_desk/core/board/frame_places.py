"""Where the frame of a cluster goes: around a grid of its notes, over nothing, and inside its field."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.core.board import boards, free_places, places, regions, taken_space
from mission_desk.core.board.free_places import FAR_DOWN, Spot
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note, Region


def corner_of(notes: Sequence[Note]) -> Spot:
    return min(note.x for note in notes), min(note.y for note in notes)


def free_frame(doc: Document, board: int, members: frozenset[int], wanted: Box, field: Region | None) -> Box:
    """The frame `wanted`, moved to where it covers nothing. Inside a field that may be below its edge: the
    field grows."""
    if field is None:
        return free_places.nearest(wanted, taken_space.taken_on(doc, board, members))
    notes = [note for note in boards.notes_on(doc, board) if note.id not in members]
    seen = boards.seen_boxes(notes, boards.folded_on(doc, board))
    taken = [box for box in seen if box.y < field.y + field.h]
    room = regions.area_of_frames(field)
    x = max(room.x, min(wanted.x, room.right - wanted.w))
    here = Box(x, max(wanted.y, room.y), wanted.w, wanted.h)
    if not any(box.overlaps(here) for box in taken):
        return here
    return Box(*free_places.free_corner(taken, room, wanted.w, wanted.h), wanted.w, wanted.h)


def grid(notes: Sequence[Note], field: Region | None, left: int = 0, top: int = 0) -> list[Spot]:
    """Side by side as far as the field has room."""
    sizes = list(map(places.size_of, notes))
    width = regions.area(field).w if field is not None else FAR_DOWN
    columns = free_places.columns_of(len(notes), max(w for w, _ in sizes), width)
    return free_places.grid_spots(left, top, sizes, columns)


def frame_of(notes: Sequence[Note], field: Region | None) -> Box:
    """The frame around a grid of these notes that begins where the top left one lies."""
    spots = grid(notes, field, *corner_of(notes))
    inner = places.bounds(Box(x, y, note.w, note.h) for note, (x, y) in zip(notes, spots, strict=True))
    return places.framed(inner or Box(*corner_of(notes), 0, 0))


def beside_field(doc: Document, board: int, inside: Sequence[Note]) -> list[Box]:
    """What stands at the right of the field in which a cluster lies: no frame reaches out of its field."""
    field = regions.region_at(doc, board, *corner_of(inside)) if inside else None
    return [] if field is None else [Box(field.x + field.w, -FAR_DOWN, FAR_DOWN, 2 * FAR_DOWN)]
