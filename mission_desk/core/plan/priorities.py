"""Two triples, the company's priorities and the team's, and those of ours that wait in "Not this year"."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import Direction, Side
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError
from mission_desk.core.file.plan_rows import NOT_RATED, Priority
from mission_desk.core.file.writer import Writer, is_blank, moved

COUNT = 3
BEST = 5  # of how well service works today where it touches one of the company's priorities
WORDS = ("text", "why", "measure", "unit", "start", "goal", "due", "touch", "unlinked_because")
"""The columns that are typed."""


def priorities(doc: Document, side: Side) -> list[Priority]:
    """The three priorities of a side ("company" or "team"), in order."""
    return doc.rows(Priority, "side = ? AND place = 'three' ORDER BY rank", side)


def not_this_year(doc: Document) -> list[Priority]:
    """What the team would like to do as well, first come first."""
    return doc.rows(Priority, "place <> 'three' ORDER BY rank, id")


def is_written(priority: Priority) -> bool:
    return not is_blank(priority.text)


def write_priority(doc: Document, priority: int, text: str, *, source: object = None) -> None:
    """Store the headline as typed so far."""
    edit_priority(doc, priority, source=source, text=text)


def edit_priority(doc: Document, priority: int, *, source: object = None, **words: str) -> None:
    """Store any of WORDS as typed so far."""
    if unknown := set(words) - set(WORDS):
        raise BugError(f"nobody types these of a priority: {sorted(unknown)}")
    with doc.action("priority.write", merge=f"priority:{priority}:{sorted(words)}", source=source) as write:
        write.update(Priority, priority, **words)


def set_direction(doc: Document, priority: int, direction: Direction, *, source: object = None) -> None:
    """Which way the measure shall go."""
    with doc.action("priority.direction", source=source) as write:
        write.update(Priority, priority, direction=direction)


def rate_service(doc: Document, priority: int, works: int, *, source: object = None) -> None:
    """How well service works today where it touches this priority of the company: 0 to BEST, or NOT_RATED."""
    if not NOT_RATED <= works <= BEST:
        raise BugError(f"{works} is not from 0 to {BEST}")
    with doc.action("priority.rate", source=source) as write:
        write.update(Priority, priority, works=works)


def move_priority(doc: Document, priority: int, by: int, *, source: object = None) -> None:
    """Move one of three up (-1) or down (1) among them."""
    row = doc.row(Priority, priority)
    order = moved([each.id for each in priorities(doc, row.side)], priority, by)
    with doc.action("priority.move", source=source) as write:
        put_order(write, order)


def put_order(write: Writer, order: list[int]) -> None:
    """Inside an action: these are the three, in this order."""
    for rank, each in enumerate(order):
        write.update(Priority, each, rank=rank, place="three")


def swap_in(doc: Document, waiting: int, out: int, *, source: object = None) -> None:
    """One that waits takes the place of one of our three, which waits from now on. Their links and the
    guidelines that serve them stay with them, so that swapping back loses nothing."""
    leaving = doc.row(Priority, out)
    with doc.action("priority.swap", source=source) as write:
        write.update(Priority, waiting, rank=leaving.rank, place="three")
        if is_written(leaving):
            write.update(Priority, out, rank=write.next_rank(Priority), place="parked")
        else:
            write.delete(Priority, out)


def park(doc: Document, waiting: int, *, source: object = None) -> None:
    """It stays in "Not this year", and nobody is asked about it any more."""
    with doc.action("priority.park", source=source) as write:
        write.update(Priority, waiting, place="parked")


def want_in(doc: Document, waiting: int, *, source: object = None) -> None:
    """It is asked about again."""
    with doc.action("priority.want", source=source) as write:
        write.update(Priority, waiting, place="wants in")


def forget(doc: Document, waiting: int, *, source: object = None) -> None:
    """Take it out of "Not this year"."""
    with doc.action("priority.forget", source=source) as write:
        write.delete(Priority, waiting)
