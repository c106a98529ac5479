"""Where the cards of links stand: never one over another, in their order, each near its two ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mission_desk.ui.plan.priorities.link_places import GAP, ends, needed, stacked

CARDS = st.lists(st.tuples(st.floats(0, 600), st.integers(20, 120)), max_size=9)
PAIRS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=9, unique=True)


@given(CARDS, st.integers(-200, 200))
def test_no_card_lies_over_another_and_they_end_inside_where_there_is_room(
    cards: list[tuple[float, int]], spare: int
) -> None:
    wanted = sorted(middle for middle, _ in cards)
    heights = [height for _, height in cards]
    bottom = needed(heights) + spare
    tops = stacked(wanted, heights, bottom)
    for n in range(1, len(tops)):
        assert tops[n] >= tops[n - 1] + heights[n - 1] + GAP
    assert all(top >= 0 for top in tops)
    assert not tops or spare < 0 or tops[-1] + heights[-1] <= bottom


def test_a_card_alone_stands_halfway_between_its_ends() -> None:
    assert stacked([200.0], [60], 600) == [170]
    assert stacked([10.0], [60], 600) == [0]
    assert stacked([590.0], [60], 600) == [540]


@given(PAIRS)
def test_lines_that_share_a_card_never_cross_there(pairs: list[tuple[int, int]]) -> None:
    """Between two columns, lines cross only where one begins higher and ends lower than the other."""
    for side in (0, 1):
        for place in range(3):
            others = [pairs[number][1 - side] for number in ends(pairs, side, place)]
            assert others == sorted(others)
