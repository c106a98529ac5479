"""When the group looks at its road map again: after 30, 90 and 180 days, and a year after the day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

CheckInKind = Literal["30 days", "90 days", "180 days", "annual review"]
_DAYS: dict[CheckInKind, int] = {"30 days": 30, "90 days": 90, "180 days": 180}
_SATURDAY = 5


class CheckInDay(Struct, frozen=True):
    """`planned` is the day by the calendar; `day` the Monday after it where it falls on a weekend."""

    kind: CheckInKind
    planned: date
    day: date


def check_in_days(day: date) -> list[CheckInDay]:
    """Those after the workshop's day."""
    planned = {kind: day + timedelta(days) for kind, days in _DAYS.items()}
    planned["annual review"] = _a_year_later(day)
    return [CheckInDay(kind, when, on_a_workday(when)) for kind, when in planned.items()]


def _a_year_later(day: date) -> date:
    """29 February has no anniversary: the day after the 28th is meant."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def on_a_workday(day: date) -> date:
    return day + timedelta(7 - day.weekday()) if day.weekday() >= _SATURDAY else day
