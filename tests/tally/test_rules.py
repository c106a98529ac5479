from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mission_desk.tally.character import character
from mission_desk.tally.election import Ballot, Election
from mission_desk.tally.majority import majority_value
from mission_desk.tally.result import Result
from mission_desk.tally.rules import RULES, allowed_by, count, places, reading
from mission_desk.tally.settings import Settings
from mission_desk.words import set_screen_language
from tests.tally.elections import (
    DRAWN,
    LETTERS,
    drawn_elections,
    election,
    high_of,
    twelve_seats,
    with_a_favourite,
)

KEYS = sorted(RULES)
# A mark that says more for an option; the rules where that never takes its victory away.
BETTER: dict[str, int] = {
    "dots": 1, "approval": 1, "score": 1, "majority": 1, "star": 1, "consensing": -1,
    "schulze": -1, "duel": -1, "consent": -1,
}  # fmt: skip


def pulled(key: str, chosen: Election) -> Result:
    return count(key, reading(chosen, "pull-and-drag", key))


@pytest.mark.parametrize(
    ("key", "winner"), [("score", 0), ("approval", 0), ("consensing", 0), ("star", 1), ("majority", 1)]
)
def test_twelve_seats_choose_by_the_rule(key: str, winner: int) -> None:
    assert pulled(key, twelve_seats()).winner == winner


def test_the_common_denominator_is_named_and_the_bold_one_is_mended() -> None:
    result = count("pull-and-drag", twelve_seats())
    assert result.repair == (1, 2)
    assert [character(twelve_seats(), n) for n in range(3)] == ["denominator", "split", ""]
    assert any("“B”" in step and "one word" in step for step in result.steps)


def test_a_loved_one_is_called_so() -> None:
    chosen = election((5, 3), (5, 2), (4, 3), drags=((1, 9), (0, 9), (2, 1)))
    assert [character(chosen, n) for n in range(2)] == ["loved", ""]


def test_thresholds_are_settings() -> None:
    gentle = Settings(gate_share=0.25, split_share=0.5)
    assert count("pull-and-drag", twelve_seats(), gentle).winner == 1
    assert character(twelve_seats(), 1, gentle) == "loved"


def test_pull_decides_only_among_those_that_stand() -> None:
    chosen = election(*[(5, 3)] * 4, drags=((5, 2),) * 4)
    result = count("pull-and-drag", chosen)
    assert (result.winner, result.ranking, result.repair) == (1, ((1,), (0,)), (0,))


def test_what_nobody_rated_is_not_called_too_hard() -> None:
    result = count("pull-and-drag", election((5, None), drags=((1, None),)))
    assert (result.winner, result.repair) == (0, ())


def test_equal_pull_is_parted_by_drag_and_never_by_chance() -> None:
    by_drag = election(*[(4, 4)] * 3, drags=((3, 1),) * 3)
    assert count("pull-and-drag", by_drag).winner == 1
    equal = election(*[(4, 4)] * 3, drags=((1, 1),) * 3)
    assert count("pull-and-drag", equal).winner is None
    assert "show hands" in count("pull-and-drag", equal).steps[-1]


def test_when_nothing_stands_nobody_wins() -> None:
    result = count("pull-and-drag", election((5, 5), (5, 5), drags=((9, 9), (9, 9))))
    assert result.winner is None
    assert sorted(n for group in result.ranking for n in group) == [0, 1]
    assert "No draft stands yet." in result.steps


def test_the_middle_goes_first_then_what_lies_beside_it() -> None:
    assert majority_value([5, 1, 3, 3]) == (3, 3, 1, 5)
    assert majority_value([]) == ()


def test_a_circle_of_duels_has_no_winner_but_schulze_finds_the_strongest_chain() -> None:
    rows = [(1, 2, 3)] * 4 + [(3, 1, 2)] * 3 + [(2, 3, 1)] * 2
    assert count("duel", election(*rows)).winner is None
    assert count("schulze", election(*rows)).winner == 0
    assert count("pairs", election(*rows)).winner == 0


def test_an_equal_circle_is_a_tie() -> None:
    rows = [(1, 2, 3), (3, 1, 2), (2, 3, 1)]
    for key in ("duel", "schulze", "pairs"):
        result = count(key, election(*rows))
        assert (result.winner, result.ranking) == (None, ((0, 1, 2),))


def test_gradients_show_every_step_and_name_nobody() -> None:
    result = count("gradients", election((8, 1), (8, 2), (7, 8)))
    assert result.winner is None
    assert result.figure("step8") == (2.0, 1.0)
    assert [figure.key for figure in result.figures[1:]] == [f"step{n}" for n in range(8, 0, -1)]
    assert result.figure("median") == (8.0, 2.0)


def test_one_objection_holds_an_option_up() -> None:
    result = count("consent", election((0, 0), (1, 2), (1, 0)))
    assert (result.winner, result.repair) == (0, (1,))
    assert count("consent", election((2, 2), (0, 0))).winner is None


def test_places_share_a_place_and_keep_the_gaps() -> None:
    assert places((5, None, 3, 5)) == (1, None, 2, 1)
    assert places((10, 0, 3), lowest_first=True) == (3, 1, 2)


@pytest.mark.parametrize("key", KEYS)
def test_without_ballots_nobody_wins(key: str) -> None:
    result = count(key, Election(LETTERS[:2], ()))
    assert result.winner is None
    assert sorted(n for group in result.ranking for n in group) == [0, 1]


@pytest.mark.parametrize("key", KEYS)
def test_a_single_option_can_be_voted_on(key: str) -> None:
    ballot = Ballot((RULES[key].low + 1,), (0,) if key == "pull-and-drag" else ())
    assert count(key, Election(("A",), (ballot,))).ranking == ((0,),)


def with_ballots(chosen: Election, ballots: list[Ballot]) -> Election:
    return Election(chosen.options, tuple(ballots))


@pytest.mark.parametrize("key", KEYS)
@given(data=st.data())
def test_who_voted_first_never_matters(key: str, data: st.DataObject) -> None:
    chosen = data.draw(drawn_elections(key))
    ballots = data.draw(st.permutations(chosen.ballots))
    assert count(key, with_ballots(chosen, ballots)) == count(key, chosen)


@pytest.mark.parametrize("key", KEYS)
@given(data=st.data())
def test_no_option_has_an_advantage_by_its_place(key: str, data: st.DataObject) -> None:
    chosen = data.draw(drawn_elections(key))
    order = data.draw(st.permutations(range(DRAWN)))
    result, turned = count(key, chosen), count(key, chosen.only(list(order)))
    assert turned.winner == (None if result.winner is None else order.index(result.winner))
    back = [sorted(order[n] for n in group) for group in turned.ranking]
    assert back == [sorted(group) for group in result.ranking]


@pytest.mark.parametrize("key", sorted(BETTER))
@given(data=st.data())
def test_more_for_the_winner_never_harms_it(key: str, data: st.DataObject) -> None:
    best = high_of(key) if BETTER[key] > 0 else RULES[key].low
    chosen = data.draw(drawn_elections(key, 1).flatmap(lambda drawn: with_a_favourite(drawn, best)))
    winner = count(key, chosen).winner
    assume(winner is not None)
    seat = data.draw(st.integers(0, len(chosen.ballots) - 1))
    marks = list(chosen.ballots[seat].marks)
    marks[winner] = max(RULES[key].low, min(high_of(key), (marks[winner] or 0) + BETTER[key]))
    ballots = [*chosen.ballots]
    ballots[seat] = Ballot(tuple(marks))
    assert count(key, with_ballots(chosen, ballots)).winner == winner


@pytest.mark.parametrize("key", KEYS)
@given(data=st.data())
def test_every_option_is_ranked_once_and_the_winner_first(key: str, data: st.DataObject) -> None:
    chosen = data.draw(drawn_elections(key))
    result = count(key, chosen)
    assert sorted(n for group in result.ranking for n in group) == list(range(DRAWN))
    assert all(len(figure.values) == DRAWN for figure in result.figures)
    assert result.steps
    if result.winner is not None:
        assert result.ranking[0][0] == result.winner


@pytest.mark.parametrize("key", KEYS)
@given(data=st.data())
def test_the_same_ballots_can_be_counted_by_every_rule_they_allow(key: str, data: st.DataObject) -> None:
    chosen = data.draw(drawn_elections(key))
    for other in allowed_by(key):
        assert count(other, reading(chosen, key, other)).rule == other


def test_ballots_that_do_not_allow_a_rule_are_refused() -> None:
    with pytest.raises(KeyError):
        reading(election((1, 0)), "approval", "star")


def blanks(chosen: Election, chance: Callable[[], float]) -> Election:
    rows = [tuple(None if chance() < 0.3 else m for m in ballot.marks) for ballot in chosen.ballots]
    return chosen.with_marks(rows)


@pytest.mark.parametrize("key", [key for key in KEYS if key != "pull-and-drag"])
def test_ballots_with_gaps_are_counted(key: str) -> None:
    chance = random.Random(1)
    rows = [tuple(chance.randint(RULES[key].low, high_of(key)) for _ in range(3)) for _ in range(20)]
    result = count(key, blanks(election(*rows), chance.random))
    assert sorted(n for group in result.ranking for n in group) == [0, 1, 2]


def test_equals_are_quoted_as_the_screen_speaks() -> None:
    set_screen_language("de")
    try:
        assert "„A“, „B“ " in count("score", election((4, 4))).steps[-1]
    finally:
        set_screen_language("en")
