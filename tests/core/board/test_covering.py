"""Silent writing: what lies face down, and that the room never gets a word of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.methods import method
from mission_desk.core.agenda.step_parts import parts_of
from mission_desk.core.board import boards, covering, duplicating, pictures
from mission_desk.core.board.pictures import Picture
from mission_desk.core.file.closed_sets import PAGES
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import stage
from mission_desk.core.stage.slides import BoardBody
from mission_desk.core.stage.stage import slide
from mission_desk.core.stage.stage_board import board_body
from mission_desk.core.statement import drafts
from mission_desk.core.whole.starting import start_workshop
from mission_desk.posters.from_rows import board_poster
from tests.core.conftest import Clock


@pytest.fixture
def gut(doc: Document) -> int:
    """The board of the blind step, which is open."""
    agenda.open_step(doc, next(step.id for step in agenda.steps(doc) if step.board == "gut"))
    return boards.board_by_key(doc, "gut").id


def test_a_blind_step_takes_notes_face_down(doc: Document, gut: int, board: int) -> None:
    boards.add_notes(doc, gut, ["afraid", "proud"], "heart")
    boards.add_notes(doc, board, ["elsewhere"], "heart")
    assert covering.covered_on(doc, gut) == [note.id for note in boards.notes_on(doc, gut)]
    assert covering.covered_on(doc, board) == []
    agenda.open_step(doc, agenda.steps(doc)[0].id)
    boards.add_notes(doc, gut, ["later"], "heart")
    assert len(covering.covered_on(doc, gut)) == 2


def test_uncovering_all_is_one_step_of_undo(doc: Document, gut: int) -> None:
    boards.add_notes(doc, gut, ["afraid"], "heart")
    boards.add_notes(doc, gut, ["proud"], "heart")
    hidden = covering.covered_on(doc, gut)
    covering.uncover_notes(doc, hidden)
    assert covering.covered_on(doc, gut) == []
    doc.undo()
    assert covering.covered_on(doc, gut) == hidden


def test_a_copy_of_a_covered_note_is_covered(doc: Document, gut: int) -> None:
    duplicating.duplicate_notes(doc, boards.add_notes(doc, gut, ["afraid"], "heart"))
    assert [note.covered for note in doc.rows(Note)] == [1, 1]


def test_the_room_gets_backs_and_no_word(doc: Document, gut: int) -> None:
    (note,) = boards.add_notes(doc, gut, ["whispered fear"], "heart")
    boards.add_dots(doc, [note], 3)
    for page in PAGES:
        assert "whispered fear" not in repr(slide(doc, page, gut, None)), page
    shown = slide(doc, "board", gut, None)
    assert isinstance(shown.body, BoardBody)
    assert [(each.text, each.dots, each.covered) for each in shown.body.notes] == [("", 0, True)]
    assert shown.footer == "1 note, still covered"
    assert shown.listens == "Everybody writes in silence"
    covering.uncover_notes(doc, [note])
    assert "whispered fear" in repr(slide(doc, "board", gut, None))


def test_other_words_on_a_covered_note_make_no_other_picture(doc: Document, gut: int) -> None:
    (note,) = boards.add_notes(doc, gut, ["yes"], "heart")
    before = slide(doc, "board", gut, None)
    boards.edit_note(doc, note, "no")
    assert slide(doc, "board", gut, None) == before


def test_a_wall_that_is_printed_leaves_covered_notes_out(doc: Document, gut: int) -> None:
    boards.add_notes(doc, gut, ["whispered fear"], "heart")
    assert "whispered fear" not in repr(board_poster(doc, "gut"))
    covering.uncover_notes(doc, covering.covered_on(doc, gut))
    assert "whispered fear" in repr(board_poster(doc, "gut"))


def test_a_draft_of_uncovered_notes_may_be_shown(doc: Document, gut: int) -> None:
    notes = boards.add_notes(doc, gut, ["proud"], "heart")
    covering.uncover_notes(doc, notes)
    draft = drafts.draft_from_notes(doc, notes)
    assert "proud" in repr(slide(doc, "statement", None, draft))


def test_a_picture_of_a_blind_step_lies_face_down_and_the_room_sees_its_back(doc: Document, gut: int) -> None:
    (added,) = pictures.add_pictures(doc, gut, [Picture("png", 8, 4, b"secret")], "heart")
    assert doc.row(Note, added).covered == 1
    (back,) = board_body(doc, gut).notes
    assert (back.covered, back.picture) == (True, "")
    covering.uncover_notes(doc, [added])
    assert board_body(doc, gut).notes[0].picture != ""


@pytest.mark.parametrize("key", ["find-our-mission", "half-a-day"])
def test_challenge_begins_unseen_and_goes_on_aloud(path: Path, clock: Clock, key: str) -> None:
    """Nobody sees who doubts in the first part of its clock; what was written then stays covered until it is
    turned over, and what is said aloud lies open at once."""
    doc = start_workshop(path, method(key), "en", clock)
    board = boards.board_by_key(doc, "challenge").id
    step = next(each for each in agenda.steps(doc) if each.board == "challenge")
    agenda.begin_day(doc)
    agenda.open_step(doc, step.id)
    unseen, aloud = parts_of(step)
    boards.add_notes(doc, board, ["nobody believes that"], "analyst")
    assert stage.now(doc).listens == "Everybody writes in silence"
    assert "believes" not in repr(stage.now(doc))
    clock.wait(unseen.minutes * 60 - 1)
    assert covering.is_silent(doc, step)
    clock.wait(1)
    assert not covering.is_silent(doc, step)
    boards.add_notes(doc, board, ["which number?"], "analyst")
    assert [note.covered for note in boards.notes_on(doc, board)] == [1, 0]
    assert "Everybody writes" not in stage.now(doc).listens
    assert "unseen" in step.note
    assert aloud.minutes + unseen.minutes == step.minutes
    doc.close()
