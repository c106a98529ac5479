"""The agenda: its steps, which one is open, its clock, and planned times. Steps advise; they never forbid."""

from __future__ import annotations

from mission_desk.core.agenda import clock_storage, day_times
from mission_desk.core.agenda.clock import Clock
from mission_desk.core.file.closed_sets import THINKING_STYLES, ThinkingStyle, one_of
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError
from mission_desk.core.file.rows import Step, Workshop


def steps(doc: Document) -> list[Step]:
    return doc.rows(Step, "1 ORDER BY rank, id")


def current_step(doc: Document) -> Step:
    """The open step. Where it no longer exists (Undo removed it), the step that was open before it; where
    none was ever opened, the first step. An agenda has at least one step."""
    open_step_row = step_now(doc)
    if open_step_row is None:
        raise BugError("a workshop without a single step")
    return open_step_row


def step_now(doc: Document) -> Step | None:
    """The open step as `current_step` finds it; None in a file that was never set up as a workshop."""
    stored = doc.find(Step, doc.session_value("step", None))
    return stored or _visited_last(doc) or next(iter(steps(doc)), None)


def openings(doc: Document) -> int:
    """How often a step was opened: a step that is opened again has another number than before."""
    return int(doc.session_value("openings", 0))


def visited_steps(doc: Document) -> list[int]:
    """Ids of the steps that were open, in that order; some of them may be gone."""
    visited: list[int] = doc.session_value("visited", [])
    return visited


def _visited_last(doc: Document) -> Step | None:
    there = (doc.find(Step, each) for each in reversed(visited_steps(doc)))
    return next((each for each in there if each is not None), None)


def open_step(
    doc: Document, step: int, *, starts: bool = True, turns: bool = True, source: object = None
) -> None:
    """Make this the open step; with `turns` the desk opens the page that the step advises. While the day
    runs, the clock of the step before stops, and with `starts` this step's clock starts; before the day
    begins no clock runs. Nothing else changes, so going back loses nothing."""
    row, before = doc.row(Step, step), current_step(doc)
    visited = visited_steps(doc)
    values: dict[str, object] = {"step": step}
    if row.id != before.id:
        values["openings"] = openings(doc) + 1
    # The first step counts as open before anybody opens a step, so it is stored as visited here.
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
        values = day_times.left(doc, before) | _stored(doc, before, clock(doc, before).paused(now))
    if starts:
        values |= _stored(doc, row, clock(doc, row).started(now))
    return values | day_times.entered(doc, row)


def neighbour(doc: Document, by: int) -> Step:
    """The step `by` places further; the first or last one where there are not so many."""
    every = steps(doc)
    at = next(n for n, step in enumerate(every) if step.id == current_step(doc).id)
    return every[max(0, min(len(every) - 1, at + by))]


def is_done(doc: Document, step: Step) -> bool:
    """Whether the step was visited and a later one is open now."""
    return step.rank < current_step(doc).rank and step.id in visited_steps(doc)


def leads(step: Step) -> tuple[ThinkingStyle, ...]:
    """The styles that lead, in the order in which they were added."""
    styles = (one_of(THINKING_STYLES, word) for word in step.lead.split())
    return tuple(style for style in styles if style is not None)


# planned times


def planned_end(doc: Document) -> int:
    """Minutes after midnight at which the day ends as agreed: after the last step, or when the group said so
    on a late day."""
    row = doc.row(Workshop, 1)
    return row.ends if row.ends >= 0 else row.starts + sum(step.minutes for step in steps(doc))


def planned_starts(doc: Document) -> dict[int, int]:
    """Step -> minutes after midnight at which it has to begin for the day to end as agreed."""
    at, starts = planned_end(doc), {}
    for step in reversed(steps(doc)):
        at -= step.minutes
        starts[step.id] = at
    return starts


# the clock


def clock(doc: Document, step: Step) -> Clock:
    """The step's own clock as it was stored, also before a restart. Minutes that were added to the step or
    taken from it since then are added to the clock or taken from it."""
    stored = doc.session_value(_key(step))
    stored_clock = clock_storage.from_stored(doc, stored)
    planned = step.minutes * 60
    if stored_clock is None:
        return Clock(planned, planned, None)
    before = stored[5] if len(stored) > 5 and isinstance(stored[5], int) else step.minutes
    return stored_clock.lengthened((step.minutes - before) * 60)


def set_clock(doc: Document, step: Step, clock: Clock, *, source: object = None) -> None:
    """Store the step's clock. The first clock that runs begins the day."""
    values = _stored(doc, step, clock)
    if clock.runs and step.id == current_step(doc).id:
        values = values | day_times.begun(doc) | day_times.entered(doc, step)
    doc.keep_all(values, source=source)


def count_down(doc: Document, minutes: int, *, source: object = None) -> None:
    """Let the clock of the open step run from so many minutes, as for a poll; nothing without an agenda."""
    step = step_now(doc)
    if step is not None:
        set_clock(doc, step, Clock(minutes * 60, minutes * 60, None).started(doc.steady()), source=source)


def begin_day(doc: Document, *, source: object = None) -> dict[str, object]:
    """Open the first step and start its clock; times of a rehearsal are forgotten. Returns the session's
    values from before, so that a caller can restore them (`doc.keep_all`)."""
    first, every = steps(doc)[0], steps(doc)
    keys = [
        "step",
        "visited",
        *day_times.KEYS,
        *(key for step in every for key in (_key(step), *day_times.keys(step))),
    ]
    before = {key: doc.session_value(key) for key in keys}
    doc.keep_all(dict.fromkeys(keys) | {"step": first.id, "visited": []}, source=source)
    open_step(doc, first.id, source=source)
    set_clock(doc, first, clock(doc, first).started(doc.steady()), source=source)
    return before


def end_day(doc: Document, *, source: object = None) -> None:
    """Stop every clock that still runs; the time that each step took stays stored."""
    step = current_step(doc)
    stopped = _stored(doc, step, clock(doc, step).paused(doc.steady()))
    doc.keep_all(stopped | day_times.ended(doc, step), source=source)


def correct_stored_clocks(doc: Document) -> None:
    """Store running clocks anew where the system's clock was set. Call this now and then while a clock
    runs."""
    step = current_step(doc)
    clock_storage.correct_stored_clocks(doc, (_key(step), *day_times.running_keys(step)))


def _stored(doc: Document, step: Step, clock: Clock) -> dict[str, object]:
    return {_key(step): [*clock_storage.to_stored(doc, clock), step.minutes]}


def _key(step: Step) -> str:
    return f"clock.{step.id}"
