"""What the desk says of a note that is, or can be, a warning sign: of one that lies face down only that."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.file.rows import Note
from mission_desk.core.plan import warning_signs
from mission_desk.words import tr


def note_words(note: Note) -> str:
    """In one line."""
    return tr("Face down") if note.covered else " ".join(note.text.split())


def sign_line(doc: Document, row: Guideline) -> str:
    """What stands under the guideline; empty where it has no warning sign."""
    note = warning_signs.sign_of(doc, row)
    return tr("Warning sign: {words}", words=note_words(note)) if note is not None else ""
