"""Hands and dots on cards: no more than the seats that are left, counted as they were given."""

from __future__ import annotations

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Poll
from mission_desk.core.vote import ballots, hands, poll_closing, polls
from tests.core.vote.voting import free_poll, marks, seats, seats_of

Given = dict[tuple[int, int], int]  # (option, value) -> people


def raise_hands(doc: Document, poll: int, given: Given) -> None:
    choices = polls.choices(doc, poll)
    for (option, value), count in given.items():
        hands.set_hands(doc, poll, choices[option].id, value, count)


def used(doc: Document, poll: int) -> int:
    return hands.used(doc, doc.row(Poll, poll))


@pytest.mark.parametrize(
    ("rule", "several", "given", "people"),
    [
        ("approval", True, {(0, 1): 3, (0, 0): 1, (1, 1): 2}, 4),
        ("approval", True, {}, 0),
        ("dots", True, {(0, 1): 3}, 1),  # three dots each
        ("dots", True, {(0, 1): 4}, 2),
        ("dots", True, {(0, 1): 2, (1, 1): 2}, 2),
        ("dots", False, {(0, 1): 4}, 4),  # no two of one seat on an option
        ("dots", False, {(0, 1): 2, (1, 1): 2, (2, 1): 3}, 3),
    ],
)
def test_hands_stand_for_no_more_people_than_they_need(
    doc: Document, rule: str, several: bool, given: Given, people: int
) -> None:
    seats_of(doc, 6)
    poll = free_poll(doc, rule, 3, several=several)
    raise_hands(doc, poll, given)
    assert used(doc, poll) == people


@pytest.mark.parametrize(
    ("rule", "several", "given", "columns"),
    [
        ("approval", True, {(0, 1): 2, (1, 0): 1}, [[1, 1], [0, None]]),
        ("dots", True, {(0, 1): 5, (1, 1): 1}, [[2, 3], [0, 1]]),
        ("dots", False, {(0, 1): 2, (1, 1): 1}, [[1, 1], [0, 1]]),
        ("dots", False, {(0, 1): 1, (1, 1): 3}, [[0, 0, 1], [1, 1, 1]]),
    ],
)
def test_what_hands_give_is_counted_and_no_ballot_gives_more_than_it_may(
    doc: Document, rule: str, several: bool, given: Given, columns: list[list[int | None]]
) -> None:
    seats_of(doc, 6)
    poll = free_poll(doc, rule, 2, several=several)
    raise_hands(doc, poll, given)
    poll_closing.close_poll(doc, poll)
    rows = poll_closing.election(doc, doc.row(Poll, poll)).ballots
    by_option = [
        sorted((row.marks[n] for row in rows), key=lambda mark: (mark is None, mark)) for n in (0, 1)
    ]
    assert by_option == columns
    if rule == "dots":
        assert all(sum(mark or 0 for mark in row.marks) <= 3 for row in rows)


def test_hands_fit_the_seats_exactly_and_one_more_does_not(doc: Document) -> None:
    seats_of(doc, 4)
    poll = free_poll(doc, "approval", 2)
    ballots.cast(doc, poll, seats(doc)[0], marks(1, 0))
    assert hands.room(doc, poll) == 3
    raise_hands(doc, poll, {(0, 1): 2, (0, 0): 1})
    with pytest.raises(KnownError, match="4 hands for B"):
        raise_hands(doc, poll, {(1, 1): 4})
    with pytest.raises(KnownError, match="stand for 3 seats"):
        ballots.cast(doc, poll, seats(doc)[1], marks(1, 0))
    raise_hands(doc, poll, {(0, 0): 0})
    ballots.cast(doc, poll, seats(doc)[1], marks(1, 0))
    assert poll_closing.ballots_in(doc, doc.row(Poll, poll)) == 4


def test_dots_on_cards_fit_what_the_seats_have(doc: Document) -> None:
    seats_of(doc, 2)
    poll = free_poll(doc, "dots", 2)
    card = polls.choices(doc, poll)[0].id
    hands.add_dots(doc, poll, card, 6)
    with pytest.raises(KnownError, match="6 dots between them"):
        hands.add_dots(doc, poll, card, 1)
    hands.add_dots(doc, poll, card, -6)
    assert hands.counted(doc, poll) == {}


def test_taking_dots_from_an_empty_card_or_adding_none_changes_nothing(doc: Document) -> None:
    seats_of(doc, 2)
    poll = free_poll(doc, "dots", 2)
    card = polls.choices(doc, poll)[0].id
    before = doc.value("SELECT count(*) FROM action")
    hands.add_dots(doc, poll, card, -1)
    hands.add_dots(doc, poll, card, 0)
    assert doc.value("SELECT count(*) FROM action") == before
    hands.add_dots(doc, poll, card, 2)
    hands.add_dots(doc, poll, card, -5)
    assert hands.counted(doc, poll) == {}
