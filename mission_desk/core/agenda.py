"""The agenda: its steps, which one is open, and planned times. Steps advise; they never forbid."""

from __future__ import annotations

from mission_desk.core.clock import Clock
from mission_desk.core.document import Document
from mission_desk.core.rows import Step, Workshop


def steps(doc: Document) -> list[Step]:
    return doc.rows(Step, "1 ORDER BY rank, id")


def current_step(doc: Document) -> Step:
    """The open step; the first one before any was opened or after the open one is gone."""
    found = doc.find(Step, doc.kept("step"))
    return found or steps(doc)[0]


def open_step(doc: Document, step: int, *, source: object = None) -> None:
    """Make this the open step and turn to the page it advises. Nothing else changes, so going back loses
    nothing."""
    row = doc.row(Step, step)
    visited = doc.kept("visited", [])
    values: dict[str, object] = {"step": step, "page": row.page}
    left = current_step(doc).id  # the first step is open without anybody opening it
    fresh = [each for each in dict.fromkeys((left, step)) if each not in visited]
    if fresh:
        values["visited"] = [*visited, *fresh]
    if row.board:
        values["board"] = row.board
    doc.keep_all(values, source=source)


def neighbour(doc: Document, by: int) -> Step:
    """The step `by` places on, held at both ends."""
    every = steps(doc)
    at = next(n for n, step in enumerate(every) if step.id == current_step(doc).id)
    return every[max(0, min(len(every) - 1, at + by))]


def is_done(doc: Document, step: Step) -> bool:
    """Visited, and the group is further on."""
    return step.rank < current_step(doc).rank and step.id in doc.kept("visited", [])


def edit_step(doc: Document, step: int, *, source: object = None, **values: str | int) -> None:
    with doc.action("step.edit", merge=f"step:{step}:{sorted(values)}", source=source) as write:
        write.update(Step, step, **values)


def leads(step: Step) -> tuple[str, ...]:
    return tuple(step.lead.split())


def planned_end(doc: Document) -> int:
    """Minutes after midnight at which the last step ends."""
    start: int = doc.row(Workshop, 1).starts
    return start + sum(step.minutes for step in steps(doc))


def time_of_day(minutes: int) -> str:
    """540 -> 09:00; runs on past midnight."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def clock(doc: Document, step: Step) -> Clock:
    """The step's own clock as it was left, also by a restart."""
    kept = doc.kept(f"clock.{step.id}")
    return Clock(*kept) if kept else Clock(step.minutes * 60, step.minutes * 60, None)


def set_clock(doc: Document, step: Step, clock: Clock, *, source: object = None) -> None:
    doc.keep(f"clock.{step.id}", [clock.total, clock.left, clock.since], source=source)
