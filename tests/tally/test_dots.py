from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mission_desk.tally.dots import Ballot, OptionTotal, tally, too_many

OPTIONS = 4
BALLOTS = st.lists(st.tuples(*[st.integers(0, 3)] * OPTIONS), max_size=12)


def test_dots_are_added_and_ranked() -> None:
    result = tally([(1, 0, 2), (3, 0, 0), (0, 0, 3)], 3)
    assert result.totals == (OptionTotal(0, 4, 2, 3), OptionTotal(1, 0, 0, 0), OptionTotal(2, 5, 2, 3))
    assert result.ranking == (2, 0, 1)
    assert result.winner == 2
    assert (result.ballots, result.dots) == (3, 9)


def test_nobody_wins_a_tie_or_an_empty_vote() -> None:
    assert tally([(2, 0), (0, 2)], 2).winner is None
    assert tally([], 2).winner is None
    assert tally([(0, 0)], 2).winner is None
    assert tally([], 0).ranking == ()


def test_of_equal_dots_more_seats_rank_higher_but_do_not_win() -> None:
    result = tally([(2, 0), (0, 1), (0, 1)], 2)
    assert result.ranking == (1, 0)
    assert result.winner is None


def test_a_ballot_must_not_give_more_than_a_seat_has() -> None:
    assert not too_many((1, 2), 3)
    assert not too_many((), 3)
    assert too_many((2, 2), 3)
    assert too_many((4, -1), 3)


@given(BALLOTS, st.randoms())
def test_who_voted_first_never_matters(ballots: list[Ballot], chance) -> None:
    shuffled = list(ballots)
    chance.shuffle(shuffled)
    assert tally(shuffled, OPTIONS) == tally(ballots, OPTIONS)


@given(BALLOTS, st.permutations(range(OPTIONS)))
def test_no_option_has_an_advantage_by_its_place(ballots: list[Ballot], order: list[int]) -> None:
    turned = [tuple(ballot[option] for option in order) for ballot in ballots]
    result, other = tally(ballots, OPTIONS), tally(turned, OPTIONS)
    assert [result.totals[option].dots for option in order] == [total.dots for total in other.totals]
    winner = None if other.winner is None else order[other.winner]
    assert winner == result.winner


@given(BALLOTS.filter(bool), st.integers(0, OPTIONS - 1), st.data())
def test_more_dots_never_harm(ballots: list[Ballot], option: int, data: st.DataObject) -> None:
    seat = data.draw(st.integers(0, len(ballots) - 1))
    kinder = list(ballots)
    kinder[seat] = tuple(dots + (n == option) for n, dots in enumerate(ballots[seat]))
    before, after = tally(ballots, OPTIONS), tally(kinder, OPTIONS)
    assert after.ranking.index(option) <= before.ranking.index(option)
    if before.winner == option:
        assert after.winner == option


@given(BALLOTS)
def test_no_dot_is_lost(ballots: list[Ballot]) -> None:
    result = tally(ballots, OPTIONS)
    assert result.dots == sum(map(sum, ballots))
    assert sorted(result.ranking) == list(range(OPTIONS))
