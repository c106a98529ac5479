"""What counts as a tag in a note, in the scripts and the typography that people use."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_desk.language.tags import count_tags, tag_key, tag_keys, tags_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Call back sooner #phone", ["phone"]),
        ("#Ärger mit #Übergabe, #größe!", ["Ärger", "Übergabe", "größe"]),
        ("(#night-shift) #night_shift.", ["night-shift", "night_shift"]),
        ("#प्रतीक्षा and #مشتری and #顧客", ["प्रतीक्षा", "مشتری", "顧客"]),
        ("one#two C# page.html#part &#39; ## #1 #- # x", []),
        ("#a#b", ["a"]),
        ("#2026plan", ["2026plan"]),
        ("#end-", ["end"]),
    ],
)
def test_a_tag_is_a_word_after_its_sign(text: str, words: list[str]) -> None:
    assert [tag.word for tag in tags_in(text)] == words


def test_case_and_the_way_an_umlaut_is_typed_make_no_other_tag() -> None:
    apart = unicodedata.normalize("NFD", "#Ärger")
    assert tag_keys(f"{apart} #ÄRGER #ärger") == {tag_key("ärger")}


def test_tags_are_counted_by_note_and_named_as_first_written() -> None:
    counts = count_tags(["#Phone #phone", "#night", "again #PHONE", "none"])
    assert [(tag.word, count) for tag, count in counts] == [("Phone", 2), ("night", 1)]


@given(st.text(alphabet=st.sampled_from("aÄ#1- _\u0308\n"), max_size=30))
def test_a_span_is_what_it_says(text: str) -> None:
    for tag in tags_in(text):
        assert text[tag.start : tag.end] == f"#{tag.word}"
        assert tag_keys(text[tag.start : tag.end]) == {tag.key}
