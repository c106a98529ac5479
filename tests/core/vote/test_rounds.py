"""What a second secret round tells together with the first."""

from __future__ import annotations

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.room import people
from mission_desk.core.vote import rounds, secret_ballots
from mission_desk.core.vote.rounds import Likeness
from tests.core.vote.voting import free_poll, marks, seats_of, voted


@pytest.mark.parametrize(
    ("ballots", "then", "likeness"),
    [
        (10, 10, None), (10, 11, Likeness(10, 11)), (10, 14, Likeness(10, 14)), (10, 15, None),
        (10, 9, Likeness(10, 9)), (10, 6, Likeness(10, 6)), (10, 5, None),
        (8, 10, Likeness(8, 10)), (4, 10, None),
    ],
)  # fmt: skip
def test_few_who_came_or_left_could_be_worked_out(
    doc: Document, ballots: int, then: int, likeness: Likeness | None
) -> None:
    seats_of(doc, 10)
    poll = free_poll(doc, "score", secret=True)
    voted(doc, poll, [marks(5, 0, 0)] * ballots)
    seats_of(doc, then)
    assert rounds.likeness(doc, poll) == likeness


def test_one_who_left_and_one_who_came_are_as_many_as_before(doc: Document) -> None:
    seats_of(doc, 10)
    poll = free_poll(doc, "score", secret=True)
    voted(doc, poll, [marks(5, 0, 0)] * 10)
    seats_of(doc, 9)
    seats_of(doc, 10)
    assert rounds.likeness(doc, poll) == Likeness(10, 10)


def test_open_ballots_tell_that_themselves(doc: Document) -> None:
    seats_of(doc, 10)
    poll = free_poll(doc, "score")
    voted(doc, poll, [marks(5, 0, 0)] * 10)
    people.set_style_counts(doc, {"heart": 11})
    assert rounds.likeness(doc, poll) is None


@pytest.mark.parametrize(
    ("then", "likeness"), [(10, None), (9, Likeness(10, 9)), (6, Likeness(10, 6)), (5, None), (4, None)]
)
def test_few_who_are_missing_could_be_worked_out_too(
    doc: Document, then: int, likeness: Likeness | None
) -> None:
    seats_of(doc, 10)
    first = free_poll(doc, "score", secret=True)
    voted(doc, first, [marks(5, 0, 0)] * 10)
    again = rounds.vote_again(doc, first)
    for seat in people.seats(doc)[:then]:
        secret_ballots.cast_secret(doc, again, seat.id, marks(5, 0, 0))
    assert rounds.likeness_when_closed(doc, again) == likeness
