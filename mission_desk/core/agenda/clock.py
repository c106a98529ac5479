"""A step's clock as a value: how long, how much was left, since when it runs. It counts on below zero."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Tone = Literal["calm", "soon", "warn"]


class Clock(Struct, frozen=True):
    """Seconds. `left` was true at `since` by a steady count (`core.file.monotonic_clock`), or is true now
    where `since` is None: paused."""

    total: float
    left: float
    since: float | None

    @property
    def runs(self) -> bool:
        return self.since is not None

    def remaining(self, now: float) -> float:
        """Seconds left at the steady moment `now`; negative when the step is over its time."""
        return self.left if self.since is None else self.left - (now - self.since)

    def started(self, now: float) -> Clock:
        return self if self.runs else Clock(self.total, self.left, now)

    def paused(self, now: float) -> Clock:
        return Clock(self.total, self.remaining(now), None)

    def lengthened(self, seconds: float) -> Clock:
        """The clock with so many seconds more, or less where the number is negative; its total is never below
        0."""
        return Clock(max(0, self.total + seconds), self.left + seconds, self.since)

    def reset(self, planned: float) -> Clock:
        """Paused, with the seconds that the plan gives; minutes that were added or taken away are gone."""
        return Clock(planned, planned, None)


class Tones(Struct, frozen=True):
    """When a clock turns colour: seconds before the end at which time gets short, and at which the warning
    begins."""

    soon: float = 300
    warn: float = 0

    def tone(self, left: float) -> Tone:
        if left < self.warn or left < 0:
            return "warn"
        return "soon" if left < self.soon else "calm"


CALM = Tones()


def face(seconds: float) -> str:
    """12:40, 1:05:00, or +0:30 over time, as the room reads it."""
    whole = int(abs(seconds) + (0.999 if seconds > 0 else 0))
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    digits = f"{hours}:{minutes:02d}:{secs:02d}" if hours else f"{minutes:02d}:{secs:02d}"
    return f"+{digits}" if seconds < 0 and whole else digits
