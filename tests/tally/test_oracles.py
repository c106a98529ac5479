"""Our winners against those of public implementations, on 4,000 elections each, ties among them. Where
we say that several are equal, the other one may pick any of them; where we name a winner, so must it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest
from votelib.evaluate.cardinal import MajorityJudgment, ScoreVoting
from votelib.evaluate.condorcet import RankedPairs, Schulze
from votelib.evaluate.core import Tie, VotingSystemError

from mission_desk.tally.duels import beats, preferred
from mission_desk.tally.election import Ballot, Election
from mission_desk.tally.result import Result
from mission_desk.tally.rules import count, places
from tests.tally.elections import RANDOM_ELECTIONS, chance_elections
from tests.tally.elections import election as hand_made

Pair = tuple[int, int]
DOCS = Path(__file__).parents[2] / "docs" / "voting.md"


def named(election: Election) -> list[dict[str, int]]:
    """No answer counts as 0, as the rules that read scores say."""
    rows = (tuple(mark or 0 for mark in ballot.marks) for ballot in election.ballots)
    return [dict(zip(election.options, row, strict=True)) for row in rows]


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


def first_of(ranked: list[object]) -> set[str]:
    return set(map(str, ranked[0])) if isinstance(ranked[0], Tie) else {str(ranked[0])}


def as_places(election: Election) -> Election:
    return election.with_marks([places(ballot.marks) for ballot in election.ballots])


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


def test_majority_judgment_follows_the_book_where_another_program_does_not() -> None:
    """The public one takes several ballots away at once and now and then steps over the nearest difference:
    there the book decides. Where it gives up it says nothing of who should win."""
    met: Counter[str] = Counter()
    for election in chance_elections(0, 5):
        result, theirs = count("majority", election), judged_best(election)
        ours = {election.options[n] for n in result.ranking[0]}
        assert ours == judged_by_hand(election)
        met["same" if theirs == ours else "other" if theirs else "gives up"] += 1
    assert met == {"same": 2890, "gives up": 1095, "other": 15}
    written = DOCS.read_text(encoding="utf-8")
    assert all(f"{number:,}" in written for number in met.values())


def first_by(election: Election, worth: Callable[[list[int]], Fraction | int]) -> set[int]:
    """Those whose marks are worth most; unanswered ones are left out of the marks."""
    values = [worth(election.marks_of(n)) for n in range(len(election.options))]
    return {n for n, value in enumerate(values) if value == max(values)}


@pytest.mark.parametrize(
    ("key", "low", "high", "worth"),
    [
        ("dots", 0, 3, sum),
        ("approval", 0, 1, sum),
        ("consensing", 0, 10, lambda marks: -Fraction(sum(marks), len(marks)) if marks else Fraction(-99)),
        ("consent", 0, 2, lambda marks: -sum(mark == 2 for mark in marks)),
    ],
)
def test_sums_and_means_name_the_only_best_one_and_nobody_where_several_are(
    key: str, low: int, high: int, worth: Callable[[list[int]], Fraction | int]
) -> None:
    for election in chance_elections(low, high):
        result, best = count(key, election), first_by(election, worth)
        nothing_given = key in ("dots", "approval") and not any(map(sum, map(election.marks_of, best)))
        objected = key == "consent" and any(2 in election.marks_of(n) for n in best)
        named = set() if len(best) > 1 or nothing_given or objected else best
        assert ({result.winner} if result.winner is not None else set()) == named, election


def test_schulze_agrees() -> None:
    for election in chance_elections(0, 5):
        ranked = Schulze().evaluate(duels(election), 1)
        agrees(election, count("schulze", as_places(election)), first_of(ranked) if ranked else set())


def locked_in_every_order(election: Election) -> set[str]:
    """The winners of ranked pairs over every order of duels that are equally clear."""
    wins, names = preferred(election), election.options
    won = beats(wins)
    clear = sorted({(-wins[a][b], wins[b][a]) for a, b in won})
    groups = [[(a, b) for a, b in won if (-wins[a][b], wins[b][a]) == each] for each in clear]
    graphs = {frozenset[Pair]()}
    for group in groups:
        graphs = {locked(before, order) for before in graphs for order in permutations(group)}
    return {
        names[n] for edges in graphs for n in range(len(names)) if not any(loser == n for _, loser in edges)
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
    return max(sizes.values(), default=0) <= 5


def test_ranked_pairs_name_whoever_wins_in_every_order_and_nobody_where_orders_differ() -> None:
    compared = 0
    for election in filter(is_small, chance_elections(0, 5, 5_000)):
        result, theirs = count("pairs", as_places(election)), locked_in_every_order(election)
        assert {election.options[n] for n in result.ranking[0]} == theirs, election
        assert (result.winner is None) == (len(theirs) > 1), election
        compared += 1
    assert compared >= RANDOM_ELECTIONS


def test_an_option_that_wins_in_every_order_wins_though_each_duel_it_needs_is_in_a_circle() -> None:
    rows = [(2, 0, 2, 3, 0), (2, 0, 4, 1, 3), (1, 0, 3, 2, 4), (1, 4, 0, 3, 2), (4, 1, 3, 2, 0)]
    chosen = hand_made(*rows, (1, 3, 0, 1, 1))
    assert locked_in_every_order(chosen) == {"D"}
    result = count("pairs", as_places(chosen))
    assert result.winner == 3
    assert "“D” wins in whichever order" in result.steps[1]


def test_more_orders_than_can_be_tried_leave_equally_clear_circles_out() -> None:
    """Sixty notes ranked by three people: the page must not wait for ever."""
    chance = random.Random(1)
    rows = [tuple(chance.sample(range(60), 60)) for _ in range(3)]
    names = tuple(f"N{n}" for n in range(60))
    result = count("pairs", as_places(Election(names, tuple(Ballot(row) for row in rows))))
    assert "left out" in result.steps[1]
    assert sorted(n for group in result.ranking for n in group) == list(range(60))


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
