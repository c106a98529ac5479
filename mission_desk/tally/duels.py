"""Who is preferred by how many: the table of duels that STAR, Schulze, ranked pairs and the pairwise duel
read."""

from __future__ import annotations

from itertools import groupby
from struct import unpack

from mission_desk.tally.election import Election, Marks

_COUNT_BITS = 32  # more ballots than fit in it are more than fit in memory

Wins = tuple[tuple[int, ...], ...]  # wins[a][b]: seats that prefer a to b


def preferred(election: Election) -> Wins:
    """The table of duels: wins[a][b] seats gave a a higher mark than b. A higher mark is better; no answer
    counts as lower than every answer.

    For each ballot all options that it marks lower than one are added to the counts of that one at once, as
    one integer with 32 bits an option. Comparing every pair on every ballot takes half a minute for 400
    options."""
    every = range(len(election.options))
    counts = [0 for _ in every]
    for ballot in election.ballots:
        marks = [-1 if mark is None else mark for mark in ballot.marks]
        below = 0
        for _, equals in groupby(sorted(every, key=marks.__getitem__), marks.__getitem__):
            group = list(equals)
            for option in group:
                counts[option] += below
            below += sum(1 << _COUNT_BITS * option for option in group)
    return tuple(_unpacked(count, len(every)) for count in counts)


def _unpacked(counts: int, options: int) -> tuple[int, ...]:
    return unpack(f"<{options}I", counts.to_bytes(options * _COUNT_BITS // 8, "little"))


def from_places(election: Election) -> Election:
    """The election with places (1 is the best) turned into marks of which more is better."""
    rows: list[Marks] = [
        tuple(None if place is None else len(election.options) - place for place in ballot.marks)
        for ballot in election.ballots
    ]
    lowest = min((mark for row in rows for mark in row if mark is not None), default=0)
    shift = -min(lowest, 0)
    return election.with_marks([tuple(None if m is None else m + shift for m in row) for row in rows])


def beats(wins: Wins) -> list[tuple[int, int]]:
    """Every duel that has a winner, as (winner, loser)."""
    every = range(len(wins))
    return [(a, b) for a in every for b in every if wins[a][b] > wins[b][a]]
