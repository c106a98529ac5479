"""Clusters and notes on a document: nothing is lost, nothing covered, and what is empty goes."""

from __future__ import annotations

import pytest

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.board import (
    arranging,
    boards,
    clustering,
    covering,
    duplicating,
    filling,
    grouping,
    moving,
    note_properties,
    places,
    regions,
)
from mission_desk.core.board.pictures import MOST, Picture, add_pictures
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import NOTE_WIDTH, Cluster, Note


def at(doc: Document, board: int, *spots: tuple[int, int]) -> list[int]:
    return [boards.add_notes(doc, board, [f"{spot}"], "heart", at=spot)[0] for spot in spots]


def box(doc: Document, note: int) -> Box:
    return places.box_of(doc.row(Note, note))


def rows(doc: Document, notes: list[int]) -> list[Note]:
    return [doc.row(Note, note) for note in notes]


@pytest.fixture
def clustered(doc: Document, board: int) -> tuple[list[int], int]:
    notes = at(doc, board, (0, 0), (400, 0), (800, 0), (0, 1500))
    cluster = clustering.group_notes(doc, notes[:3], " Three ")
    assert cluster is not None
    return notes, cluster


def test_a_cluster_has_a_plain_name_and_goes_with_its_last_note(
    doc: Document, clustered: tuple[list[int], int]
) -> None:
    notes, cluster = clustered
    assert doc.row(Cluster, cluster).name == "Three"
    clustering.leave_cluster(doc, notes[:2])
    assert [note.cluster for note in rows(doc, notes[:3])] == [None, None, cluster]
    frame = places.cluster_box([doc.row(Note, notes[2])])
    assert frame is not None
    assert not any(frame.overlaps(box(doc, note)) for note in notes[:2])
    clustering.leave_cluster(doc, notes[2:3])
    assert doc.find(Cluster, cluster) is None
    assert doc.undo()
    assert doc.row(Note, notes[2]).cluster == cluster
    before = doc.undoable
    clustering.leave_cluster(doc, notes[3:])
    assert doc.undoable == before


def test_unfolding_pushes_aside_what_was_put_there_and_folding_nothing(
    doc: Document, board: int, clustered: tuple[list[int], int]
) -> None:
    notes, cluster = clustered
    clustering.fold_clusters(doc, [cluster], True)
    frame = places.cluster_box(rows(doc, notes[:3]))
    assert frame is not None
    (other,) = at(doc, board, (frame.x + 20, frame.y + places.FOLDED_HEIGHT + 20))
    assert doc.row(Note, other).cluster is None
    clustering.fold_clusters(doc, [cluster], True)
    assert box(doc, other).overlaps(frame)
    clustering.fold_clusters(doc, [cluster], False)
    assert not box(doc, other).overlaps(frame)
    moved = box(doc, other)
    clustering.fold_clusters(doc, [cluster], False)
    assert box(doc, other) == moved


@pytest.mark.parametrize(
    ("page", "capture", "named", "blind"),
    [
        ("board", "blind", "think-big", True), ("board", "blind", "", True), ("board", "blind", "gut", False),
        ("board", "everybody", "think-big", False), ("vote", "blind", "think-big", False),
    ],
)  # fmt: skip
def test_notes_are_written_blind_only_on_the_board_of_a_blind_step(
    doc: Document, board: int, page: str, capture: str, named: str, blind: bool
) -> None:
    agenda.begin_day(doc)
    step = agenda.steps(doc)[4]
    outline.edit_step(doc, step.id, page=page, capture=capture, board=named)
    agenda.open_step(doc, step.id)
    assert covering.writes_blind(doc, board) == blind
    assert not covering.writes_blind(doc, 999)
    (note,) = boards.add_notes(doc, board, ["quiet"], "heart")
    assert doc.row(Note, note).covered == int(blind)
    assert covering.covered_on(doc, board) == ([note] if blind else [])
    assert covering.read_text(doc.row(Note, note)) == ("" if blind else "quiet")


def test_a_copy_has_all_that_its_note_has_but_dots_and_locks(doc: Document, board: int) -> None:
    (note,) = at(doc, board, (0, 0))
    note_properties.resize_notes(doc, {note: Box(0, 0, 300, 400)}, lambda _text, _w: 50)
    boards.add_dots(doc, [note], 3)
    note_properties.lock_notes(doc, [note], True)
    gut = boards.board_by_key(doc, "gut").id
    for copy in (*duplicating.copy_notes(doc, [note], gut), *duplicating.duplicate_notes(doc, [note])):
        made, old = doc.row(Note, copy), doc.row(Note, note)
        assert (made.text, made.style, made.w, made.h, made.sized) == (old.text, old.style, 300, 400, 1)
        assert (made.dots, made.locked) == (0, 0)
    beside = [box(doc, row.id) for row in doc.rows(Note, "board = ?", board)]
    assert len(set(beside)) == len(beside) == 2


def test_a_note_keeps_its_size_where_it_was_given_one_and_fits_its_words_otherwise(
    doc: Document, board: int
) -> None:
    sized, usual = at(doc, board, (0, 0), (400, 0))
    note_properties.resize_notes(doc, {sized: Box(0, 0, 300, 400)}, lambda _text, _w: 50)
    filling.fill_notes(doc, [usual, sized], ["one", "two"], lambda _text, _w: 150)
    assert [(row.text, row.h) for row in rows(doc, [sized, usual])] == [("two", 400), ("one", 150)]
    filling.fill_notes(doc, [sized], ["long"], lambda _text, _w: 500)
    assert doc.row(Note, sized).h == 500
    (more,) = filling.fill_notes(doc, [usual], ["a", "b"], lambda _text, w: w)
    assert (doc.row(Note, more).text, doc.row(Note, more).h, doc.row(Note, more).style) == (
        "b",
        NOTE_WIDTH,
        "heart",
    )
    note_properties.fit_notes(doc, [sized], lambda _text, w: w)
    assert (doc.row(Note, sized).w, doc.row(Note, sized).h, doc.row(Note, sized).sized) == (
        NOTE_WIDTH,
        NOTE_WIDTH,
        0,
    )


@pytest.mark.parametrize(
    ("asked", "needed", "size"),
    [
        ((10, 10), 20, (96, 96)), ((96, 95), 20, (96, 96)), ((1200, 1201), 20, (1200, 1200)),
        ((1300, 100), 20, (1200, 100)), ((200, 100), 150, (200, 150)), ((200, 100), 1500, (200, 1500)),
    ],
)  # fmt: skip
def test_a_size_is_bounded_and_never_too_small_for_the_words(
    doc: Document, board: int, asked: tuple[int, int], needed: int, size: tuple[int, int]
) -> None:
    (note,) = at(doc, board, (0, 0))
    note_properties.resize_notes(doc, {note: Box(0, 0, *asked)}, lambda _text, _w: needed)
    assert (doc.row(Note, note).w, doc.row(Note, note).h) == size


def test_notes_are_sent_only_from_other_boards_and_arrive_on_top(doc: Document, board: int) -> None:
    gut = boards.board_by_key(doc, "gut").id
    there = at(doc, gut, (0, 0))
    here = at(doc, board, (0, 0), (400, 0))
    assert moving.send_notes(doc, [*here, *there], gut) == here
    sent = rows(doc, here)
    assert all(note.z > doc.row(Note, there[0]).z for note in sent)
    assert len({note.z for note in sent}) == 2
    every = [box(doc, note) for note in (*there, *here)]
    assert not any(one.overlaps(other) for n, one in enumerate(every) for other in every[:n])
    assert moving.send_notes(doc, there, gut) == []
    assert boards.note_counts(doc) == {gut: 3}


def test_a_whole_cluster_arrives_in_its_shape_and_a_part_of_one_without(
    doc: Document, board: int, clustered: tuple[list[int], int]
) -> None:
    notes, cluster = clustered
    gut = boards.board_by_key(doc, "gut").id
    before = rows(doc, notes[:3])
    moving.send_notes(doc, notes[:3], gut)
    after = rows(doc, notes[:3])
    assert {note.cluster for note in after} == {cluster}
    assert doc.row(Cluster, cluster).board == gut
    assert len({(new.x - old.x, new.y - old.y) for new, old in zip(after, before, strict=True)}) == 1
    moving.send_notes(doc, notes[:1], board)
    assert doc.row(Note, notes[0]).cluster is None
    assert doc.row(Cluster, cluster).board == gut


def test_gathered_notes_lie_on_top_of_all_others_in_their_order(doc: Document, board: int) -> None:
    notes = at(doc, board, (900, 0), (0, 0), (450, 40), (0, 3000))
    arranging.grid_notes(doc, notes[:3])
    order = [note.id for note in sorted(doc.rows(Note), key=lambda note: note.z)]
    assert order == [notes[3], notes[1], notes[2], notes[0]]
    arranging.stack_notes(doc, notes[:3])
    assert [note.id for note in sorted(doc.rows(Note), key=lambda note: note.z)][1:] == notes[:3]


def test_several_proposals_become_clusters_apart_from_each_other(doc: Document, board: int) -> None:
    notes = at(doc, board, *[(n * 400, n % 3 * 300) for n in range(8)])
    frames = []
    for name, members in (("One", notes[:3]), ("Two", notes[3:6])):
        clustering.group_notes(doc, members, name)
    for cluster in boards.clusters_on(doc, board):
        frame = places.cluster_box([note for note in doc.rows(Note) if note.cluster == cluster.id])
        assert frame is not None
        frames.append(frame)
    others = [box(doc, note) for note in notes[6:]]
    assert not frames[0].overlaps(frames[1])
    assert not any(frame.overlaps(other) for frame in frames for other in others)
    assert grouping.in_rows([], 0, 0, 10) == []


def picture(n: int) -> Picture:
    return Picture("png", 100, 200, b"%d" % n)


def test_a_paste_holds_so_many_pictures_and_not_one_more(doc: Document, board: int) -> None:
    with pytest.raises(KnownError, match=f"{MOST + 1} pictures; one paste holds {MOST}"):
        add_pictures(doc, board, [picture(n) for n in range(MOST + 1)], "heart")
    assert doc.rows(Note) == []
    added = add_pictures(doc, board, [picture(n) for n in range(MOST)], "heart")
    assert len(added) == 100


def test_a_field_grows_for_the_tallest_picture_that_hangs_in_it(doc: Document) -> None:

    customers = boards.board_by_key(doc, "customers").id
    field = regions.regions_on(doc, customers)[0]
    shapes = [Picture("png", 100, 100, b"a"), Picture("png", 100, 900, b"b"), Picture("png", 900, 100, b"c")]
    added = add_pictures(doc, customers, shapes * 2, "heart", region=field)
    grown = regions.box_of(regions.regions_on(doc, customers)[0])
    assert all(grown.surrounds(box(doc, note)) for note in added)
    every = [box(doc, note) for note in added]
    assert not any(one.overlaps(other) for n, one in enumerate(every) for other in every[:n])
