"""The steps of the reasoning: a sentence stands there where it is true, and nowhere else."""

from __future__ import annotations

import pytest

from mission_desk.tally.character import character, character_sentence
from mission_desk.tally.election import Ballot, Election
from mission_desk.tally.result import Result
from mission_desk.tally.rules import RULES, count
from tests.tally.elections import chance_elections, election, high_of, twelve_seats

CIRCLE = [(1, 2, 3)] * 4 + [(3, 1, 2)] * 3 + [(2, 3, 1)] * 2
EQUAL_CIRCLE = [(1, 2, 3), (3, 1, 2), (2, 3, 1)]
CLEAR = [(1, 2, 3)] * 3 + [(3, 2, 1)]
# So many equally clear duels that their orders cannot all be tried.
EQUAL_SEATS = [tuple((n - turn) % 15 + 1 for n in range(15)) for turn in range(15)]


@pytest.mark.parametrize(
    ("key", "rows", "sentences"),
    [
        ("schulze", CLEAR, ["Duels won: A: 2, B: 1, C: 0. Never beaten: “A”.", "“A” wins."]),
        (
            "schulze",
            CIRCLE,
            [
                "Duels won: A: 1, B: 1, C: 1.",
                "The duels run in a circle; the strongest chains of duels decide.",
                "“A” wins.",
            ],
        ),
        ("duel", CLEAR, ["Duels won: A: 2, B: 1, C: 0. Never beaten: “A”.", "“A” wins."]),
        ("duel", CIRCLE, ["Duels won: A: 1, B: 1, C: 1.", "Nobody beats every other one, so nobody wins."]),
        ("pairs", CLEAR, ["Duels won: A: 2, B: 1, C: 0. Never beaten: “A”.", "“A” wins."]),
        (
            "pairs",
            CIRCLE,
            [
                "Duels won: A: 1, B: 1, C: 1.",
                "A duel that would close a circle with clearer ones is left out.",
                "“A” wins.",
            ],
        ),
        (
            "pairs",
            EQUAL_CIRCLE,
            [
                "Duels won: A: 1, B: 1, C: 1.",
                "Equally clear duels run in a circle. It depends on their order who wins: “A”, “B”, “C”.",
                "“A”, “B”, “C” are equal: no winner. Let the room show hands.",
            ],
        ),
        (
            "dots",
            [(3, 0), (1, 1)],
            ["Dots in all: A: 4, B: 1.", "Seats that gave at least one: A: 2, B: 1.", "“A” wins."],
        ),
        ("approval", [(1, 0), (1, 1)], ["Said yes: A: 2, B: 1.", "“A” wins."]),
        ("consent", [(0, 2), (0, 1)], ["Objections: A: 0, B: 1.", "Nobody objects to “A”."]),
        (
            "consent",
            [(2, 2)],
            ["Objections: A: 1, B: 1.", "Nothing passes yet. Hear the objections and change the words."],
        ),
        ("majority", [(5, 1), (4, 1)], ["Grade that a majority gives or better: A: 4, B: 1.", "“A” wins."]),
        (
            "majority",
            [(5, 4), (4, 4)],
            [
                "Grade that a majority gives or better: A: 4, B: 4.",
                "Of equal grades, the next ballots beside the middle decide.",
                "“A” wins.",
            ],
        ),
        (
            "gradients",
            [(8, 2), (8, 3)],
            [
                "The middle of the agreement, from 1 to 8: A: 8, B: 2.5.",
                "Gradients name no winner: talk about the lowest steps first.",
            ],
        ),
    ],
)  # fmt: skip
def test_each_step_is_told_where_it_was_taken(
    key: str, rows: list[tuple[int, ...]], sentences: list[str]
) -> None:
    assert list(count(key, election(*rows)).steps) == sentences


def test_pull_and_drag_tells_its_gate_before_the_winner() -> None:
    steps = count("pull-and-drag", twelve_seats()).steps
    assert steps[:4] == (
        "Mean drag: A: 2, B: 2.17, C: 6.",
        "Percent who find it very hard: A: 0, B: 25, C: 0.",
        "A draft stands with a mean drag of at most 4 and at most 10 % who give 8 or more.",
        "Standing: “A”.",
    )
    assert steps[-1].startswith("To be mended: “B”, “C”.")


@pytest.mark.parametrize("key", sorted(RULES))
def test_without_ballots_the_last_step_is_that_nobody_voted_or_nothing_passes(key: str) -> None:
    last = count(key, Election(("A", "B"), ())).steps[-1]
    assert last.startswith("Nothing passes" if key == "consent" else "Nobody has voted")


@pytest.mark.parametrize("key", sorted(set(RULES) - {"pull-and-drag"}))
def test_a_winner_is_told_by_name_and_equals_by_all_their_names(key: str) -> None:
    for chosen in chance_elections(RULES[key].low, high_of(key), 200):
        result = count(key, chosen)
        last = result.steps[-1]
        if result.winner is not None:
            assert f"“{chosen.options[result.winner]}”" in last
        elif "are equal" in last:
            assert all(f"“{chosen.options[n]}”" in last for n in result.level)


def test_too_many_orders_are_given_up_and_told() -> None:
    names = tuple(f"option {n}" for n in range(15))
    result = count("pairs", Election(names, tuple(Ballot(row) for row in EQUAL_SEATS)))
    assert "Equally clear duels run in a circle and are left out." in result.steps
    assert (result.winner, len(result.ranking[0])) == (None, 15)


def test_gradients_and_scores_rank_by_what_they_show() -> None:
    chosen = election((1, 8, 4), (1, 8, 5), (2, 7, None))
    result = count("gradients", chosen)
    assert result.ranking == ((1,), (2,), (0,))
    assert result.level == ()
    scores = count("score", chosen)
    assert (scores.ranking, scores.figure("mean")) == (((1,), (2,), (0,)), (4 / 3, 23 / 3, 3.0))


def test_what_nobody_answered_bears_the_most_resistance() -> None:
    result = count("consensing", election((10, None), (9, None)))
    assert (result.winner, result.ranking) == (0, ((0,), (1,)))


def test_consent_prefers_fewer_concerns_among_those_that_pass_and_leaves_the_choice_open() -> None:
    result = count("consent", election((0, 1, 2), (0, 1, 0), (1, 1, 0)))
    assert result.ranking == ((0,), (1,), (2,))
    assert (result.winner, result.level, result.repair) == (None, (0, 1), (2,))


def test_equals_for_the_win_are_the_first_group_unless_the_rule_names_others() -> None:
    assert Result("score", None, ((1, 2), (0,)), (), ()).level == (1, 2)
    assert Result("score", None, ((1, 2), (0,)), (), (), could_win=(0,)).level == (0,)
    assert Result("score", 1, ((1,), (0,)), (), ()).level == ()
    assert Result("score", None, (), (), ()).level == ()


def test_the_runoff_is_told_in_seats_and_a_tie_for_it_by_names() -> None:
    steps = count("star", election((5, 4, 0), (5, 4, 0), (3, 5, 0), (2, 2, 0))).steps
    assert "Runoff: 2 prefer “A”, 1 prefer “B”, 1 see no difference." in steps
    depends = count("star", election((3, 3, 3), (5, 0, 4), (0, 4, 5), (4, 5, 0))).steps
    assert "“A”, “B”, “C” are equal for the runoff, and who wins depends on it." in depends


def test_the_last_place_is_still_better_than_none() -> None:
    """Places with gaps may be higher than there are options."""
    result = count("duel", election((1, 9, None)))
    assert result.ranking == ((0,), (1,), (2,))


@pytest.mark.parametrize(
    ("tops", "drags", "kind"),
    [
        (3, (0,) * 10, "loved"),  # of ten seats, with thresholds of 0.3, 0.2, 3.0 and 8
        (2, (0,) * 10, "denominator"),
        (3, (8,) * 2 + (0,) * 8, "split"),
        (3, (8,) + (0,) * 9, "loved"),
        (3, (4,) * 10, "loved"),
        (3, (5,) * 10, ""),
        (0, (3,) * 10, "denominator"),
        (0, (3,) * 9 + (4,), ""),
    ],
)
def test_a_kind_begins_at_its_threshold(tops: int, drags: tuple[int, ...], kind: str) -> None:
    pulls = [5] * tops + [4] * (10 - tops)
    chosen = election(*[(pull,) for pull in pulls], drags=tuple((drag,) for drag in drags))
    assert character(chosen, 0) == kind
    assert bool(character_sentence(character(chosen, 0))) == bool(kind)


def test_no_kind_has_no_sentence() -> None:
    assert character_sentence("") == ""


def test_what_nobody_rated_is_of_no_kind() -> None:
    assert character(election((5, None), drags=((1, None),)), 1) == ""
    assert character(Election(("A",), ()), 0) == ""


def test_other_marks_need_one_row_for_each_seat() -> None:
    chosen = election((1, 2), (2, 1))
    with pytest.raises(ValueError, match="shorter"):
        chosen.with_marks([(1, 2)])


def test_the_steps_of_an_election_by_fewer_options_keep_the_order_asked_for() -> None:
    both = election((1, 2, 3), drags=((4, 5, 6),)).only([2, 0])
    assert (both.options, both.ballots[0].marks, both.ballots[0].drag) == (("C", "A"), (3, 1), (6, 4))
