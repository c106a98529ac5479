"""The rules that read every pair of options as a duel: whoever beats all others wins, and each rule has its
own way out where the duels run in a circle.

Sources: M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
single-winner election method (2011), with winning votes; A. H. Copeland for the plain duel."""

from __future__ import annotations

from collections.abc import Iterable

from mission_desk.tally.chains import GrowingChains, Pair, no_chains
from mission_desk.tally.duels import Wins, beats, preferred
from mission_desk.tally.election import Election
from mission_desk.tally.result import Figure, Result, listing, names, ranked, sole, verdict
from mission_desk.tally.settings import Settings
from mission_desk.words import tr


def duel(election: Election, _settings: Settings) -> Result:
    """Rank by duels won minus duels lost. There is a winner only where one option beats every other."""
    wins = preferred(election)
    every = range(len(wins))
    won, lost = _won_and_lost(wins)
    ranking = ranked(every, lambda n: won[n] - lost[n])
    best = [n for n in every if won[n] == len(wins) - 1]
    winner = best[0] if best and election.ballots else None
    steps = [duels_sentence(election, wins)]
    if winner is None and election.ballots:
        steps.append(tr("Nobody beats every other one, so nobody wins."))
    else:
        steps.append(verdict(election, ranking, winner))
    return Result("duel", winner, ranking, (duels_won(election, wins),), tuple(steps))


def schulze(election: Election, _settings: Settings) -> Result:
    """Rank by the strength of chains: a chain of duels is as strong as its weakest duel, and an option ranks
    above another where its strongest chain to that one is stronger than the strongest chain back."""
    wins = preferred(election)
    paths = strongest_paths(wins)
    every = range(len(wins))
    above = {(a, b) for a in every for b in every if paths[a][b] > paths[b][a]}
    ranking = layers(set(every), above)
    winner = sole(ranking) if election.ballots else None
    steps = [duels_sentence(election, wins)]
    if any((b, a) in above for a, b in beats(wins)):
        steps.append(tr("The duels run in a circle; the strongest chains of duels decide."))
    figure = duels_won(election, wins)
    return Result("schulze", winner, ranking, (figure,), (*steps, verdict(election, ranking, winner)))


def strongest_paths(wins: Wins) -> list[list[int]]:
    """paths[a][b] is the number of seats in the weakest duel of the strongest chain from a to b; 0 where
    there is no chain.

    Duels are added from the strongest to the weakest. The duel that first connects a with b is therefore the
    weakest of their strongest chain, and each pair is set once."""
    paths = [[0] * len(wins) for _ in wins]
    chains = GrowingChains(no_chains(len(wins)))
    for winner, loser in sorted(beats(wins), key=lambda pair: -wins[pair[0]][pair[1]]):
        for start, end in chains.connect((winner, loser)):
            paths[start][end] = wins[winner][loser]
    return paths


def layers(options: set[int], above: Iterable[Pair]) -> tuple[tuple[int, ...], ...]:
    """Options in ranks: first all above whom no other stands, then the same among the rest, and so on."""
    behind = dict.fromkeys(options, 0)  # bit a of behind[b]: a stands above b
    for a, b in above:
        if b in behind:
            behind[b] |= 1 << a
    sorted_layers: list[tuple[int, ...]] = []
    rest = sorted(options)
    while rest:
        waiting = sum(1 << n for n in rest)
        free = tuple(n for n in rest if not behind[n] & waiting)
        sorted_layers.append(free)
        rest = [n for n in rest if n not in set(free)]
    return tuple(sorted_layers)


def duels_won(election: Election, wins: Wins) -> Figure:
    """A figure that says how many others each option beats; every rule of this file shows it."""
    won, _ = _won_and_lost(wins)
    return Figure("won", tr("Duels won"), tuple(map(float, won)))


def duels_sentence(election: Election, wins: Wins) -> str:
    """The step of the reasoning that lists how many duels each option won."""
    won, lost = _won_and_lost(wins)
    unbeaten = [n for n, count in enumerate(lost) if not count]
    listed = tr("Duels won: {list}.", list=listing(election, map(float, won)))
    return f"{listed} {tr('Never beaten: {names}.', names=names(election, unbeaten))}" if unbeaten else listed


def _won_and_lost(wins: Wins) -> tuple[list[int], list[int]]:
    """How many others each option beats, and how many beat it."""
    won, lost = [0] * len(wins), [0] * len(wins)
    for winner, loser in beats(wins):
        won[winner] += 1
        lost[loser] += 1
    return won, lost
