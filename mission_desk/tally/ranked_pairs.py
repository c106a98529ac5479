"""Ranked pairs: duels are locked in from the clearest down, and one that would close a circle is left out.

Source: T. N. Tideman, Independence of clones as a criterion for voting rules (1987). He leaves open in which
order equally clear duels are locked in, and that order can decide who wins. So every order is tried: who wins
in all of them wins, and where they differ nobody does. Source: M. Brill and F. Fischer, The price of
neutrality for the ranked pairs method (2012), who show that trying them all can take for ever."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from mission_desk.tally.chains import Chains, Pair, no_chains
from mission_desk.tally.condorcet import duels_sentence, duels_won, layers
from mission_desk.tally.duels import Wins, beats, preferred
from mission_desk.tally.election import Election
from mission_desk.tally.result import Result, names, sole, verdict
from mission_desk.tally.settings import Settings
from mission_desk.words import tr

MOST_LOCKINGS = 20_000  # a fifth of a second for sixty options; more would keep the page waiting


class TooManyOrders(Exception):  # noqa: N818  (says what is)
    """There are more orders of equally clear duels than can be tried within MOST_LOCKINGS steps."""


def pairs(election: Election, _settings: Settings) -> Result:
    """Count under ranked pairs. There is a winner only where the same option wins in every order of equally
    clear duels."""
    wins = preferred(election)
    every = set(range(len(wins)))
    steps = [duels_sentence(election, wins)]
    try:
        outcomes = _Orders(wins).outcomes()
    except TooManyOrders:
        outcomes = {_without_circles(wins)}
        steps.append(tr("Equally clear duels run in a circle and are left out."))
    best = {option for chains in outcomes for option in _first(chains)}
    above = set.intersection(*(chains.pairs() for chains in outcomes))
    ranking = (tuple(sorted(best)), *layers(every - best, above))
    winner = sole(ranking) if election.ballots else None
    if len(outcomes) > 1:
        steps.append(_orders_sentence(election, ranking[0]))
    elif any(not next(iter(outcomes)).lead(pair) for pair in beats(wins)):
        steps.append(tr("A duel that would close a circle with clearer ones is left out."))
    return Result(
        "pairs", winner, ranking, (duels_won(election, wins),), (*steps, verdict(election, ranking, winner))
    )


def _orders_sentence(election: Election, best: Sequence[int]) -> str:
    if len(best) == 1:
        return tr(
            "Equally clear duels run in a circle. “{name}” wins in whichever order they are taken.",
            name=election.options[best[0]],
        )
    return tr(
        "Equally clear duels run in a circle. It depends on their order who wins: {names}.",
        names=names(election, best),
    )


def _first(chains: Chains) -> list[int]:
    """The options to which no chain leads from another: nobody beats them, directly or in a chain."""
    return [option for option, behind in enumerate(chains.behind) if not behind]


def _groups(wins: Wins) -> Iterator[list[Pair]]:
    """The duels in groups of equal clearness, the clearest first. A duel is clearer where more seats are for
    its winner; among equals, where fewer are against."""

    def clearness(pair: Pair) -> Pair:
        return -wins[pair[0]][pair[1]], wins[pair[1]][pair[0]]

    return (list(group) for _, group in groupby(sorted(beats(wins), key=clearness), clearness))


def _undisputed(chains: Chains, group: list[Pair]) -> tuple[Chains, list[Pair]]:
    """The chains after the duels of the group that are in no circle were added; and the duels that are in a
    circle, with each other or with clearer ones that are locked in already."""
    possible = [pair for pair in group if not chains.lead(pair[::-1])]
    whole = chains.with_duels(possible)
    disputed = [pair for pair in possible if whole.lead(pair[::-1])]
    if not disputed:
        return whole, []
    clear = (pair for pair in possible if not whole.lead(pair[::-1]))
    return chains.with_duels(clear), disputed


def _without_circles(wins: Wins) -> Chains:
    """The chains without any of the equally clear duels that form a circle. No order is preferred."""
    chains = no_chains(len(wins))
    for group in _groups(wins):
        chains, _ = _undisputed(chains, group)
    return chains


class _Orders:
    """Tries every order of equally clear duels, at most MOST_LOCKINGS steps."""

    def __init__(self, wins: Wins) -> None:
        self._wins, self._left = wins, MOST_LOCKINGS

    def outcomes(self) -> set[Chains]:
        """Every set of chains in which the duels can end. TooManyOrders where there are too many orders to
        try."""
        outcomes: set[Chains] = {no_chains(len(self._wins))}
        for group in _groups(self._wins):
            outcomes = {after for before in outcomes for after in self._after(before, group)}
        return outcomes

    def _after(self, before: Chains, group: list[Pair]) -> set[Chains]:
        start, disputed = _undisputed(before, group)
        waiting, seen, ends = [start], {start}, set[Chains]()
        while waiting:
            chains = waiting.pop()
            further = self._one_more(chains, disputed)
            if not further:
                ends.add(chains)
            waiting += further - seen
            seen |= further
        return ends

    def _one_more(self, chains: Chains, disputed: list[Pair]) -> set[Chains]:
        """Locks in each of the duels that neither closes a circle nor follows from the chains that are
        there."""
        free = [pair for pair in disputed if not chains.lead(pair) and not chains.lead(pair[::-1])]
        self._left -= len(disputed)
        if self._left < 0:
            raise TooManyOrders
        return {chains.with_duels([pair]) for pair in free}
