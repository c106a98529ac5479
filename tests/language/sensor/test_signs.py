"""Each sign says what it sees, and why."""

from __future__ import annotations

import pytest

from mission_desk.language.sensor.findings import Room, Sign
from mission_desk.language.sensor.sensor import signs
from mission_desk.language.sensor.signs.reads import grade, lix
from mission_desk.language.tokens import tokens
from mission_desk.words import set_screen_language
from tests.language.sensor.labelled import statements
from tests.language.sensor.test_sensor import CALM, SEED


def sign(key: str, text: str, language: str = "en", room: Room = Room()) -> Sign:  # noqa: B008 (frozen)
    return next(each for each in signs(text, language, room) if each.key == key)


def marked(text: str, reading: Sign) -> list[str]:
    return [text[start:end] for start, end in reading.spans]


def test_every_sign_once_in_the_order_of_the_strip() -> None:
    keys = ["length", "reads", "abstract", "ands", "doer", "about", "customers", "small", "courage", "same"]
    for text in (CALM, "", "…"):
        assert [each.key for each in signs(text, "en")] == keys
    assert {each.verdict for each in signs("", "en")} <= {"none", "good"}


def test_signs_speak_the_language_of_the_screen() -> None:
    assert sign("length", CALM).figure == "12 words"
    set_screen_language("de")
    assert sign("length", CALM).figure == "12 Wörter"


def test_length() -> None:
    assert [sign("length", "word " * n).verdict for n in (19, 20, 25, 26)] == ["good", "fair", "fair", "poor"]


def test_lix_is_words_a_sentence_and_long_words_in_per_cent() -> None:
    assert lix(tokens("A cat sat. A Siberian elephant sat.")) == pytest.approx(3.5 + 100 * 2 / 7)
    assert lix([]) == 0
    assert [grade(value) for value in (0, 9.9, 10, 34, 55.9, 56, 90)] == [1, 1, 2, 7, 12, 13, 13]


@pytest.mark.parametrize("language", ["en", "de"])
def test_soup_reads_worse_than_plain_words(language: str) -> None:
    every = statements(language)
    plain = [lix(tokens(each.text)) for each in every if not each.spans]
    soup = [lix(tokens(each.text)) for each in every if len(each.spans) > 2]
    assert sum(plain) / len(plain) + 20 < sum(soup) / len(soup)


def test_abstract_endings() -> None:
    soup = "Collaboration and empowerment drive transformation"
    reading = sign("abstract", soup)
    assert (reading.figure, reading.verdict) == ("60 %", "poor")
    assert marked(soup, reading) == ["Collaboration", "empowerment", "transformation"]
    assert "Collaboration" in reading.reason
    assert sign("abstract", "Die Optimierung von Lösungen", "de").figure == "50 %"
    assert sign("abstract", "The station is in the city", "en").verdict == "good"


def test_more_than_two_ands() -> None:
    assert sign("ands", "Salt and pepper and oil.").verdict == "good"
    assert sign("ands", "Salt and pepper, oil & wine and bread.").verdict == "poor"


@pytest.mark.parametrize(
    ("text", "language", "passive"),
    [
        ("Calls are answered.", "en", "are answered"),
        ("Every call is always quickly answered.", "en", "is always quickly answered"),
        ("Money is given back.", "en", "is given"),
        ("Anfragen werden in einer Stunde bearbeitet.", "de", "werden in einer Stunde bearbeitet"),
        ("…, damit der Fehler behoben wird.", "de", "behoben wird"),
        ("Das Brot wird jeden Morgen gebacken.", "de", "wird jeden Morgen gebacken"),
    ],
)
def test_the_passive_hides_the_doer(text: str, language: str, passive: str) -> None:
    reading = sign("doer", text, language)
    assert (reading.verdict, marked(text, reading)) == ("poor", [passive])


@pytest.mark.parametrize(
    ("text", "language", "verdict"),
    [
        ("We answer.", "en", "good"),
        ("The waiting room is empty by noon.", "en", "fair"),
        ("We are committed to you.", "en", "good"),
        ("To answer the phone.", "en", "fair"),
        ("Wir werden immer da sein.", "de", "good"),
        ("Ans Telefon gehen.", "de", "fair"),
    ],
)
def test_who_does_it(text: str, language: str, verdict: str) -> None:
    assert sign("doer", text, language).verdict == verdict


def test_customers_against_us() -> None:
    reading = sign("about", CALM)
    assert (reading.figure, reading.reason, reading.verdict) == ("Customers", "them 2 · us 1", "good")
    assert marked(CALM, reading) == ["shops", "their"]
    assert sign("about", SEED).reason == "no customer in it · us 2"
    assert sign("about", "We and our farmers and ourselves.").verdict == "fair"
    assert sign("about", "Unsere Mieter bekommen ihr Geld.", "de").reason == "them 2 · us 1"


def test_words_of_the_customers_board() -> None:
    room = Room(customers=("Closing the shop on time", "a quiet evening"))
    reading = sign("customers", CALM, room=room)
    assert (reading.verdict, marked(CALM, reading)) == ("good", ["shops", "evenings"])
    assert sign("customers", "We answer.", room=room).verdict == "poor"
    assert sign("customers", CALM).verdict == "none"


@pytest.mark.parametrize(
    ("text", "language", "hedge"),
    [
        ("We try to answer.", "en", "try to"),
        ("We help to answer.", "en", "help to"),
        ("We answer as soon as possible.", "en", "as soon as possible"),
        ("Wir versuchen zu antworten.", "de", "versuchen"),
        ("Wir antworten so schnell wie möglich.", "de", "so schnell wie möglich"),
    ],
)
def test_hedges_are_small(text: str, language: str, hedge: str) -> None:
    reading = sign("small", text, language)
    assert (reading.verdict, marked(text, reading)) == ("poor", [hedge])
    assert hedge in reading.reason


def test_no_hedge() -> None:
    assert sign("small", CALM).verdict == "good"


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        (CALM, "en", "they get something back"),
        ("Nobody has to call twice.", "en", "something bad ends"),
        ("No child leaves school without being able to swim.", "en", "nobody is left out"),
        ("A city in which old people cross the road.", "en", "a better world"),
        ("Parents sleep because the alarm calls us.", "en", "somebody can do what they could not"),
        ("Wir geben kleinen Läden den Feierabend zurück.", "de", "they get something back"),
        ("Kein Kind verlässt die Schule, ohne schwimmen zu können.", "de", "nobody is left out"),
        ("Eine Stadt, in der niemand Angst hat.", "de", "a better world"),
    ],
)
def test_courage_names_a_change_and_its_reason(text: str, language: str, why: str) -> None:
    reading = sign("courage", text, language)
    assert reading.verdict == "good"
    assert why in reading.reason
    assert text[slice(*reading.spans[0])] in reading.reason


@pytest.mark.parametrize("text", [SEED, "A better tomorrow", "We answer the phone at nine."])
def test_no_courage_in_soup(text: str) -> None:
    assert sign("courage", text).verdict == "fair"


def test_sameness() -> None:
    assert sign("same", "We save people money so they live better.").figure == "Like Walmart"
    others = Room(others=("We are the calm voice which gives small shops evenings back.",))
    assert sign("same", CALM, room=others).figure == "Like another draft"
    assert sign("same", CALM).verdict == "good"
