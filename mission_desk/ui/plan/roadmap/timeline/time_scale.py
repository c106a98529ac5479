"""Days on a line: where a day stands and which day stands at a place, for a year, half of it or a quarter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

Zoom = Literal["year", "half", "quarter"]
DAYS: dict[Zoom, int] = {"year": 396, "half": 184, "quarter": 95}
BEFORE = 7  # days before the first one that counts


class TimeScale(Struct, frozen=True):
    """From `first`, `days` long, on the px from `left` on."""

    first: date
    days: int
    left: float
    width: float

    def x(self, day: date) -> float:
        return self.left + (day - self.first).days * self.width / self.days

    def day(self, x: float) -> date:
        """The nearest one."""
        return self.first + timedelta(round((x - self.left) * self.days / self.width))

    def shows(self, day: date) -> bool:
        return 0 <= (day - self.first).days <= self.days

    def months(self) -> Iterator[date]:
        """The first of each month that is shown."""
        month = date(self.first.year + self.first.month // 12, self.first.month % 12 + 1, 1)
        while self.shows(month):
            yield month
            month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def time_scale(zoom: Zoom, start: date, today: date, left: float, width: float) -> TimeScale:
    """A year begins at the workshop's day; what is shorter, at today once that day is past."""
    first = start if zoom == "year" or today <= start else today
    return TimeScale(first - timedelta(BEFORE), DAYS[zoom], left, max(1.0, width))
