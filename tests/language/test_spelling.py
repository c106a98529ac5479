"""Spelling: what is written wrongly is found in both languages, and what people write is left alone."""

from __future__ import annotations

from functools import cache

import pytest

from mission_desk.language.spelling import Dictionary, load, slips


@cache
def dictionary(language: str) -> Dictionary:
    return load(language)


def wrong(text: str, language: str, own: frozenset[str] = frozenset()) -> list[str]:
    return [slip.word for slip in slips(text, dictionary(language), own)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We are the calm voice that gives small shops their evenings back."),
        ("en", "The organisation’s colour, the centre’s programme, a travelling licence we can't honour."),
        ("en", "Best-in-class e-mail support, 24/7, at help@shops.example or www.shops.example."),
        ("en", "We call it KPI. Ask Priya or Okafor about the onboarding of shopkeepers."),
        ("de", "Wir geben kleinen Läden ihre Abende zurück: Ladeninhaberinnen, Filialleiter, Bäcker."),
        ("de", "Feierabendgarantie, Kundenbetreuungsteam, Rückrufzeit, Warteschleifenmusik, Kassensturz."),
        ("de", "Das ist gross, sagt man in Bern, und groß in Berlin. Die Ansprechpartnerinnen hören zu."),
    ],
)
def test_what_people_write_is_left_alone(language: str, text: str) -> None:
    assert wrong(text, language) == []


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [
        ("en", "recieve", "receive"),
        ("en", "definately", "definitely"),
        ("en", "seperate", "separate"),
        ("en", "Custmers", "Customers"),
        ("de", "vieleicht", "vielleicht"),
        ("de", "Standart", "Standard"),
        ("de", "agressiv", "aggressiv"),
        ("de", "Empfelung", "Empfehlung"),
        ("de", "Rythmus", "Rhythmus"),
    ],
)
def test_a_slip_is_found_with_what_was_meant(language: str, word: str, meant: str) -> None:
    text = f"{word} und so." if language == "de" else f"{word} and so on."
    assert wrong(text, language) == [word]
    assert meant in dictionary(language).proposals(word)


def test_the_old_spelling_is_no_longer_one() -> None:
    assert wrong("Wir wissen, daß es geht.", "de") == ["daß"]


def test_words_of_ones_own_are_known() -> None:
    assert wrong("We ask kvetchify.", "en") == ["kvetchify"]
    assert wrong("We ask kvetchify.", "en", frozenset({"kvetchify"})) == []


def test_a_slip_says_where_it_stands() -> None:
    text = "Wir sind — ja — vieleicht da."
    assert [text[slip.start : slip.end] for slip in slips(text, dictionary("de"))] == ["vieleicht"]


def test_a_text_in_another_language_is_not_badly_spelt() -> None:
    assert wrong("We are the calm voice that gives small shops their evenings back.", "de") == []
