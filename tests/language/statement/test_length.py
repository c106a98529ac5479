from __future__ import annotations

import pytest

from mission_desk.language.statement.length import length, word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n — ", 0),
        ("We are the calm voice that gives small shops their evenings back.", 12),
        ("best-in-class answers, we can't wait 24/7", 6),
        ("Niemand wartet länger als 2,5 Minuten", 7),
    ],
)
def test_words_are_counted_as_they_are_said(text: str, words: int) -> None:
    assert word_count(text) == words


@pytest.mark.parametrize(
    ("words", "verdict"),
    [(0, "empty"), (1, "strong"), (19, "strong"), (20, "fair"), (25, "fair"), (26, "long")],
)
def test_what_the_number_means(words: int, verdict: str) -> None:
    assert length("word " * words).verdict == verdict
