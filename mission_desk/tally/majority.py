"""Majority judgment: every option gets the grade that a majority gives it or better; of equal grades, one
ballot of that grade after the other is taken away until they differ.

Source: M. Balinski and R. Laraki, Majority Judgment (2010); of an even number the lower middle counts."""

from __future__ import annotations

from mission_desk.tally.election import Election
from mission_desk.tally.result import Figure, Result, listing, ranked, sole, verdict
from mission_desk.tally.settings import Settings
from mission_desk.words import tr


def majority(election: Election, _settings: Settings) -> Result:
    """Rank by majority judgment. No answer counts as the lowest grade; otherwise an option that few people
    know would win by the votes of those few."""
    values = [majority_value(_grades(election, n)) for n in range(len(election.options))]
    ranking = ranked(range(len(values)), values.__getitem__)
    winner = sole(ranking) if election.ballots else None
    middles = tuple(float(value[0]) if value else None for value in values)
    steps = [tr("Grade that a majority gives or better: {list}.", list=listing(election, middles))]
    best = [value for value, middle in zip(values, middles, strict=True) if middle == middles[ranking[0][0]]]
    if len(best) > 1 and winner is not None:
        steps.append(tr("Of equal grades, the next ballots beside the middle decide."))
    figure = Figure("median", tr("Majority grade"), middles)
    return Result("majority", winner, ranking, (figure,), (*steps, verdict(election, ranking, winner)))


def majority_value(grades: list[int]) -> tuple[int, ...]:
    """What two options compare: the lower middle of the grades, then the lower middle of the grades without
    that one, and so on."""
    rest = sorted(grades)
    return tuple(rest.pop((len(rest) - 1) // 2) for _ in range(len(rest)))


def _grades(election: Election, option: int) -> list[int]:
    return [ballot.marks[option] or 0 for ballot in election.ballots]
