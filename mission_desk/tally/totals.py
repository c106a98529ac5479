"""The rules that add up: dots, approval, scores, and systemic consensing, where the smallest resistance wins.
All of them can choose what nobody hates and nobody loves; that is why others stand beside them.

Sources: score voting as in W. D. Smith, Range voting (2000); approval as in S. Brams and P. Fishburn,
Approval voting (1978); systemic consensing as in E. Visotschnig and S. Schrotta, Das SK-Prinzip (2005)."""

from __future__ import annotations

from mission_desk.tally.election import Election
from mission_desk.tally.result import Figure, Result, listing, mean, ranked, sole, verdict
from mission_desk.tally.settings import Settings
from mission_desk.words import tr


def dots(election: Election, _settings: Settings) -> Result:
    """Rank by the number of dots. The figure `seats` says how many seats gave an option any."""
    sums = _sums(election)
    seats = tuple(float(sum(1 for mark in election.marks_of(n) if mark)) for n in _options(election))
    steps = (
        tr("Dots in all: {list}.", list=listing(election, sums)),
        tr("Seats that gave at least one: {list}.", list=listing(election, seats)),
    )
    figures = (Figure("sum", tr("Dots"), sums), Figure("seats", tr("Seats"), seats))
    return _most(election, "dots", sums, figures, steps)


def approval(election: Election, _settings: Settings) -> Result:
    """Rank by the number of seats that said yes; each seat may say yes to as many options as it likes."""
    sums = _sums(election)
    step = tr("Said yes: {list}.", list=listing(election, sums))
    return _most(election, "approval", sums, (Figure("sum", tr("Yes"), sums),), (step,))


def score(election: Election, _settings: Settings) -> Result:
    """Rank by the sum of the scores. No answer counts as 0, as on an official ballot of score voting."""
    sums = _sums(election)
    seats = len(election.ballots)
    means = tuple(each / seats if seats else None for each in sums)
    step = tr("Points in all: {list}.", list=listing(election, sums))
    figures = (Figure("sum", tr("Points"), sums), Figure("mean", tr("Mean"), means))
    return _most(election, "score", sums, figures, (step,))


def consensing(election: Election, _settings: Settings) -> Result:
    """Rank by the smallest mean resistance. The mean is taken over the seats that answered; otherwise an
    option that was skipped would look like one that nobody minds."""
    means = tuple(mean(election.marks_of(n)) for n in _options(election))
    sums = _sums(election)
    ranking = ranked(_options(election), lambda n: _least(means[n]))
    winner = sole(ranking) if election.ballots else None
    steps = (
        tr("Mean resistance: {list}.", list=listing(election, means)),
        tr("The smallest resistance wins; that says what is bearable, not what is loved."),
        verdict(election, ranking, winner),
    )
    figures = (Figure("mean", tr("Mean resistance"), means), Figure("sum", tr("Resistance"), sums))
    return Result("consensing", winner, ranking, figures, steps)


def _options(election: Election) -> range:
    return range(len(election.options))


def _sums(election: Election) -> tuple[float, ...]:
    return tuple(float(sum(election.marks_of(n))) for n in _options(election))


def _least(value: float | None) -> float:
    return -value if value is not None else float("-inf")


def _most(
    election: Election,
    rule: str,
    sums: tuple[float, ...],
    figures: tuple[Figure, ...],
    steps: tuple[str, ...],
) -> Result:
    ranking = ranked(_options(election), sums.__getitem__)
    winner = sole(ranking) if any(sums) else None
    return Result(rule, winner, ranking, figures, (*steps, verdict(election, ranking, winner)))
