"""Days and times as people write them: "23.11.2026", "31 Jan", "9", "9:30". Days are ISO text, times are
minutes after midnight, both as text; an empty text is "none"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from mission_desk.grammar import Days, Grammar, grammar, grammars
from mission_desk.words import screen_language
from mission_desk.written import day_without_year, short_day, time_of_day, weekday

_FIGURES = re.compile(r"(\d{1,4})([./-]) ?(\d{1,2})(?:[./-] ?(\d{4}|\d{2})?\.?)?")
_YEAR = r"[., ]*(?P<year>\d{4})?"
_NAME = r"(?P<name>[^\W\d]{3,15})"
_machine_order = ""


def set_figure_order(order: str) -> None:
    """The order of day, month and year in which this machine writes figures, such as "mdy"; "" where it does
    not say: then that of the screen's language holds."""
    global _machine_order
    _machine_order = order


def day_readings(text: str, near: date) -> tuple[str, ...]:
    """Every ISO day that the text can mean, that in the order of this machine first: "03/04/2027" is 3 April
    in London and 4 March in Boston. An empty text is ("",); what is no day has none.
    Without a year it is the next such day from `near` on."""
    plain = " ".join(text.lower().split())
    if not plain:
        return ("",)
    if figures := _FIGURES.fullmatch(plain):
        first, mark, second, third = figures.groups()
        return _in_figures(first, mark, second, third, near)
    away = _days_away(plain, near)
    if away is not None:
        return ((near + timedelta(days=away)).isoformat(),)
    ordinals = tuple(ending for each in grammars() for ending in each.days.ordinals)
    matches = (pattern.fullmatch(plain) for pattern in _named_day_patterns(ordinals))
    readings = (_named_day(date_parts.groupdict(), near) for date_parts in matches if date_parts)
    return tuple(day for day in readings if day)[:1]


def _in_figures(first: str, mark: str, second: str, third: str | None, near: date) -> tuple[str, ...]:
    """A year of four figures in front leaves one order. Dots do too, but where the year comes first: nobody
    writes the month first with them."""
    own = _machine_order or grammar(screen_language()).days.order
    orders = ["ymd"] if len(first) == 4 else [own, "dmy", "mdy"]
    readings = list(dict.fromkeys(_ordered(order, first, second, third, near) for order in orders))
    if mark == "." and own != "ymd":
        readings.sort(key=lambda day: day != _ordered("dmy", first, second, third, near))
        readings = [day for day in readings if day][:1]
    return tuple(day for day in readings if day)


def _ordered(order: str, first: str, second: str, third: str | None, near: date) -> str:
    """The ISO day of the figures in this order; "" where there is none."""
    if third is None:
        places = dict(zip(order.replace("y", ""), (first, second), strict=True))
    else:
        places = dict(zip(order, (first, second, third), strict=True))
    if len(places["d"]) > 2 or len(places["m"]) > 2 or len(places.get("y", "00")) == 1:
        return ""
    return _day(places.get("y"), int(places["m"]), int(places["d"]), near)


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


@cache
def _named_day_patterns(ordinals: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    endings = "|".join(map(re.escape, ordinals))
    day = rf"(?P<day>\d{{1,2}})(?:\.|{endings})?"
    patterns = (f"{day} *{_NAME}{_YEAR}", rf"{_NAME}\.? *{day}{_YEAR}")
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


def _named_day(parts: dict[str, str | None], near: date) -> str:
    return _day(parts["year"], _month(parts["name"] or ""), int(parts["day"] or 0), near)


def _day(year: str | None, month: int, day_of_month: int, near: date) -> str:
    """The ISO day; without a year the next one from `near` on; "" where there is no such day."""
    try:
        if year:
            century = 2000 if len(year) == 2 else 0
            return date(int(year) + century, month, day_of_month).isoformat()
        day = date(near.year, month, day_of_month)
        return (day if day >= near else day.replace(year=near.year + 1)).isoformat()
    except ValueError:
        return ""


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
