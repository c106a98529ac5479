"""Days and times as people write them: "23.11.2026", "31 Jan", "9", "9:30". Days are ISO text, times are
minutes after midnight, both as text; an empty text is "none"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mission_desk.words import tr

# the first three letters of a month, in both languages
MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "mär": 3, "mrz": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
}  # fmt: skip
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_FIGURES = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./](?P<year>\d{4}|\d{2})?)?")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.? *(?P<name>[^\W\d]{3,9})[., ]*(?P<year>\d{4})?")
_NAME_FIRST = re.compile(r"(?P<name>[^\W\d]{3,9})\.? *(?P<day>\d{1,2})(?:st|nd|rd|th)?[., ]*(?P<year>\d{4})?")
_TIME = re.compile(r"(?P<hours>\d{1,2})(?:[:.h ]?(?P<minutes>\d{2}))? *(?P<half>am|pm|uhr|h)?")


def read_day(text: str, near: date) -> str | None:
    """The ISO day meant by the text; without a year the next such day from `near` on. None where it is no
    day."""
    plain = text.strip().lower()
    if not plain:
        return ""
    for pattern in (_ISO, _FIGURES, _DAY_FIRST, _NAME_FIRST):
        date_parts = pattern.fullmatch(plain)
        if date_parts:
            return _day(date_parts.groupdict(), near)
    return None


def _day(parts: dict[str, str | None], near: date) -> str | None:
    name = parts.get("name")
    month = MONTHS.get(name[:3], 0) if name else int(parts["month"] or 0)
    year = parts.get("year")
    try:
        if year:
            return date(
                int(year) + (2000 if len(year) == 2 else 0), month, int(parts["day"] or 0)
            ).isoformat()
        day = date(near.year, month, int(parts["day"] or 0))
        return (day if day >= near else day.replace(year=near.year + 1)).isoformat()
    except ValueError:
        return None


def day_or_none(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def show_day(iso: str) -> str:
    """2027-01-31 -> "31 Jan 2027" in the screen's language; what is no day stays as it was written."""
    day = day_or_none(iso)
    if day is None:
        return iso
    return tr("{day} {month} {year}", day=day.day, month=month_names()[day.month - 1], year=day.year)


def show_day_near(iso: str, near: date) -> str:
    """Without the year where everybody knows it: within the twelve months from `near` on."""
    day = day_or_none(iso)
    if day is None or not 0 <= (day - near).days < 365:
        return show_day(iso)
    return tr("{day} {month}", day=day.day, month=month_names()[day.month - 1])


def move_day(iso: str, by: int) -> str:
    """The next day or the one before, for the arrow keys."""
    day = day_or_none(iso) or date.today()
    return (day + timedelta(days=by)).isoformat()


def weekday(iso: str) -> str:
    day = day_or_none(iso)
    return weekday_names()[day.weekday()] if day else ""


def read_time(text: str) -> str | None:
    """Minutes after midnight; None where it is no time of day."""
    time_parts = _TIME.fullmatch(text.strip().lower())
    if not time_parts:
        return None
    hours, minutes = int(time_parts["hours"]), int(time_parts["minutes"] or 0)
    if time_parts["half"] == "pm" and hours < 12:
        hours += 12
    return str(hours * 60 + minutes) if hours < 24 and minutes < 60 else None


def show_time(minutes: str) -> str:
    return f"{int(minutes or 0) // 60:02d}:{int(minutes or 0) % 60:02d}"


def move_time(minutes: str, by: int) -> str:
    """A quarter of an hour later or earlier, within the day."""
    return str((int(minutes or 0) // 15 * 15 + by * 15) % (24 * 60))


def month_names() -> tuple[str, ...]:
    return (
        tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"),
        tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"),
    )  # fmt: skip


def weekday_names() -> tuple[str, ...]:
    return (
        tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"),
        tr("Friday"), tr("Saturday"), tr("Sunday"),
    )  # fmt: skip
