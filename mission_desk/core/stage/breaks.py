"""The break: the stage shows the time to be back and counts down to it."""

from __future__ import annotations

from msgspec.structs import asdict, replace

from mission_desk.core.agenda import clock_storage
from mission_desk.core.agenda.clock import Clock
from mission_desk.core.file.document import Document
from mission_desk.core.stage.stage_state import SESSION_KEY, read_state

CLOCK = "stage.break"
LENGTH = 15 * 60  # seconds
STEP = 5 * 60


def take_break(doc: Document) -> None:
    """A quarter of an hour from now, up to the next full five minutes."""
    until = float(int(doc.now())) + LENGTH
    _keep(doc, until + -until % STEP, None)


def move_break(doc: Document, by: int) -> None:
    """Five minutes more or less, never to before now."""
    until = read_state(doc).until + by * STEP
    if until > doc.now():
        _keep(doc, until, break_clock(doc))


def break_clock(doc: Document) -> Clock | None:
    """What is left of the break, by the steady count."""
    return clock_storage.from_stored(doc, doc.session_value(CLOCK))


def _keep(doc: Document, until: float, clock: Clock | None) -> None:
    now, left = doc.steady(), until - doc.now()
    total = left if clock is None else clock.total + left - clock.remaining(now)
    state = replace(read_state(doc), shows="break", until=until)
    clock_values = clock_storage.to_stored(doc, Clock(max(total, left), left, now))
    doc.keep_all({SESSION_KEY: asdict(state), CLOCK: clock_values})
