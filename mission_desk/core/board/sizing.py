"""Give notes a size by hand, or the size that their words need."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mission_desk.core.board import boards
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_WIDTH, Note

SMALLEST, LARGEST = 96, 1_200  # canvas units, across and down
Height = Callable[[str, int], int]  # the units that a text needs at a width


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
