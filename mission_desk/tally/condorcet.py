"""The rules that read every pair of options as a duel: whoever beats all others wins, and each rule has its
own way out where the duels run in a circle.

Sources: M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
single-winner election method (2011), with winning votes; A. H. Copeland for the plain duel."""

from __future__ import annotations

from mission_desk.tally.duels import Wins, beats, preferred
from mission_desk.tally.election import Election
from mission_desk.tally.result import Figure, Result, listing, names, ranked, sole, verdict
from mission_desk.tally.settings import Settings
from mission_desk.words import tr

Pair = tuple[int, int]


def duel(election: Election, _settings: Settings) -> Result:
    """Ranked by duels won less duels lost; only who beats every other wins."""
    wins = preferred(election)
    won = beats(wins)
    every = range(len(wins))
    balance = [sum((a == n) - (b == n) for a, b in won) for n in every]
    ranking = ranked(every, lambda n: balance[n])
    best = [n for n in every if sum(a == n for a, _ in won) == len(wins) - 1]
    winner = best[0] if best and election.ballots else None
    steps = [duels_sentence(election, wins)]
    if winner is None and election.ballots:
        steps.append(tr("Nobody beats every other one, so nobody wins."))
    else:
        steps.append(verdict(election, ranking, winner))
    return Result("duel", winner, ranking, (duels_won(election, wins),), tuple(steps))


def schulze(election: Election, _settings: Settings) -> Result:
    """A chain of duels is as strong as its weakest one; an option stands above another where its strongest
    chain to it is the stronger one."""
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
    """paths[a][b]: seats in the weakest duel of the strongest chain from a to b."""
    every = range(len(wins))
    paths = [[wins[a][b] if wins[a][b] > wins[b][a] else 0 for b in every] for a in every]
    for through in every:
        for a in every:
            if a == through:
                continue
            reach = paths[a][through]
            paths[a] = [max(old, min(reach, on)) for old, on in zip(paths[a], paths[through], strict=True)]
    return paths


def layers(options: set[int], above: set[Pair]) -> tuple[tuple[int, ...], ...]:
    """First whom nobody stands above, then the same among the rest."""
    sorted_layers: list[tuple[int, ...]] = []
    rest = set(options)
    while rest:
        free = {n for n in rest if not any(b == n and a in rest for a, b in above)}
        sorted_layers.append(tuple(sorted(free)))
        rest -= free
    return tuple(sorted_layers)


def duels_won(election: Election, wins: Wins) -> Figure:
    """How many others each option beats, whichever of the rules ranks them."""
    won = beats(wins)
    counts = tuple(float(sum(a == n for a, _ in won)) for n in range(len(election.options)))
    return Figure("won", tr("Duels won"), counts)


def duels_sentence(election: Election, wins: Wins) -> str:
    counts = [float(sum(a == n for a, _ in beats(wins))) for n in range(len(wins))]
    unbeaten = [n for n in range(len(wins)) if not any(b == n for _, b in beats(wins))]
    won = tr("Duels won: {list}.", list=listing(election, counts))
    return f"{won} {tr('Never beaten: {names}.', names=names(election, unbeaten))}" if unbeaten else won
