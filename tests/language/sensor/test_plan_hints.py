"""Quiet hints for measures and guidelines: what counts activity, and what says neither when nor what."""

from __future__ import annotations

import pytest

from mission_desk.core.plan.suggestions import suggestions
from mission_desk.language.sensor.plan_hints import counts_activity, guideline_hints


@pytest.mark.parametrize(
    ("measure", "language"),
    [
        ("Calls an hour", "en"), ("Calls per agent", "en"), ("Average handle time", "en"), ("AHT", "en"),
        ("Number of articles", "en"), ("Tickets closed", "en"), ("Occupancy", "en"),
        ("Anrufe pro Stunde", "de"), ("Anrufe pro Kopf", "de"), ("Mittlere Gesprächsdauer", "de"),
        ("Zahl der Artikel", "de"), ("Bearbeitete Fälle", "de"), ("Auslastung", "de"),
    ],
)  # fmt: skip
def test_a_measure_of_activity_is_noticed(measure: str, language: str) -> None:
    assert counts_activity(measure, language)


@pytest.mark.parametrize(
    ("measure", "language"),
    [
        ("", "en"), ("Cases still solved after seven days", "en"), ("Customers who had to ask twice", "en"),
        ("Fixes that began with us", "en"), ("Wait over 2 min after 18:00", "en"),
        ("Fälle, die nach sieben Tagen noch gelöst sind", "de"), ("Wartezeit über 2 Min. nach 18 Uhr", "de"),
        ("Kunden, die zweimal fragen mussten", "de"), ("Calls an hour", "xx"),
    ],
)  # fmt: skip
def test_a_measure_of_what_becomes_of_it_is_left_alone(measure: str, language: str) -> None:
    assert not counts_activity(measure, language)


@pytest.mark.parametrize(
    ("text", "language", "hints"),
    [
        ("When a shop calls, we stay on the line.", "en", ()),
        ("Every Friday: what hurt, with three names, written down", "en", ()),
        ("Stay on the line with the customer.", "en", ("no trigger",)),
        ("Calm instead of seconds", "en", ("no trigger", "no verb")),
        ("When in doubt, the customer first and last", "en", ("no verb",)),
        ("More calm", "en", ()),
        ("Wenn ein Laden anruft, bleiben wir dran.", "de", ()),
        ("Montags ein gutes Gespräch vorspielen", "de", ()),
        ("Ruhe statt Sekunden im Gespräch", "de", ("no trigger", "no verb")),
        ("Wij blijven aan de lijn", "xx", ()),
    ],
)
def test_a_guideline_says_when_it_holds_and_what_somebody_does(
    text: str, language: str, hints: tuple[str, ...]
) -> None:
    assert guideline_hints(text, language) == hints


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_the_program_offers_itself_gets_no_hint(language: str) -> None:
    assert [each.text for each in suggestions(language) if guideline_hints(each.text, language)] == []
    assert [each.measure for each in suggestions(language) if counts_activity(each.measure, language)] == []
