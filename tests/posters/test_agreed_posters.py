"""A poster looks as it was agreed upon: everything on it lies where it lay, in its colour and its order.
Words that fit, margins and bars have rules of their own elsewhere; this finds what moved by mistake."""

from __future__ import annotations

import re

import pytest

from tests.posters.agreed_posters import AGREED, POSTERS, drawing

NEAR = 0.35
"""Points: a tenth of a millimetre; numbers are rounded, and machines round differently."""
NUMBER = re.compile(r"(?<= )-?\d+\.\d(?= |$)")


def is_near(line: str, agreed: str) -> bool:
    numbers, wanted = (list(map(float, NUMBER.findall(each))) for each in (line, agreed))
    same_words = NUMBER.sub("", line) == NUMBER.sub("", agreed)
    return same_words and all(abs(one - other) <= NEAR for one, other in zip(numbers, wanted, strict=True))


@pytest.mark.parametrize("name", POSTERS)
def test_a_poster_looks_as_it_was_agreed_upon(name: str) -> None:
    agreed = AGREED.joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    present = drawing(POSTERS[name]())
    moved = [
        (line, wanted) for line, wanted in zip(present, agreed, strict=False) if not is_near(line, wanted)
    ]
    assert moved[:5] == []
    assert len(present) == len(agreed)


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("text 10.3 20.0 30.0 40.0 #ffffff Words", True),
        ("text 10.4 20.0 30.0 40.0 #ffffff Words", False),
        ("text 10.0 20.0 30.0 40.0 #fffffe Words", False),
        ("text 10.0 20.0 30.0 40.0 #ffffff Other", False),
    ],
)
def test_what_moved_or_changed_its_colour_is_noticed(line: str, near: bool) -> None:
    assert is_near(line, "text 10.0 20.0 30.0 40.0 #ffffff Words") == near
