from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mission_desk.language.statement.worddiff import Span, word_diff

PIECES = ["we", "give", "shops", "time", "back", ",", ".", "\n", "  ", "ä", "😀"]
WORDS = st.lists(st.sampled_from(PIECES), max_size=14)


def joined(spans: tuple[Span, ...], *kinds: str) -> str:
    return "".join(span.text for span in spans if span.kind in kinds)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_both_texts_can_be_read_back(old: str, new: str) -> None:
    spans = word_diff(old, new)
    assert joined(spans, "kept", "added") == new
    assert joined(spans, "kept", "removed") == old


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_compared(old: str, new: str) -> None:
    spans = word_diff(old, new)
    assert joined(spans, "kept", "added") == new
    assert joined(spans, "kept", "removed") == old


def test_the_same_text_is_kept_whole() -> None:
    assert word_diff("We listen first.", "We listen first.") == (Span("We listen first.", "kept"),)


def test_words_change_whole() -> None:
    assert word_diff("a voice that helps shops", "a voice that gives shops") == (
        Span("a voice that ", "kept"),
        Span("helps", "removed"),
        Span("gives", "added"),
        Span(" shops", "kept"),
    )


def test_words_at_the_end_are_added_alone() -> None:
    assert word_diff("We listen", "We listen first") == (Span("We listen", "kept"), Span(" first", "added"))


def test_a_blank_between_two_changed_words_is_no_reason_to_part_them() -> None:
    kinds = [span.kind for span in word_diff("we help them", "we serve everybody")]
    assert kinds == ["kept", "removed", "added"]


def test_one_kept_word_in_a_rewritten_phrase_is_part_of_it() -> None:
    spans = word_diff("fast and friendly and cheap service now", "calm words and honest answers always here")
    assert len([span for span in spans if span.kind == "kept" and span.text.strip()]) == 0


def test_nothing_to_something() -> None:
    assert word_diff("", "Begin.") == (Span("Begin.", "added"),)
    assert word_diff("Begin.", "") == (Span("Begin.", "removed"),)
