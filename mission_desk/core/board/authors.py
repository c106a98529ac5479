"""Who wrote a note. Only the desk shows authors: they never reach the stage, posters or exports."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.room.people import seat_label, seats


def set_author(doc: Document, notes: Sequence[int], seat: int | None, *, source: object = None) -> None:
    """Say that this seat wrote these notes, or nobody."""
    with doc.action("note.author", source=source) as write:
        for note in notes:
            if doc.find(Note, note) is not None:
                write.update(Note, note, author=seat)


def author_names(doc: Document) -> dict[int, str]:
    """Seat -> its name, in the order of the seats."""
    return {seat.id: seat_label(seat) for seat in seats(doc)}
