"""A secret poll of thirty seats under everything that can be done to it while it is open, against somebody
who has the file while it is open and after it was closed: early ballots look like late ones, ballots of one
round like those of the next, and nothing leads from a seat to a ballot."""

from __future__ import annotations

import itertools
import random
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import mean

import pytest
from msgspec import Struct

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Poll
from mission_desk.core.room import people
from mission_desk.core.statement import drafts
from mission_desk.core.vote import poll_closing, poll_opening, polls, rounds, secret_ballots
from mission_desk.core.whole import copies
from mission_desk.tally.election import Ballot, Marks
from mission_desk.tally.settings import Settings
from tests.core.vote.attacker import Stolen, clues, guess_early, linked, parted, steal, voted_in_order
from tests.core.vote.voting import free_poll, seats_of

SEATS, EARLY, OPTIONS = 30, 15, 6
STAYS = (0, 1, 3)  # options that are never withdrawn; what a seat gives them is its own
RULES = ("score", "pull-and-drag", "star", "schulze")
POINT = "before the vote"
COPY = "import shutil, sys; shutil.copyfile(sys.argv[1], sys.argv[2])"
# By chance a clue parts 15 early from 15 late ballots with a standard deviation of 0.11, over eight polls of
# 0.038; here are five of them.
BY_CHANCE = 0.19
# One right guess a poll by chance; over 8 polls more than 31 come up once in a thousand million.
RIGHT_BY_CHANCE = 31

Change = Callable[[Document, int], object]


class Cast(Struct):
    """What the test knows and nobody else may: which marks on the options that stay are whose, in the order
    of casting, and what was on the ballots of a poll that was discarded."""

    seat_of: dict[Marks, int]
    places: tuple[int, ...] = STAYS
    destroyed: tuple[str, ...] = ()

    def seat(self, ballot: Stolen) -> int:
        return self.seat_of[named(ballot, self.places)]

    def is_early(self, ballot: Stolen) -> bool:
        return named(ballot, self.places) in list(self.seat_of)[:EARLY]


def named(ballot: Stolen, places: tuple[int, ...] = STAYS) -> Marks:
    return tuple(int(str(ballot.sides[0][n])) for n in places)


def copied(doc: Document, name: str) -> Path:
    """The file as somebody beside us finds it: never opened in this process while SQLite has it open."""
    target = doc.path.with_name(name)
    subprocess.run([sys.executable, "-c", COPY, str(doc.path), str(target)], check=True)
    return target


def withdraw(n: int) -> Change:
    return lambda doc, poll: poll_opening.withdraw(doc, polls.ballot_choices(doc, poll)[n].id)


def turned(turn: str) -> Change:
    """Undo and Redo, as far as they are allowed."""

    def do(doc: Document, _poll: int) -> None:
        with suppress(KnownError):
            getattr(doc, turn)()

    return do


def thresholds(doc: Document, poll: int) -> None:
    with suppress(KnownError):
        poll_closing.set_thresholds(doc, poll, Settings(gate_drag=5.0))


def another_round(doc: Document, poll: int) -> None:
    """Refused while the poll is open."""
    with suppress(KnownError):
        rounds.vote_again(doc, poll)


def discard(doc: Document, poll: int) -> None:
    """Of an open poll no ballot is left; those of a counted one wait for Undo."""
    open_before = doc.row(Poll, poll).state == "open"
    poll_opening.remove_poll(doc, poll)
    assert (secret_ballots.ballots_in(doc, poll) == 0) == open_before


def mark_point(doc: Document, _poll: int) -> None:
    doc.mark_point(POINT)


def go_back(name: str) -> Change:
    """To the newest save point of that name, where there is one; refused where ballots of the poll would lose
    it, or an option."""

    def do(doc: Document, _poll: int) -> None:
        points = [each.id for each in copies.save_points(doc) if each.name == name]
        with suppress(KnownError):
            for point in points[:1]:
                doc.go_back_to(point)

    return do


def ask_again(doc: Document, _poll: int) -> None:
    """Something else that Undo and the way back turn round."""
    drafts.add_draft(doc, text="Calm.")


def and_undone(change: Change) -> Change:
    """Where it did something at all."""

    def do(doc: Document, poll: int) -> None:
        before = doc.value("SELECT max(id) FROM action")
        change(doc, poll)
        if doc.value("SELECT max(id) FROM action") != before:
            doc.undo()

    return do


undo, redo = turned("undo"), turned("redo")
back_into, back_before = go_back("in the vote"), go_back(POINT)


def mark_inside(doc: Document, _poll: int) -> None:
    doc.mark_point("in the vote")


# Before the ballot of which seat, from 0, which changes are tried; some of them are refused.
PLANS: list[dict[int, list[Change]]] = [
    {EARLY: [withdraw(2), another_round], 22: [withdraw(5)]},
    {0: [withdraw(4)], EARLY: [undo, withdraw(2), undo]},
    {0: [withdraw(4), undo], EARLY: [redo], 22: [undo]},
    {8: [thresholds, undo, redo], EARLY: [withdraw(2), undo, redo], 22: [undo, undo]},
    {8: [discard, undo], EARLY: [withdraw(2)], 22: [redo, undo]},
    {0: [withdraw(4)], EARLY: [discard, undo, undo, undo, redo], 22: [redo, redo, withdraw(5)]},
    {0: [mark_inside, withdraw(4), back_into], 8: [withdraw(2), back_into], 22: [ask_again, back_before]},
    {4: [mark_inside, ask_again], EARLY: [back_into, undo, withdraw(5), back_into, back_before], 22: [undo]},
]
POLLS = len(PLANS)
AFTER: list[Change] = [
    undo, undo, redo, redo, and_undone(back_before), and_undone(back_into), and_undone(discard),
]  # fmt: skip


def ballot(chance: random.Random, rule: str, own: Marks, shown: list[bool]) -> Ballot:
    """As from the booth: withdrawn options cannot be answered. All others are, so that whatever is missing
    says when the ballot was cast."""
    marks: list[int | None] = [chance.randint(1, 5) for _ in shown]
    for n, mark in zip(STAYS, own, strict=True):
        marks[n] = mark
    marks = [mark if each else None for mark, each in zip(marks, shown, strict=True)]
    if rule != "pull-and-drag":
        return Ballot(tuple(marks))
    return Ballot(tuple(marks), tuple(None if mark is None else chance.randint(0, 9) for mark in marks))


def cast_all(doc: Document, poll: int, seed: int) -> Cast:
    """One seat after the other, with the changes in between; some come on paper without a seat. Where the
    poll was discarded and comes back, it has no ballot, and everybody votes anew."""
    chance, rule = random.Random(seed), doc.row(Poll, poll).rule
    order = [seat.id for seat in people.seats(doc)]
    chance.shuffle(order)
    names = chance.sample(list(itertools.product(range(1, 6), repeat=len(STAYS))), 2 * len(order))
    plan, cast = dict(PLANS[seed % len(PLANS)]), Cast({})
    while len(cast.seat_of) < len(order):
        for change in plan.pop(len(cast.seat_of), []):
            was_in = [each for (each,) in doc.records("SELECT content FROM sealed WHERE poll = ?", poll)]
            change(doc, poll)
            if was_in and not secret_ballots.ballots_in(doc, poll):
                cast = Cast({}, destroyed=tuple(was_in))
        n = len(cast.seat_of)
        shown = [not choice.withdrawn for choice in polls.ballot_choices(doc, poll)]
        given = ballot(chance, rule, names[-1], shown)
        secret_ballots.cast_secret(doc, poll, None if chance.random() < 0.2 else order[n], given)
        cast.seat_of[names.pop()] = order[n]
    assert not plan
    return cast


def orders_of_seats(doc: Document, file: Path, poll: int) -> list[list[int]]:
    """As they lie in the file, by number, and as in the journal."""
    seats = [seat.id for seat in people.seats(doc)]
    return [voted_in_order(file, poll), seats, seats[::-1]]


class Attack:
    """What the clues of several polls say. A clue that is there by chance (which random key is smaller) is
    right now and then, but not in all polls; one that says nothing is the same for all ballots."""

    def __init__(self) -> None:
        self.by_chance: dict[str, list[float]] = {}
        self.telling: set[str] = set()
        self.linked: Counter[str] = Counter()

    def look(self, doc: Document, file: Path, poll: int, cast: Cast) -> None:
        ballots = steal(file, poll)
        assert len(ballots) == SEATS
        raw = file.read_bytes()
        assert not [each for each in cast.destroyed if each.encode() in raw]
        for name in clues(ballots):
            right = parted(ballots, cast.is_early, name)
            if name in ("key", "row", "place in the bytes"):
                self.by_chance.setdefault(name, []).append(right)
            elif right != 0.5:
                self.telling.add(f"poll {poll}: {name}")
        self.linked.update(linked(ballots, orders_of_seats(doc, file, poll), cast.seat))

    @property
    def best_chance(self) -> float:
        return max(abs(mean(each) - 0.5) for each in self.by_chance.values())

    @property
    def most_linked(self) -> int:
        return max(self.linked.values())


def secret_poll(doc: Document, rule: str) -> int:
    return free_poll(doc, rule, OPTIONS, secret=True)


def test_an_attacker_with_the_file_does_no_better_than_chance(doc: Document) -> None:
    """Every round of every poll: with the file of the last moment before closing, of the moment after, and
    of what Undo and Redo leave then."""
    seats_of(doc, SEATS)
    while_open, after = Attack(), Attack()
    for number in range(POLLS):
        mark_point(doc, 0)
        poll = secret_poll(doc, RULES[number % len(RULES)])
        cast = cast_all(doc, poll, number)
        while_open.look(doc, copied(doc, f"open{number}.mission"), poll, cast)
        poll_closing.close_poll(doc, poll)
        for change in AFTER:
            change(doc, poll)
        after.look(doc, copied(doc, f"closed{number}.mission"), poll, cast)
    for attack in (while_open, after):
        assert not attack.telling
        assert attack.best_chance < BY_CHANCE, attack.by_chance
        assert attack.most_linked < RIGHT_BY_CHANCE, attack.linked.most_common(3)


def test_nothing_parts_one_round_from_the_next(doc: Document) -> None:
    """The same people vote in the same order in both: no clue puts both ballots of one person at the same
    place."""
    seats_of(doc, SEATS)
    matched: Counter[str] = Counter()
    for number in range(POLLS):
        first = secret_poll(doc, "score")
        one = cast_all(doc, first, number)
        poll_closing.close_poll(doc, first)
        second = rounds.vote_again(doc, first)
        other = cast_again(doc, second, one)
        poll_closing.close_poll(doc, second)
        file = copied(doc, f"rounds{number}.mission")
        for name, order in guess_early(steal(file, first)).items():
            again = guess_early(steal(file, second)).get(name, [])
            pairs = zip(order, again, strict=False)
            matched[name] += sum(one.seat(a) == other.seat(b) for a, b in pairs)
    assert max(matched.values()) < RIGHT_BY_CHANCE, matched


def cast_again(doc: Document, poll: int, before: Cast) -> Cast:
    """The other round, without changes."""
    left = len(polls.choices(doc, poll))
    order = list(before.seat_of.values())
    names = random.Random(poll).sample(list(itertools.product(range(1, 6), repeat=left)), len(order))
    for seat, own in zip(order, names, strict=True):
        secret_ballots.cast_secret(doc, poll, seat, Ballot(own))
    return Cast(dict(zip(names, order, strict=True)), places=tuple(range(left)))


# the same attacker finds everybody where there is something to find


def planted(file: Path, sql: str, rows: list[tuple[object, ...]]) -> None:
    connection = sqlite3.connect(file)
    with connection:
        connection.executemany(sql, rows)
    connection.close()


@pytest.mark.parametrize("design", ["marks stay", "rows in order", "keys in order", "another shape"])
def test_the_same_attacker_finds_everybody_in_a_careless_file(doc: Document, design: str) -> None:
    seats_of(doc, SEATS)
    poll = secret_poll(doc, "score")
    cast = cast_all(doc, poll, 1)
    file = copied(doc, "careless.mission")
    time = {marks: n for n, marks in enumerate(cast.seat_of)}
    ballots = sorted(steal(file, poll), key=lambda each: time[named(each)])
    if design == "marks stay":
        new = [each.content.replace('"x"', "3" if n < EARLY else "null") for n, each in enumerate(ballots)]
        planted(file, "UPDATE sealed SET content = ? WHERE key = ?", [*zip(new, keys(ballots), strict=True)])
    elif design == "rows in order":
        rows = [(100_000 + n, each.key) for n, each in enumerate(ballots)]
        planted(file, "UPDATE sealed SET rowid = ? WHERE key = ?", rows)
    elif design == "keys in order":
        rows = [(f"{n:016x}", each.key) for n, each in enumerate(ballots)]
        planted(file, "UPDATE sealed SET key = ? WHERE key = ?", rows)
    else:
        new = [f"[{each.content}]" if n < EARLY else each.content for n, each in enumerate(ballots)]
        late = [(text.replace(", ", ","), key) for text, key in zip(new, keys(ballots), strict=True)]
        planted(file, "UPDATE sealed SET content = ? WHERE key = ?", late[EARLY:])
    attack = Attack()
    attack.look(doc, file, poll, cast)
    assert attack.telling or attack.best_chance == 0.5
    if design.endswith("in order"):
        in_order = linked(steal(file, poll), [list(cast.seat_of.values())], cast.seat)
        assert max(in_order.values()) == SEATS


def keys(ballots: list[Stolen]) -> list[str]:
    return [ballot.key for ballot in ballots]
