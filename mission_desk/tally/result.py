"""The result of a count: who wins, in which order the others follow, and each step of the reasoning."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct

from mission_desk.tally.election import Election
from mission_desk.words import tr
from mission_desk.written import number, quoted

MOST_DECIMALS = 6


class Figure(Struct, frozen=True):
    """One number for each option, in the order of the options; None where an option has none. `key` names the
    figure in code and stays the same in every language; `title` is in the screen's language."""

    key: str
    title: str
    values: tuple[float | None, ...]


class Result(Struct, frozen=True):
    """`winner` is an option's index; None where the rule names none or several are equal. `ranking` holds
    groups of equals, best first, and every option once. `steps` are sentences in the screen's language.
    `repair` are options that the rule sends back to be mended. `could_win` are those among which the room has
    to decide where there is no winner; None: all that share the first place."""

    rule: str
    winner: int | None
    ranking: tuple[tuple[int, ...], ...]
    figures: tuple[Figure, ...]
    steps: tuple[str, ...]
    repair: tuple[int, ...] = ()
    could_win: tuple[int, ...] | None = None

    @property
    def level(self) -> tuple[int, ...]:
        """The options that are equal for the win; none where one wins, or the rule puts none forward."""
        if self.winner is not None or not self.ranking:
            return ()
        return self.ranking[0] if self.could_win is None else self.could_win

    def figure(self, key: str) -> tuple[float | None, ...]:
        """The values of the figure with this key."""
        return next(figure.values for figure in self.figures if figure.key == key)


def ranked(options: Iterable[int], worth: Callable[[int], Any]) -> tuple[tuple[int, ...], ...]:
    """The options in groups of equal worth, the highest worth first."""
    groups: dict[Any, list[int]] = {}
    for option in options:
        groups.setdefault(worth(option), []).append(option)
    return tuple(tuple(groups[key]) for key in sorted(groups, reverse=True))


def sole(ranking: tuple[tuple[int, ...], ...]) -> int | None:
    """The winner of a ranking; None where several share the first place."""
    return ranking[0][0] if ranking and len(ranking[0]) == 1 else None


def verdict(election: Election, ranking: tuple[tuple[int, ...], ...], winner: int | None) -> str:
    """The last step of the reasoning: who won, or that nobody won and what the room can do about it."""
    if winner is not None:
        return tr("“{name}” wins.", name=election.options[winner])
    if not election.ballots or not ranking:
        return tr("Nobody has voted, so nobody wins.")
    equals = names(election, ranking[0])
    return tr("{names} are equal: no winner. Let the room show hands.", names=equals)


def names(election: Election, options: Iterable[int]) -> str:
    """The names of these options in quotation marks, with commas between."""
    return ", ".join(quoted(election.options[option]) for option in options)


def beside(value: float | None, limit: float, decimals: int = 2) -> str:
    """The value in words with so many decimals; with more of them where the rounded number would lie on the
    other side of the limit, or on it. At a limit of 10 the value 10.4 is not written as 10."""
    if value is None:
        return number(None)
    enough = (
        n for n in range(decimals, MOST_DECIMALS) if _side(round(value, n), limit) == _side(value, limit)
    )
    return number(value, decimals=next(enough, MOST_DECIMALS))


def _side(value: float, limit: float) -> int:
    return (value > limit) - (value < limit)


def listing(election: Election, values: Iterable[float | str | None]) -> str:
    """A list such as "A: 12, B: 9.5" for a step of the reasoning. A value that is text stands there as it
    is."""
    texts = (value if isinstance(value, str) else number(value) for value in values)
    return ", ".join(f"{name}: {text}" for name, text in zip(election.options, texts, strict=True))


def mean(values: list[int]) -> float | None:
    """The mean; None of no values."""
    return sum(values) / len(values) if values else None
