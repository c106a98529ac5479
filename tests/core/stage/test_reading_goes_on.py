"""Reading out goes on where it was when the note that is read leaves its board."""

from __future__ import annotations

import pytest

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.stage import reading_out, stage_state
from mission_desk.core.stage.slides import NoteBody
from mission_desk.core.stage.stage import now
from tests.core.stage import on_stage


def on_board(doc: Document, *texts: str) -> list[int]:
    on_stage.show_board(doc, "think-big")
    return boards.add_notes(doc, boards.board_by_key(doc, "think-big").id, list(texts), "ideator")


def read_now(doc: Document) -> str:
    body = now(doc).body
    assert isinstance(body, NoteBody)
    return body.note.text


def test_a_note_that_is_parked_makes_room_for_the_next_one(doc: Document) -> None:
    board = boards.board_by_key(doc, "think-big").id
    ids = on_board(doc, "one", "two", "three")
    reading_out.read_out(doc, note=ids[1])
    reading_out.park_read(doc)
    assert read_now(doc) == "three"
    doc.undo()
    assert {note.text for note in boards.notes_on(doc, board)} == {"one", "two", "three"}
    assert read_now(doc) == "three"
    reading_out.park_read(doc)
    assert read_now(doc) == "two"
    reading_out.park_read(doc)
    reading_out.park_read(doc)
    assert stage_state.read_state(doc).shows == ""
    on_stage.show_board(doc, "parking")
    reading_out.read_out(doc)
    with pytest.raises(KnownError):
        reading_out.park_read(doc)


def test_the_note_after_one_that_is_gone_is_read_not_the_first(doc: Document) -> None:
    ids = on_board(doc, "one", "two", "three", "four")
    reading_out.read_out(doc, note=ids[1])
    boards.remove_notes(doc, [ids[1]])
    assert read_now(doc) == "three"
    reading_out.turn_note(doc, 1)
    assert read_now(doc) == "four"
