"""The table of rules: what a mark may be and how it is counted; and which other rules the same ballots
allow."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from mission_desk.tally import condorcet, duels, majority, pull_and_drag, ranked_pairs, star, talks, totals
from mission_desk.tally.election import Election, Marks
from mission_desk.tally.result import Result
from mission_desk.tally.settings import Settings

Count = Callable[[Election, Settings], Result]


class Rule(Struct, frozen=True):
    """`low` and `high` bound a mark; `high` is None for dots, which the poll bounds, and for places. `mark`
    says what it stands for: dots, yes, score, resistance, agreement, place, consent or pull."""

    key: str
    mark: str
    low: int
    high: int | None
    count: Count


def _placed(rule: Count) -> Count:
    return lambda election, settings: rule(duels.from_places(election), settings)


RULES: dict[str, Rule] = {
    rule.key: rule
    for rule in (
        Rule("pull-and-drag", "pull", 0, 5, pull_and_drag.pull_and_drag),
        Rule("dots", "dots", 0, None, totals.dots),
        Rule("approval", "yes", 0, 1, totals.approval),
        Rule("score", "score", 0, 5, totals.score),
        Rule("star", "score", 0, 5, star.star),
        Rule("consensing", "resistance", 0, 10, totals.consensing),
        Rule("majority", "score", 0, 5, majority.majority),
        Rule("gradients", "agreement", 1, talks.GRADIENTS, talks.gradients),
        Rule("schulze", "place", 1, None, _placed(condorcet.schulze)),
        Rule("pairs", "place", 1, None, _placed(ranked_pairs.pairs)),
        Rule("duel", "place", 1, None, _placed(condorcet.duel)),
        Rule("consent", "consent", 0, talks.OBJECTION, talks.consent),
    )
}
DRAG_HIGH = 10

_SCORED = ("score", "star", "majority", "approval", "schulze", "pairs", "duel")
_ALLOWED: dict[str, tuple[str, ...]] = {
    "pull": (*_SCORED, "consensing"),
    "score": _SCORED,
    "dots": ("dots", "approval"),
    "yes": ("approval",),
    "resistance": ("consensing", "schulze", "pairs", "duel"),
    "agreement": ("majority", "schulze", "pairs", "duel"),
    "place": ("schulze", "pairs", "duel"),
    "consent": ("consent",),
}


def count(key: str, election: Election, settings: Settings | None = None) -> Result:
    """The result under a rule of RULES."""
    return RULES[key].count(election, settings or Settings())


def allowed_by(key: str) -> tuple[str, ...]:
    """The other rules under which ballots of this one can be counted."""
    return tuple(other for other in _ALLOWED[RULES[key].mark] if other != key)


def reading(election: Election, key: str, other: str, settings: Settings | None = None) -> Election:
    """The ballots of rule `key` as rule `other` reads them; KeyError where they do not allow it."""
    if other not in _ALLOWED[RULES[key].mark]:
        raise KeyError(other)
    mine, theirs = RULES[key].mark, RULES[other].mark
    if theirs == "resistance" and mine == "pull":
        return election.with_marks([ballot.drag or ballot.marks for ballot in election.ballots])
    limits = settings or Settings()
    rows = [_read(ballot.marks, mine, theirs, limits) for ballot in election.ballots]
    return election.with_marks(rows)


def _read(marks: Marks, mine: str, theirs: str, settings: Settings) -> Marks:
    if theirs == "yes" and mine in ("score", "pull"):
        return tuple(None if mark is None else int(mark >= settings.approve_from) for mark in marks)
    if theirs == "yes":
        return tuple(None if mark is None else int(mark > 0) for mark in marks)
    if theirs == "place" and mine != "place":
        return places(marks, lowest_first=mine == "resistance")
    return marks


def places(marks: Marks, *, lowest_first: bool = False) -> Marks:
    """Marks as places: 1 for the best, equals share a place, None stays None."""
    given = sorted({mark for mark in marks if mark is not None}, reverse=not lowest_first)
    return tuple(None if mark is None else given.index(mark) + 1 for mark in marks)
