"""The table of rules: everything that the program has to know of a way of counting stands in its row, and
what a row leaves out cannot be built. A new rule is a row here, its count, its words and what its result
says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from mission_desk.tally import (
    condorcet,
    duels,
    majority,
    pull_and_drag,
    ranked_pairs,
    rule_words,
    score_words,
    star,
    talks,
    totals,
)
from mission_desk.tally.election import Election, Marks
from mission_desk.tally.result import Result
from mission_desk.tally.rule_words import RuleWords
from mission_desk.tally.settings import Settings

Mark = Literal["dots", "yes", "score", "grade", "resistance", "agreement", "place", "consent", "pull"]
"""What a number on a ballot stands for; with pull there is drag beside it."""
Count = Callable[[Election, Settings], Result]
Score = Callable[[Election, Result, int, str | None], str]


class Rule(Struct, frozen=True, kw_only=True):
    """`low` and `high` bound a mark; `high` is None for dots, which the poll bounds, and for places. `reads`
    are the marks of other ballots that this rule can count too. `by_hand`: a show of hands will do, because
    each option is added up by itself. `first_wins`: whoever stands first in the order wins, and equals there
    are level; where it is false, being first does not mean to stand. `score` says what a result counts for
    one option."""

    key: str
    words: Callable[[str | None], RuleWords]
    mark: Mark
    low: int
    high: int | None
    reads: tuple[Mark, ...]
    by_hand: bool
    first_wins: bool
    least_options: int
    count: Count
    score: Score


def _placed(rule: Count) -> Count:
    return lambda election, settings: rule(duels.from_places(election), settings)


def table(*rows: Rule) -> dict[str, Rule]:
    """By key, in the order in which they are offered."""
    return {row.key: row for row in rows}


_SCORES: tuple[Mark, ...] = ("pull", "score", "grade")
_ORDERS: tuple[Mark, ...] = (*_SCORES, "resistance", "agreement", "place")

RULES: dict[str, Rule] = table(
    Rule(
        key="pull-and-drag", words=rule_words.pull_and_drag, mark="pull", low=0, high=5, reads=("pull",),
        by_hand=False, first_wins=False, least_options=1,
        count=pull_and_drag.pull_and_drag, score=score_words.pull_and_drag,
    ),
    Rule(
        key="gradients", words=rule_words.gradients, mark="agreement", low=1, high=talks.GRADIENTS,
        reads=("agreement",), by_hand=True, first_wins=False, least_options=1,
        count=talks.gradients, score=score_words.middle,
    ),
    Rule(
        key="star", words=rule_words.star, mark="score", low=0, high=5, reads=_SCORES,
        by_hand=False, first_wins=True, least_options=1,
        count=star.star, score=score_words.points,
    ),
    Rule(
        key="majority", words=rule_words.majority, mark="grade", low=0, high=5, reads=(*_SCORES, "agreement"),
        by_hand=True, first_wins=True, least_options=1,
        count=majority.majority, score=score_words.grade,
    ),
    Rule(
        key="consensing", words=rule_words.consensing, mark="resistance", low=0, high=10,
        reads=("pull", "resistance"), by_hand=True, first_wins=True, least_options=1,
        count=totals.consensing, score=score_words.resistance,
    ),
    Rule(
        key="consent", words=rule_words.consent, mark="consent", low=0, high=talks.OBJECTION,
        reads=("consent",), by_hand=True, first_wins=False, least_options=1,
        count=talks.consent, score=score_words.objections,
    ),
    Rule(
        key="score", words=rule_words.score, mark="score", low=0, high=5, reads=_SCORES,
        by_hand=True, first_wins=True, least_options=1,
        count=totals.score, score=score_words.points,
    ),
    Rule(
        key="approval", words=rule_words.approval, mark="yes", low=0, high=1, reads=(*_SCORES, "dots", "yes"),
        by_hand=True, first_wins=True, least_options=1,
        count=totals.approval, score=score_words.yeses,
    ),
    Rule(
        key="schulze", words=rule_words.schulze, mark="place", low=1, high=None, reads=_ORDERS,
        by_hand=False, first_wins=True, least_options=2,
        count=_placed(condorcet.schulze), score=score_words.duels_won,
    ),
    Rule(
        key="pairs", words=rule_words.pairs, mark="place", low=1, high=None, reads=_ORDERS,
        by_hand=False, first_wins=True, least_options=2,
        count=_placed(ranked_pairs.pairs), score=score_words.duels_won,
    ),
    Rule(
        key="duel", words=rule_words.duel, mark="place", low=1, high=None, reads=_ORDERS,
        by_hand=False, first_wins=True, least_options=2,
        count=_placed(condorcet.duel), score=score_words.duels_won,
    ),
    Rule(
        key="dots", words=rule_words.dots, mark="dots", low=0, high=None, reads=("dots",),
        by_hand=True, first_wins=True, least_options=1,
        count=totals.dots, score=score_words.dots,
    ),
)  # fmt: skip


def count(key: str, election: Election, settings: Settings | None = None) -> Result:
    """The result of the election under the rule with this key."""
    return RULES[key].count(election, settings or Settings())


def allowed_by(key: str) -> tuple[str, ...]:
    """The keys of the other rules under which ballots of this rule can be counted."""
    return tuple(other for other, rule in RULES.items() if other != key and RULES[key].mark in rule.reads)


def reading(election: Election, key: str, other: str, settings: Settings | None = None) -> Election:
    """The ballots of rule `key` as rule `other` reads them; KeyError where they do not allow it."""
    mine, theirs = RULES[key].mark, RULES[other].mark
    if mine not in RULES[other].reads:
        raise KeyError(other)
    if theirs == "resistance" and mine == "pull":
        return election.with_marks([ballot.drag or ballot.marks for ballot in election.ballots])
    limits = settings or Settings()
    rows = [_read(ballot.marks, mine, theirs, limits) for ballot in election.ballots]
    return election.with_marks(rows)


def _read(marks: Marks, mine: Mark, theirs: Mark, settings: Settings) -> Marks:
    if theirs == "yes" and mine in _SCORES:
        return tuple(None if mark is None else int(mark >= settings.approve_from) for mark in marks)
    if theirs == "yes":
        return tuple(None if mark is None else int(mark > 0) for mark in marks)
    if theirs == "place" and mine != "place":
        return places(marks, lowest_first=mine == "resistance")
    return marks


def places(marks: Marks, *, lowest_first: bool = False) -> Marks:
    """Marks turned into places: 1 for the highest mark, equal marks share a place, None stays None."""
    given = sorted({mark for mark in marks if mark is not None}, reverse=not lowest_first)
    return tuple(None if mark is None else given.index(mark) + 1 for mark in marks)
