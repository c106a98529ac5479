"""A note of the pre-mortem at a guideline is its warning sign: what would stop it, and so how one notices in
time. The words stay the note's own. What is reworded, laid face down or deleted on the board is so here too,
and no copy tells what lies face down."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.core.board import boards, places
from mission_desk.core.board.covering import read_text
from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.file.rows import Board, Note
from mission_desk.core.file.writer import is_blank

BOARD = "pre-mortem"


def premortem_notes(doc: Document) -> list[Note]:
    """The notes with words on its board, in reading order, also those that lie face down; none where the
    workshop has no such board."""
    present = doc.rows(Board, "key = ? LIMIT 1", BOARD)
    notes = boards.notes_on(doc, present[0].id) if present else []
    return places.reading_order(note for note in notes if not is_blank(note.text))


def sign_of(doc: Document, row: Guideline) -> Note | None:
    return None if row.warning is None else doc.find(Note, row.warning)


def sign_words(doc: Document, row: Guideline) -> str:
    """What everybody may read of a guideline's warning sign: nothing while its note lies face down."""
    note = sign_of(doc, row)
    return read_text(note).strip() if note is not None else ""


def put_sign(doc: Document, guidelines: Sequence[int], note: int, *, source: object = None) -> None:
    """Make the note the warning sign of these guidelines, instead of the one they had."""
    _write(doc, "guideline.warn", guidelines, note, source)


def take_sign_off(doc: Document, guidelines: Sequence[int], *, source: object = None) -> None:
    """These guidelines have no warning sign any more; the notes stay where they are."""
    _write(doc, "guideline.unwarn", guidelines, None, source)


def _write(doc: Document, name: str, guidelines: Sequence[int], note: int | None, source: object) -> None:
    with doc.action(name, source=source) as write:
        for row in guidelines:
            write.update(Guideline, row, warning=note)
