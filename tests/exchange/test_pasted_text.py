"""What a paste becomes: marks go where the lines are a list, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_desk.exchange.pasted_text import lines_of

LISTS = [
    ("1. one\n2) two\n(3) three", ["one", "two", "three"]),
    ("a. one\nb) two\n(c) three", ["one", "two", "three"]),
    ("A. one\nB. two", ["one", "two"]),
    ("Why:\n1. one\n2. two\nWhat:\n1. more\n2. again", ["Why:", "one", "two", "What:", "more", "again"]),
    ("1. one\n  - deeper\n2. two", ["one", "deeper", "two"]),
    ("1. We listen\n2. We act", ["We listen", "We act"]),
    ("- one\n– two\n* three\n• four\n\n", ["one", "two", "three", "four"]),
    ("- [ ] one\n- [x] two\n☐ three", ["one", "two", "three"]),
    ("o\tSecond\n\u00a7\tThird\n\uf0b7\tSymbol\n\uf0a7 Square\n\u27a2\tArrow\n●\tDocs\n○ Ring\n■ Box",
     ["Second", "Third", "Symbol", "Square", "Arrow", "Docs", "Ring", "Box"]),
]  # fmt: skip
NO_LISTS = [
    "24. Dezember: halber Tag\n31. Dezember: geschlossen",
    "24. Dezember\n25. Dezember\n26. Dezember",
    "1. Stock: Empfang\n2. Stock: Büro\n3. Stock: Kantine",
    "1. Quartal, ruhig\n2. Quartal, voll",
    "z. B. freitags nach 17 Uhr anrufen\nd. h. niemand wartet",
    "e. g. phone calls after five\ni. e. late",
    "3. Stock: Empfang",
    "1. Mai: frei",
    "o dear\n§ 5 says so",
    "2026 was fine\n-5 degrees",
    '"We care"\n"He said ""no"""',
]


@pytest.mark.parametrize(("pasted", "notes"), LISTS)
def test_the_marks_of_a_list_go(pasted: str, notes: list[str]) -> None:
    assert lines_of(pasted) == notes


@pytest.mark.parametrize("pasted", NO_LISTS)
def test_what_only_looks_like_a_mark_stays(pasted: str) -> None:
    assert lines_of(pasted) == pasted.split("\n")


@pytest.mark.parametrize(
    ("pasted", "notes"),
    [
        (
            'Ann\t"line one\nline two"\tdone\nBob\tplain\topen',
            ["Ann line one\nline two done", "Bob plain open"],
        ),
        ('"first line\nsecond line"\nnext', ["first line\nsecond line", "next"]),
        ('"say ""yes""\nto it"\tx', ['say "yes"\nto it x']),
        ("one\ttwo\r\nthree\rfour", ["one two", "three", "four"]),
        ("   \n\n", []),
    ],
)
def test_a_row_is_a_note_and_a_cell_keeps_its_lines(pasted: str, notes: list[str]) -> None:
    assert lines_of(pasted) == notes


@given(
    st.lists(st.text(st.characters(categories=["Lu", "Ll", "Zs"]), min_size=3).map(str.strip).filter(bool))
)
def test_words_are_never_lost(lines: list[str]) -> None:
    assert lines_of("\n".join(lines)) == lines
