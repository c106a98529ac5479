"""When something was kept, as people say it: the time today, with the day on another one."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from mission_desk.words import screen_language


def moment(at: int, now: float) -> str:
    """`at` and `now` are seconds since 1970."""
    then = datetime.fromtimestamp(at)
    if then.date() == datetime.fromtimestamp(now).date():
        return f"{then:%H:%M}"
    return QLocale(screen_language()).toString(QDateTime.fromSecsSinceEpoch(at), "d MMM yyyy, HH:mm")
