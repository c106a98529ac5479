"""How far a room is divided over an option, and the orders in which a result can be read."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Literal, assert_never

from mission_desk.core.vote.bar_layout import Band
from mission_desk.core.vote.outcome import OptionOutcome, Outcome

MOST_DIVIDED = 3  # that a room walks through
Order = Literal["ballot", "best", "divided"]


def division(bands: Sequence[Band]) -> float:
    """From 0, where all say the same or nobody answers, to 1, where one half stands at each end of the scale:
    the variance of the tones as a share of the largest that this scale can have."""
    tones = [band.tone for band in bands if band.tone is not None]
    reach = (max(tones) - min(tones)) / 2 if tones else 0.0
    given = [(band.tone, band.count) for band in bands if band.tone is not None and band.count]
    ballots = sum(count for _, count in given)
    if not ballots or not reach:
        return 0.0
    middle = sum(tone * count for tone, count in given) / ballots
    spread = sum((tone - middle) ** 2 * count for tone, count in given) / ballots
    return round(spread / reach**2, 9)  # tones are fractions: equal ones must not differ by a rounding


def most_divided(outcome: Outcome) -> tuple[OptionOutcome, ...]:
    """The options to talk about first, at most three; equals in the order of the ballot. Where nobody is
    divided, and of so few secret ballots that only their order is told, there are none."""
    divided = [option for option in in_order(outcome, "divided") if division(option.bands)]
    return tuple(divided[:MOST_DIVIDED])


def in_order(outcome: Outcome, order: Order) -> list[OptionOutcome]:
    match order:
        case "ballot":
            return list(outcome.options)
        case "best":
            return sorted(outcome.options, key=attrgetter("place"))
        case "divided":
            return sorted(outcome.options, key=lambda option: -division(option.bands))
    assert_never(order)
