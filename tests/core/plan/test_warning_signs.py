"""Warning signs: one action each, the note's own words, and nothing of what lies face down."""

from __future__ import annotations

import pytest

from mission_desk.core.board import boards, covering
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.plan import roadmap, warning_signs
from mission_desk.core.stage.stage import slide
from mission_desk.exchange.show import describe

WORDS = "Nobody owned it"


@pytest.fixture
def rows(doc: Document) -> list[int]:
    return roadmap.add_guidelines(doc, [{"text": text} for text in ("We listen", "We call back")])


@pytest.fixture
def note(doc: Document) -> int:
    board = boards.board_by_key(doc, warning_signs.BOARD).id
    return boards.add_notes(doc, board, [WORDS], "analyst")[0]


def signs(doc: Document) -> list[str]:
    return [warning_signs.sign_words(doc, row) for row in roadmap.guidelines(doc)]


def is_told(doc: Document) -> tuple[bool, bool]:
    """Whether the room reads the words with the road map, and programs with the guidelines."""
    room = slide(doc, "roadmap", None, None)
    return WORDS in repr(room), WORDS in repr(describe(doc).guidelines)


def test_several_guidelines_get_one_note_in_one_step_and_lose_it_in_one(
    doc: Document, rows: list[int], note: int
) -> None:
    warning_signs.put_sign(doc, rows, note)
    assert signs(doc) == [WORDS, WORDS]
    doc.undo()
    assert signs(doc) == ["", ""]
    doc.redo()
    warning_signs.take_sign_off(doc, rows[:1])
    assert signs(doc) == ["", WORDS]
    assert doc.find(Note, note) is not None
    doc.undo()
    assert signs(doc) == [WORDS, WORDS]


def test_nobody_reads_a_sign_whose_note_lies_face_down(doc: Document, rows: list[int], note: int) -> None:
    warning_signs.put_sign(doc, rows[:1], note)
    assert is_told(doc) == (True, True)
    covering.cover_notes(doc, [note])
    assert is_told(doc) == (False, False)
    covering.uncover_notes(doc, [note])
    assert is_told(doc) == (True, True)


def test_a_covered_sign_tells_nothing_after_its_note_is_deleted(
    doc: Document, rows: list[int], note: int
) -> None:
    warning_signs.put_sign(doc, rows[:1], note)
    covering.cover_notes(doc, [note])
    boards.remove_notes(doc, [note])
    assert is_told(doc) == (False, False)
    doc.undo()
    covering.uncover_notes(doc, [note])
    assert signs(doc) == [WORDS, ""]


def test_a_sign_follows_the_words_of_its_note(doc: Document, rows: list[int], note: int) -> None:
    warning_signs.put_sign(doc, rows[:1], note)
    boards.edit_note(doc, note, "Everybody owned it")
    assert signs(doc)[0] == "Everybody owned it"


def test_a_sign_alone_makes_no_guideline(doc: Document, note: int) -> None:
    empty = roadmap.add_guideline(doc)
    warning_signs.put_sign(doc, [empty], note)
    assert roadmap.written_guidelines(doc) == []


def test_only_notes_of_its_board_that_say_something_are_offered(doc: Document, note: int) -> None:
    board = boards.board_by_key(doc, warning_signs.BOARD).id
    other = boards.board_by_key(doc, "challenge").id
    boards.add_notes(doc, other, ["Elsewhere"], "analyst")
    hidden = boards.add_notes(doc, board, ["Hidden"], "analyst")
    covering.cover_notes(doc, hidden)
    assert {each.id for each in warning_signs.premortem_notes(doc)} == {note, *hidden}
    boards.edit_note(doc, note, " ")
    assert [each.id for each in warning_signs.premortem_notes(doc)] == hidden
