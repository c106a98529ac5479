"""Locked notes: they are not moved, resized or deleted, neither by hand nor by tidying up."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note


def lock_notes(doc: Document, notes: Sequence[int], locked: bool, *, source: object = None) -> None:
    with doc.action("note.lock" if locked else "note.unlock", source=source) as write:
        for note in notes:
            write.update(Note, note, locked=int(locked))
