"""What is done with notes in hand: locked ones stay, sized ones keep room for their words, clusters fold,
split and travel whole."""

from __future__ import annotations

import pytest

from mission_desk.core.board import (
    arranging,
    boards,
    clustering,
    duplicating,
    filling,
    free_places,
    moving,
    note_properties,
    places,
    regions,
    taken_space,
    tidying,
)
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH, Cluster, Note, Region
from mission_desk.core.stage import stage_board
from mission_desk.posters.from_rows import board_poster


def height(text: str, width: int) -> int:
    return 100 + 20 * (len(text) * 10 // width)


def scatter(doc: Document, board: int, *spots: tuple[int, int]) -> list[int]:
    return [boards.add_notes(doc, board, [f"n{n}"], "ideator", at=at)[0] for n, at in enumerate(spots)]


def boxes(doc: Document, notes: list[int]) -> list[Box]:
    return [places.box_of(doc.row(Note, note)) for note in notes]


def grouped(doc: Document, notes: list[int], name: str = "Calm") -> int:
    cluster = clustering.group_notes(doc, notes, name)
    assert cluster is not None
    return cluster


# locked


@pytest.mark.parametrize(
    "act",
    [
        lambda doc, notes: moving.move_notes(doc, notes, 50, 50),
        lambda doc, notes: boards.remove_notes(doc, notes),
        lambda doc, notes: moving.send_notes(doc, notes, boards.board_by_key(doc, "parking").id),
        lambda doc, notes: arranging.align_notes(doc, notes, "left"),
        lambda doc, notes: arranging.grid_notes(doc, notes),
        lambda doc, notes: clustering.group_notes(doc, notes, "x"),
        lambda doc, notes: note_properties.stretch_notes(doc, notes, 48, 48, height),
        lambda doc, notes: note_properties.fit_notes(doc, notes, height),
        lambda doc, notes: tidying.tidy_up(doc, doc.row(Note, notes[0]).board),
    ],
)
def test_a_locked_note_stays_and_the_others_do_not_care(doc: Document, board: int, act: object) -> None:
    locked, *free = scatter(doc, board, (500, 500), (30, 40), (800, 290), (900, 700))
    note_properties.lock_notes(doc, [locked], True)
    before, others = boxes(doc, [locked]), [doc.find(Note, note) for note in free]
    act(doc, [locked, *free])
    assert boxes(doc, [locked]) == before
    assert [doc.find(Note, note) for note in free] != others
    laid = [places.box_of(note) for note in boards.notes_on(doc, board)]
    assert not any(a.overlaps(b) for n, a in enumerate(laid) for b in laid[n + 1 :])


def test_unlocked_it_moves_again(doc: Document, board: int) -> None:
    (note,) = scatter(doc, board, (0, 0))
    note_properties.lock_notes(doc, [note], True)
    note_properties.lock_notes(doc, [note], False)
    moving.move_notes(doc, [note], 24, 0)
    assert boxes(doc, [note])[0].x == 24


def test_a_new_frame_does_not_push_what_is_locked(doc: Document, board: int) -> None:
    one, two, locked = scatter(doc, board, (0, 0), (192, 0), (192, 168))
    note_properties.lock_notes(doc, [locked], True)
    before = boxes(doc, [locked])
    grouped(doc, [one, two, *scatter(doc, board, (900, 0), (900, 300))])
    assert boxes(doc, [locked]) == before


# sized


def test_a_sized_note_keeps_room_for_its_words(doc: Document, board: int) -> None:
    (note,) = scatter(doc, board, (0, 0))
    boards.edit_note(doc, note, "long words " * 20)
    note_properties.resize_notes(doc, {note: Box(10, 20, 40, 10)}, height)
    row = doc.row(Note, note)
    assert (row.x, row.y, row.w, row.sized) == (10, 20, note_properties.SMALLEST, 1)
    assert row.h == height(row.text, row.w)


def test_editing_lets_a_sized_note_grow_and_never_shrink(doc: Document, board: int) -> None:
    (note,) = scatter(doc, board, (0, 0))
    note_properties.resize_notes(doc, {note: Box(0, 0, 300, 400)}, height)
    boards.edit_note(doc, note, "short", h=120)
    assert doc.row(Note, note).h == 400
    boards.edit_note(doc, note, "longer", h=500)
    assert doc.row(Note, note).h == 500
    note_properties.fit_notes(doc, [note], height)
    assert (doc.row(Note, note).w, doc.row(Note, note).sized) == (180, 0)


def test_wide_notes_do_not_cover_each_other_in_a_grid(doc: Document, board: int) -> None:
    notes = scatter(doc, board, (0, 0), (400, 0), (0, 400), (400, 400))
    note_properties.stretch_notes(doc, notes[:2], 100, 0, height)
    for act in (arranging.grid_notes, lambda doc, notes: clustering.group_notes(doc, notes, "wide")):
        act(doc, notes)
        laid = boxes(doc, notes)
        assert not any(a.overlaps(b) for n, a in enumerate(laid) for b in laid[n + 1 :])


# back and front


def test_to_the_back_keeps_the_order_of_those_that_go(doc: Document, board: int) -> None:
    notes = scatter(doc, board, (0, 0), (10, 10), (20, 20), (30, 30))
    moving.lower_notes(doc, [notes[3], notes[2]])
    assert [note.id for note in boards.notes_on(doc, board)] == [notes[2], notes[3], notes[0], notes[1]]
    doc.undo()
    assert [note.id for note in boards.notes_on(doc, board)] == notes


# sent


def test_a_cluster_that_is_sent_whole_stays_one(doc: Document, board: int) -> None:
    parking = boards.board_by_key(doc, "parking").id
    scatter(doc, parking, (100, 60))
    inside = scatter(doc, board, (0, 0), (400, 0), (0, 300))
    cluster = grouped(doc, inside)
    loose = scatter(doc, board, (900, 900))
    assert sorted(moving.send_notes(doc, [*inside, *loose], parking)) == sorted([*inside, *loose])
    assert doc.row(Cluster, cluster).board == parking
    rows = boards.notes_on(doc, parking)
    assert {note.id for note in rows if note.cluster == cluster} == set(inside)
    frame = boards.cluster_boxes(rows)[cluster]
    assert not any(frame.overlaps(places.box_of(note)) for note in rows if note.cluster is None)
    doc.undo()
    assert doc.row(Cluster, cluster).board == board


def test_a_part_of_a_cluster_is_sent_without_it(doc: Document, board: int) -> None:
    parking = boards.board_by_key(doc, "parking").id
    inside = scatter(doc, board, (0, 0), (400, 0), (0, 300))
    cluster = grouped(doc, inside)
    moving.send_notes(doc, inside[:1], parking)
    assert doc.row(Note, inside[0]).cluster is None
    assert doc.row(Cluster, cluster).board == board


# clusters


def test_split_leave_colour(doc: Document, board: int) -> None:
    inside = scatter(doc, board, (0, 0), (400, 0), (0, 300), (400, 300))
    cluster = grouped(doc, inside)
    clustering.colour_clusters(doc, [cluster], "heart")
    second = clustering.split_cluster(doc, inside[:2], "Second")
    assert second is not None
    assert doc.row(Cluster, second).colour == "heart"
    rows = boards.notes_on(doc, board)
    frames = boards.cluster_boxes(rows)
    assert not frames[cluster].overlaps(frames[second])
    assert clustering.split_cluster(doc, inside[:2], "all of it") is None
    assert clustering.split_cluster(doc, inside[1:3], "of two") is None
    clustering.leave_cluster(doc, inside[2:3])
    row = doc.row(Note, inside[2])
    assert row.cluster is None
    rest = taken_space.taken_on(doc, board, frozenset({row.id}))
    assert not any(places.box_of(row).overlaps(box) for box in rest)


def test_a_folded_cluster_takes_only_the_room_of_its_head(doc: Document, board: int) -> None:
    inside = scatter(doc, board, (18, 40), (400, 0), (0, 300))
    cluster = grouped(doc, inside)
    clustering.fold_clusters(doc, [cluster], True)
    frame = boards.cluster_boxes(boards.notes_on(doc, board), frozenset({cluster}))[cluster]
    assert frame.h == places.FOLDED_HEIGHT
    (below,) = scatter(doc, board, (40, 120))
    assert doc.row(Note, below).cluster is None
    moving.move_notes(doc, [below], 5, 5)
    assert doc.row(Note, below).cluster is None  # nothing is seen there
    clustering.fold_clusters(doc, [cluster], False)
    open_frame = boards.cluster_boxes(boards.notes_on(doc, board))[cluster]
    assert not open_frame.overlaps(boxes(doc, [below])[0])


def seen(doc: Document, board: int) -> list[Box]:
    """Everything that is drawn of notes and clusters; a frame does not overlap its own notes here."""
    notes, folded = boards.notes_on(doc, board), boards.folded_on(doc, board)
    loose = [places.box_of(note) for note in notes if note.cluster is None]
    return [*loose, *boards.cluster_boxes(notes, folded).values()]


def no_two_overlap(every_box: list[Box]) -> bool:
    return not any(a.overlaps(b) for n, a in enumerate(every_box) for b in every_box[n + 1 :])


def test_tidying_up_gives_a_folded_cluster_the_room_of_its_head(doc: Document, board: int) -> None:
    ids = scatter(doc, board, *((n % 4 * 200, n // 4 * 200) for n in range(14)))
    folded = [grouped(doc, ids[:9]), grouped(doc, ids[9:11])]
    clustering.fold_clusters(doc, folded, True)
    tidying.tidy_up(doc, board)
    bottom = max(box.bottom for box in seen(doc, board))
    assert no_two_overlap(seen(doc, board))
    assert bottom < 2 * (places.FOLDED_HEIGHT + 156)  # both heads in a line, the loose notes close below
    clustering.fold_clusters(doc, folded, False)
    assert no_two_overlap(seen(doc, board))


def test_tidying_sets_notes_of_all_sizes_close_together(doc: Document, board: int) -> None:
    ids = scatter(doc, board, (0, 0), (400, 0), (800, 0), (0, 400), (400, 400))
    note_properties.resize_notes(doc, {ids[1]: Box(400, 0, 388, 300)}, height)
    tidying.tidy_up(doc, board)
    tidied = boxes(doc, ids)
    assert [box.x for box in tidied[:3]] == [0, 192, 192 + 400]
    assert no_two_overlap(tidied)
    usual = scatter(doc, board, (0, 2000))
    tidying.tidy_up(doc, board)
    assert boxes(doc, [*ids, *usual])[-1].y == tidied[-1].y  # in the line of the last one


def test_tidying_a_region_keeps_a_folded_cluster_whole(doc: Document) -> None:
    customers = boards.board_by_key(doc, "customers").id
    region = regions.regions_on(doc, customers)[0]
    ids = boards.add_notes(doc, customers, ["w"] * 9, "customers", region=region)
    clustering.fold_clusters(doc, [grouped(doc, ids)], True)
    region = doc.row(Region, region.id)
    moving.move_notes(
        doc, ids, 0, region.y + region.h - 60 - doc.row(Note, ids[0]).y
    )  # most of it lies below
    tidying.tidy_up(doc, customers)
    (head,) = seen(doc, customers)
    assert regions.box_of(doc.row(Region, region.id)).surrounds(head)
    spots = [(box.x, box.y) for box in boxes(doc, ids)]
    sizes = [(NOTE_WIDTH, NOTE_HEIGHT)] * 9
    assert spots == free_places.grid_spots(spots[0][0], spots[0][1], sizes, 2)


# copied


@pytest.mark.parametrize("folded", [False, True])
def test_a_copy_of_a_whole_cluster_is_a_cluster_beside_it(doc: Document, board: int, folded: bool) -> None:
    ids = scatter(doc, board, (0, 0), (300, 0), (0, 300), (620, 0))
    cluster = grouped(doc, ids[:3])
    clustering.colour_clusters(doc, [cluster], "heart")
    clustering.fold_clusters(doc, [cluster], folded)
    before = doc.rows(Note), doc.rows(Cluster)
    copies = duplicating.duplicate_notes(doc, ids[:3])
    old, new = doc.rows(Cluster)
    assert (new.name, new.colour, new.folded) == (old.name, old.colour, old.folded)
    assert {doc.row(Note, copy).cluster for copy in copies} == {new.id}
    assert {doc.row(Note, note).cluster for note in ids[:3]} == {old.id}
    shifts = {(b.x - a.x, b.y - a.y) for a, b in zip(boxes(doc, ids[:3]), boxes(doc, copies), strict=True)}
    assert len(shifts) == 1  # they lie as they lay
    assert no_two_overlap(seen(doc, board))
    doc.undo()
    assert (doc.rows(Note), doc.rows(Cluster)) == before


def test_copies_of_some_notes_of_a_cluster_stay_in_it(doc: Document, board: int) -> None:
    ids = scatter(doc, board, (0, 0), (300, 0), (0, 300))
    cluster = grouped(doc, ids)
    copies = duplicating.duplicate_notes(doc, ids[:2])
    assert {doc.row(Note, copy).cluster for copy in copies} == {cluster}


def test_a_folded_cluster_arrives_on_another_board_with_the_room_of_its_head(
    doc: Document, board: int
) -> None:
    parking = boards.board_by_key(doc, "parking").id
    ids = scatter(doc, board, *((n * 200, 0) for n in range(9)))
    clustering.fold_clusters(doc, [grouped(doc, ids)], True)
    moving.send_notes(doc, ids, parking)
    (single,) = scatter(doc, board, (0, 0))
    moving.send_notes(doc, [single], parking)
    (box, head) = seen(doc, parking)
    assert not box.overlaps(head)
    assert box.y - head.bottom < NOTE_HEIGHT


def test_what_is_dropped_on_a_folded_head_goes_inside(doc: Document, board: int) -> None:
    inside = scatter(doc, board, (18, 40), (400, 0))
    cluster = grouped(doc, inside)
    clustering.fold_clusters(doc, [cluster], True)
    frame = boards.cluster_boxes(boards.notes_on(doc, board), frozenset({cluster}))[cluster]
    (far,) = scatter(doc, board, (2000, 2000))
    box = boxes(doc, [far])[0]
    to_x, to_y = frame.x + 40 - box.w // 2, frame.y + 20 - box.h // 2
    moving.move_notes(doc, [far], to_x - box.x, to_y - box.y)
    assert doc.row(Note, far).cluster == cluster
    laid = boxes(doc, [*inside, far])
    assert not any(a.overlaps(b) for n, a in enumerate(laid) for b in laid[n + 1 :])


def test_a_folded_cluster_moves_as_one_and_stays_where_a_note_of_it_is_locked(
    doc: Document, board: int
) -> None:
    inside = scatter(doc, board, (18, 40), (400, 0))
    cluster = grouped(doc, inside)
    clustering.fold_clusters(doc, [cluster], True)
    before = boxes(doc, inside)
    moving.move_notes(doc, inside, 100, 7)
    assert boxes(doc, inside) == [Box(box.x + 100, box.y + 7, box.w, box.h) for box in before]
    assert {doc.row(Note, note).cluster for note in inside} == {cluster}
    note_properties.lock_notes(doc, inside[:1], True)
    moving.move_notes(doc, inside, 100, 7)
    assert boxes(doc, inside)[1].x == before[1].x + 100


def test_stage_and_poster_show_a_folded_cluster_as_one_note(doc: Document, board: int) -> None:
    inside = scatter(doc, board, (18, 40), (400, 0))
    loose = scatter(doc, board, (900, 900))
    cluster = grouped(doc, inside, "Calm voice")
    boards.add_dots(doc, inside, 2)
    clustering.colour_clusters(doc, [cluster], "heart")
    clustering.fold_clusters(doc, [cluster], True)
    body = stage_board.board_body(doc, board)
    assert {(note.text, note.style, note.dots) for note in body.notes} == {
        (doc.row(Note, loose[0]).text, "ideator", 0),
        ("Calm voice\n2 notes", "heart", 4),
    }
    assert body.clusters == ()
    assert len(body.notes) + body.folded == 3
    poster = board_poster(doc, "think-big")
    assert {(note.text, note.dots) for note in poster.notes} >= {("Calm voice\n2 notes", 4)}
    assert poster.clusters == ()
    clustering.fold_clusters(doc, [cluster], False)
    assert [box.colour for box in board_poster(doc, "think-big").clusters] == ["heart"]


# filled


def test_lines_fill_the_selected_notes_and_the_rest_becomes_notes(doc: Document, board: int) -> None:
    notes = scatter(doc, board, (0, 0), (300, 0))
    new = filling.fill_notes(doc, notes[::-1], ["one", "two", "three"], height)
    assert [row.text for row in boards.notes_on(doc, board)] == ["one", "two", "three"]
    assert [doc.row(Note, note).text for note in new] == ["three"]
    doc.undo()
    assert [row.text for row in boards.notes_on(doc, board)] == ["n0", "n1"]
    assert filling.fill_notes(doc, notes, ["only"], height) == []
    assert [row.text for row in boards.notes_on(doc, board)] == ["only", "n1"]


def test_what_is_written_into_a_cluster_finds_room_there(doc: Document, board: int) -> None:
    inside = scatter(doc, board, (18, 40), (400, 0))
    cluster = grouped(doc, inside)
    added = clustering.add_inside(doc, cluster, ["a", "b", "c"], "heart", lambda text: height(text, 180))
    laid = boxes(doc, [*inside, *added])
    assert {doc.row(Note, note).cluster for note in added} == {cluster}
    assert not any(a.overlaps(b) for n, a in enumerate(laid) for b in laid[n + 1 :])
    doc.undo()
    assert len(boards.notes_on(doc, board)) == 2
