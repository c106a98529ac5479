from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mission_desk.ui.vote.paper import Paper
from mission_desk.ui.vote.shares import seats_by_dots

MOVES = st.lists(st.tuples(st.integers(0, 2), st.integers(-3, 12)), max_size=20)


@given(MOVES, st.integers(1, 9))
def test_a_paper_never_holds_more_dots_than_there_are(moves: list[tuple[int, int]], limit: int) -> None:
    paper = Paper(3, limit)
    for option, count in moves:
        paper.give(option, count)
        assert paper.given + paper.left == limit
        assert min(paper.ballot) >= 0
        assert paper.left >= 0


def test_what_is_too_much_gives_the_rest_and_says_so() -> None:
    paper = Paper(2, 3)
    assert paper.give(0, 2)
    assert not paper.give(1, 5)
    assert paper.ballot == (2, 1)


def test_seats_are_counted_by_their_dots() -> None:
    assert seats_by_dots([(3, 0), (2, 1), (0, 3)], 0, 3) == (1, 0, 1, 1)
