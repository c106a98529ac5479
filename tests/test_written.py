"""Numbers, days, times, lists and quotations stand as the language writes them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mission_desk.grammar import PluralForm
from mission_desk.words import set_screen_language
from mission_desk.written import (
    full_day,
    grouped,
    listed,
    moment,
    number,
    quoted,
    short_day,
    sort_key,
    time_of_day,
    weekday,
    with_one_place,
)

KEPT = int(datetime(2026, 11, 3, 12, 10).timestamp())
DAY = date(2026, 3, 2)


@pytest.mark.parametrize(("language", "words"), [("en", "3 Nov 2026, 12:10"), ("de", "3. Nov. 2026, 12:10")])
def test_a_moment_of_another_day(language: str, words: str) -> None:
    set_screen_language(language)
    assert moment(KEPT, datetime(2026, 11, 4, 0, 0).timestamp()) == words


def test_a_moment_of_today_is_the_time_alone() -> None:
    assert moment(KEPT, datetime(2026, 11, 3, 23, 59).timestamp()) == "12:10"


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [(2.166, "2.17", "2,17"), (4.0, "4", "4"), (100.0, "100", "100"), (9.5, "9.5", "9,5"), (None, "–", "–")],
)
def test_a_number_has_at_most_two_places(value: float | None, english: str, german: str) -> None:
    assert (number(value, "en"), number(value, "de")) == (english, german)
    set_screen_language("de")
    assert (number(value), number(value, "en")) == (german, english)


def test_a_mean_has_always_one_place() -> None:
    assert (with_one_place(3, "en"), with_one_place(7.44, "de")) == ("3.0", "7,4")


def test_thousands_are_grouped() -> None:
    assert (grouped(999), grouped(10_000, "en"), grouped(1_234_567, "de")) == ("999", "10,000", "1.234.567")


def test_days_have_their_names_in_the_language() -> None:
    assert full_day(DAY, "de") == "2.\u00a0März\u00a02026"
    assert (short_day(DAY, "en"), short_day(DAY, "de")) == ("2 Mar 2026", "2. März 2026")
    assert (weekday(DAY, "en"), weekday(DAY, "de")) == ("Monday", "Montag")


@pytest.mark.parametrize(
    ("minutes", "time"), [(0, "00:00"), (540, "09:00"), (1439, "23:59"), (1440, "00:00"), (1445, "00:05")]
)
def test_a_time_goes_on_after_midnight(minutes: int, time: str) -> None:
    assert time_of_day(minutes) == time


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a und b"), (["a", "b", "c"], "a, b und c")]
)
def test_a_list_joins_its_last_part(parts: list[str], words: str) -> None:
    assert listed(parts, "de") == words


def test_a_quotation_has_the_marks_of_its_language() -> None:
    assert (quoted("ja", "en"), quoted("ja", "de")) == ("“ja”", "„ja“")


def test_names_are_sorted_without_case_and_accents() -> None:
    assert sorted(["Zoo", "Ärzte", "arzt", "Straße", "Strasse"], key=sort_key) == [
        "arzt", "Ärzte", "Strasse", "Straße", "Zoo",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("n", "few"), [(1, False), (2, True), (4, True), (5, False), (12, False), (22, True), (112, False)]
)
def test_a_plural_form_asks_for_the_last_digits(n: int, few: bool) -> None:
    polish_few = PluralForm(ends_in=(2, 3, 4), but_not=(12, 13, 14))
    assert polish_few.takes(n) is few
