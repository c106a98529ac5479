"""Who is preferred by how many: the table of duels that STAR, Schulze, ranked pairs and the pairwise duel
read."""

from __future__ import annotations

from mission_desk.tally.election import Election, Marks

Wins = tuple[tuple[int, ...], ...]  # wins[a][b]: seats that prefer a to b


def preferred(election: Election) -> Wins:
    """From marks of which more is better; no answer counts as less than every answer."""
    rows = [[-1 if mark is None else mark for mark in ballot.marks] for ballot in election.ballots]
    every = range(len(election.options))
    return tuple(tuple(sum(1 for row in rows if row[a] > row[b]) for b in every) for a in every)


def from_places(election: Election) -> Election:
    """Places (1 is the best) as marks of which more is better."""
    rows: list[Marks] = [
        tuple(None if place is None else len(election.options) - place for place in ballot.marks)
        for ballot in election.ballots
    ]
    lowest = min((mark for row in rows for mark in row if mark is not None), default=0)
    shift = -min(lowest, 0)
    return election.with_marks([tuple(None if m is None else m + shift for m in row) for row in rows])


def beats(wins: Wins) -> list[tuple[int, int]]:
    """Every duel that somebody won, as (winner, loser)."""
    every = range(len(wins))
    return [(a, b) for a in every for b in every if wins[a][b] > wins[b][a]]
