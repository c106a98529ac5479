from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mission_desk.core.board import (
    boards,
    clustering,
    duplicating,
    free_places,
    moving,
    places,
    regions,
    tidying,
)
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Board, Cluster, Note, Region


def note(doc: Document, number: int) -> Note:
    return doc.row(Note, number)


def overlapping(boxes: list[Box]) -> list[tuple[Box, Box]]:
    return [(one, other) for n, one in enumerate(boxes) for other in boxes[n + 1 :] if one.overlaps(other)]


def test_notes_take_free_places_in_reading_order(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["in the way"], "ideator", at=(192, 0))
    boards.add_notes(doc, board, ["one", "two", "three"], "strategist")
    notes = boards.notes_on(doc, board)
    assert [(each.text, each.x, each.y) for each in notes[1:]] == [
        ("one", 0, 0), ("two", 384, 0), ("three", 576, 0)
    ]  # fmt: skip
    assert overlapping([places.box_of(each) for each in notes]) == []
    assert [each.z for each in notes] == [1, 2, 3, 4]


def test_blank_lines_make_no_notes(doc: Document, board: int) -> None:
    assert (
        boards.add_notes(
            doc,
            board,
            ["", "  ", "\x00", "\n", "\u200b\u2060", "\ufeff", "\xad", "\u3164", "\u2800 "],
            "ideator",
        )
        == []
    )
    assert boards.add_notes(doc, board, [" one \n", "\x07two"], "ideator")
    assert [each.text for each in boards.notes_on(doc, board)] == ["one", "two"]


def test_a_hundred_thousand_characters_are_refused_in_one_sentence(doc: Document, board: int) -> None:
    (number,) = boards.add_notes(doc, board, ["short"], "ideator")
    for write in (
        lambda text: boards.add_notes(doc, board, ["fine", text], "ideator"),
        lambda text: boards.edit_note(doc, number, text),
    ):
        with pytest.raises(KnownError, match="100,000 characters"):
            write("x" * 100_000)
    assert [each.text for each in boards.notes_on(doc, board)] == ["short"]


def test_a_paste_of_too_many_lines_is_refused(doc: Document, board: int) -> None:
    with pytest.raises(KnownError, match="25,000 notes"):
        boards.add_notes(doc, board, ["line"] * 25_000, "ideator")
    assert boards.notes_on(doc, board) == []


def test_a_region_is_filled_inside_its_frame(doc: Document) -> None:
    customers = boards.board_by_key(doc, "customers").id
    region = doc.rows(Region, "board = ? AND key = 'worry'", customers)[0]
    boards.add_notes(doc, customers, ["w"] * 9, "customers", region=region)
    frame = regions.box_of(doc.row(Region, region.id))
    for each in boards.notes_on(doc, customers):
        assert frame.holds(each.x, each.y)
        assert frame.holds(each.x + each.w - 1, each.y + each.h - 1)


def test_a_full_region_grows_and_nothing_is_covered(doc: Document) -> None:
    customers = boards.board_by_key(doc, "customers").id
    first, *_, last = before = regions.regions_on(doc, customers)
    boards.add_notes(doc, customers, ["below"], "customers", region=last)
    boards.add_notes(doc, customers, ["full"] * 10, "customers", region=first)
    after = regions.regions_on(doc, customers)
    frames = {region.id: regions.box_of(region) for region in after}
    assert not any(a.overlaps(b) for a in frames.values() for b in frames.values() if a is not b)
    for note in boards.notes_on(doc, customers):
        home = frames[last.id if note.text == "below" else first.id]
        assert home.holds(note.x, note.y)
        assert home.holds(note.x + note.w - 1, note.y + note.h - 1)
    doc.undo()
    assert regions.regions_on(doc, customers) == before


def test_a_board_that_is_not_there_is_named_with_those_that_are(doc: Document) -> None:
    with pytest.raises(KnownError, match=r"no board “wall”.*think-big"):
        boards.board_by_key(doc, "wall")


def test_an_emptied_note_is_removed(doc: Document, board: int) -> None:
    (number,) = boards.add_notes(doc, board, ["one"], "ideator")
    boards.edit_note(doc, number, "  ")
    assert boards.notes_on(doc, board) == []
    doc.undo()
    assert note(doc, number).text == "one"


def test_a_note_dropped_into_a_frame_joins_and_dragged_out_leaves(doc: Document, board: int) -> None:
    first, second, third = boards.add_notes(doc, board, ["a", "b", "c"], "ideator")
    cluster = clustering.group_notes(doc, [first, second], "Pair")
    inside, outside = note(doc, first), note(doc, third)
    moving.move_notes(doc, [third], inside.x - outside.x + 20, inside.y - outside.y + 20)
    assert note(doc, third).cluster == cluster
    moving.move_notes(doc, [third], 3000, 0)
    assert note(doc, third).cluster is None
    doc.undo()
    assert note(doc, third).cluster == cluster


def test_a_cluster_that_moves_whole_stays_together(doc: Document, board: int) -> None:
    pair = boards.add_notes(doc, board, ["a", "b"], "ideator")
    cluster = clustering.group_notes(doc, pair, "Pair")
    moving.move_notes(doc, pair, 5000, 5000)
    assert [note(doc, each).cluster for each in pair] == [cluster, cluster]


def test_a_cluster_without_notes_goes(doc: Document, board: int) -> None:
    pair = boards.add_notes(doc, board, ["a", "b"], "ideator")
    clustering.group_notes(doc, pair, "Pair")
    boards.remove_notes(doc, pair)
    assert doc.rows(Cluster) == []
    doc.undo()
    assert doc.rows(Cluster)[0].name == "Pair"


def test_ungrouping_leaves_the_notes_where_they_are(doc: Document, board: int) -> None:
    pair = boards.add_notes(doc, board, ["a", "b"], "ideator")
    cluster = clustering.group_notes(doc, pair, "Pair")
    where = [(each.x, each.y) for each in boards.notes_on(doc, board)]
    assert cluster is not None
    clustering.ungroup(doc, cluster)
    assert [(each.x, each.y, each.cluster) for each in boards.notes_on(doc, board)] == [
        (*at, None) for at in where
    ]


def test_dots_are_never_fewer_than_none_and_quick_ones_join(doc: Document, board: int) -> None:
    (number,) = boards.add_notes(doc, board, ["one"], "ideator")
    for change in (-1, 1, 1, 1, -1):
        boards.add_dots(doc, [number], change)
    assert note(doc, number).dots == 2
    doc.undo()
    assert note(doc, number).dots == 0
    assert doc.rows(Note)


def test_sent_notes_find_room_on_the_other_board(doc: Document, board: int) -> None:
    parking = boards.board_by_key(doc, "parking").id
    boards.add_notes(doc, parking, ["there"], "parking")
    moved = boards.add_notes(doc, board, ["a", "b"], "ideator")
    clustering.group_notes(doc, moved, "Pair")
    moving.send_notes(doc, moved[:1], parking)
    moving.send_notes(doc, moved[1:], parking)
    assert boards.notes_on(doc, board) == []
    assert [row.board for row in doc.rows(Cluster)] == [parking]
    assert overlapping([places.box_of(each) for each in boards.notes_on(doc, parking)]) == []


def test_copies_lie_beside_and_carry_no_dots(doc: Document, board: int) -> None:
    (number,) = boards.add_notes(doc, board, ["one"], "ideator")
    boards.add_dots(doc, [number], 3)
    (copy,) = duplicating.duplicate_notes(doc, [number])
    assert (note(doc, copy).text, note(doc, copy).dots) == ("one", 0)
    assert note(doc, copy).z > note(doc, number).z


def test_raised_notes_lie_on_top_in_their_order(doc: Document, board: int) -> None:
    first, second, third = boards.add_notes(doc, board, ["a", "b", "c"], "ideator")
    moving.raise_notes(doc, [second, first])
    assert [each.id for each in boards.notes_on(doc, board)] == [third, first, second]


def test_tidying_a_board_with_regions_keeps_every_note_in_its_region(doc: Document) -> None:
    customers = boards.board_by_key(doc, "customers").id
    region = doc.rows(Region, "board = ? AND key = 'future'", customers)[0]
    for n in range(5):
        boards.add_notes(
            doc, customers, ["f"], "customers", at=(region.x + 90 * n + 60, region.y + 15 * n + 70)
        )
    tidying.tidy_up(doc, customers)
    notes = boards.notes_on(doc, customers)
    frame = regions.box_of(doc.row(Region, region.id))
    assert all(frame.holds(each.x + each.w / 2, each.y + each.h / 2) for each in notes)
    assert overlapping([places.box_of(each) for each in notes]) == []


PLACES = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 700)), min_size=1, max_size=14)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLACES, st.data())
def test_a_new_cluster_hides_nothing_and_tidying_up_lays_everything_apart(
    doc: Document, board: int, spots: list[tuple[int, int]], data: st.DataObject
) -> None:
    with doc.action("clear") as write:
        for each in doc.rows(Note):
            write.delete(Note, each.id)
        for each in doc.rows(Cluster):
            write.delete(Cluster, each.id)
    numbers = [boards.add_notes(doc, board, ["n"], "ideator", at=spot)[0] for spot in spots]
    for name in ("first", "second"):
        chosen = data.draw(st.lists(st.sampled_from(numbers), min_size=1, max_size=5, unique=True))
        cluster = clustering.group_notes(doc, chosen, name)
        frames = boards.cluster_boxes(boards.notes_on(doc, board))
        loose = [each for each in boards.notes_on(doc, board) if each.cluster is None]
        covered = [
            box for other, box in frames.items() if other != cluster and box.overlaps(frames[cluster or 0])
        ]
        covered += [box for box in map(places.box_of, loose) if box.overlaps(frames[cluster or 0])]
        assert covered == []
    tidying.tidy_up(doc, board)
    notes = boards.notes_on(doc, board)
    assert overlapping([places.box_of(each) for each in notes]) == []
    assert overlapping(list(boards.cluster_boxes(notes).values())) == []
    assert doc.rows(Board)


def test_notes_that_grew_are_never_covered(doc: Document, board: int) -> None:
    def height(text: str) -> int:
        return 156 if len(text) < 40 else 420

    texts = ["short", "long " * 20, "short too", "also long " * 20] * 4
    ids = boards.add_notes(doc, board, texts, "ideator", height=height)
    assert overlapping([places.box_of(each) for each in boards.notes_on(doc, board)]) == []
    clustering.group_notes(doc, ids[:5], "Some")
    assert overlapping([places.box_of(each) for each in boards.notes_on(doc, board)]) == []
    tidying.tidy_up(doc, board)
    assert overlapping([places.box_of(each) for each in boards.notes_on(doc, board)]) == []


def test_tidying_a_region_keeps_clusters_apart(doc: Document) -> None:
    customers = boards.board_by_key(doc, "customers").id
    region = regions.regions_on(doc, customers)[4]
    ids = boards.add_notes(doc, customers, ["w"] * 9, "customers", region=region)
    clustering.group_notes(doc, ids[0:6:2], "odd")
    clustering.group_notes(doc, ids[1:6:2], "even")
    tidying.tidy_up(doc, customers)
    notes = boards.notes_on(doc, customers)
    loose = [places.box_of(each) for each in notes if each.cluster is None]
    assert overlapping([*boards.cluster_boxes(notes).values(), *loose]) == []


def test_new_notes_come_into_line_with_those_that_are_there(doc: Document, board: int) -> None:
    first, beside = scattered(doc, board, (107, 55), (107 + 192, 55))
    area = Box(96, 36, 1000, 600)  # what is in sight, whoever moved it
    added = boards.add_notes(doc, board, ["n"] * 6, "ideator", area=area)
    boxes = [places.box_of(note(doc, each)) for each in added]
    assert {((box.x - 107) % 192, (box.y - 55) % 168) for box in boxes} == {(0, 0)}
    assert (boxes[0].x, boxes[0].y) == (107 + 2 * 192, 55)
    everything = [places.box_of(note(doc, each)) for each in (first, beside, *added)]
    assert overlapping([box.grown(places.GAP // 2) for box in everything]) == []


@given(PLACES)
def test_free_places_keep_a_gap_from_everything(spots: list[tuple[int, int]]) -> None:
    taken = [Box(x, y, 180, 156) for x, y in spots]
    area = free_places.lined_up(Box(5, 7, 800, 500), spots[0] if spots else (5, 7))
    new_boxes = [Box(x, y, 180, 156) for x, y in free_places.free_spots(taken, area, 9)]
    near = [box.grown(places.GAP) for box in new_boxes]
    assert not any(box.overlaps(other) for box in near for other in taken)
    assert overlapping(new_boxes) == []
    assert all(box.x >= 5 and box.y >= 7 and box.right <= 805 for box in new_boxes)


def scattered(doc: Document, board: int, *spots: tuple[int, int]) -> list[int]:
    return [boards.add_notes(doc, board, ["n"], "ideator", at=spot)[0] for spot in spots]


def has_room(doc: Document, region: Region, cluster: int) -> bool:
    """The field surrounds the cluster, and everything below has gone down with its edge."""
    notes, fields = boards.notes_on(doc, region.board), regions.regions_on(doc, region.board)
    frames = boards.cluster_boxes(notes, boards.folded_on(doc, region.board))
    apart = overlapping([regions.box_of(each) for each in fields]) == []
    return apart and regions.box_of(doc.row(Region, region.id)).surrounds(frames[cluster])


def hold(doc: Document, region: Region, notes: list[int]) -> bool:
    box = regions.box_of(doc.row(Region, region.id))
    return all(box.surrounds(places.box_of(note(doc, each))) for each in notes)


def test_a_field_grows_around_the_cluster_that_is_made_in_it(doc: Document) -> None:
    customers = boards.board_by_key(doc, "customers").id
    first, below = regions.regions_on(doc, customers)[0], regions.regions_on(doc, customers)[3]
    inside = boards.add_notes(doc, customers, ["w"] * 7, "customers", region=first)
    lower = boards.add_notes(doc, customers, ["w"] * 3, "customers", region=below)
    before = doc.rows(Note), doc.rows(Region)
    cluster = clustering.group_notes(doc, inside, "all of it")
    assert cluster is not None
    assert has_room(doc, first, cluster)
    assert hold(doc, below, lower)
    part = clustering.split_cluster(doc, inside[4:], "part")
    assert part is not None
    assert has_room(doc, first, part)
    assert hold(doc, below, lower)
    doc.undo()
    doc.undo()
    assert (doc.rows(Note), doc.rows(Region)) == before


def test_a_field_grows_around_a_cluster_that_is_opened(doc: Document) -> None:
    customers = boards.board_by_key(doc, "customers").id
    first = regions.regions_on(doc, customers)[0]
    inside = boards.add_notes(doc, customers, ["w"] * 4, "customers", region=first)
    cluster = clustering.group_notes(doc, inside, "folded")
    assert cluster is not None
    clustering.fold_clusters(doc, [cluster], True)
    region = doc.row(Region, first.id)
    moving.move_notes(doc, inside, 0, region.y + region.h - 100 - note(doc, inside[0]).y)
    clustering.fold_clusters(doc, [cluster], False)
    assert has_room(doc, first, cluster)


def test_loose_notes_that_make_room_stay_in_their_field(doc: Document) -> None:
    customers = boards.board_by_key(doc, "customers").id
    first = regions.regions_on(doc, customers)[0]
    ids = boards.add_notes(doc, customers, ["w"] * 9, "customers", region=first)
    cluster = clustering.group_notes(doc, ids[:3], "top")
    assert cluster is not None
    assert has_room(doc, first, cluster)
    assert hold(doc, first, ids)


def test_what_leaves_a_cluster_or_is_a_copy_of_one_stays_in_its_field(doc: Document) -> None:
    customers = boards.board_by_key(doc, "customers").id
    first, below = regions.regions_on(doc, customers)[0], regions.regions_on(doc, customers)[3]
    ids = boards.add_notes(doc, customers, ["w"] * 7, "customers", region=first)
    lower = boards.add_notes(doc, customers, ["w"] * 3, "customers", region=below)
    assert clustering.group_notes(doc, ids, "one") is not None
    copies = duplicating.duplicate_notes(doc, ids)
    assert hold(doc, first, copies)
    clustering.leave_cluster(doc, ids[:2])
    assert hold(doc, first, [*ids, *copies])
    assert hold(doc, below, lower)
    frames = boards.cluster_boxes(boards.notes_on(doc, customers)).values()
    loose = [places.box_of(note(doc, each)) for each in ids[:2]]
    assert overlapping([*frames, *loose]) == []
