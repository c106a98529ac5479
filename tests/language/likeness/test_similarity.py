"""What looks alike to a facilitator looks alike here, in English and German; strangers do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_desk.language.likeness.similarity import FLOOR, fingerprint, likeness, nearest
from mission_desk.language.likeness.stems import stem, telling, words

ALIKE = (
    ("Answer before they have to ask", "Be there before they ask"),
    ("A world where nobody waits for help", "Nobody has to wait for help"),
    ("Be the calm voice in a bad week", "Calm voice, yes. That's who I want to be"),
    ("Nobody waits on the phone", "nobdy is waiting on the telephone"),
    ("Antworten, bevor sie fragen müssen", "Da sein, bevor sie fragen"),
    ("Kleine Läden laufen wie große", "Ein kleiner Laden läuft wie ein großer Laden"),
    ("Ersatzgerät noch am selben Tag, ohne Formular", "Am selben Tag ein Ersatzgerät"),
    ("Rechnungen verstehen", "Eine Rehcnung, die man versteht"),
)
STRANGERS = (
    ("Answer before they have to ask", "Celebrate each customer's first sale"),
    ("We have to do what we can", "You have to be where they are"),
    ("Die Miete steigt, die Straße wird leerer", "Das ist die Frage, die wir haben"),
    ("Urlaub ohne Handy in der Hand", "Ein Hund an der Tür"),
)
NOTES = st.text(st.sampled_from("abeinst äß’.-👍 \n"), max_size=40) | st.text(max_size=40)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_near_duplicates_are_seen(one: str, other: str) -> None:
    assert likeness(one, other) >= FLOOR


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_strangers_are_not(one: str, other: str) -> None:
    assert likeness(one, other) < FLOOR


@given(NOTES, NOTES)
def test_it_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


@given(NOTES)
def test_a_text_is_wholly_like_itself(text: str) -> None:
    assert likeness(text, text) == 1


@given(st.lists(NOTES, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_the_others_does_not_matter(texts: list[str], chance: object) -> None:
    sought = fingerprint("answer before they ask")
    shuffled = sorted(texts, key=lambda _text: chance.random())  # type: ignore[attr-defined]
    matches = nearest(sought, [fingerprint(text) for text in texts], floor=0)
    again = nearest(sought, [fingerprint(text) for text in shuffled], floor=0)
    assert [match.likeness for match in matches] == [match.likeness for match in again]


def test_the_nearest_come_first_and_the_far_not_at_all() -> None:
    texts = [
        "Celebrate the first sale",
        "Ask before they answer",
        "Be there before they ask",
        "Ask them first",
    ]
    matches = nearest(fingerprint("Answer before they have to ask"), [fingerprint(text) for text in texts])
    assert [match.index for match in matches] == [1, 2]
    assert matches[0].likeness == 1


def test_forms_of_a_word_have_one_stem() -> None:
    assert len({stem(word) for word in ("wait", "waits", "waited", "waiting")}) == 1
    assert len({stem(word) for word in ("stop", "stops", "stopping", "stopped")}) == 1
    assert len({stem(word) for word in ("kunde", "kunden")}) == 1
    assert len({stem(word) for word in ("rechnung", "rechnungen")}) == 1
    assert stem("thing") != stem("th")


def test_stop_words_of_both_languages_tell_nothing() -> None:
    assert telling(words("Don’t we have to wait for the customers?")) == {"wait", "custom"}
    assert telling(words("Wir müssen nicht auf die Kunden warten")) == {"kund", "wart"}
    assert telling(words("We are who we are"))  # a text of stop words is compared by those
