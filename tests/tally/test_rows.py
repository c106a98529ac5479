"""What a row of the table of rules claims: bounds of a mark, whose ballots it reads, what the flags mean."""

from __future__ import annotations

import pytest

from mission_desk.tally.election import Election
from mission_desk.tally.result import Result, sole
from mission_desk.tally.rules import RULES, allowed_by, count, reading
from mission_desk.tally.settings import Settings
from tests.tally.elections import chance_elections, election, high_of

PLACED = ("schulze", "pairs", "duel")
SCORED = ("star", "majority", "score", "approval", *PLACED)


@pytest.mark.parametrize(
    ("key", "low", "high", "least"),
    [
        ("pull-and-drag", 0, 5, 1), ("gradients", 1, 8, 1), ("star", 0, 5, 1), ("majority", 0, 5, 1),
        ("consensing", 0, 10, 1), ("consent", 0, 2, 1), ("score", 0, 5, 1), ("approval", 0, 1, 1),
        ("schulze", 1, None, 2), ("pairs", 1, None, 2), ("duel", 1, None, 2), ("dots", 0, None, 1),
    ],
)  # fmt: skip
def test_the_marks_and_the_least_options_of_a_rule_are_those_of_its_source(
    key: str, low: int, high: int | None, least: int
) -> None:
    rule = RULES[key]
    assert (rule.low, rule.high, rule.least_options) == (low, high, least)


@pytest.mark.parametrize(
    ("key", "others"),
    [
        ("pull-and-drag", {*SCORED, "consensing"}), ("score", set(SCORED)), ("star", set(SCORED)),
        ("majority", set(SCORED)), ("consensing", set(PLACED)), ("gradients", {"majority", *PLACED}),
        ("schulze", set(PLACED)), ("pairs", set(PLACED)), ("duel", set(PLACED)), ("dots", {"approval"}),
        ("approval", set()), ("consent", set()),
    ],
)  # fmt: skip
def test_ballots_are_counted_only_by_rules_that_ask_for_no_more_than_they_say(
    key: str, others: set[str]
) -> None:
    """Among the rules that this test knows; a newer one that reads the same ballots stands beside them."""
    known = {"pull-and-drag", "gradients", "consensing", "consent", "dots", *SCORED}
    assert set(allowed_by(key)) & known == others - {key}


@pytest.mark.parametrize(
    ("key", "other", "given", "read"),
    [
        ("score", "approval", (5, 4, 3, 0, None), (1, 1, 0, 0, None)),
        ("dots", "approval", (5, 1, 0, 0, None), (1, 1, 0, 0, None)),
        ("score", "duel", (5, 4, 4, 0, None), (1, 2, 2, 3, None)),
        ("consensing", "duel", (10, 4, 4, 0, None), (3, 2, 2, 1, None)),
        ("schulze", "duel", (1, 4, 4, 9, None), (1, 4, 4, 9, None)),
        ("score", "majority", (5, 4, 3, 0, None), (5, 4, 3, 0, None)),
    ],
)
def test_a_ballot_says_the_same_under_another_rule(
    key: str, other: str, given: tuple[int | None, ...], read: tuple[int | None, ...]
) -> None:
    assert reading(election(given), key, other).ballots[0].marks == read


def test_drag_is_read_as_resistance_and_pull_as_points() -> None:
    both = election((5, 0), drags=((9, 1),))
    assert reading(both, "pull-and-drag", "consensing").ballots[0].marks == (9, 1)
    assert reading(both, "pull-and-drag", "score").ballots[0].marks == (5, 0)


def test_a_blank_ballot_is_as_long_under_every_rule() -> None:
    """One that came without drags has a place for each option all the same."""
    blank = reading(election((None, None, None)), "pull-and-drag", "consensing")
    assert [ballot.marks for ballot in blank.ballots] == [(None, None, None)]


def test_the_yes_of_a_score_is_a_setting() -> None:
    read = reading(election((3, 2)), "score", "approval", Settings(approve_from=3))
    assert read.ballots[0].marks == (1, 0)


@pytest.mark.parametrize(
    ("key", "by_hand", "first_wins"),
    [
        ("pull-and-drag", False, False), ("gradients", True, False), ("star", False, True),
        ("majority", True, True), ("consensing", True, True), ("consent", True, False), ("score", True, True),
        ("approval", True, True), ("schulze", False, True), ("pairs", False, True), ("duel", False, True),
        ("dots", True, True),
    ],
)  # fmt: skip
def test_hands_serve_no_rule_that_compares_what_one_person_says_of_two_options(
    key: str, by_hand: bool, first_wins: bool
) -> None:
    """STAR ends in a duel, pull needs its drag; and what only shows where to talk lets nobody win."""
    assert (RULES[key].by_hand, RULES[key].first_wins) == (by_hand, first_wins)


def results(key: str) -> list[tuple[Election, Result]]:
    rule = RULES[key]
    chosen = [each for each in chance_elections(rule.low, high_of(key), 300) if rule.mark != "pull"]
    return [(each, count(key, each)) for each in chosen]


@pytest.mark.parametrize("key", sorted(RULES))
def test_a_show_of_hands_will_do_where_each_option_is_added_up_by_itself(key: str) -> None:
    alone = [
        count(key, chosen.only([0])).figures[0].values[0] == result.figures[0].values[0]
        for chosen, result in results(key)
    ]
    if RULES[key].by_hand:
        assert all(alone)
    else:
        assert key in ("star", "pull-and-drag") or not all(alone)


@pytest.mark.parametrize("key", sorted(RULES))
def test_whoever_stands_first_wins_exactly_where_the_table_claims_it(key: str) -> None:
    counted = [result for _, result in results(key)]
    if RULES[key].first_wins:
        assert all(result.ranking[0] == (result.winner,) for result in counted if result.winner is not None)
        assert all(result.level == result.ranking[0] for result in counted if result.winner is None)
    elif key != "pull-and-drag":  # whose gate has tests of its own
        assert any(result.winner is None and sole(result.ranking) is not None for result in counted)
