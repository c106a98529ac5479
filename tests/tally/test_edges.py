"""Every limit of the rules on both sides of its edge: just below, at, just above."""

from __future__ import annotations

import pytest

from mission_desk.tally.character import character
from mission_desk.tally.election import Ballot, Election, Marks
from mission_desk.tally.majority import majority_value
from mission_desk.tally.pull_and_drag import hard_share, pull_and_drag
from mission_desk.tally.rules import RULES, count, reading
from mission_desk.tally.settings import Settings
from tests.tally.elections import election

USUAL = Settings()


def one_draft(pulls: list[int], drags: list[int]) -> Election:
    rows = zip(pulls, drags, strict=True)
    return Election(("A",), tuple(Ballot((pull,), (drag,)) for pull, drag in rows))


def summing_to(total: int, seats: int = 10, most: int = 7) -> list[int]:
    """Marks with this sum, none of them above `most`, which nobody calls very hard."""
    low, more = divmod(total, seats)
    assert low + bool(more) <= most
    return [low + 1] * more + [low] * (seats - more)


def stands(election_of_one: Election, settings: Settings = USUAL) -> bool:
    return not pull_and_drag(election_of_one, settings).repair


@pytest.mark.parametrize(("total", "standing"), [(39, True), (40, True), (41, False)])
def test_the_mean_drag_at_the_gate(total: int, standing: bool) -> None:
    """4.0 of 10 is still through."""
    assert stands(one_draft([4] * 10, summing_to(total))) == standing


@pytest.mark.parametrize(
    ("hard", "seats", "standing"),
    [
        (0, 10, True),
        (1, 10, True),
        (2, 10, False),
        (3, 30, True),
        (4, 30, False),
        (2, 19, False),
        (2, 20, True),
    ],
)
def test_the_share_that_finds_it_hard_at_the_gate(hard: int, seats: int, standing: bool) -> None:
    """A tenth of the seats is still through, however many there are."""
    assert stands(one_draft([4] * seats, [8] * hard + [0] * (seats - hard))) == standing


@pytest.mark.parametrize("percent", range(1, 100))
def test_the_gate_is_exact_at_every_percent(percent: int) -> None:
    """As preferences give it: a share that is a hundredth off by rounding would send a draft to repair."""
    settings = Settings(gate_drag=10.0, gate_share=percent / 100)
    at, above = ([8] * hard + [0] * (100 - hard) for hard in (percent, percent + 1))
    assert (stands(one_draft([4] * 100, at), settings), stands(one_draft([4] * 100, above), settings)) == (
        True,
        False,
    )


@pytest.mark.parametrize(("drag", "share"), [(7, 0.0), (8, 1.0), (9, 1.0)])
def test_what_is_very_hard(drag: int, share: float) -> None:
    assert hard_share(one_draft([4], [drag]), 0, USUAL) == share


@pytest.mark.parametrize(
    ("tops", "drags", "kind"),
    [
        (2, [0] * 10, "denominator"), (3, [0] * 10, "loved"), (4, [0] * 10, "loved"),
        (3, [8] + [0] * 9, "loved"), (3, [8] * 2 + [0] * 8, "split"), (3, [8] * 3 + [0] * 7, "split"),
        (2, summing_to(29), "denominator"), (2, summing_to(30), "denominator"), (2, summing_to(31), ""),
        (2, [8] + [0] * 9, "denominator"), (2, [8] * 2 + [0] * 8, ""),
    ],
)  # fmt: skip
def test_loved_split_and_common_denominator(tops: int, drags: list[int], kind: str) -> None:
    """Three of ten love it; two of ten find it very hard; a mean drag of 3. What does not stand is no common
    denominator."""
    assert character(one_draft([5] * tops + [4] * (10 - tops), drags), 0) == kind


@pytest.mark.parametrize(("score", "yes"), [(3, 0), (4, 1), (5, 1)])
def test_a_score_that_counts_as_a_yes(score: int, yes: int) -> None:
    assert reading(election((score,)), "score", "approval").ballots[0].marks == (yes,)


@pytest.mark.parametrize(("dots", "yes"), [(0, 0), (1, 1), (2, 1)])
def test_a_dot_counts_as_a_yes(dots: int, yes: int) -> None:
    assert reading(election((dots,)), "dots", "approval").ballots[0].marks == (yes,)


@pytest.mark.parametrize(("mark", "passes"), [(0, True), (1, True), (2, False)])
def test_a_concern_passes_and_an_objection_does_not(mark: int, passes: bool) -> None:
    result = count("consent", election((mark,), (0,), (0,)))
    assert (result.winner == 0, result.repair == ()) == (passes, passes)


@pytest.mark.parametrize(
    ("fives", "seats", "grade"), [(1, 3, 0), (2, 3, 5), (1, 4, 0), (2, 4, 0), (3, 4, 5), (2, 5, 0), (3, 5, 5)]
)
def test_a_majority_is_more_than_half(fives: int, seats: int, grade: int) -> None:
    """Of an even number the lower middle counts."""
    assert majority_value([5] * fives + [0] * (seats - fives))[0] == grade


@pytest.mark.parametrize(("for_a", "for_b", "winner"), [(4, 5, 1), (5, 5, None), (6, 5, 0)])
@pytest.mark.parametrize("key", ["dots", "approval", "score", "star", "schulze", "pairs", "duel"])
def test_one_ballot_more_decides_and_none_more_is_a_tie(
    key: str, for_a: int, for_b: int, winner: int | None
) -> None:
    best, other = (1, 2) if RULES[key].mark == "place" else (1, 0)
    rows: list[Marks] = [(best, other)] * for_a + [(other, best)] * for_b
    result = count(key, election(*rows))
    assert (result.winner, len(result.level)) == (winner, 0 if winner is not None else 2)


@pytest.mark.parametrize(("of_b", "winner"), [(19, 1), (20, None), (21, 0)])
def test_a_tenth_less_resistance_decides(of_b: int, winner: int | None) -> None:
    """A has a mean of 2."""
    rows = [(2, mark) for mark in summing_to(of_b)]
    assert count("consensing", election(*rows)).winner == winner


@pytest.mark.parametrize(("points", "winner"), [(0, 2), (1, 2), (2, 0)])
def test_the_third_sum_is_in_no_runoff(points: int, winner: int) -> None:
    """A has 9 points and C 6, and two of three prefer C to A. With 5 points B is third; with 6 it is level
    with C and loses to it; with 7 it keeps C out of the runoff, and A wins."""
    result = count("star", election((5, 5, 0), (2, points, 3), (2, 0, 3)))
    assert result.figure("sum") == (9.0, 5.0 + points, 6.0)
    assert result.winner == winner


@pytest.mark.parametrize(("hard", "kind"), [(1, "loved"), (2, "split"), (3, "split")])
def test_split_begins_at_its_share_also_where_the_gate_is_wider(hard: int, kind: str) -> None:
    """Two of ten who could not live by it, at a share of 20 per cent."""
    rows = tuple((5,) for _ in range(10))
    drags = tuple((8,) if n < hard else (0,) for n in range(10))
    chosen = election(*rows, drags=drags)
    assert character(chosen, 0, Settings(gate_share=0.5, split_share=0.2)) == kind
