"""The names under a bar stand under their parts, touch no other name, and never leave the bar."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mission_desk.core.vote.bar_layout import Band, label_places, parts

COUNTS = st.lists(st.integers(0, 30), min_size=1, max_size=9)


def bar(counts: list[int], missing: int = 0) -> list[Band]:
    answered = [Band(str(n), count, float(n % 5)) for n, count in enumerate(counts)]
    return [*answered, Band("no answer", missing, None)]


@given(COUNTS, st.integers(0, 9), st.lists(st.floats(5, 200), min_size=10, max_size=10))
def test_a_name_stands_under_its_part_and_touches_no_other(
    counts: list[int], missing: int, lengths: list[float]
) -> None:
    laid = parts(bar(counts, missing), 400, 8)
    places = label_places(laid, lengths[: len(laid)], 6)
    named = [
        (part, x, x + length) for part, x, length in zip(laid, places, lengths, strict=False) if x is not None
    ]
    for part, left, right in named:
        assert 0 <= left <= part.middle <= right <= 400.001
    for (_, _, right), (_, left, _) in pairwise(named):
        assert right + 6 <= left + 0.001


def test_what_most_say_is_named_before_what_few_say() -> None:
    laid = parts(bar([1, 1, 10]), 120, 8)
    assert label_places(laid, [60, 60, 60], 6) == (None, None, 40)


@given(COUNTS, st.integers(0, 9))
def test_no_answer_stands_apart_from_the_answers(counts: list[int], missing: int) -> None:
    laid = parts(bar(counts, missing), 400, 8)
    gaps = [right.x - left.x - left.width for left, right in pairwise(laid)]
    apart = bool(missing) and any(counts)
    assert [round(gap, 6) for gap in gaps] == [0] * (len(gaps) - apart) + [8] * apart
    if laid:
        assert round(laid[-1].x + laid[-1].width, 6) == 400
        shares = {round(part.width / part.band.count, 6) for part in laid}
        assert len(shares) == 1
