"""A new cluster is made where nothing has to give way: whoever picks two notes out of ten finds the other
eight where they were."""

from __future__ import annotations

from itertools import combinations

import pytest

from mission_desk.core.board import boards, clustering, places, regions
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note, Region

PAIRS = list(combinations(range(10), 2))


def notes_in(doc: Document, key: str, *, field: bool) -> list[int]:
    board = boards.board_by_key(doc, key).id
    region = regions.regions_on(doc, board)[0] if field else None
    return boards.add_notes(doc, board, [f"n{n}" for n in range(10)], "heart", region=region)


@pytest.mark.parametrize("field", [False, True])
def test_two_of_ten_become_a_cluster_and_the_others_stay(doc: Document, field: bool) -> None:
    notes = notes_in(doc, "customers" if field else "think-big", field=field)
    for pair in PAIRS:
        chosen = [notes[n] for n in pair]
        others = [doc.row(Note, note) for note in notes if note not in chosen]
        cluster = clustering.group_notes(doc, chosen, "Two")
        assert [doc.row(Note, note.id) for note in others] == others
        frame = places.cluster_box(doc.rows(Note, "cluster = ?", cluster))
        assert frame is not None
        assert not any(frame.overlaps(places.box_of(note)) for note in others)
        if field:
            around = regions.box_of(regions.regions_on(doc, others[0].board)[0])
            assert around.surrounds(frame)
        doc.undo()


def test_a_cluster_that_has_room_is_made_where_its_notes_lie(doc: Document) -> None:
    board = boards.board_by_key(doc, "think-big").id
    left, right = (
        boards.add_notes(doc, board, [text], "heart", at=(x, 700))[0] for text, x in (("l", 0), ("r", 192))
    )
    boards.add_notes(doc, board, ["far above"], "heart", at=(0, 0))
    before = doc.row(Note, left), doc.row(Note, right)
    clustering.group_notes(doc, [left, right], "Here")
    assert [(note.x, note.y) for note in before] == [
        (doc.row(Note, note).x, doc.row(Note, note).y) for note in (left, right)
    ]


@pytest.mark.parametrize("count", [1, 5, 10, 17])
def test_no_cluster_of_a_field_is_wider_than_the_field(doc: Document, count: int) -> None:
    board = boards.board_by_key(doc, "customers").id
    field = regions.regions_on(doc, board)[0]
    notes = boards.add_notes(doc, board, [f"n{n}" for n in range(count)], "heart", region=field)
    cluster = clustering.group_notes(doc, notes, "All")
    assert cluster is not None
    clustering.add_inside(doc, cluster, [f"m{n}" for n in range(4)], "heart", lambda _text: 156)
    frame = boards.cluster_boxes(boards.notes_on(doc, board))[cluster]
    assert regions.box_of(doc.row(Region, field.id)).surrounds(frame)


def test_a_field_that_was_read_before_it_grew_pushes_nothing_down_twice(doc: Document) -> None:
    board = boards.board_by_key(doc, "customers").id
    before = regions.regions_on(doc, board)
    for field in before[:3]:
        boards.add_notes(doc, board, ["a", "b", "c", "d", "e"], "heart", region=field)
    now = regions.regions_on(doc, board)
    assert len({field.h for field in now[:3]}) == 1
    assert now[3].y - (now[0].y + now[0].h) == before[3].y - (before[0].y + before[0].h)
