"""Seats and ballots of a secret poll are stored in no order of casting, at no moment: not only the whole
order must not show, but neither which ballot is the newest one."""

from __future__ import annotations

import itertools
import json
import random
from pathlib import Path

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.vote import poll_closing, secret_ballots
from mission_desk.tally.election import Ballot
from tests.core.vote.voting import free_poll, seats, seats_of

SEATS, FROM = 30, 10  # looked at from the tenth ballot on: among fewer, chance is right too often
# Each of 21 moments is right by chance once in as many times as ballots are in: 1.15 in all. Nine or more
# come up less than once in a million.
BY_CHANCE = 9
PLACES = {
    "row": "SELECT content FROM sealed WHERE poll = ? ORDER BY rowid",
    "key": "SELECT content FROM sealed WHERE poll = ? ORDER BY key",
}


def different_ballots() -> list[Ballot]:
    every = list(itertools.product(range(6), repeat=3))
    return [Ballot(given) for given in random.Random(3).sample(every, SEATS)]


def written(ballot: Ballot) -> str:
    return json.dumps(list(ballot.marks))


def stored(doc: Document, poll: int, place: str) -> list[str]:
    return [content for (content,) in doc.records(PLACES[place], poll)]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("end", [0, -1])
def test_the_newest_ballot_is_at_neither_end(doc: Document, place: str, end: int) -> None:
    seats_of(doc, SEATS)
    poll = free_poll(doc, "score", secret=True)
    right = 0
    for n, (seat, ballot) in enumerate(zip(seats(doc), different_ballots(), strict=True), 1):
        secret_ballots.cast_secret(doc, poll, seat, ballot)
        right += n >= FROM and stored(doc, poll, place)[end] == written(ballot)
    assert right < BY_CHANCE


@pytest.mark.parametrize("place", PLACES)
def test_a_ballot_that_stays_lies_elsewhere_after_the_next_one(doc: Document, place: str) -> None:
    """Else two looks at the file tell which ballot came in between."""
    seats_of(doc, SEATS)
    poll = free_poll(doc, "score", secret=True)
    unmoved = 0
    for n, (seat, ballot) in enumerate(zip(seats(doc), different_ballots(), strict=True), 1):
        before = stored(doc, poll, place)
        secret_ballots.cast_secret(doc, poll, seat, ballot)
        after = stored(doc, poll, place)
        unmoved += n >= FROM and [each for each in after if each in before] == before
    assert unmoved == 0


@pytest.mark.parametrize("backwards", [False, True])
def test_who_voted_lies_in_the_order_of_the_seats(doc: Document, backwards: bool) -> None:
    """By number, at every moment, whoever came first; papers without a seat among them."""
    numbers = seats_of(doc, SEATS)
    poll = free_poll(doc, "score", secret=True)
    order = numbers[::-1] if backwards else random.Random(5).sample(numbers, SEATS)
    for n, (seat, ballot) in enumerate(zip(order, different_ballots(), strict=True)):
        secret_ballots.cast_secret(doc, poll, None if n % 7 == 3 else seat, ballot)
        rows = [row for (row,) in doc.records("SELECT seat FROM voted WHERE poll = ? ORDER BY rowid", poll)]
        assert rows == sorted(rows)
    assert len(rows) == SEATS


@pytest.mark.parametrize("place", PLACES)
def test_closing_stores_them_in_another_order_and_forgets_who_voted(
    doc: Document, path: Path, place: str
) -> None:
    """Under new keys: the order of the last moment before must not be found in the closed file."""
    seats_of(doc, SEATS)
    poll = free_poll(doc, "score", secret=True)
    for seat, ballot in zip(seats(doc), different_ballots(), strict=True):
        secret_ballots.cast_secret(doc, poll, seat, ballot)
    before = stored(doc, poll, place)
    keys = {key for (key,) in doc.records("SELECT key FROM sealed")}
    poll_closing.close_poll(doc, poll)
    after = stored(doc, poll, place)
    assert sorted(after) == sorted(before)
    assert sum(one == other for one, other in zip(before, after, strict=True)) < BY_CHANCE
    assert keys.isdisjoint(key for (key,) in doc.records("SELECT key FROM sealed"))
    assert doc.records("SELECT * FROM voted") == []
