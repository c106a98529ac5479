"""Notes in hand come into line with those that lie; numbers only, without a window."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mission_desk.core.board.places import Box
from mission_desk.ui.board.gestures.mouse import FASTEST, scroll_at_edge
from mission_desk.ui.board.gestures.snap import Guide, Snapping

NOTE = Box(0, 0, 180, 156)
BOXES = st.lists(
    st.builds(Box, *[st.integers(-2000, 2000)] * 2, *[st.integers(40, 400)] * 2), min_size=1, max_size=9
)
SHIFT = st.tuples(st.integers(-900, 900), st.integers(-900, 900))


def edges(start: int, length: int) -> set[float]:
    return {start, start + length / 2, start + length}


def test_a_left_edge_comes_onto_a_left_edge() -> None:
    other = Box(500, 1000, 180, 156)
    shift, guides = Snapping(NOTE, [other]).at((496, 300), 6)
    assert shift == (500, 300)
    assert guides == (Guide(True, 500, 300, 1156),)


def test_a_top_edge_comes_onto_a_bottom_edge() -> None:
    shift, guides = Snapping(NOTE, [Box(900, 0, 90, 100)]).at((300, 104), 6)
    assert shift == (300, 100)
    assert guides == (Guide(False, 100, 300, 990),)


def test_the_nearest_line_wins() -> None:
    shift, _ = Snapping(NOTE, [Box(500, 1000, 60, 60), Box(505, 2000, 60, 60)]).at((504, 300), 6)
    assert shift == (505, 300)


def test_out_of_reach_nothing_holds() -> None:
    assert Snapping(NOTE, [Box(507, 1000, 40, 40)]).at((500, 300), 6) == ((500, 300), ())


def test_alone_nothing_holds() -> None:
    assert Snapping(NOTE, []).at((3, 4), 6) == ((3, 4), ())


@given(BOXES, SHIFT, st.integers(1, 30))
def test_it_never_goes_further_than_its_reach_and_each_guide_is_true(
    others: list[Box], shift: tuple[int, int], reach: int
) -> None:
    (dx, dy), guides = Snapping(NOTE, others).at(shift, reach)
    assert abs(dx - shift[0]) <= reach
    assert abs(dy - shift[1]) <= reach
    for guide in guides:
        own = edges(dx, NOTE.w) if guide.upright else edges(dy, NOTE.h)
        assert min(abs(guide.at - place) for place in own) <= 0.5
        theirs = [edges(b.x, b.w) if guide.upright else edges(b.y, b.h) for b in others]
        assert any(guide.at in places for places in theirs)
        start, end = (dy, dy + NOTE.h) if guide.upright else (dx, dx + NOTE.w)
        assert guide.start <= start
        assert guide.end >= end


@given(BOXES, SHIFT)
def test_without_a_guide_nothing_moves(others: list[Box], shift: tuple[int, int]) -> None:
    (dx, dy), guides = Snapping(NOTE, others).at(shift, 6)
    upright = {guide.upright for guide in guides}
    assert (dx == shift[0]) or True in upright
    assert (dy == shift[1]) or False in upright


def test_the_paper_slides_at_its_edges_and_nowhere_else() -> None:
    size, middle = (800, 600), (400.0, 300.0)
    assert scroll_at_edge((400, 300), middle, size) == (0, 0)
    assert scroll_at_edge((800, 300), middle, size) == (FASTEST, 0)
    assert scroll_at_edge((-50, 700), middle, size) == (-FASTEST, FASTEST)
    assert 0 < scroll_at_edge((780, 300), middle, size)[0] < FASTEST


def test_who_takes_hold_at_the_edge_is_not_carried_off() -> None:
    size, start = (800, 600), (10.0, 300.0)
    assert scroll_at_edge((12, 340), start, size) == (0, 0)
    assert scroll_at_edge((10, 300), start, size) == (0, 0)
    assert scroll_at_edge((2, 300), start, size)[0] < 0
