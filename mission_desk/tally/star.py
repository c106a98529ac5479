"""STAR: score, then automatic runoff. The two with the most points meet; whom more seats prefer wins.

Source: Equal Vote Coalition, official protocol for ties: in the scoring round whom more seats prefer among
those that are equal, then more top scores; in the runoff more points, then more top scores. The official last
resort is a lot; here it is a show of hands, so that chance never decides unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from mission_desk.tally.duels import Wins, preferred
from mission_desk.tally.election import Election
from mission_desk.tally.result import Figure, Result, listing, names, ranked, verdict
from mission_desk.tally.settings import Settings
from mission_desk.words import tr

TOP = 5


class Worth(Protocol):
    """Of an option, among those that are equal so far."""

    def __call__(self, option: int, /, among: Sequence[int]) -> float: ...


def star(election: Election, _settings: Settings) -> Result:
    return count(election, "star")


def count(election: Election, rule: str, last: tuple[tuple[str, Worth], ...] = ()) -> Result:
    """`last` are further ways, each with its sentence, to part those that the official protocol leaves
    equal."""
    sums = tuple(float(sum(election.marks_of(n))) for n in range(len(election.options)))
    wins = preferred(_blank_is_nothing(election))
    tops = [election.marks_of(n).count(TOP) for n in range(len(election.options))]
    steps = [tr("Points in all: {list}.", list=listing(election, sums))]
    figures = (
        Figure("sum", tr("Points"), sums),
        Figure("top", tr("Top scores"), tuple(float(each) for each in tops)),
    )
    by_sum: tuple[str, Worth] = (tr("more points"), lambda n, among: sums[n])
    by_preference: tuple[str, Worth] = (
        tr("preferred more often"),
        lambda n, among: sum(wins[n][m] for m in among),
    )
    by_tops: tuple[str, Worth] = (tr("more top scores"), lambda n, among: tops[n])
    finalists = _first(election, range(len(sums)), 2, (by_sum, by_preference, by_tops, *last), steps)
    if not election.ballots or len(finalists) != min(2, len(sums)):
        return _undecided(election, rule, finalists, sums, figures, steps)
    final = _first(election, finalists, 1, (by_preference, by_sum, by_tops, *last), steps)
    _say_final(election, finalists, wins, steps)
    ranking = _ranking(final, finalists, sums)
    winner = final[0] if len(final) == 1 else None
    return Result(rule, winner, ranking, figures, (*steps, verdict(election, ranking, winner)))


def _blank_is_nothing(election: Election) -> Election:
    return election.with_marks([tuple(mark or 0 for mark in ballot.marks) for ballot in election.ballots])


def _first(
    election: Election,
    options: Sequence[int],
    places: int,
    ways: tuple[tuple[str, Worth], ...],
    steps: list[str],
) -> list[int]:
    """The best `places` of `options`; more than that where the last ones stay equal whichever way one
    looks."""
    sure: list[int] = []
    equal = list(options)
    for number, (words, worth) in enumerate(ways):
        if len(sure) + len(equal) <= places:
            break
        among = tuple(equal)
        before, equal = len(equal), []
        for group in ranked(among, partial(worth, among=among)):
            if len(sure) + len(equal) >= places:
                break
            sure, equal = [*sure, *equal], list(group)
        if number and len(sure) + len(equal) < before:
            further = names(election, [*sure, *equal])
            steps.append(tr("Equal so far. Further: {names}, {why}.", names=further, why=words))
    return [*sure, *equal]


def _say_final(election: Election, finalists: list[int], wins: Wins, steps: list[str]) -> None:
    if len(finalists) < 2:
        return
    one, other = finalists
    steps.append(
        tr(
            "Runoff: {n} prefer “{one}”, {m} prefer “{other}”, {equal} see no difference.",
            n=wins[one][other],
            m=wins[other][one],
            one=election.options[one],
            other=election.options[other],
            equal=len(election.ballots) - wins[one][other] - wins[other][one],
        )
    )


def _ranking(final: list[int], finalists: list[int], sums: tuple[float, ...]) -> tuple[tuple[int, ...], ...]:
    """Winner, the other finalist, then the rest by points."""
    head = [tuple(final)] + [(option,) for option in finalists if option not in final]
    rest = [n for n in range(len(sums)) if n not in finalists]
    return (*head, *ranked(rest, lambda n: sums[n]))


def _undecided(
    election: Election,
    rule: str,
    first: list[int],
    sums: tuple[float, ...],
    figures: tuple[Figure, ...],
    steps: list[str],
) -> Result:
    """No ballots, or nobody can say which two meet."""
    rest = [n for n in range(len(sums)) if n not in first]
    ranking = tuple(group for group in (tuple(first), *ranked(rest, lambda n: sums[n])) if group)
    return Result(rule, None, ranking, figures, (*steps, verdict(election, ranking, None)))
