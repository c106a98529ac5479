"""The agenda: its steps, which one is open, its clock, and planned times. Steps advise; they never forbid."""

from __future__ import annotations

from mission_desk.core.agenda import clock_storage, day_times
from mission_desk.core.agenda.clock import Clock
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError
from mission_desk.core.file.rows import Step, Workshop
from mission_desk.core.file.session_kinds import RowId


def steps(doc: Document) -> list[Step]:
    return doc.rows(Step, "1 ORDER BY rank, id")


def current_step(doc: Document) -> Step:
    """The open step; where that is gone (Undo took it), the one before it, and the first one before any was
    opened. An agenda has at least one step."""
    found = step_now(doc)
    if found is None:
        raise BugError("a workshop without a single step")
    return found


def step_now(doc: Document) -> Step | None:
    """The same; None in a file that was never set up as a workshop."""
    found = doc.find(Step, doc.kept("step", None, RowId))
    return found or _visited_last(doc) or next(iter(steps(doc)), None)


def visited_steps(doc: Document) -> list[int]:
    """Ids of the steps that were open, in that order; some of them may be gone."""
    visited: list[int] = doc.kept("visited", [], list[RowId])
    return visited


def _visited_last(doc: Document) -> Step | None:
    there = (doc.find(Step, each) for each in reversed(visited_steps(doc)))
    return next((each for each in there if each is not None), None)


def open_step(
    doc: Document, step: int, *, starts: bool = True, turns: bool = True, source: object = None
) -> None:
    """Make this the open step; the desk `turns` to the page it advises. In a day that runs the step before
    stops its clock, and this one `starts` its own; before the day nothing runs. Nothing else changes, so
    going back loses nothing."""
    row, before = doc.row(Step, step), current_step(doc)
    visited = visited_steps(doc)
    values: dict[str, object] = {"step": step}
    # The first step is open without anybody opening it.
    fresh = [each for each in dict.fromkeys((before.id, step)) if each not in visited]
    if fresh:
        values["visited"] = [*visited, *fresh]
    if turns:
        values |= {"page": row.page} | ({"board": row.board} if row.board else {})
    if day_times.is_running(doc) and (row.id != before.id or starts):
        values |= _handed_over(doc, before, row, starts)
    doc.keep_all(values, source=source)


def _handed_over(doc: Document, before: Step, row: Step, starts: bool) -> dict[str, object]:
    now, values = doc.steady(), {}
    if before.id != row.id:
        values = day_times.left(doc, before) | _kept(doc, before, clock(doc, before).paused(now))
    if starts:
        values |= _kept(doc, row, clock(doc, row).started(now))
    return values | day_times.entered(doc, row)


def neighbour(doc: Document, by: int) -> Step:
    """The step `by` places on, held at both ends."""
    every = steps(doc)
    at = next(n for n, step in enumerate(every) if step.id == current_step(doc).id)
    return every[max(0, min(len(every) - 1, at + by))]


def is_done(doc: Document, step: Step) -> bool:
    """Visited, and the group is further on."""
    return step.rank < current_step(doc).rank and step.id in visited_steps(doc)


def leads(step: Step) -> tuple[str, ...]:
    return tuple(step.lead.split())


# planned times


def planned_end(doc: Document) -> int:
    """Minutes after midnight at which the day ends as agreed: after the last step, or when the group said so
    on a late day."""
    row = doc.row(Workshop, 1)
    return row.ends if row.ends >= 0 else row.starts + sum(step.minutes for step in steps(doc))


def planned_starts(doc: Document) -> dict[int, int]:
    """Step -> minutes after midnight at which it has to begin for the day to end as agreed."""
    at, found = planned_end(doc), {}
    for step in reversed(steps(doc)):
        at -= step.minutes
        found[step.id] = at
    return found


def time_of_day(minutes: int) -> str:
    """540 -> 09:00; runs on past midnight."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


# the clock


def clock(doc: Document, step: Step) -> Clock:
    """The step's own clock as it was left, also by a restart. Minutes that the step was given or lost since
    then are on it."""
    kept = doc.kept(_key(step))
    found = clock_storage.from_kept(doc, kept)
    planned = step.minutes * 60
    if found is None:
        return Clock(planned, planned, None)
    before = kept[5] if len(kept) > 5 and isinstance(kept[5], int) else step.minutes
    return found.lengthened((step.minutes - before) * 60)


def set_clock(doc: Document, step: Step, clock: Clock, *, source: object = None) -> None:
    """Put the step's clock where it is to stand. The first that runs begins the day."""
    values = _kept(doc, step, clock)
    if clock.runs and step.id == current_step(doc).id:
        values = values | day_times.begun(doc) | day_times.entered(doc, step)
    doc.keep_all(values, source=source)


def begin_day(doc: Document, *, source: object = None) -> dict[str, object]:
    """Open the first step and start its clock; times of a rehearsal are forgotten. Returns what the session
    kept before, for whoever wants that back (`doc.keep_all`)."""
    first, every = steps(doc)[0], steps(doc)
    keys = [
        "step",
        "visited",
        *day_times.KEYS,
        *(key for step in every for key in (_key(step), *day_times.keys(step))),
    ]
    before = {key: doc.kept(key) for key in keys}
    doc.keep_all(dict.fromkeys(keys) | {"step": first.id, "visited": []}, source=source)
    open_step(doc, first.id, source=source)
    set_clock(doc, first, clock(doc, first).started(doc.steady()), source=source)
    return before


def end_day(doc: Document, *, source: object = None) -> None:
    """Stop what still runs; what each step took stays."""
    step = current_step(doc)
    stopped = _kept(doc, step, clock(doc, step).paused(doc.steady()))
    doc.keep_all(stopped | day_times.ended(doc, step), source=source)


def heed_time(doc: Document) -> None:
    """To be called now and then while a clock runs: notices that the system's clock was set."""
    step = current_step(doc)
    clock_storage.heed_jumps(doc, (_key(step), *day_times.running_keys(step)))


def _kept(doc: Document, step: Step, clock: Clock) -> dict[str, object]:
    return {_key(step): [*clock_storage.as_kept(doc, clock), step.minutes]}


def _key(step: Step) -> str:
    return f"clock.{step.id}"
