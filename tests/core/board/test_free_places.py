from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mission_desk.core.board import boards, clustering, free_places, places, taken_space
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_WIDTH, Note

sides = st.integers(20, 600)
boxes = st.builds(Box, st.integers(-900, 2_400), st.integers(-900, 4_000), sides, sides)
areas = st.builds(Box, st.integers(-400, 400), st.integers(-400, 400), st.integers(0, 1_600), sides)


@given(taken=st.lists(boxes, max_size=60), area=areas, count=st.integers(1, 40), h=st.integers(40, 400))
def test_places_found_band_by_band_are_those_found_among_all(
    taken: list[Box], area: Box, count: int, h: int
) -> None:
    def taken_in(band: Box) -> list[Box]:
        return [box for box in taken if box.overlaps(band)]

    spots = free_places.free_spots_where(taken_in, area, count, h=h)
    assert spots == free_places.free_spots(taken, area, count, h=h)
    assert not any(Box(x, y, NOTE_WIDTH, h).overlaps(box) for x, y in spots for box in taken)


def test_what_is_taken_in_a_part_of_a_board_are_its_notes_and_every_frame(doc: Document, board: int) -> None:
    near, far, one, two, folded = (
        boards.add_notes(doc, board, [text], "ideator", at=at)[0]
        for text, at in (
            ("near", (0, 0)),
            ("far", (0, 5_000)),
            ("one", (400, 0)),
            ("two", (600, 0)),
            ("f", (900, 0)),
        )
    )
    clustering.group_notes(doc, [one, two], "Two")
    clustering.fold_clusters(doc, [clustering.group_notes(doc, [folded], "Folded") or 0], True)
    rows = {note.id: note for note in doc.rows(Note)}
    frames = boards.cluster_boxes(rows.values(), boards.folded_on(doc, board)).values()
    fields = taken_space.taken_on(doc, board, frozenset(rows))
    assert taken_space.taken_on(doc, board, within=Box(0, 0, 300, 300)) == [
        places.box_of(rows[near]), *frames, *fields
    ]  # fmt: skip
    assert places.box_of(rows[far]) in taken_space.taken_on(doc, board)
    assert places.box_of(rows[two]) not in taken_space.taken_on(doc, board, frozenset({near}))
