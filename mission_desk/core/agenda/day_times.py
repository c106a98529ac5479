"""The day as it really goes: when it began, and how long each step was open. Kept in the session, so it is
there again after a crash, and Undo leaves it alone."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from mission_desk.core.agenda import clock_storage
from mission_desk.core.agenda.clock import Clock
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Step

LONGEST = 16 * 3600  # seconds; a day that began longer ago was left open overnight
LEAST_OPEN = 60  # seconds from which on the group really worked on a step and did not only look at it

# Session keys: the seconds after midnight at which the day began, and a clock that counts up since then.
KEYS = BEGUN, WATCH = "day.begun", "day.watch"


class Spent(Struct, frozen=True):
    """How long a step was open. `begun` is when it was first open, in seconds after midnight; `watch` counts
    up."""

    begun: float
    watch: Clock

    def seconds(self, now: float) -> float:
        return -self.watch.remaining(now)


def time_of_day(doc: Document) -> float:
    """Seconds after midnight: by the steady count since the day began, otherwise by the system's clock."""
    watch = _watch(doc)
    if watch is None:
        moment = datetime.fromtimestamp(doc.now())
        return moment.hour * 3600 + moment.minute * 60 + moment.second + moment.microsecond / 1e6
    return float(doc.session_value(BEGUN, 0)) - watch.remaining(doc.steady())


def is_running(doc: Document) -> bool:
    """Whether the day has begun and was not left open overnight."""
    return _watch(doc) is not None


def _watch(doc: Document) -> Clock | None:
    watch = clock_storage.from_stored(doc, doc.session_value(WATCH))
    if watch is None or not watch.runs or doc.session_value(BEGUN, None) is None:
        return None
    return watch if -watch.remaining(doc.steady()) < LONGEST else None


def begun(doc: Document) -> dict[str, object]:
    """The session's values when the day begins now; none where it runs already."""
    if is_running(doc):
        return {}
    return {BEGUN: time_of_day(doc), WATCH: clock_storage.to_stored(doc, Clock(0, 0, doc.steady()))}


def ended(doc: Document, step: Step) -> dict[str, object]:
    """The session's values when the day ends in this step."""
    return {WATCH: None} | left(doc, step)


def entered(doc: Document, step: Step) -> dict[str, object]:
    """The session's values when this step is open from now on, in a day that runs or begins."""
    time_spent = spent(doc, step)
    watch = time_spent.watch if time_spent else Clock(0, 0, None)
    values: dict[str, object] = {
        _key("spent", step): clock_storage.to_stored(doc, watch.started(doc.steady()))
    }
    return values if time_spent else values | {_key("begun", step): time_of_day(doc)}


def left(doc: Document, step: Step) -> dict[str, object]:
    """The session's values when this step is no longer open."""
    time_spent = spent(doc, step)
    if time_spent is None or not time_spent.watch.runs:
        return {}
    return {_key("spent", step): clock_storage.to_stored(doc, time_spent.watch.paused(doc.steady()))}


def spent(doc: Document, step: Step) -> Spent | None:
    """The time spent in the step; None where it was never open while the day ran, or where it was left open
    overnight."""
    watch = clock_storage.from_stored(doc, doc.session_value(_key("spent", step)))
    first = doc.session_value(_key("begun", step), None)
    if watch is None or first is None:
        return None
    if watch.runs and -watch.remaining(doc.steady()) > LONGEST:
        return None
    return Spent(float(first), watch)


def was_held(doc: Document, step: Step) -> bool:
    time_spent = spent(doc, step)
    return time_spent is not None and time_spent.seconds(doc.steady()) >= LEAST_OPEN


def took(doc: Document, step: Step) -> int | None:
    """Minutes that the step really took, at least one; None where the group did not work on it."""
    time_spent = spent(doc, step)
    if time_spent is None or time_spent.seconds(doc.steady()) < LEAST_OPEN:
        return None
    return max(1, round(time_spent.seconds(doc.steady()) / 60))


def keys(step: Step) -> tuple[str, str]:
    """The session key of a value about this step's time."""
    return _key("spent", step), _key("begun", step)


def running_keys(step: Step) -> tuple[str, ...]:
    """The session keys of the clocks that may run while this step is open, besides the step's own clock."""
    return WATCH, _key("spent", step)


def _key(what: str, step: Step) -> str:
    return f"{what}.{step.id}"
