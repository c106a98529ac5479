"""When something was kept, as people say it: the time today, with the day on another one."""

from __future__ import annotations

from datetime import datetime

from mission_desk.ui.parts.dates import show_day


def moment(at: int, now: float) -> str:
    """`at` and `now` are seconds since 1970."""
    then = datetime.fromtimestamp(at)
    if then.date() == datetime.fromtimestamp(now).date():
        return f"{then:%H:%M}"
    return f"{show_day(then.date().isoformat())}, {then:%H:%M}"
