"""Clocks as the session stores them. Each start is stored twice, by the steady count and by the system's
clock. The count is right as long as the machine runs, also for the next run of the program after a crash;
after the machine was restarted only the system's clock is right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta, ValidationError, convert

from mission_desk.core.agenda.clock import Clock
from mission_desk.core.file.document import Document
from mission_desk.core.file.session_kinds import Seconds

JUMP = 2.0  # seconds of difference between the two from which on somebody must have set the system's clock

_PARTS = Annotated[list[Seconds | str | None], Meta(min_length=3, max_length=6)]
StoredClock = list[
    float | str | None
]  # total, left, since by the system's clock, since by the count, the count's era


def to_stored(doc: Document, clock: Clock) -> StoredClock:
    """The clock as a value for the session."""
    if clock.since is None:
        return [clock.total, clock.left, None, None, ""]
    wall = doc.now() - (doc.steady() - clock.since)
    return [clock.total, clock.left, wall, clock.since, doc.steady.era]


def from_stored(doc: Document, stored: object) -> Clock | None:
    """The clock of a stored value; None where nothing was stored, or where the value cannot be a clock."""
    try:
        total, left, since, *_more = parts = convert(stored, _PARTS)
    except ValidationError:  # no chain guards the session: a damaged byte must not stop the day
        return None
    if isinstance(total, str) or isinstance(left, str) or total is None or left is None:
        return None
    if since is None:
        return Clock(total, left, None)
    return Clock(total, left, _since(doc, parts)) if not isinstance(since, str) else None


def _since(doc: Document, stored: list[float | str | None]) -> float:
    """The start by this machine's count: the stored one, or, after the machine was restarted, as long ago as
    the system's clock says; never in the future."""
    if len(stored) > 4 and stored[4] == doc.steady.era and isinstance(stored[3], int | float):
        return float(stored[3])
    return doc.steady() - max(0.0, doc.now() - float(stored[2]))  # type: ignore[arg-type]


def correct_stored_clocks(doc: Document, keys: Iterable[str]) -> None:
    """Store running clocks anew where the system's clock and the count no longer agree, because the system's
    clock was set or the machine was restarted. Otherwise the wrong one of the two would be used after a
    crash."""
    fresh: dict[str, object] = {}
    for key in keys:
        stored = doc.session_value(key)
        clock = from_stored(doc, stored)
        if clock is not None and clock.runs and _disagrees(doc, stored, clock):
            fresh[key] = [*to_stored(doc, clock), *stored[5:]]
    if fresh:
        doc.keep_all(fresh)


def _disagrees(doc: Document, stored: list[object], clock: Clock) -> bool:
    if len(stored) < 5 or stored[4] != doc.steady.era or clock.since is None:
        return True
    by_wall = doc.now() - float(stored[2])  # type: ignore[arg-type]
    return abs(by_wall - (doc.steady() - clock.since)) > JUMP
