"""Dot voting: every seat spreads its dots over the options; more dots, higher place. Simple and quick, and
blind to resistance: an option that some cannot live with may win. That is why the result also says how many
seats stand behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Ballot = tuple[int, ...]  # dots per option, in the options' order


@dataclass(frozen=True, slots=True)
class OptionTotal:
    """`dots` in all, `seats` that gave at least one, `most` that one seat gave; `option` is its index."""

    option: int
    dots: int
    seats: int
    most: int


@dataclass(frozen=True, slots=True)
class DotResult:
    """`totals` in the options' order, `ranking` option indexes best first; `winner` is None on a tie or
    without dots."""

    totals: tuple[OptionTotal, ...]
    ranking: tuple[int, ...]
    winner: int | None
    ballots: int

    @property
    def dots(self) -> int:
        return sum(total.dots for total in self.totals)


def too_many(ballot: Ballot, limit: int) -> bool:
    """A ballot that gives more dots than a seat has, or fewer than none, does not count."""
    return sum(ballot) > limit or min(ballot, default=0) < 0


def tally(ballots: Sequence[Ballot], options: int) -> DotResult:
    totals = tuple(_total(option, [ballot[option] for ballot in ballots]) for option in range(options))
    ranking = tuple(
        sorted(range(options), key=lambda option: (-totals[option].dots, -totals[option].seats, option))
    )
    best = [total for total in totals if total.dots and total.dots == totals[ranking[0]].dots]
    return DotResult(totals, ranking, best[0].option if len(best) == 1 else None, len(ballots))


def _total(option: int, counts: list[int]) -> OptionTotal:
    return OptionTotal(option, sum(counts), sum(1 for count in counts if count), max(counts, default=0))
