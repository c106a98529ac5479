"""Dots that are stuck on cards of the board are votes while a poll is about them."""

from __future__ import annotations

import pytest

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Hand, Note
from mission_desk.core.vote import card_dots, hands, poll_closing, poll_opening
from mission_desk.core.vote.outcome import outcome
from mission_desk.core.vote.poll_options import note_options
from tests.core.vote.voting import free_poll, seats_of


@pytest.fixture
def notes(doc: Document, board: int) -> list[int]:
    return boards.add_notes(doc, board, ["one", "two"], "ideator")


def test_without_a_poll_dots_are_dots(doc: Document, notes: list[int]) -> None:
    card_dots.add_card_dots(doc, notes, 2)
    assert [note.dots for note in doc.rows(Note)] == [2, 2]
    free_poll(doc, "dots")
    card_dots.add_card_dots(doc, notes, -1)
    assert [note.dots for note in doc.rows(Note)] == [1, 1]
    assert doc.rows(Hand) == []


def test_a_dot_on_a_card_is_a_vote_in_the_poll_about_it(doc: Document, board: int, notes: list[int]) -> None:
    seats_of(doc, 2)
    poll = poll_opening.open_poll(doc, "Which?", note_options(doc, board))
    for _ in range(4):
        card_dots.add_card_dots(doc, notes[:1], 1)
    card_dots.add_card_dots(doc, notes[:1], -1)
    card_dots.add_card_dots(doc, notes[1:], 1)
    assert [note.dots for note in doc.rows(Note)] == [3, 1]
    with pytest.raises(KnownError, match="6 dots between them"):
        card_dots.add_card_dots(doc, notes, 2)
    doc.undo()
    assert sum(hands.counted(doc, poll).values()) == 3
    poll_closing.close_poll(doc, poll)
    assert list(outcome(doc, poll).result.figure("sum")) == [3, 0]
