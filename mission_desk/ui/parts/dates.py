"""Days and times as people write them: "23.11.2026", "31 Jan", "9", "9:30". Days are ISO text, times are
minutes after midnight, both as text; an empty text is "none"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from mission_desk.grammar import Days, Grammar, grammar, grammars
from mission_desk.words import screen_language
from mission_desk.written import day_without_year, short_day, time_of_day, weekday

_ISO = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_YEAR = r"[., ]*(?P<year>\d{4})?"
_NAME = r"(?P<name>[^\W\d]{3,15})"


def read_day(text: str, near: date) -> str | None:
    """The ISO day meant by the text; without a year the next such day from `near` on. None where it is no
    day."""
    plain = " ".join(text.lower().split())
    if not plain:
        return ""
    away = _days_away(plain, near)
    if away is not None:
        return (near + timedelta(days=away)).isoformat()
    ordinals = tuple(ending for each in grammars() for ending in each.days.ordinals)
    for pattern in _day_patterns(grammar(screen_language()).days.order, ordinals):
        date_parts = pattern.fullmatch(plain)
        if date_parts:
            return _day(date_parts.groupdict(), near)
    return None


def _days_away(plain: str, near: date) -> int | None:
    """How far the day is that is meant by a word ("tomorrow") or by a weekday, which is always one to come:
    "Friday" and "next Friday" are the same, and on a Friday a week away. None where it is neither."""
    for each in _grammars():
        days = each.days
        if plain in days.from_today:
            return days.from_today[plain]
        weekdays = [name.lower() for name in days.weekdays]
        named = (plain, *(plain.removeprefix(f"{word} ") for word in days.next))
        number = next((weekdays.index(name) for name in named if name in weekdays), None)
        if number is not None:
            return (number - near.weekday() - 1) % 7 + 1
    return None


def read_due(text: str, near: date) -> str:
    """An ISO day where it is one; other words ("after the summer") are kept as they are."""
    day = read_day(text, near)
    return text.strip() if day is None else day


@cache
def _day_patterns(order: str, ordinals: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """`order` is that of day, month and year in figures, such as "dmy"; a year that comes last may be left
    out."""
    endings = "|".join(map(re.escape, ordinals))
    day = rf"(?P<day>\d{{1,2}})(?:\.|{endings})?"
    fields = {"d": r"(?P<day>\d{1,2})", "m": r"(?P<month>\d{1,2})", "y": r"(?P<year>\d{4}|\d{2})"}
    first, second, third = (fields[each] for each in order)
    last = f"(?:[./-]{third}?)?" if order.endswith("y") else f"[./-]{third}"
    figures = f"{first}[./-]{second}{last}"
    patterns = (_ISO, figures, f"{day} *{_NAME}{_YEAR}", rf"{_NAME}\.? *{day}{_YEAR}")
    return tuple(map(re.compile, patterns))


@cache
def _time_pattern(am: tuple[str, ...], pm: tuple[str, ...], hours: tuple[str, ...]) -> re.Pattern[str]:
    before, after, either = ("|".join(map(re.escape, each)) for each in (am, pm, hours))
    half = f"(?:(?P<am>{before})|(?P<pm>{after})|{either})?"
    return re.compile(rf"(?P<hours>\d{{1,2}})(?:[:.h ]?(?P<minutes>\d{{2}}))? *{half}")


def _grammars() -> tuple[Grammar, ...]:
    """The screen's language first: a name of a month in two languages is meant in that one."""
    return (grammar(screen_language()), *grammars())


def _month(name: str) -> int:
    """The number of the month that is meant; 0 for none. A slip behind the third letter does no harm."""
    for each in _grammars():
        for begun in (name, name[:3]):
            months = {number for word, number in _month_names(each.days) if word.startswith(begun)}
            if len(months) == 1:
                return months.pop()
    return 0


def _month_names(days: Days) -> list[tuple[str, int]]:
    both = (days.months, days.months_short)
    spelt = ((name.lower(), number) for names in both for number, name in enumerate(names, 1))
    return [*spelt, *days.typed.items()]


def _day(parts: dict[str, str | None], near: date) -> str | None:
    name = parts.get("name")
    month = _month(name) if name else int(parts["month"] or 0)
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
    return iso if day is None else short_day(day)


def show_day_near(iso: str, near: date) -> str:
    """Without the year where everybody knows it: within the twelve months from `near` on."""
    day = day_or_none(iso)
    if day is None or not 0 <= (day - near).days < 365:
        return show_day(iso)
    return day_without_year(day)


def move_day(iso: str, by: int) -> str:
    """The next day or the one before, for the arrow keys."""
    day = day_or_none(iso) or date.today()
    return (day + timedelta(days=by)).isoformat()


def show_weekday(iso: str) -> str:
    day = day_or_none(iso)
    return weekday(day) if day else ""


def read_time(text: str) -> str | None:
    """Minutes after midnight; None where it is no time of day."""
    times = [each.times for each in grammars()]
    am, pm, words = (
        tuple(word for each in kind for word in each)
        for kind in zip(*((each.am, each.pm, each.hours) for each in times), strict=True)
    )
    time_parts = _time_pattern(am, pm, words).fullmatch(text.strip().lower())
    if not time_parts:
        return None
    hours, minutes = int(time_parts["hours"]), int(time_parts["minutes"] or 0)
    if hours <= 12 and (time_parts["am"] or time_parts["pm"]):
        hours = hours % 12 + (12 if time_parts["pm"] else 0)
    return str(hours * 60 + minutes) if hours < 24 and minutes < 60 else None


def show_time(minutes: str) -> str:
    return time_of_day(int(minutes or 0))


def move_time(minutes: str, by: int) -> str:
    """A quarter of an hour later or earlier, within the day."""
    return str((int(minutes or 0) // 15 * 15 + by * 15) % (24 * 60))
