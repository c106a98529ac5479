"""Rows are where sorting says, however the notes came there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mission_desk.ui.board.list.row_order import RowOrder

STEPS = st.lists(st.tuples(st.integers(0, 9), st.one_of(st.none(), st.integers(0, 3))), max_size=40)


@given(steps=STEPS, turned=st.booleans())
def test_mended_note_by_note_it_is_what_sorting_would_give(
    steps: list[tuple[int, int | None]], turned: bool
) -> None:
    order, keys = RowOrder(), {3: 1, 4: 1}
    order.fill(((note, (key,)) for note, key in keys.items()), turned=turned)
    for note, key in steps:
        if key is None:
            order.drop(note)
            keys.pop(note, None)
        else:
            promised = order.place(note, (key,))
            order.put(note, (key,))
            keys[note] = key
            assert order.row(note) == promised
        wanted = sorted(keys, key=lambda note: (keys[note], note), reverse=turned)
        assert [order.note(row) for row in range(len(order))] == wanted
        assert [order.row(note) for note in wanted] == list(range(len(wanted)))
        assert order.row(77) is None
