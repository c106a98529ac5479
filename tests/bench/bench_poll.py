"""What the last ballot of a large poll costs: casting it, closing, and the tally under every rule with all
that a result says, each beside the bare commit of the same run. Arguments: seats, options."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Poll
from mission_desk.core.room import people
from mission_desk.core.vote import ballots, poll_closing, poll_opening, secret_ballots
from mission_desk.core.vote.outcome import others, outcome
from mission_desk.core.vote.poll_options import free_options
from mission_desk.tally.rules import RULES
from tests.core.vote.voting import usual_ballot

SEATS, OPTIONS, ROUNDS = 200, 5, 9


def main(seats: int = SEATS, options: int = OPTIONS) -> None:
    with tempfile.TemporaryDirectory() as folder:
        doc = Document.create(Path(folder) / "bench.mission")
        people.set_style_counts(doc, {"ideator": seats})
        floor = median(lambda: doc.keep("bench", time.perf_counter()))
        for rule in RULES:
            for secret in (False, True):
                print(json.dumps(measured(doc, rule, options, secret=secret, floor=floor)))
        doc.close()


def measured(doc: Document, rule: str, count: int, *, secret: bool, floor: float) -> dict[str, object]:
    options = free_options("\n".join(f"Option {n}" for n in range(count)))
    poll = poll_opening.open_poll(doc, "Which?", options, rule=rule, secret=secret)
    row, room = doc.row(Poll, poll), people.seats(doc)
    cast = secret_ballots.cast_secret if secret else ballots.cast
    for n, seat in enumerate(room[:-1]):
        cast(doc, poll, seat.id, usual_ballot(row, count, n))
    last = milliseconds(lambda: cast(doc, poll, room[-1].id, usual_ballot(row, count, 0)))
    close = milliseconds(lambda: poll_closing.close_poll(doc, poll))
    tally = median(lambda: outcome(doc, poll))
    under = median(lambda: others(doc, doc.row(Poll, poll)))
    return {
        "rule": rule,
        "secret": secret,
        "seats": len(room),
        "last_ballot_ms": round(last, 1),
        "close_ms": round(close, 1),
        "tally_ms": round(tally, 1),
        "other_rules_ms": round(under, 1),
        "ballot_and_all_rules_ms": round(last + tally + under, 1),
        "commit_ms": round(floor, 2),
        "ratio": round((last + tally + under) / floor, 1),
    }


def milliseconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def median(do: Callable[[], object]) -> float:
    return statistics.median(milliseconds(do) for _ in range(ROUNDS))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
