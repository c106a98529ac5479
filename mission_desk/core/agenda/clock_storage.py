"""Clocks as the session keeps them. Each start is written down by the steady count and by the wall: the count
holds as long as the machine runs, also for the next run of the program after a crash; the wall's time holds
after the machine was started anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta, ValidationError, convert

from mission_desk.core.agenda.clock import Clock
from mission_desk.core.file.document import Document
from mission_desk.core.file.session_kinds import Seconds

JUMP = 2.0  # seconds between wall and count from which on somebody must have set the system's clock

_PARTS = Annotated[list[Seconds | str | None], Meta(min_length=3, max_length=6)]
Kept = list[float | str | None]  # total, left, since by the wall, since by the count, the count's era


def as_kept(doc: Document, clock: Clock) -> Kept:
    """What is written down of a clock now."""
    if clock.since is None:
        return [clock.total, clock.left, None, None, ""]
    wall = doc.now() - (doc.steady() - clock.since)
    return [clock.total, clock.left, wall, clock.since, doc.steady.era]


def from_kept(doc: Document, kept: object) -> Clock | None:
    """The clock that was written down; None where nothing was, or nothing that could be one."""
    try:
        total, left, since, *_more = parts = convert(kept, _PARTS)
    except ValidationError:  # no chain guards the session: a damaged byte must not stop the day
        return None
    if isinstance(total, str) or isinstance(left, str) or total is None or left is None:
        return None
    if since is None:
        return Clock(total, left, None)
    return Clock(total, left, _since(doc, parts)) if not isinstance(since, str) else None


def _since(doc: Document, kept: list[float | str | None]) -> float:
    """The start by this machine's count: as it was written, or, after the machine was started anew, as long
    ago as the wall says; never in the future."""
    if len(kept) > 4 and kept[4] == doc.steady.era and isinstance(kept[3], int | float):
        return float(kept[3])
    return doc.steady() - max(0.0, doc.now() - float(kept[2]))  # type: ignore[arg-type]


def heed_jumps(doc: Document, keys: Iterable[str]) -> None:
    """Write running clocks down anew where wall and count no longer agree: the system's clock was set, or the
    machine was started anew. Else a crash after that would make the wrong one of them count."""
    fresh: dict[str, object] = {}
    for key in keys:
        kept = doc.kept(key)
        clock = from_kept(doc, kept)
        if clock is not None and clock.runs and _disagrees(doc, kept, clock):
            fresh[key] = [*as_kept(doc, clock), *kept[5:]]
    if fresh:
        doc.keep_all(fresh)


def _disagrees(doc: Document, kept: list[object], clock: Clock) -> bool:
    if len(kept) < 5 or kept[4] != doc.steady.era or clock.since is None:
        return True
    by_wall = doc.now() - float(kept[2])  # type: ignore[arg-type]
    return abs(by_wall - (doc.steady() - clock.since)) > JUMP
