"""Pasted lines replace the texts of the selected notes, one line each; lines that are left over become new
notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mission_desk.core.board import boards, free_places, places, taken_space
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_WIDTH, Note


def fill_notes(
    doc: Document,
    notes: Sequence[int],
    texts: Sequence[str],
    height: Callable[[str, int], int],
    *,
    area: Box = boards.START_AREA,
    source: object = None,
) -> list[int]:
    """Give the texts to the notes in reading order; the notes keep their places. Texts that are left over
    become notes like the last one, in free places of `area`. One step; the ids of the new notes."""
    rows = places.reading_order(boards.several(doc, notes))
    wanted = boards.wanted_texts(texts)
    if not rows or not wanted:
        return []
    more = wanted[len(rows) :]
    tallest = max((height(text, NOTE_WIDTH) for text in more), default=0)
    spots = free_places.free_spots(taken_space.taken_on(doc, rows[0].board), area, len(more), h=tallest)
    with doc.action("note.fill", source=source) as write:
        for note, text in zip(rows, wanted, strict=False):
            needed = height(text, note.w)
            write.update(Note, note.id, text=text, h=max(note.h, needed) if note.sized else needed)
        return boards.insert_notes(
            doc, write, rows[0].board, more, spots, rows[-1].style, lambda text: height(text, NOTE_WIDTH)
        )
