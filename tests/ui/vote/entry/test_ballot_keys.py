"""The one rule of the keys of a ballot, for every scale, against a plain model of it: whatever is pressed,
the numbers and the row that comes next are what the rule says."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_desk.core.file.rows import Choice, Poll
from mission_desk.tally.rules import RULES, Mark
from mission_desk.ui.vote.entry.ballot_keys import BallotKeys, Key

SIGNS: tuple[Key, ...] = (
    "ten", "more", "less", "none", "clear", "back", "down", "up", "enter", "enter",
)  # fmt: skip
PRESSED = st.lists(
    st.one_of(st.integers(0, 9), st.sampled_from((0, 1, 1)), st.sampled_from(SIGNS)), max_size=30
)
BOUNDS: dict[Mark, tuple[tuple[int, int], ...]] = {  # with three options and three dots, part by part
    "pull": ((0, 5), (0, 10)),
    "dots": ((0, 3),),
    "yes": ((0, 1),),
    "score": ((0, 5),),
    "resistance": ((0, 10),),
    "grade": ((0, 5),),
    "agreement": ((1, 8),),
    "place": ((1, 3),),
    "consent": ((0, 2),),
}


def keys_of(rule: str, *, options: int = 3, dots: int = 3) -> BallotKeys:
    every = [Choice(n + 1, 1, n, None, chr(ord("A") + n), f"Option {n}") for n in range(options)]
    return BallotKeys(Poll(1, "Which?", rule, dots, 0, "open", 0, 1), every, every)


class Model:
    """The rule, as one would say it: `rows` are (lowest, highest), `given` is what stands in each row."""

    def __init__(self, rows: list[tuple[int, int]], dots: int | None) -> None:
        self.rows, self.dots = rows, dots
        self.given: dict[int, int | None] = {}
        self.at, self.waits = 0, False

    def left(self) -> int:
        return (self.dots or 0) - sum(value or 0 for value in self.given.values())

    def fits(self, value: int) -> bool:
        low, high = self.rows[self.at]
        enough = self.dots is None or value <= self.left() + (self.given.get(self.at) or 0)
        return low <= value <= high and enough

    def fill(self, value: int) -> None:
        if self.at < len(self.rows) and self.fits(value):
            self.given[self.at] = value
            self.waits = value < 10 and self.can_be_joined(value)
            self.at += 0 if self.waits else 1

    def can_be_joined(self, first: int) -> bool:
        """Some number of two digits that begins with this one stands on the row."""
        return any(n // 10 == first for n in range(10, self.rows[self.at][1] + 1))

    def press(self, key: Key) -> None:
        waited, self.waits = self.waits, False
        behind = self.at == len(self.rows)
        if isinstance(key, int):
            both = int(f"{self.given.get(self.at)}{key}") if waited else 0
            joins = waited and both <= self.rows[self.at][1]
            self.at += waited and not joins
            self.fill(both if joins else key)
        elif key == "ten":
            self.at += waited
            self.fill(10)
        elif key == "enter":
            self.enter()
        elif key == "up":
            self.at = max(0, self.at - 1)
        elif key == "down":
            self.at = self.at if behind else min(len(self.rows) - 1, self.at + 1)
        elif key == "back":
            self.at = self.at if self.at in self.given else max(0, self.at - 1)
            self.given.pop(self.at, None)
        elif not behind:
            self.change(key, waited)

    def change(self, key: Key, waited: bool) -> None:
        if key == "none" and waited and not self.dots:
            self.at += 1
            if self.at == len(self.rows):
                return
        value = self.given.get(self.at)
        if key == "clear":
            self.given.pop(self.at, None)
        elif key == "none" and not (self.dots and value):
            self.given[self.at] = 0 if self.dots else None
            self.at += 1
        else:
            bare = 0 if self.dots else None
            now = bare if value is None else value
            wanted = self.rows[self.at][0] if now is None else now + (1 if key == "more" else -1)
            if self.fits(wanted):
                self.given[self.at] = wanted

    def enter(self) -> None:
        full = self.dots is not None and not self.left()
        open_rows = [] if full else [n for n in range(len(self.rows)) if n not in self.given]
        after = [n for n in open_rows if n > self.at]
        self.at = (after or open_rows or [len(self.rows)])[0]


@given(st.sampled_from(tuple(RULES)), PRESSED)
def test_every_key_does_what_the_rule_says(rule: str, pressed: list[Key]) -> None:
    mark = RULES[rule].mark
    model = Model([bounds for _ in range(3) for bounds in BOUNDS[mark]], 3 if mark == "dots" else None)
    play_beside(keys_of(rule), model, pressed)


@given(st.sampled_from(("schulze", "dots")), st.integers(10, 35), PRESSED)
def test_so_it_does_where_a_row_has_more_than_ten(rule: str, most: int, pressed: list[Key]) -> None:
    if rule == "dots":
        keys, model = keys_of(rule, dots=most), Model([(0, most)] * 3, most)
    else:
        keys, model = keys_of(rule, options=most), Model([(1, most)] * most, None)
    play_beside(keys, model, pressed)


def play_beside(keys: BallotKeys, model: Model, pressed: list[Key]) -> None:
    for key in pressed:
        model.press(key)
        keys.press(key)
        bare = None if model.dots is None else 0
        values = [keys.value(n) for n in range(len(keys.rows))]
        assert values == [model.given.get(n, bare) for n in range(len(keys.rows))]
        assert (keys.at, keys.waits) == (model.at, model.waits)


def test_the_model_knows_every_mark() -> None:
    assert set(BOUNDS) == set(get_args(Mark))


@pytest.mark.parametrize(
    ("typed", "given", "at"),
    [
        ([1, 0, 1, 0, 1, 0], (10, 10, 10), 3),
        ([1, 1, 1], (1, 1, 1), 2),
        ([1, 5, 0], (1, 5, 0), 3),
        ([1, "enter", 0], (1, 0, None), 2),
        ([7, "ten", 3], (7, 10, 3), 3),
        ([1, "ten", 1, "none"], (1, 10, 1), 3),
        ([1, "none", 1, 0], (1, None, 10), 3),
        ([1, "back", 0], (0, None, None), 1),
        ([1, "down", 0], (1, 0, None), 2),
    ],
)
def test_one_waits_only_where_the_scale_reaches_ten(
    typed: list[Key], given: tuple[int | None, ...], at: int
) -> None:
    keys = keys_of("consensing")
    for key in typed:
        keys.press(key)
    assert (keys.draft.ballot.marks, keys.at) == (given, at)


def test_a_one_waits_among_ten_places_or_dots() -> None:
    for keys in (keys_of("schulze", options=12), keys_of("dots", dots=12)):
        keys.press(1)
        assert keys.waits
        keys.press(0)
        assert (keys.value(0), keys.at) == (10, 1)
    few = keys_of("score")
    few.press(1)
    assert (few.waits, few.at) == (False, 1)


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ([1, 2, 1, 1, 3], (12, 11, 3)),
        ([1, 3, 4], (1, 3, 4)),
        ([1, "enter", 2, 1, 2], (1, 2, 12)),
        ([2, 1, 0, 1], (2, 10, 1)),
    ],
)
def test_two_digits_are_one_place_where_there_are_twelve(
    typed: list[Key], given: tuple[int | None, ...]
) -> None:
    keys = keys_of("schulze", options=12)
    for key in typed:
        keys.press(key)
    assert keys.draft.ballot.marks[:3] == given


def test_a_digit_behind_the_last_row_is_not_told_that_all_is_filled() -> None:
    keys = keys_of("score")
    for key in (5, "down", 4, 3):
        keys.press(key)
    assert keys.refusal == "That was the last row. 1 question is not answered yet: Enter goes there."


@pytest.mark.parametrize("rule", list(RULES))
def test_a_digit_that_a_row_does_not_have_is_refused_and_changes_nothing(rule: str) -> None:
    (low, high), *_ = BOUNDS[RULES[rule].mark]
    for digit in range(10):
        keys = keys_of(rule)
        keys.press(digit)
        if low <= digit <= high:
            assert (keys.refusal, keys.value(0)) == ("", digit)
        else:
            assert keys.refusal
            assert (keys.at, keys.is_answered(0)) == (0, False)


@given(st.sampled_from(tuple(RULES)), PRESSED)
def test_enter_says_whole_only_where_nothing_is_left_to_answer(rule: str, pressed: list[Key]) -> None:
    keys = keys_of(rule)
    for key in pressed:
        if keys.press(key):
            assert key == "enter"
            assert not keys.unanswered()
