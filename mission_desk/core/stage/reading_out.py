"""Reading out: one note at a time, large. Which notes, in which order, and which one is shown now; covered
notes are never among them."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import Literal, assert_never

from mission_desk.core.board import boards, moving
from mission_desk.core.file.closed_sets import THINKING_STYLES, one_of
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError, KnownError
from mission_desk.core.file.rows import Cluster, Note
from mission_desk.core.room.style_words import style_plural
from mission_desk.core.stage import desk_position
from mission_desk.core.stage.seen_order import seen_order
from mission_desk.core.stage.slides import Body, NoteBody, PromptBody
from mission_desk.core.stage.stage_board import board_body, stage_note
from mission_desk.core.stage.stage_state import PickKind, StageState, change, go_back, pick_kind, read_state
from mission_desk.words import tr

AlikeBy = Literal["style", "cluster"]
HIGHEST = 9_999  # number of a random order


def picked(doc: Document, board: int, pick: str) -> list[Note]:
    """The notes to read out, in the order that the room sees; with "dots" the ones with most dots first."""
    order = _as_seen(doc, board)
    kind, key = _kind(pick), _key(pick)
    match kind:
        case "dots":
            return sorted((note for note in order if note.dots), key=lambda note: -note.dots)
        case "random":
            return sorted(order, key=lambda note: sha256(f"{key}:{note.id}".encode()).digest())
        case "style":
            return [note for note in order if note.style == key]
        case "cluster":
            return [note for note in order if str(note.cluster) == key]
        case "":
            return order
    assert_never(kind)


def _as_seen(doc: Document, board: int) -> list[Note]:
    """The notes that can be read out: none that is covered, none without words."""
    rows = {note.id: note for note in boards.notes_on(doc, board)}
    seen = [rows[row] for shown in seen_order(board_body(doc, board)) for row in shown.rows]
    return [note for note in seen if not note.covered and note.text.strip()]


def _kind(pick: str) -> PickKind:
    """BugError where it is none: `read_state` leaves out what a file made by hand may say."""
    kind = pick_kind(pick)
    if kind is None:
        raise BugError(f"no notes are picked by {pick!r}")
    return kind


def _key(pick: str) -> str:
    """A style, the id of a cluster, or the number of a random order; empty where all notes are meant."""
    return pick.partition(":")[2]


def turn_reading(doc: Document, note: int | None) -> None:
    """Read this note out; end reading where it is the one that is read, or none is named."""
    state = read_state(doc)
    if state.shows == "note" and note in (None, state.note):
        go_back(doc)
    else:
        read_out(doc, note=note)


def read_out(doc: Document, *, note: int | None = None, pick: str = "") -> None:
    """Put this note, or the first of the pick, on the stage. KnownError where there is none to read."""
    board = desk_position.board(doc)
    notes = picked(doc, board.id, pick) if board else []
    if board is None or not notes:
        raise KnownError(tr("There is no open note to read out here. Write one, or choose another board."))
    nth = next((n for n, each in enumerate(notes) if each.id == note), 0)
    change(doc, shows="note", board=board.id, note=notes[nth].id, nth=nth, pick=pick)


def read_alike(doc: Document, note: int | None, kind: AlikeBy) -> None:
    """All notes of this note's "style" or "cluster". KnownError where no note says which."""
    row = doc.find(Note, note)
    key = getattr(row, kind) if row else None
    if row is None or not key:
        raise KnownError(tr("Select a note first: it says which ones are read out."))
    read_out(doc, note=row.id, pick=f"{kind}:{key}")


def read_shuffled(doc: Document) -> None:
    """Read all notes out in a random order. A note that comes meanwhile leaves the others in theirs."""
    read_out(doc, pick=f"random:{secrets.randbelow(HIGHEST) + 1}")


def turn_note(doc: Document, by: int) -> None:
    """Show the next note or the one before; nothing happens beyond the first and the last. Where the shown
    note is gone, the one after it is shown already."""
    state = read_state(doc)
    notes = picked(doc, state.board, state.pick)
    if notes:
        number = max(0, min(len(notes) - 1, _place(notes, state) + by))
        change(doc, note=notes[number].id, nth=number)


def _place(notes: list[Note], state: StageState) -> int:
    """Where among these notes the one is that is read; where it was, if it is gone."""
    at = next((n for n, note in enumerate(notes) if note.id == state.note), state.nth)
    return max(0, min(len(notes) - 1, at))


def park_read(doc: Document) -> None:
    """Send the note that is read out to the parking board, and read the next one; after the last one that
    before it. Reading ends with the only one. KnownError where it lies there already, or is locked."""
    state, parking = read_state(doc), boards.board_by_key(doc, "parking").id
    shown = note_now(doc, state)
    if shown is None or state.board == parking:
        raise KnownError(tr("This note is parked already."))
    if not moving.send_notes(doc, [shown[0].id], parking):
        raise KnownError(tr("This note is locked. Unlock it first."))
    if notes := picked(doc, state.board, state.pick):
        at = min(shown[1], len(notes)) - 1
        change(doc, note=notes[at].id, nth=at)
    else:
        go_back(doc)


def note_now(doc: Document, state: StageState) -> tuple[Note, int, int] | None:
    """The note that is read out, its number from 1, and how many there are; None where no note is left."""
    notes = picked(doc, state.board, state.pick)
    at = _place(notes, state)
    return (notes[at], at + 1, len(notes)) if notes else None


def note_body(doc: Document, state: StageState, language: str) -> Body:
    """The note that is read out now."""
    shown = note_now(doc, state)
    if shown is None:
        return PromptBody(())
    note, at, count = shown
    cluster = doc.find(Cluster, note.cluster)
    among = pick_words(doc, state.pick, language)
    return NoteBody(stage_note(note, cluster.name if cluster else ""), at, count, among)


def pick_words(doc: Document, pick: str, language: str | None = None) -> str:
    """Which notes are read out, in words; empty where it is all of them."""
    kind, key = _kind(pick), _key(pick)
    match kind:
        case "dots":
            return tr("Most dots first", language)
        case "random":
            return tr("In random order", language)
        case "cluster":
            row = doc.find(Cluster, int(key)) if key.isdigit() else None
            return row.name if row else ""
        case "style":
            style = one_of(THINKING_STYLES, key)
            return style_plural(style, language) if style is not None else ""
        case "":
            return ""
    assert_never(kind)
