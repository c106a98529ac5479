"""Where the next note goes when one is written beside or below another: never over anything, and into the
same cluster or region. Tab asks for one beside, Ctrl+Enter for one below, in every field that writes."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from mission_desk.core.board import boards, places, regions
from mission_desk.core.board.places import Box
from mission_desk.core.file.closed_sets import Style
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH, Note, Region

BESIDE, BELOW = (1, 0), (0, 1)


def next_note_key(event: QKeyEvent) -> tuple[int, int] | None:
    """Which way the next note goes, where this key asks for one."""
    if event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.NoModifier:
        return BESIDE
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return BELOW if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier else None


class NotePlace(Struct, frozen=True):
    """A place on the canvas for a note that is not written yet, and where it will belong."""

    x: int
    y: int
    style: Style
    cluster: int | None = None
    region: Region | None = None


def next_note_place(doc: Document, note: Note, dx: int, dy: int) -> NotePlace:
    """The first free place from `note` across (`dx`) or down (`dy`)."""
    board = note.board
    region = _region_of(doc, note)
    if region is not None and note.cluster is None:
        x, y = regions.spots_in(doc, region.id, 1)[0]
        return NotePlace(x, y, note.style, None, region)
    mates = [each for each in boards.notes_on(doc, board) if each.cluster == note.cluster]
    others = [
        each for each in boards.notes_on(doc, board) if each.cluster != note.cluster or not note.cluster
    ]
    frames = boards.cluster_boxes((e for e in others if e.cluster), boards.folded_on(doc, board))
    taken = [*map(places.box_of, mates), *frames.values()]
    taken += [places.box_of(each) for each in others if each.cluster is None]
    box = Box(note.x, note.y, NOTE_WIDTH, NOTE_HEIGHT)
    start = Box(note.x + dx * (note.w + places.GAP), note.y + dy * (note.h + places.GAP), box.w, box.h)
    free = _first_free(start, dx, taken)
    return NotePlace(free.x, free.y, note.style, note.cluster)


def _first_free(box: Box, dx: int, taken: list[Box]) -> Box:
    """Further on in the same direction, past all that is in the way."""
    while under := [other for other in taken if other.overlaps(box)]:
        if dx:
            box = Box(max(other.right for other in under) + places.GAP, box.y, box.w, box.h)
        else:
            box = Box(box.x, max(other.bottom for other in under) + places.GAP, box.w, box.h)
    return box


def _region_of(doc: Document, note: Note) -> Region | None:
    x, y = note.x + note.w / 2, note.y + note.h / 2
    named = regions.regions_on(doc, note.board)
    return next((each for each in named if regions.box_of(each).holds(x, y)), None)
