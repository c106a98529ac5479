"""Duels, chains and layers against what their words say, pair by pair: the code takes a shorter way."""

from __future__ import annotations

from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from mission_desk.tally.chains import Pair, no_chains
from mission_desk.tally.condorcet import layers, strongest_paths
from mission_desk.tally.duels import Wins, preferred
from mission_desk.tally.election import Ballot, Election

OPTIONS = 5
pairs = st.tuples(st.integers(0, OPTIONS - 1), st.integers(0, OPTIONS - 1)).filter(
    lambda pair: pair[0] != pair[1]
)


@st.composite
def elections(draw: st.DrawFn) -> Election:
    options = draw(st.integers(1, OPTIONS))
    mark = st.none() | st.integers(0, 4)
    rows = draw(st.lists(st.tuples(*[mark] * options), max_size=8))
    return Election(tuple("ABCDE"[:options]), tuple(map(Ballot, rows)))


@given(elections())
def test_a_duel_counts_who_gives_more_and_no_answer_is_less_than_any(election: Election) -> None:
    wins = preferred(election)
    every = range(len(election.options))
    for a in every:
        for b in every:
            mine = [(ballot.marks[a], ballot.marks[b]) for ballot in election.ballots]
            assert wins[a][b] == sum(x is not None and (y is None or x > y) for x, y in mine)


def strength(wins: Wins, chain: tuple[int, ...]) -> int:
    """The seats in its weakest duel; 0 where one is not won."""
    return min(wins[a][b] if wins[a][b] > wins[b][a] else 0 for a, b in pairwise(chain))


@given(elections())
def test_a_path_is_the_strongest_of_all_chains(election: Election) -> None:
    wins = preferred(election)
    paths = strongest_paths(wins)
    every = range(len(wins))
    for a, b in permutations(every, 2):
        between = [n for n in every if n not in (a, b)]
        chains = [
            (a, *middle, b) for size in range(len(between) + 1) for middle in permutations(between, size)
        ]
        assert paths[a][b] == max(strength(wins, chain) for chain in chains)


@given(st.lists(pairs, max_size=12))
def test_chains_lead_wherever_duels_follow_each_other(duels: list[Pair]) -> None:
    leads = set(duels)
    for _ in range(OPTIONS):
        leads |= {(a, d) for a, b in leads for c, d in leads if b == c}
    assert no_chains(OPTIONS).with_duels(duels).pairs() == leads


@given(st.lists(pairs, max_size=12))
def test_chains_are_the_same_in_whichever_order_duels_come(duels: list[Pair]) -> None:
    assert no_chains(OPTIONS).with_duels(duels) == no_chains(OPTIONS).with_duels(duels[::-1])


@given(st.sets(pairs.map(lambda pair: (min(pair), max(pair))), max_size=9))
def test_a_layer_holds_exactly_those_with_nobody_left_above_them(above: set[Pair]) -> None:
    rest = set(range(OPTIONS))
    for layer in layers(set(rest), above):
        assert set(layer) == {n for n in rest if not any((a, n) in above for a in rest)}
        rest -= set(layer)
    assert not rest
