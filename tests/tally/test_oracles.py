"""Our winners against those of public implementations, on a thousand elections each, ties among them. Where
we say that several are equal, the other one may pick any of them; where we name a winner, so must it."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import pytest
import starvote
from votelib.evaluate.cardinal import MajorityJudgment, ScoreVoting
from votelib.evaluate.condorcet import RankedPairs, Schulze
from votelib.evaluate.core import Tie, VotingSystemError

from mission_desk.tally.duels import beats, preferred
from mission_desk.tally.election import Election
from mission_desk.tally.result import Result
from mission_desk.tally.rules import count, places
from tests.tally.elections import RANDOM_ELECTIONS, chance_elections

Pair = tuple[int, int]


def named(election: Election) -> list[dict[str, int]]:
    return [dict(zip(election.options, ballot.marks, strict=True)) for ballot in election.ballots]


def grades(election: Election) -> Counter[frozenset[tuple[str, int]]]:
    """As votelib writes ballots of scores."""
    return Counter(frozenset(ballot.items()) for ballot in named(election))


def duels(election: Election) -> dict[tuple[str, str], int]:
    wins, names = preferred(election), election.options
    every = range(len(names))
    return {(names[a], names[b]): wins[a][b] for a in every for b in every if a != b}


def agrees(election: Election, result: Result, theirs: set[str]) -> None:
    ours = {election.options[n] for n in result.ranking[0]}
    if result.winner is not None:
        ours = {election.options[result.winner]}
        assert theirs == ours, (election, result)
    else:
        assert theirs <= ours, (election, result)


def first_of(found: list[object]) -> set[str]:
    return set(map(str, found[0])) if isinstance(found[0], Tie) else {str(found[0])}


def as_places(election: Election) -> Election:
    return election.with_marks([places(ballot.marks) for ballot in election.ballots])


def star_winner(election: Election) -> str | None:
    try:
        return str(starvote.election(starvote.star, named(election), tiebreaker=None)[0])
    except starvote.UnbreakableTieError:
        return None


def test_star_names_the_winner_of_the_official_protocol_and_no_other() -> None:
    undecided = 0
    for election in chance_elections(0, 5):
        winner = count("star", election).winner
        ours = None if winner is None else election.options[winner]
        assert ours == star_winner(election), election
        undecided += ours is None
    assert 20 < undecided < RANDOM_ELECTIONS / 2, "there must be ties among them, and not only ties"


def test_scores_add_up_as_elsewhere() -> None:
    for election in chance_elections(0, 5):
        result = count("score", election)
        if result.figure("sum") != (0.0,) * len(election.options):
            agrees(election, result, first_of(ScoreVoting("sum").evaluate(grades(election), 1)))


def judged_best(election: Election) -> set[str]:
    try:
        return first_of(MajorityJudgment().evaluate(grades(election), 1))
    except VotingSystemError:
        return set()


def judged_by_hand(election: Election) -> set[str]:
    """The book, word by word: of those with the best lower middle, take one ballot of it away, and look
    again."""
    left = {name: sorted(ballot[name] for ballot in named(election)) for name in election.options}
    while any(left.values()):
        middles = {name: grades[(len(grades) - 1) // 2] for name, grades in left.items()}
        best = max(middles.values())
        left = {name: without(left[name], best) for name, middle in middles.items() if middle == best}
    return set(left)


def without(grades: list[int], one: int) -> list[int]:
    at = grades.index(one)
    return grades[:at] + grades[at + 1 :]


def test_majority_judgment_agrees() -> None:
    """The public one takes several ballots away at once and now and then steps over the nearest difference:
    there the book decides."""
    same = 0
    for election in chance_elections(0, 5):
        result, theirs = count("majority", election), judged_best(election)
        assert {election.options[n] for n in result.ranking[0]} == judged_by_hand(election)
        same += theirs == judged_by_hand(election) or (not theirs and result.winner is None)
    assert same >= 0.98 * RANDOM_ELECTIONS


def test_schulze_agrees() -> None:
    for election in chance_elections(0, 5):
        found = Schulze().evaluate(duels(election), 1)
        agrees(election, count("schulze", as_places(election)), first_of(found) if found else set())


def locked_in_every_order(election: Election) -> set[str]:
    """The winners of ranked pairs over every order of duels that are equally clear."""
    wins, names = preferred(election), election.options
    won = beats(wins)
    clear = sorted({(-wins[a][b], wins[b][a]) for a, b in won})
    groups = [[(a, b) for a, b in won if (-wins[a][b], wins[b][a]) == each] for each in clear]
    found = {frozenset[Pair]()}
    for group in groups:
        found = {locked(before, order) for before in found for order in permutations(group)}
    return {
        names[n] for edges in found for n in range(len(names)) if not any(loser == n for _, loser in edges)
    }


def locked(
    before: frozenset[tuple[int, int]], order: tuple[tuple[int, int], ...]
) -> frozenset[tuple[int, int]]:
    edges = set(before)
    for winner, loser in order:
        if not RankedPairs._is_path(list(edges), loser, winner):
            edges.add((winner, loser))
    return frozenset(edges)


def is_small(election: Election) -> bool:
    """Few enough orders of equally clear duels to try them all."""
    wins = preferred(election)
    sizes = Counter((wins[a][b], wins[b][a]) for a, b in beats(wins))
    return max(sizes.values(), default=0) <= 4


def test_ranked_pairs_agree() -> None:
    compared = 0
    for election in filter(is_small, chance_elections(0, 5, 3 * RANDOM_ELECTIONS)):
        agrees_with_orders(election)
        compared += 1
    assert compared >= RANDOM_ELECTIONS


def agrees_with_orders(election: Election) -> None:
    result = count("pairs", as_places(election))
    theirs = locked_in_every_order(election)
    ours = {election.options[n] for n in result.ranking[0]}
    if len(theirs) == 1:
        assert ours == theirs, election
    else:
        assert ours & theirs, election


@pytest.mark.parametrize("rule", ["schulze", "pairs", "duel"])
def test_who_beats_everybody_wins(rule: str) -> None:
    met = 0
    for election in chance_elections(0, 5):
        every = range(len(election.options))
        won = beats(preferred(election))
        best = [n for n in every if all((n, m) in won for m in every if m != n)]
        if best:
            assert count(rule, as_places(election)).winner == best[0]
            met += 1
    assert met > 300
