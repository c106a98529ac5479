"""Our three as a vote decided them: in one action, and nothing that stood there is lost."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.file.writer import Writer
from mission_desk.core.plan.candidates import Proposal, insert_waiting, put_origin, taken_as
from mission_desk.core.plan.priorities import COUNT, is_written, priorities, put_order


def fill_three(
    doc: Document, winners: Sequence[Proposal], equals: Sequence[Proposal] = (), *, source: object = None
) -> None:
    """The winners, best first, become our three. Those that are `equals` for the last place want in, and so
    does what stood there before: the room decides about them, not the order of a list. Words that are ours
    already keep their reason, measure and links."""
    with doc.action("priority.fill", source=source) as write:
        before = priorities(doc, "team")
        known = {row.id for each in winners if (row := taken_as(doc, each))}
        spare = [row.id for row in before if not is_written(row) and row.id not in known]
        order = list(dict.fromkeys(_row(doc, write, each, spare) for each in winners[:COUNT]))
        leaving = [row for row in before if is_written(row) and row.id not in order]
        for row in leaving:
            write.update(Priority, row.id, place="wants in", rank=write.next_rank(Priority))
        put_order(write, _three(write, order, spare))
        for each in equals:
            _let_wait(doc, write, each)


def _row(doc: Document, write: Writer, proposed: Proposal, spare: list[int]) -> int:
    """The row that says it: its own where it is a priority already, else an empty one, else a new one."""
    if present := taken_as(doc, proposed):
        return present.id
    number = spare.pop(0) if spare else write.insert(Priority, side="team", rank=0, text="")
    write.update(Priority, number, text=proposed.text)
    put_origin(write, number, proposed)
    return number


def _three(write: Writer, order: list[int], spare: list[int]) -> list[int]:
    """Three rows, the last of them empty where fewer won; no empty one is left over."""
    free = [*spare]
    while len(order) < COUNT:
        order.append(free.pop(0) if free else write.insert(Priority, side="team", rank=0, text=""))
    for number in free:
        write.delete(Priority, number)
    return order


def _let_wait(doc: Document, write: Writer, proposed: Proposal) -> None:
    if present := taken_as(doc, proposed):
        if present.place == "parked":
            write.update(Priority, present.id, place="wants in")
    else:
        insert_waiting(write, proposed)
