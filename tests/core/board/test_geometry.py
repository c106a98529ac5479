"""Places on a wall, by numbers: edges belong to one side, gaps are exact, order is that of reading."""

from __future__ import annotations

import pytest

from mission_desk.core.board import arranging, boards, grouping, places, regions
from mission_desk.core.board.free_places import (
    below,
    columns_of,
    free_corner,
    free_spots,
    free_spots_where,
    grid_height,
    grid_spots,
    lined_up,
    lines_of,
    nearest,
    spots_among,
)
from mission_desk.core.board.pictures import note_size
from mission_desk.core.board.places import GAP, Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH, Note, Region

AREA = Box(100, 200, 3 * (NOTE_WIDTH + GAP) - GAP, 400)
STEP_X, STEP_Y = NOTE_WIDTH + GAP, NOTE_HEIGHT + GAP


def note(number: int, x: int, y: int, w: int = NOTE_WIDTH, h: int = NOTE_HEIGHT, **more: int) -> Note:
    return Note(
        id=number,
        board=1,
        cluster=None,
        text=f"{number}",
        style="heart",
        x=x,
        y=y,
        w=w,
        h=h,
        z=number,
        dots=0,
        at=more.get("at", number),
    )


@pytest.mark.parametrize(
    ("other", "overlaps", "surrounds"),
    [
        (Box(0, 0, 10, 10), True, True),
        (Box(10, 0, 5, 5), False, False),
        (Box(9, 0, 5, 5), True, False),
        (Box(0, 10, 5, 5), False, False),
        (Box(0, 9, 5, 5), True, False),
        (Box(-5, 0, 5, 5), False, False),
        (Box(0, -5, 5, 5), False, False),
        (Box(2, 2, 8, 8), True, True),
        (Box(2, 2, 9, 8), True, False),
        (Box(2, 2, 8, 9), True, False),
        (Box(-1, 2, 3, 3), True, False),
        (Box(2, -1, 3, 3), True, False),
    ],
)
def test_boxes_that_only_touch_do_not_overlap(other: Box, overlaps: bool, surrounds: bool) -> None:
    box = Box(0, 0, 10, 10)
    assert (box.overlaps(other), other.overlaps(box), box.surrounds(other)) == (overlaps, overlaps, surrounds)


@pytest.mark.parametrize(
    ("x", "y", "holds"),
    [(0, 0, True), (9.9, 9.9, True), (10, 5, False), (5, 10, False), (-0.1, 5, False), (5, -0.1, False)],
)
def test_a_point_on_the_right_or_lower_edge_belongs_to_the_neighbour(x: float, y: float, holds: bool) -> None:
    assert Box(0, 0, 10, 10).holds(x, y) == holds
    assert places.cluster_under({7: Box(0, 0, 10, 10)}, x, y) == (7 if holds else None)


def test_a_frame_leaves_room_for_the_name_above_and_a_margin_at_the_sides() -> None:
    frame = places.framed(Box(100, 100, 50, 60))
    assert frame == Box(82, 60, 86, 118)
    assert places.cluster_box([note(1, 100, 100, 20, 20), note(2, 130, 140, 20, 20)]) == frame
    assert places.cluster_box([]) is None
    assert places.folded_box(frame) == Box(82, 60, 86, 72)
    assert places.folded_box(Box(0, 0, 500, 500)) == Box(0, 0, 408, 72)


def test_a_wall_is_read_row_by_row_from_the_left() -> None:
    row = NOTE_HEIGHT + GAP
    notes = [note(1, 300, 0), note(2, 0, row), note(3, 0, 10), note(4, 300, row - 10), note(5, 0, 10)]
    assert [each.id for each in places.reading_order(notes)] == [3, 5, 1, 2, 4]
    assert places.row_of(row - NOTE_HEIGHT // 2 - 1, NOTE_HEIGHT) == 0
    assert places.row_of(row - NOTE_HEIGHT // 2, NOTE_HEIGHT) == 1


def test_free_places_go_from_the_left_and_then_down() -> None:
    first, *_, last = free_spots([], AREA, 4)
    assert (first, last) == ((100, 200), (100, 200 + STEP_Y))
    assert len({x for x, _ in free_spots([], AREA, 6)}) == 3
    assert free_spots([], AREA, 0) == []
    narrow = Box(0, 0, 10, 10)
    assert free_spots([], narrow, 2) == [(0, 0), (0, STEP_Y)]


@pytest.mark.parametrize(
    ("taken", "first"),
    [
        (Box(100, 200, 1, 1), (100 + STEP_X, 200)),
        (Box(100 - GAP, 200, GAP, 5), (100 + STEP_X, 200)),
        (Box(100 - GAP - 1, 200, 1, 5), (100, 200)),
        (Box(100, 200 - GAP - 1, 50, 1), (100, 200)),
        (Box(100, 200 - GAP, 50, 1), (100 + STEP_X, 200)),
        (Box(100, 200 + NOTE_HEIGHT + GAP, 50, 5), (100, 200)),
        (Box(100, 200 + NOTE_HEIGHT + GAP - 1, 50, 5), (100 + STEP_X, 200)),
        (Box(0, 0, 5000, 5000), (100, 200 + -(-(5000 + GAP - 200) // STEP_Y) * STEP_Y)),
    ],
)
def test_a_free_place_is_a_gap_away_and_no_further(taken: Box, first: tuple[int, int]) -> None:
    assert free_spots([taken], AREA, 1) == [first]
    assert free_spots_where(lambda band: [taken] if taken.overlaps(band) else [], AREA, 1) == [first]


def test_a_new_note_comes_into_line_with_one_that_is_there() -> None:
    area = lined_up(AREA, (100 + 5 + STEP_X, 200 + 7 - STEP_Y))
    assert (area.x, area.y, area.right, area.bottom) == (105, 207, AREA.right, AREA.bottom)
    assert lined_up(AREA, (100, 200)) == AREA


@pytest.mark.parametrize(
    ("taken", "corner"),
    [
        ([], (100, 200)),
        ([Box(100, 200, 50, 50)], (100 + 50 + GAP, 200)),
        ([Box(100, 200, AREA.w, 50)], (100, 200 + 50 + GAP)),
        ([Box(100 - GAP - 30, 200, 30, 50)], (100, 200)),
        ([Box(100 - GAP - 29, 200, 30, 50)], (100 + 1, 200)),
        ([Box(AREA.right - 40, 200, 40, 50), Box(100, 200, AREA.w - 41, 20)], (100, 200 + 20 + GAP)),
    ],
)
def test_a_corner_is_directly_beside_or_below_what_is_there(
    taken: list[Box], corner: tuple[int, int]
) -> None:
    assert free_corner(taken, AREA, 60, 40) == corner


def test_a_crowded_area_still_gives_a_free_corner() -> None:
    taken = [Box(100 + n, 200, 1, 400) for n in range(0, AREA.w, 10)]
    x, y = free_corner(taken, AREA, 60, 40)
    assert not any(box.grown(GAP - 1).overlaps(Box(x, y, 60, 40)) for box in taken)


def test_what_goes_down_goes_below_everything_that_it_would_cover() -> None:
    taken = [Box(0, 0, 50, 100), Box(0, 120, 50, 30)]
    assert below(Box(10, -500, 20, 20), 0, taken) == Box(10, 150 + GAP, 20, 20)
    assert below(Box(50, 0, 20, 20), 0, taken) == Box(50, 0, 20, 20)
    assert below(Box(10, 0, 20, 8), 100, taken) == Box(10, 100, 20, 8)


def test_a_grid_has_rows_as_high_and_columns_as_wide_as_the_largest() -> None:
    sizes = [(10, 10), (30, 20), (10, 5), (10, 40)]
    assert grid_spots(5, 7, sizes, 2) == [(5, 7), (5 + 42, 7), (5, 7 + 32), (5 + 42, 7 + 32)]
    assert grid_height(sizes, 2) == 32 + 52
    assert grid_spots(0, 0, [], 2) == []


def test_lines_break_where_the_next_would_reach_beyond_the_width() -> None:
    assert lines_of(0, 0, [(40, 10), (48, 20), (10, 5)], 100) == [(0, 0), (52, 0), (0, 32)]
    assert lines_of(0, 0, [(40, 10), (49, 20)], 100) == [(0, 0), (0, 22)]
    assert lines_of(0, 0, [(500, 10), (500, 10)], 100) == [(0, 0), (0, 22)]


@pytest.mark.parametrize(
    ("count", "columns"), [(1, 2), (2, 2), (4, 2), (5, 3), (9, 3), (10, 4), (16, 4), (99, 4)]
)
def test_a_cluster_stands_in_two_to_four_columns(count: int, columns: int) -> None:
    assert columns_of(count) == columns


def test_what_joins_a_cluster_stands_beside_its_notes_unless_that_would_push_a_neighbour() -> None:
    inside, coming = [note(1, 0, 0)], [note(2, 0, 0)]
    assert spots_among(inside, coming, []) == [(STEP_X, 0)]
    right = Box(STEP_X + NOTE_WIDTH, 0, 10, 10)
    assert spots_among(inside, coming, [right]) == [(0, STEP_Y)]
    just_beside = Box(STEP_X + NOTE_WIDTH + places.CLUSTER_PAD, 0, 10, 10)
    assert spots_among(inside, coming, [just_beside]) == [(STEP_X, 0)]
    assert spots_among([], [note(3, 5, 6)], []) == [(5, 6)]


def test_frames_stand_in_rows_and_each_row_is_as_high_as_its_highest_frame() -> None:
    def frames(width: int, *heights: int) -> list[Box]:
        groups = [(f"{n}", [note(n, 0, 0, 100, h)]) for n, h in enumerate(heights)]
        laid = grouping.in_rows(groups, 10, 20, width)
        return [box for _, notes in laid if (box := places.cluster_box(notes))]

    wide = 100 + 2 * places.CLUSTER_PAD
    tall, low = 50 + places.CLUSTER_HEAD + places.CLUSTER_PAD, 30 + places.CLUSTER_HEAD + places.CLUSTER_PAD
    two = 2 * wide + 24
    assert frames(two, 30, 50, 30) == [
        Box(10, 20, wide, low),
        Box(10 + wide + 24, 20, wide, tall),
        Box(10, 20 + tall + 24, wide, low),
    ]
    assert frames(two - 1, 30, 50) == [Box(10, 20, wide, low), Box(10, 20 + low + 24, wide, tall)]
    assert frames(1, 30) == [Box(10, 20, wide, low)]


def test_a_stack_shows_the_first_line_of_each_and_the_newest_on_top() -> None:
    notes = [note(1, 50, 10, at=3), note(2, 20, 40, at=1), note(3, 90, 90, at=3)]
    assert [(each.id, spot) for each, spot in arranging.stacked(notes)] == [
        (2, (20, 10)),
        (1, (44, 34)),
        (3, (68, 58)),
    ]


@pytest.mark.parametrize(
    ("edge", "spots"),
    [
        ("left", [(0, 0), (0, 50)]),
        ("right", [(100, 0), (0, 50)]),
        ("centre", [(50, 0), (0, 50)]),
        ("top", [(100, 0), (0, 0)]),
        ("bottom", [(100, 70), (0, 0)]),
        ("middle", [(100, 35), (0, 0)]),
    ],
)
def test_each_edge_lines_up_its_own_side(edge: arranging.Edge, spots: list[tuple[int, int]]) -> None:
    boxes = [Box(100, 0, 10, 20), Box(0, 50, 110, 40)]
    if edge in ("top", "bottom", "middle"):
        boxes = [Box(100, 0, 10, 20), Box(0, 0, 110, 90)]
    assert arranging.aligned(boxes, edge) == spots


def test_between_the_first_and_the_last_the_room_is_even() -> None:
    boxes = [Box(0, 0, 10, 10), Box(90, 5, 10, 10), Box(12, 7, 20, 10)]
    assert arranging.distributed(boxes, "across") == [(0, 0), (90, 5), (40, 7)]
    turned = [Box(y, x, h, w) for x, y, w, h in boxes]
    assert arranging.distributed(turned, "down") == [(0, 0), (5, 90), (7, 40)]
    assert arranging.distributed(boxes[:2], "across") == [(0, 0), (90, 5)]


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        (1000, 1000, (372 + 16, 372 + 50)),
        (2000, 1000, (372 + 16, 184 + 50)),
        (1000, 2000, (184 + 16, 372 + 50)),
        (10_000, 1, (372 + 16, 40 + 50)),
        (1, 10_000, (120 + 16, 372 + 50)),
        (0, 0, (120 + 16, 40 + 50)),
    ],
)
def test_a_picture_keeps_its_shape_down_to_a_smallest_note(
    width: int, height: int, size: tuple[int, int]
) -> None:
    w, h = note_size(width, height)
    assert abs(w - size[0]) <= 4
    assert abs(h - size[1]) <= 4


@pytest.mark.parametrize(
    ("taken", "place"),
    [
        ([], (0, 0)),
        ([Box(50, 50, 200, 40)], (0, 90 + GAP)),
        ([Box(50, 50, 40, 200)], (90 + GAP, 0)),
        ([Box(50, 0, 40, 300), Box(110, 0, 500, 100)], (0, 300 + GAP)),
    ],
)
def test_what_must_cover_nothing_goes_right_or_down_the_shorter_way(
    taken: list[Box], place: tuple[int, int]
) -> None:
    assert nearest(Box(0, 0, 100, 100), taken) == Box(*place, 100, 100)


def test_notes_of_a_field_stand_below_its_title_and_inside_its_margins(doc: Document) -> None:
    board = boards.board_by_key(doc, "customers").id
    with doc.action("field.edit") as write:
        field = regions.regions_on(doc, board)[0].id
        write.update(Region, field, x=10, y=20, w=300, h=400)
    assert regions.area(doc.row(Region, field)) == Box(34, 84, 252, 312)
    assert regions.spots_in(doc, field, 1) == [(34, 84)]
    boards.add_notes(doc, board, ["at the edge"], "customers", at=(34, 420 - NOTE_HEIGHT // 2))
    assert regions.spots_in(doc, field, 1) == [(34, 84)]
