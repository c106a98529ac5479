"""What is set on notes as they lie: locked, a size, who wrote them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mission_desk.core.board import boards
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_WIDTH, Note
from mission_desk.core.room.people import seat_label, seats

SMALLEST, LARGEST = 96, 1_200  # canvas units, across and down
Height = Callable[[str, int], int]  # the units that a text needs at a width


def lock_notes(doc: Document, notes: Sequence[int], locked: bool, *, source: object = None) -> None:
    """Locked notes are not moved, resized or deleted, neither by hand nor by tidying up."""
    with doc.action("note.lock" if locked else "note.unlock", source=source) as write:
        for note in notes:
            write.update(Note, note, locked=int(locked))


def sized_box(note: Note, box: Box, height: Height) -> Box:
    """`box` within the limits: large enough for the words, and no larger than the greatest note."""
    w = max(SMALLEST, min(LARGEST, box.w))
    least = max(SMALLEST, height(note.text, w))
    return Box(box.x, box.y, w, max(least, min(LARGEST, box.h)))


def resize_notes(doc: Document, boxes: Mapping[int, Box], height: Height, *, source: object = None) -> None:
    """Each note as large as its box, or as near to it as its words allow; locked ones stay as they are."""
    resizable = boards.movable(doc, list(boxes))
    if not resizable:
        return
    with doc.action("note.resize", source=source) as write:
        for note in resizable:
            box = sized_box(note, boxes[note.id], height)
            if box != Box(note.x, note.y, note.w, note.h):
                write.update(Note, note.id, x=box.x, y=box.y, w=box.w, h=box.h, sized=1)


def stretch_notes(
    doc: Document, notes: Sequence[int], dw: int, dh: int, height: Height, *, source: object = None
) -> None:
    """Wider and higher by units, or with negative ones smaller; their upper left corners stay."""
    rows = boards.several(doc, notes)
    boxes = {note.id: Box(note.x, note.y, note.w + dw, note.h + dh) for note in rows}
    resize_notes(doc, boxes, height, source=source)


def fit_notes(doc: Document, notes: Sequence[int], height: Height, *, source: object = None) -> None:
    """Give notes the usual width again, and the height that their words need."""
    with doc.action("note.fit", source=source) as write:
        for note in boards.movable(doc, notes):
            h = height(note.text, NOTE_WIDTH)
            write.update(Note, note.id, w=NOTE_WIDTH, h=h, sized=0)


def set_author(doc: Document, notes: Sequence[int], seat: int | None, *, source: object = None) -> None:
    """Say that this seat wrote these notes, or nobody. Only the desk shows authors: they never reach the
    stage, posters or exports."""
    with doc.action("note.author", source=source) as write:
        for note in notes:
            if doc.find(Note, note) is not None:
                write.update(Note, note, author=seat)


def author_names(doc: Document) -> dict[int, str]:
    """Seat -> its name, in the order of the seats."""
    return {seat.id: seat_label(seat) for seat in seats(doc)}
