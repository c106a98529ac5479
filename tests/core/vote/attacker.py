"""Somebody who has the file of a secret poll and wants to know who voted what: who voted early, which ballot
is which seat's, which ballots of two rounds are the same person's. Reads rows, row order, keys and raw bytes.

To try it on a file: `python -m tests.core.vote.attacker day.mission POLL`."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

Worth = Callable[["Stolen"], float]


class Stolen(Struct, frozen=True):
    """One ballot as it lies in the file. `at` is where its words begin in the raw bytes."""

    key: str
    row: int
    at: int
    content: str

    @property
    def sides(self) -> list[list[object]]:
        marks = json.loads(self.content)
        return marks if isinstance(marks[0], list) else [marks]


def steal(file: Path, poll: int) -> list[Stolen]:
    """The ballots of a poll in a copy of the file; none where only their order was kept."""
    raw = file.read_bytes()
    connection = sqlite3.connect(file)
    try:
        sql = "SELECT key, rowid, content FROM sealed WHERE poll = ?"
        rows = [row for row in connection.execute(sql, (poll,)) if row[2].startswith("[")]
    finally:
        connection.close()
    return [Stolen(key, row, raw.find(text.encode()), text) for key, row, text in rows]


def voted_in_order(file: Path, poll: int) -> list[int]:
    """The seats that voted, as their rows lie in the file."""
    connection = sqlite3.connect(file)
    try:
        return [seat for (seat,) in connection.execute("SELECT seat FROM voted WHERE poll = ?", (poll,))]
    finally:
        connection.close()


def clues(ballots: Sequence[Stolen]) -> dict[str, Worth]:
    """Everything about a ballot but its marks that could have come from the time or the way it was cast."""
    width = max((len(ballot.sides[0]) for ballot in ballots), default=0)
    clue_by_name: dict[str, Worth] = {
        "key": lambda ballot: int(ballot.key, 16),
        "length of key": lambda ballot: len(ballot.key),
        "row": lambda ballot: ballot.row,
        "place in the bytes": lambda ballot: ballot.at,
        "sides": lambda ballot: len(ballot.sides),
        "spaces": lambda ballot: ballot.content.count(" "),
    }
    for n in range(width):
        clue_by_name[f"no mark for option {n}"] = lambda ballot, n=n: ballot.sides[0][n] is None
        clue_by_name[f"no number for option {n}"] = lambda ballot, n=n: (
            not isinstance(ballot.sides[0][n], int)
        )
    return clue_by_name


def guess_early(ballots: Sequence[Stolen]) -> dict[str, list[Stolen]]:
    """By each clue: the ballots in the order in which they may have been cast."""
    return {name: sorted(ballots, key=worth) for name, worth in clues(ballots).items()}


def parted(ballots: Sequence[Stolen], is_early: Callable[[Stolen], bool], name: str) -> float:
    """How often this clue is smaller for an early ballot than for a late one: 0.5 is chance, 0 and 1 are
    certainty."""
    worth = clues(ballots)[name]
    early = [worth(each) for each in ballots if is_early(each)]
    late = [worth(each) for each in ballots if not is_early(each)]
    wins = sum((a < b) + 0.5 * (a == b) for a in early for b in late)
    return wins / (len(early) * len(late))


def linked(
    ballots: Sequence[Stolen], seats: Iterable[Sequence[int]], seat_of: Callable[[Stolen], int]
) -> dict[str, int]:
    """How many ballots each guess gives to the right seat: the ballots in the order of each clue, the seats
    in each of these orders, both from either end."""
    ways = list(seats)
    return {
        f"{name}, {number}, {'back' if turned else 'forth'}": sum(
            seat_of(ballot) == seat
            for ballot, seat in zip(order[::-1] if turned else order, way, strict=False)
        )
        for name, order in guess_early(ballots).items()
        for number, way in enumerate(ways)
        for turned in (False, True)
    }


def main() -> None:
    ballots = steal(Path(sys.argv[1]), int(sys.argv[2]))
    for name, order in guess_early(ballots).items():
        worth = clues(ballots)[name]
        if len({worth(ballot) for ballot in ballots}) > 1:
            print(name, [ballot.content for ballot in order][:3], "…")


if __name__ == "__main__":
    main()
