"""Swap, opposite and by-heart test, where a phrase went and what a wording was made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_desk.language.statement.by_heart import forgotten, remembered
from mission_desk.language.statement.lineage import lineage
from mission_desk.language.statement.opposite import opposite
from mission_desk.language.statement.phrase_tracking import followed
from mission_desk.language.statement.swap import WorkshopWords, own_words, swapped, trades

CALM = "We are the calm voice that gives small shops their evenings back."
TEXTS = st.text(alphabet="ab ,.", max_size=30)


@pytest.mark.parametrize(
    ("language", "text", "swap"),
    [
        ("en", CALM, "We are the calm voice that gives early risers their evenings back."),
        ("en", "Northwind's products help.", "Crumb & Sons's loaves of bread help."),
        ("en", "Customers first.", "Early risers first."),
        ("de", "Wir geben kleinen Läden ihre Abende zurück.", "Wir geben Naschkatzen ihre Abende zurück."),
    ],
)
def test_another_trades_words_stand_there(language: str, text: str, swap: str) -> None:
    bakery = trades(language)[0]
    other = swapped(text, own_words("Northwind", "", "shop owners"), bakery, language)
    assert other.text == swap
    own = {word.casefold() for pair in bakery.words.values() for word in pair}
    assert all(other.text[start:end].casefold() in own for start, end in other.spans)


def test_a_text_without_words_of_the_trade_stays_as_it_is() -> None:
    assert swapped("We listen.", WorkshopWords(), trades("en")[0], "en").spans == ()


def test_both_languages_know_the_same_trades() -> None:
    assert [trade.key for trade in trades("en")] == [trade.key for trade in trades("de")]
    assert {"bakery", "dentist", "airline"} <= {trade.key for trade in trades("en")}


@pytest.mark.parametrize(
    ("language", "text", "turned"),
    [
        ("en", "Better answers.", "Worse answers."),
        ("en", "We answer.", "We do not answer."),
        ("en", "We are here.", "We are not here."),
        ("de", "Schnelle Hilfe.", "Langsame Schaden."),
        ("de", "Wir antworten.", "Wir antworten nicht."),
        ("en", "", ""),
    ],
)
def test_the_contrary_is_said(language: str, text: str, turned: str) -> None:
    assert opposite(text, language).text == turned


def test_small_words_and_endings_are_forgiven_by_heart() -> None:
    assert remembered(CALM, "calm voice give small shop evening").share == 1
    assert remembered(CALM, "").share == 0
    half = remembered(CALM, "the calm voice for everybody")
    assert [CALM[start:end] for start, end in half.spans] == ["the", "calm", "voice"]
    assert 0.2 < half.share < 0.6


def test_what_the_room_let_go_of() -> None:
    assert forgotten(CALM, ["calm voice gives shops back", "calm voice gives small shops back"]) == (
        "evenings",
    )
    assert forgotten(CALM, []) == ()


@pytest.mark.parametrize(
    ("new", "phrase"),
    [
        ("We always answer in one call.", "in one call"),
        ("We answer in one single call.", "in one single call"),
        ("We answer in one ca", "in one ca"),
        ("We answer tomorrow.", ""),
        ("", ""),
    ],
)
def test_a_phrase_follows_its_words(new: str, phrase: str) -> None:
    assert followed("We answer in one call.", new, "in one call") == phrase


@given(TEXTS, TEXTS, st.integers(0, 29), st.integers(1, 10))
def test_a_phrase_that_was_followed_stands_in_the_text(old: str, new: str, at: int, length: int) -> None:
    assert followed(old, new, old[at : at + length]) in new


def test_a_wording_says_what_it_was_made_of() -> None:
    start, end = "We are the calm voice behind every till in town.", "So that nobody closes early ever again."
    strands = lineage(
        "We are the calm voice behind every till, so that nobody closes early.", [start, "Other.", end]
    )
    assert [(strand.index, strand.part) for strand in strands] == [(0, "all"), (2, "all")]
    assert [
        s.part
        for s in lineage("Nobody closes early ever again.", ["We say it plainly to every one of you: " + end])
    ] == ["end"]
    assert lineage("Something else altogether here.", [start, end]) == ()
