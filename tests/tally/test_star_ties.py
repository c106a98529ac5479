"""STAR where options are equal: against every way in which the tie could fall, against another program, and
the official protocol by examples. The oracle of ways says the same as `star` of pref_voting 1.18.2 on all of
these elections (compared by hand: it needs 780 MB to install)."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
import starvote

from mission_desk.tally.election import Election, Marks
from mission_desk.tally.rules import count
from mission_desk.tally.settings import Settings
from tests.tally.elections import RANDOM_ELECTIONS, chance_drags, chance_elections, election

ROOT = Path(__file__).parents[2]


def points(chosen: Election) -> list[int]:
    return [sum(ballot.marks[n] or 0 for ballot in chosen.ballots) for n in range(len(chosen.options))]


def margin(chosen: Election, one: int, other: int) -> int:
    """How many more prefer the one to the other."""
    rows = [(ballot.marks[one] or 0, ballot.marks[other] or 0) for ballot in chosen.ballots]
    return sum(a > b for a, b in rows) - sum(a < b for a, b in rows)


def winners_of_all_ways(chosen: Election) -> set[int]:
    """Who wins in some way that the ties could fall: of equal points any may meet, and of a drawn runoff
    either may win."""
    sums, winners = points(chosen), set[int]()
    if len(sums) == 1:
        return {0}
    for pair in combinations(range(len(sums)), 2):
        outside = [each for n, each in enumerate(sums) if n not in pair]
        if min(sums[n] for n in pair) >= max(outside, default=0):
            more = margin(chosen, *pair)
            winners |= {pair[0]} if more > 0 else {pair[1]} if more < 0 else {*pair}
    return winners


def check_against_all_ways(chosen: Election, winner: int | None, first: tuple[int, ...]) -> str:
    """Whoever wins in every way is named; whoever is named, or called equal, wins in some way."""
    ways = winners_of_all_ways(chosen)
    if len(ways) == 1:
        assert {winner} == ways, chosen
    assert set(first) <= ways, chosen
    assert (winner is None) == (len(first) > 1), chosen
    return "certain" if len(ways) == 1 else "parted" if winner is not None else "undecided"


def test_a_winner_in_every_way_the_tie_could_fall_is_the_winner() -> None:
    met: Counter[str] = Counter()
    for chosen in chance_elections(0, 5):
        result = count("star", chosen)
        met[check_against_all_ways(chosen, result.winner, result.ranking[0])] += 1
    assert sum(met.values()) == RANDOM_ELECTIONS
    assert min(met.values()) > 200, "elections of every kind must be among them"


def standing(chosen: Election, settings: Settings) -> list[int]:
    """The gate of pull and drag in exact numbers."""
    stands = []
    for n in range(len(chosen.options)):
        drags = [drag for ballot in chosen.ballots if (drag := ballot.drag[n]) is not None]
        hard = sum(drag >= settings.hard_drag for drag in drags)
        mild = drags and Fraction(sum(drags), len(drags)) <= Fraction(str(settings.gate_drag))
        if mild and Fraction(hard, len(chosen.ballots)) <= Fraction(str(settings.gate_share)):
            stands.append(n)
    return stands


def test_pull_and_drag_names_whoever_wins_in_every_way_among_those_that_stand() -> None:
    met: Counter[str] = Counter()
    for seed, drawn in enumerate(chance_elections(0, 5)):
        chosen = chance_drags(seed, drawn)
        result, stand = count("pull-and-drag", chosen), standing(chosen, Settings())
        assert set(result.repair).isdisjoint(stand)
        if not stand:
            assert result.winner is None
            continue
        first = tuple(stand.index(n) for n in result.ranking[0])
        winner = None if result.winner is None else stand.index(result.winner)
        met[check_against_all_ways(chosen.only(stand), winner, first)] += 1
    assert min(met.values()) > 50, "elections of every kind must be among them"


# another program


def star_winner(chosen: Election) -> str | None:
    """None where starvote calls the tie unbreakable: then it says nothing of who should win."""
    rows = [
        dict(zip(chosen.options, (mark or 0 for mark in ballot.marks), strict=True))
        for ballot in chosen.ballots
    ]
    try:
        return str(starvote.election(starvote.star, rows, tiebreaker=None)[0])
    except starvote.UnbreakableTieError:
        return None


def equal_for_the_runoff(chosen: Election) -> int:
    """How many have the points of the second place, where not all of them can be in the runoff."""
    sums = points(chosen)
    second = sorted(sums, reverse=True)[1]
    equal = sums.count(second)
    return equal if sum(each > second for each in sums) + equal > 2 else 0


def test_another_program_names_the_same_winner_but_where_three_are_equal() -> None:
    """Of three or more that are equal starvote adds up single preferences, while the protocol counts
    match-ups. What it calls unbreakable is neither agreement nor disagreement."""
    met: Counter[str] = Counter()
    for chosen in chance_elections(0, 5):
        winner, theirs = count("star", chosen).winner, star_winner(chosen)
        if theirs is None:
            met["unbreakable"] += 1
        elif winner is not None and chosen.options[winner] == theirs:
            met["same"] += 1
        else:
            met["other winner" if winner is not None else "we ask the room"] += 1
            assert equal_for_the_runoff(chosen) >= 3, chosen
    assert met == {"same": 2527, "unbreakable": 1470, "we ask the room": 2, "other winner": 1}
    document = (ROOT / "docs" / "voting.md").read_text(encoding="utf-8")
    assert all(f"{number:,}" in document for number in (RANDOM_ELECTIONS, *met.values()))


# the protocol by examples


def test_a_tie_for_second_place_does_not_matter_where_the_first_beats_both() -> None:
    result = count("star", election((5, 0, 0), (5, 0, 0), (5, 0, 0), (5, 0, 0)))
    assert (result.winner, result.ranking) == (0, ((0,), (1, 2)))
    assert "“B”, “C” are equal for the other place" in result.steps[1]


def test_a_tie_for_second_place_that_matters_asks_the_room() -> None:
    """A has the most points. It would win against B and lose against C, and nothing parts B and C."""
    result = count("star", election((1, 0, 2), (4, 2, 0), (0, 2, 2)))
    assert (result.winner, result.ranking) == (None, ((0, 2), (1,)))
    assert "it could be “A”, “C”" in result.steps[-1]
    assert "draw the lot before everybody" in result.steps[-1]


@pytest.mark.parametrize(
    ("rows", "winner", "further"),
    [
        # C loses to A and to B, A and B lose to nobody
        ([(3, 0, 3, 0), (4, 1, 0, 2), (3, 3, 5, 4), (0, 5, 3, 3), (3, 4, 2, 3)], "B", ["“A”, “B”", "“B”"]),
        # first A leaves, who lost to both others, then B, who lost to C
        ([(4, 1, 5, 5), (2, 3, 4, 1), (0, 0, 0, 1), (3, 5, 0, 3)], "D", ["“B”, “C”", "“C”"]),
        # B and C lose to A: too few would stay, so A advances, and what B and C do then does not matter
        ([(1, 4, 4), (3, 1, 1), (1, 0, 0)], "A", ["“A”"]),
        # nobody loses more than another one; A and C have a five
        ([(3, 1, 5), (0, 4, 1), (5, 3, 2)], "C", ["“A”, “C”"]),
        # C has the only five and advances; then it begins again, and A beats B
        ([(3, 2, 0), (4, 2, 5), (1, 4, 3)], "C", ["“C”", "“A”"]),
    ],
)
def test_the_protocol_step_by_step(rows: list[Marks], winner: str, further: list[str]) -> None:
    chosen = election(*rows)
    result = count("star", chosen)
    assert result.winner is not None
    assert chosen.options[result.winner] == winner
    parted = [step for step in result.steps if step.startswith("Equal so far. Further: ")]
    assert [step.split("Further: ")[1].rsplit(",", 1)[0] for step in parted] == further


def test_what_three_equal_ones_lost_counts_and_not_single_preferences() -> None:
    """D is preferred as often as each of the others, and loses every match-up."""
    chosen = election((0, 0, 0, 5), (0, 0, 0, 5), (5, 4, 2, 1), (2, 5, 4, 0), (4, 2, 5, 0))
    assert "“A”, “B”, “C”, fewer duels lost" in count("star", chosen).steps[1]
