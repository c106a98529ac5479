"""The rules that read every pair of options as a duel: whoever beats all others wins, and each rule has its
own way out where the duels run in a circle.

Sources: M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
single-winner election method (2011), with winning votes; N. Tideman, Independence of clones as a criterion
for voting rules (1987); A. H. Copeland for the plain duel."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import groupby

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
    steps = [_duels_said(election, wins)]
    if winner is None and election.ballots:
        steps.append(tr("Nobody beats every other one, so nobody wins."))
    else:
        steps.append(verdict(election, ranking, winner))
    return Result("duel", winner, ranking, (_won(election, won),), tuple(steps))


def schulze(election: Election, _settings: Settings) -> Result:
    """A chain of duels is as strong as its weakest one; an option stands above another where its strongest
    chain to it is the stronger one."""
    wins = preferred(election)
    paths = strongest_paths(wins)
    every = range(len(wins))
    above = {(a, b) for a in every for b in every if paths[a][b] > paths[b][a]}
    ranking = _layers(set(every), above)
    winner = sole(ranking) if election.ballots else None
    steps = [_duels_said(election, wins)]
    if any((b, a) in above for a, b in beats(wins)):
        steps.append(tr("The duels run in a circle; the strongest chains of duels decide."))
    figure = _won(election, sorted(above))
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


def pairs(election: Election, _settings: Settings) -> Result:
    """Duels are locked in from the clearest down; one that would close a circle is left out. Duels that are
    equally clear are locked together, and those among them that close a circle are all left out: the order in
    which the options stand must not decide."""
    wins = preferred(election)
    locked: set[Pair] = set()
    clearness = partial(_clearness, wins)
    steps = [_duels_said(election, wins)]
    for _, group in groupby(sorted(beats(wins), key=clearness), clearness):
        possible = [pair for pair in group if not _leads(locked, pair[1], pair[0])]
        kept = [pair for pair in possible if not _leads(locked | set(possible), pair[1], pair[0])]
        if len(kept) < len(possible):
            steps.append(tr("Equally clear duels run in a circle and are left out."))
        locked |= set(kept)
    ranking = _layers(set(range(len(wins))), _closed(locked))
    winner = sole(ranking) if election.ballots else None
    if len(locked) < len(beats(wins)):
        steps.append(tr("A duel that would close a circle with clearer ones is left out."))
    figure = _won(election, sorted(locked))
    return Result("pairs", winner, ranking, (figure,), (*steps, verdict(election, ranking, winner)))


def _clearness(wins: Wins, pair: Pair) -> Pair:
    """Sorts the clearest first: more for it, then fewer against."""
    return -wins[pair[0]][pair[1]], wins[pair[1]][pair[0]]


def _leads(edges: Iterable[Pair], start: int, goal: int) -> bool:
    """Is there a way along the edges?"""
    edges = list(edges)
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        fresh = {b for a, b in edges if a == here} - seen
        seen |= fresh
        waiting += fresh
    return goal in seen


def _closed(edges: set[Pair]) -> set[Pair]:
    every = {n for edge in edges for n in edge}
    return {(a, b) for a in every for b in every if a != b and _leads(edges, a, b)}


def _layers(options: set[int], above: set[Pair]) -> tuple[tuple[int, ...], ...]:
    """First whom nobody stands above, then the same among the rest."""
    found: list[tuple[int, ...]] = []
    rest = set(options)
    while rest:
        free = {n for n in rest if not any(b == n and a in rest for a, b in above)}
        found.append(tuple(sorted(free)))
        rest -= free
    return tuple(found)


def _won(election: Election, won: Iterable[Pair]) -> Figure:
    pairs = list(won)
    counts = tuple(float(sum(a == n for a, _ in pairs)) for n in range(len(election.options)))
    return Figure("won", tr("Duels won"), counts)


def _duels_said(election: Election, wins: Wins) -> str:
    counts = [float(sum(a == n for a, _ in beats(wins))) for n in range(len(wins))]
    unbeaten = [n for n in range(len(wins)) if not any(b == n for _, b in beats(wins))]
    said = tr("Duels won: {list}.", list=listing(election, counts))
    return f"{said} {tr('Never beaten: {names}.', names=names(election, unbeaten))}" if unbeaten else said
