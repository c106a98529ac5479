"""Notes brought into line keep their words and their clusters, cover nothing, and one Undo brings them
back."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mission_desk.core.board import arranging, boards, clustering, places, regions
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Cluster, Note

BOXES = st.lists(
    st.builds(Box, *[st.integers(-3000, 3000)] * 2, *[st.integers(40, 700)] * 2), min_size=1, max_size=12
)
SPOTS = st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 900)), min_size=3, max_size=12)
ONE_DOCUMENT = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def moved(boxes: list[Box], spots: list[tuple[int, int]]) -> list[Box]:
    return [Box(x, y, box.w, box.h) for box, (x, y) in zip(boxes, spots, strict=True)]


def rows_at(spots: list[tuple[int, int]], heights: tuple[int, ...] = (156,)) -> list[Note]:
    return [
        Note(n, 1, None, f"note {n}", "ideator", x, y, 180, heights[n % len(heights)], n, 0, 100 - n)
        for n, (x, y) in enumerate(spots, 1)
    ]


def scatter(doc: Document, board: int, spots: list[tuple[int, int]]) -> list[int]:
    """One note at each spot, over others or not."""
    notes = []
    for n, at in enumerate(spots):
        notes += boards.add_notes(doc, board, [f"note {n}"], "ideator", at=at)
    return notes


def boxes_of(doc: Document, notes: list[int]) -> list[Box]:
    return [places.box_of(doc.row(Note, note)) for note in notes]


def covered(boxes: list[Box], others: list[Box]) -> bool:
    return any(box.overlaps(other) for box in boxes for other in others)


@given(BOXES, st.sampled_from(("left", "centre", "right")))
def test_aligned_boxes_share_a_line_and_keep_their_height(boxes: list[Box], edge: arranging.Edge) -> None:
    after = moved(boxes, arranging.aligned(boxes, edge))
    assert [box.y for box in after] == [box.y for box in boxes]
    if edge == "left":
        assert {box.x for box in after} == {min(box.x for box in boxes)}
    elif edge == "right":
        assert {box.right for box in after} == {max(box.right for box in boxes)}
    else:
        middles = [box.x * 2 + box.w for box in after]
        assert max(middles) - min(middles) <= 2


@given(BOXES)
def test_aligned_down_is_aligned_across_turned(boxes: list[Box]) -> None:
    turned = [Box(box.y, box.x, box.h, box.w) for box in boxes]
    for edge, other in (("top", "left"), ("middle", "centre"), ("bottom", "right")):
        assert arranging.aligned(boxes, edge) == [(x, y) for y, x in arranging.aligned(turned, other)]


@given(BOXES)
def test_distributed_boxes_keep_their_ends_and_have_even_room(boxes: list[Box]) -> None:
    after = moved(boxes, arranging.distributed(boxes, "across"))
    order = sorted(range(len(boxes)), key=lambda n: (2 * boxes[n].x + boxes[n].w, n))
    assert after[order[0]] == boxes[order[0]]
    assert after[order[-1]] == boxes[order[-1]]
    assert [box.y for box in after] == [box.y for box in boxes]
    gaps = [after[b].x - after[a].right for a, b in pairwise(order)]
    assert len(boxes) < 3 or max(gaps) - min(gaps) <= 1


@given(SPOTS, st.integers(1, 5))
def test_a_grid_loses_nothing_and_covers_nothing(spots: list[tuple[int, int]], columns: int) -> None:
    notes = rows_at(spots, (156, 300, 420))
    placed = arranging.gridded(notes, columns)
    assert {note.id for note, _ in placed} == {note.id for note in notes}
    boxes = [Box(x, y, note.w, note.h) for note, (x, y) in placed]
    assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))


def test_a_stack_has_the_newest_last() -> None:
    placed = arranging.stacked(rows_at([(0, 0), (500, 90), (20, 700)]))
    assert [(note.id, spot) for note, spot in placed] == [(3, (0, 0)), (2, (24, 24)), (1, (48, 48))]


def test_a_whole_cluster_is_aligned_as_one(doc: Document, board: int) -> None:
    pair = scatter(doc, board, [(600, 0), (900, 0)])
    (loose,) = scatter(doc, board, [(0, 600)])
    cluster = clustering.group_notes(doc, pair, "Pair")
    before = boxes_of(doc, pair)
    arranging.align_notes(doc, [*pair, loose], "left")
    frame = boards.cluster_boxes(boards.notes_on(doc, board))[cluster]
    assert frame.x == doc.row(Note, loose).x == 0
    after = boxes_of(doc, pair)
    assert after[1].x - after[0].x == before[1].x - before[0].x
    doc.undo()
    assert boxes_of(doc, pair) == before


def test_within_one_cluster_its_notes_are_aligned(doc: Document, board: int) -> None:
    pair = scatter(doc, board, [(600, 0), (900, 0)])
    cluster = clustering.group_notes(doc, pair, "Pair")
    arranging.align_notes(doc, pair, "left")
    assert len({box.x for box in boxes_of(doc, pair)}) == 1
    assert {doc.row(Note, note).cluster for note in pair} == {cluster}


def test_what_is_in_line_already_makes_no_step(doc: Document, board: int) -> None:
    notes = scatter(doc, board, [(0, 0), (0, 300)])
    arranging.align_notes(doc, notes, "left")
    arranging.distribute_notes(doc, notes, "down")
    assert doc.undoable == "note.add"


def test_distribute_is_one_step(doc: Document, board: int) -> None:
    notes = scatter(doc, board, [(0, 0), (200, 10), (1000, 20)])
    arranging.distribute_notes(doc, notes, "across")
    assert [box.x for box in boxes_of(doc, notes)] == [0, 500, 1000]
    assert doc.undoable == "note.distribute"
    doc.undo()
    assert [box.x for box in boxes_of(doc, notes)] == [0, 200, 1000]


@pytest.mark.parametrize("way", [arranging.grid_notes, arranging.stack_notes])
@ONE_DOCUMENT
@given(spots=SPOTS)
def test_gathered_notes_cover_no_others(doc: Document, board: int, way, spots: list[tuple[int, int]]) -> None:
    start = len(boards.notes_on(doc, board))
    assert start == 0
    notes = scatter(doc, board, spots)
    chosen, others = notes[::2], notes[1::2]
    clustering.group_notes(doc, others[:2], "others")
    frames = boards.cluster_boxes(boards.notes_on(doc, board)).values()
    before = boards.notes_on(doc, board)
    way(doc, chosen)
    assert not covered(boxes_of(doc, chosen), [*boxes_of(doc, others), *frames])
    assert {(n.id, n.text) for n in boards.notes_on(doc, board)} == {(n.id, n.text) for n in before}
    while boards.notes_on(doc, board):
        doc.undo()


def test_notes_of_two_clusters_are_gathered_in_each(doc: Document, board: int) -> None:
    first, second = scatter(doc, board, [(0, 0), (900, 0)]), scatter(doc, board, [(2000, 0), (2900, 0)])
    one, two = clustering.group_notes(doc, first, "one"), clustering.group_notes(doc, second, "two")
    arranging.stack_notes(doc, [*first, *second])
    frames = boards.cluster_boxes(boards.notes_on(doc, board))
    assert not frames[one].overlaps(frames[two])
    rows = [doc.row(Note, note) for note in first]
    assert (rows[1].x - rows[0].x, rows[1].y - rows[0].y) == (24, 24)
    assert rows[1].z > rows[0].z


def test_a_grid_in_a_region_stays_in_it(doc: Document) -> None:
    board = boards.board_by_key(doc, "customers").id
    region = regions.regions_on(doc, board)[0]
    notes = boards.add_notes(doc, board, ["a", "b", "c", "d", "e", "f", "g"], "customers", region=region)
    arranging.grid_notes(doc, notes)
    frame = regions.box_of(regions.regions_on(doc, board)[0])
    for box in boxes_of(doc, notes):
        assert frame.holds(box.x, box.y)
        assert frame.holds(box.right - 1, box.bottom - 1)


@ONE_DOCUMENT
@given(spots=SPOTS)
def test_joined_notes_cover_nothing(doc: Document, board: int, spots: list[tuple[int, int]]) -> None:
    assert not boards.notes_on(doc, board)
    notes = scatter(doc, board, spots)
    members, coming, rest = notes[:1], notes[1::2], notes[2::2]
    cluster = clustering.group_notes(doc, members, "here")
    before = boards.notes_on(doc, board)
    clustering.join_cluster(doc, coming, cluster)
    assert {doc.row(Note, note).cluster for note in coming} == {cluster}
    inside = boxes_of(doc, [*members, *coming])
    assert not any(a.overlaps(b) for a, b in combinations(inside, 2))
    frame = boards.cluster_boxes(boards.notes_on(doc, board))[cluster]
    assert not covered([frame], boxes_of(doc, rest))
    doc.undo()
    assert boards.notes_on(doc, board) == before
    while boards.notes_on(doc, board):
        doc.undo()


def test_a_neighbour_stays_where_it_is(doc: Document, board: int) -> None:
    notes = scatter(doc, board, [(0, 0), (192, 0), (0, 168), (192, 168), (456, 0), (648, 0), (0, 900)])
    here, beside = (
        clustering.group_notes(doc, notes[:4], "here"),
        clustering.group_notes(doc, notes[4:6], "beside"),
    )
    before = boxes_of(doc, notes[4:6])
    assert here is not None
    assert beside is not None
    clustering.join_cluster(doc, notes[6:], here)
    assert boxes_of(doc, notes[4:6]) == before
    assert boxes_of(doc, notes[6:]) == [Box(0, 336, 180, 156)]


def test_a_cluster_that_all_notes_left_goes(doc: Document, board: int) -> None:
    notes = scatter(doc, board, [(0, 0), (300, 0), (1000, 0), (1300, 0)])
    one, two = clustering.group_notes(doc, notes[:2], "one"), clustering.group_notes(doc, notes[2:], "two")
    clustering.join_cluster(doc, notes[2:], one)
    assert [cluster.id for cluster in doc.rows(Cluster)] == [one]
    doc.undo()
    assert {cluster.id for cluster in doc.rows(Cluster)} == {one, two}


def test_the_larger_cluster_keeps_its_name(doc: Document, board: int) -> None:
    notes = scatter(doc, board, [(n * 300, 0) for n in range(6)])
    small = clustering.group_notes(doc, notes[:2], "small")
    large = clustering.group_notes(doc, notes[2:5], "large")
    assert clustering.merge_clusters(doc, [large]) is None
    assert clustering.merge_clusters(doc, [small, large]) == large
    assert [cluster.name for cluster in doc.rows(Cluster)] == ["large"]
    assert {doc.row(Note, note).cluster for note in notes[:5]} == {large}
    assert doc.row(Note, notes[5]).cluster is None
    doc.undo()
    assert {cluster.name for cluster in doc.rows(Cluster)} == {"small", "large"}
