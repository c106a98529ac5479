"""Elections for the tests: by hand, by chance from a seed, and for Hypothesis."""

from __future__ import annotations

import random
from collections.abc import Iterator

from hypothesis import strategies as st
from msgspec.structs import replace

from mission_desk.tally.election import DRAG_HIGH, Ballot, Election, Marks
from mission_desk.tally.rules import RULES

LETTERS = ("A", "B", "C", "D", "E", "F")
DRAWN = 4  # options of a drawn election
RANDOM_ELECTIONS = 4_000


def election(*rows: Marks, drags: tuple[Marks, ...] = ()) -> Election:
    sides = drags or tuple(() for _ in rows)
    ballots = tuple(Ballot(row, side) for row, side in zip(rows, sides, strict=True))
    return Election(LETTERS[: len(rows[0])], ballots)


def twelve_seats() -> Election:
    """A is fine for everybody, B bold and loved by seven, C is disliked quietly."""
    pulls = [(4, 5, 2)] * 7 + [(4, 4, 2)] * 2 + [(4, 1, 2)] * 3
    drags = [(2, 0, 6)] * 7 + [(2, 1, 6)] * 2 + [(2, 8, 6)] * 3
    return election(*pulls, drags=tuple(drags))


def chance_elections(low: int, high: int, count: int = RANDOM_ELECTIONS) -> Iterator[Election]:
    """Few seats and few marks more often than many, so that ties of every kind come up; among them elections
    with blanks, with many equal ballots, and with ballots that prefer in a circle."""
    chance = random.Random(20150407)
    for _ in range(count):
        options = chance.randint(2, 6)
        seats = chance.choice((1, 2, 3, 4, 5, 6, 8, 9, 12, 30))
        top = chance.choice((high, low + 1, high))
        rows = [tuple(chance.randint(low, top) for _ in range(options)) for _ in range(seats)]
        yield election(*_changed(rows, chance))


def _changed(rows: list[Marks], chance: random.Random) -> list[Marks]:
    kind = chance.choice(("as drawn", "as drawn", "blanks", "equal ballots", "circle"))
    if kind == "blanks":
        return [tuple(None if chance.random() < 0.25 else mark for mark in row) for row in rows]
    if kind == "equal ballots":
        return [chance.choice(rows[:3]) for _ in rows]
    if kind == "circle":
        first, turns = rows[0], [n % len(rows[0]) for n in range(len(rows))]
        return [first[turn:] + first[:turn] for turn in turns]
    return rows


def chance_drags(seed: int, chosen: Election) -> Election:
    """The same ballots with drags as well; blank where pull is blank, and seldom so much that nothing
    stands."""
    chance = random.Random(seed)
    rows = [
        tuple(None if mark is None else chance.choice((0, 1, 2, 3, 5, 8)) for mark in ballot.marks)
        for ballot in chosen.ballots
    ]
    ballots = (replace(ballot, drag=row) for ballot, row in zip(chosen.ballots, rows, strict=True))
    return Election(chosen.options, tuple(ballots))


def high_of(key: str) -> int:
    return RULES[key].high or DRAWN


@st.composite
def drawn_elections(draw: st.DrawFn, key: str, least: int = 0) -> Election:
    rule = RULES[key]
    mark = st.integers(rule.low, high_of(key))
    rows = draw(st.lists(st.tuples(*[mark] * DRAWN), min_size=least, max_size=9))
    if rule.mark != "pull":
        return Election(LETTERS[:DRAWN], tuple(Ballot(row) for row in rows))
    drag = st.tuples(*[st.integers(0, DRAG_HIGH)] * DRAWN)
    sides = draw(st.lists(drag, min_size=len(rows), max_size=len(rows)))
    ballots = tuple(Ballot(row, side) for row, side in zip(rows, sides, strict=True))
    return Election(LETTERS[:DRAWN], ballots)


@st.composite
def with_a_favourite(draw: st.DrawFn, drawn: Election, best: int) -> Election:
    """One option gets the best mark on all ballots but some: chance alone seldom lets anybody win where one
    objection is enough."""
    favourite = draw(st.integers(0, DRAWN - 1))
    spared = draw(st.sets(st.integers(0, len(drawn.ballots) - 1), max_size=len(drawn.ballots) // 3))
    rows = [
        ballot.marks if seat in spared else _marked(ballot.marks, favourite, best)
        for seat, ballot in enumerate(drawn.ballots)
    ]
    return drawn.with_marks(rows)


def _marked(marks: Marks, option: int, mark: int) -> Marks:
    return (*marks[:option], mark, *marks[option + 1 :])
