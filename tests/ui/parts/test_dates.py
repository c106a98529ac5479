"""Days and times are understood as people write them, in both languages; what is shown can be read again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from mission_desk.ui.parts import dates
from mission_desk.ui.parts.days.day_order import day_order
from mission_desk.words import set_screen_language

NEAR = date(2026, 11, 23)


def read_day(text: str) -> str | None:
    return next(iter(dates.day_readings(text, NEAR)), None)


@pytest.fixture(autouse=True)
def order_of_the_machine() -> Iterator[None]:
    yield
    dates.set_figure_order("")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23.11.2026", "2026-11-23"),
        ("2026-11-23", "2026-11-23"),
        ("23.11.26", "2026-11-23"),
        ("31 Jan", "2027-01-31"),
        ("31. Jan.", "2027-01-31"),
        ("January 31st", "2027-01-31"),
        ("24. Dezember", "2026-12-24"),
        ("24 dec 2027", "2027-12-24"),
        ("1. März 2027", "2027-03-01"),
        ("23.11.", "2026-11-23"),
        ("22.11.", "2027-11-22"),
        ("", ""),
        ("today", "2026-11-23"),
        ("Tomorrow", "2026-11-24"),
        ("the day after  tomorrow", "2026-11-25"),
        ("next Friday", "2026-11-27"),
        ("Friday", "2026-11-27"),
        ("next Monday", "2026-11-30"),  # it is a Monday
        ("morgen", "2026-11-24"),
        ("übermorgen", "2026-11-25"),
        ("nächsten Freitag", "2026-11-27"),
        ("am Dienstag", "2026-11-24"),
    ],
)
def test_a_day(text: str, day: str) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("locale", "order"),
    [("en_US", "mdy"), ("en_GB", "dmy"), ("de_AT", "dmy"), ("ja_JP", "ymd"), ("ar_EG", "dmy"), ("C", "")],
)
def test_the_order_of_a_country(locale: str, order: str) -> None:
    assert day_order(QLocale(locale)) == order


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    ("order", "text", "days"),
    [
        ("dmy", "03/04/2027", ("2027-04-03", "2027-03-04")),
        ("mdy", "03/04/2027", ("2027-03-04", "2027-04-03")),
        ("mdy", "3-4-27", ("2027-03-04", "2027-04-03")),
        ("mdy", "3/4", ("2027-03-04", "2027-04-03")),
        ("ymd", "3/4", ("2027-03-04", "2027-04-03")),
        ("mdy", "23/11/2026", ("2026-11-23",)),
        ("dmy", "11/23/2026", ("2026-11-23",)),
        ("mdy", "04/04/2027", ("2027-04-04",)),
        ("mdy", "03.04.2027", ("2027-04-03",)),  # nobody writes the month first with dots
        ("mdy", "3. 4.", ("2027-04-03",)),
        ("mdy", "11.23.2026", ("2026-11-23",)),
        ("ymd", "2027/03/04", ("2027-03-04",)),
        ("dmy", "2027/03/04", ("2027-03-04",)),
        ("ymd", "27/13/04", ()),
        ("dmy", "13/13/2027", ()),
        ("dmy", "1/2/3", ()),
        ("dmy", "", ("",)),
    ],
)
def test_every_day_that_figures_can_mean(order: str, text: str, days: tuple[str, ...], language: str) -> None:
    """The machine's order comes first, whatever the screen speaks."""
    set_screen_language(language)
    dates.set_figure_order(order)
    assert dates.day_readings(text, NEAR) == days


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "next",
        "die",
        "on the Friday",
        "31.02.2027",
        "after the summer",
        "29 Feb",
        "5",
        "31 Foo",
        "2027-13-01",
    ],
)
def test_no_day(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("9", "540"),
        ("9:30", "570"),
        ("09.30", "570"),
        ("930", "570"),
        ("9 Uhr", "540"),
        ("2 pm", "840"),
        ("0:00", "0"),
    ],
)
def test_a_time(text: str, minutes: str) -> None:
    assert dates.read_time(text) == minutes


@pytest.mark.parametrize("text", ["", "25", "9:75", "noon"])
def test_no_time(text: str) -> None:
    assert dates.read_time(text) is None


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2200, 1, 1)), st.sampled_from(["en", "de"]))
def test_what_is_shown_can_be_read_again(day: date, language: str) -> None:
    set_screen_language(language)
    assert read_day(dates.show_day(day.isoformat())) == day.isoformat()


@given(st.dates(min_value=NEAR, max_value=date(2027, 11, 22)), st.sampled_from(["en", "de"]))
def test_a_day_without_its_year_is_the_next_one(day: date, language: str) -> None:
    set_screen_language(language)
    assert read_day(dates.show_day_near(day.isoformat(), NEAR)) == day.isoformat()


@given(st.integers(min_value=0, max_value=24 * 60 - 1))
def test_a_time_can_be_read_again(minutes: int) -> None:
    assert dates.read_time(dates.show_time(str(minutes))) == str(minutes)
