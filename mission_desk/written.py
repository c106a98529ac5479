"""Numbers, days, times, lists and quotations as a language writes them: the one place that asks its grammar.
`lang` is the language; None is that of the screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime

from mission_desk.grammar import Grammar, grammar
from mission_desk.words import screen_language

NOTHING = "–"


def number(value: float | None, lang: str | None = None, decimals: int = 2) -> str:
    """2.166 -> 2.17 (2,17 in German), 4.0 -> 4, None -> a dash; `decimals` at most."""
    if value is None:
        return NOTHING
    whole, _point, places = f"{value:.{decimals}f}".partition(".")
    places = places.rstrip("0")
    return f"{whole}{_of(lang).numbers.decimal}{places}" if places else whole


def with_one_place(value: float, lang: str | None = None) -> str:
    """7.4 and 3.0: means that stand one above the other."""
    return f"{value:.1f}".replace(".", _of(lang).numbers.decimal)


def grouped(value: int, lang: str | None = None) -> str:
    """10000 -> 10,000."""
    return f"{value:,}".replace(",", _of(lang).numbers.group)


def full_day(day: date, lang: str | None = None) -> str:
    """23 November 2026, on paper."""
    days = _of(lang).days
    return _day(days.full, day, days.months)


def short_day(day: date, lang: str | None = None) -> str:
    """23 Nov 2026."""
    days = _of(lang).days
    return _day(days.short, day, days.months_short)


def day_without_year(day: date, lang: str | None = None) -> str:
    """23 Nov."""
    days = _of(lang).days
    return _day(days.near, day, days.months_short)


def month_name(month: int, lang: str | None = None) -> str:
    """1 -> Jan."""
    return _of(lang).days.months_short[month - 1]


def weekday(day: date, lang: str | None = None) -> str:
    return _of(lang).days.weekdays[day.weekday()]


def time_of_day(minutes: int, lang: str | None = None) -> str:
    """Minutes after midnight, or after any midnight before: 570 -> 09:30."""
    return _of(lang).times.shown.format(hour=minutes // 60 % 24, minute=minutes % 60)


def wall_time(at: float, lang: str | None = None) -> str:
    """The time of day here, of a moment in seconds since 1970."""
    moment = datetime.fromtimestamp(at)
    return time_of_day(moment.hour * 60 + moment.minute, lang)


def moment(at: float, now: float) -> str:
    """The time of a moment of today; an older one has its day too. Both are seconds since 1970."""
    day = date.fromtimestamp(at)
    return wall_time(at) if day == date.fromtimestamp(now) else f"{short_day(day)}, {wall_time(at)}"


def listed(parts: Sequence[str], lang: str | None = None) -> str:
    """a, b and c."""
    lists = _of(lang).lists
    *others, last = parts or ("",)
    return lists.last.join((lists.between.join(others), last)) if others else last


def quoted(text: str, lang: str | None = None) -> str:
    """In the quotation marks of the language."""
    before, after = _of(lang).quotes
    return f"{before}{text}{after}"


def sort_key(text: str, lang: str | None = None) -> tuple[str, str]:
    """For sorting names as a telephone book does: case and accents count only where all else is equal."""
    after_z = _of(lang).after_z
    plain = "".join(_letter(each, after_z) for each in text.casefold())
    return plain, text


def _letter(letter: str, after_z: str) -> str:
    """A letter without its accent; one that follows z gets a code behind all letters that are in use."""
    if letter in after_z:
        return chr(0xF0000 + after_z.index(letter))
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _day(pattern: str, day: date, months: Sequence[str]) -> str:
    return pattern.format(day=day.day, month=months[day.month - 1], year=day.year)


def _of(lang: str | None) -> Grammar:
    return grammar(lang or screen_language())
