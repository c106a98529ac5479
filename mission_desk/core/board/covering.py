"""Silent writing: in a blind step new notes lie face down until the facilitator turns them over, so that
nobody copies the loudest person. Where the step's clock has parts, only the first one is silent."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.step_parts import part_now, parts_of
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Board, Note, Step


def writes_blind(doc: Document, board: int) -> bool:
    """Whether a note typed on this board now lies face down: the open step is blind and names this board, or
    names none."""
    step = agenda.step_now(doc)
    if step is None or step.page != "board" or not is_silent(doc, step):
        return False
    row = doc.find(Board, board)
    return row is not None and step.board in ("", row.key)


def is_silent(doc: Document, step: Step) -> bool:
    """Whether the room writes unseen in this step now."""
    if step.capture != "blind":
        return False
    parts = parts_of(step)
    return len(parts) < 2 or part_now(parts, agenda.clock(doc, step).remaining(doc.steady())) == parts[0]


def covered_on(doc: Document, board: int) -> list[int]:
    """The notes of a board that lie face down, oldest first."""
    ids = doc.records("SELECT id FROM note WHERE board = ? AND covered = 1 ORDER BY id", board)
    return [number for (number,) in ids]


def read_text(note: Note) -> str:
    """The words of a note that searching, filtering and counting may read: none of a note that lies face
    down."""
    return "" if note.covered else note.text


def uncover_notes(doc: Document, notes: Sequence[int], *, source: object = None) -> None:
    """Turn these notes over so that the room can read them; one action for any number."""
    _turn(doc, notes, 0, "note.uncover", source)


def cover_notes(doc: Document, notes: Sequence[int], *, source: object = None) -> None:
    """Lay these notes face down again."""
    _turn(doc, notes, 1, "note.cover", source)


def _turn(doc: Document, notes: Sequence[int], covered: int, name: str, source: object) -> None:
    with doc.action(name, source=source) as write:
        for note in notes:
            write.update(Note, note, covered=covered)
