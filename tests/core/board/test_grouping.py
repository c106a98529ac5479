"""A proposal that was accepted is one action: nothing is covered, and one Undo takes it back."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from mission_desk.core.board import boards, clustering, places
from mission_desk.core.board.grouping import Gathering, group_several, in_rows
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH, Cluster, Note


def added(doc: Document, board: int, count: int) -> list[int]:
    return boards.add_notes(doc, board, [f"note {n}" for n in range(count)], "ideator")


def overlapping(doc: Document, board: int) -> list[tuple[object, object]]:
    """Pairs of frames and loose notes that cover each other."""
    notes = boards.notes_on(doc, board)
    boxes = list(boards.cluster_boxes(notes).values())
    boxes += [places.box_of(note) for note in notes if note.cluster is None]
    return [(one, other) for one, other in combinations(boxes, 2) if one.overlaps(other)]


def test_several_clusters_are_one_step(doc: Document, board: int) -> None:
    notes = added(doc, board, 8)
    before = doc.rows(Note)
    wanted = [Gathering(" Waits ", tuple(notes[:3])), Gathering("Time", tuple(notes[3:5]))]
    assert group_several(doc, board, wanted) == notes[:5]
    assert [cluster.name for cluster in doc.rows(Cluster)] == ["Waits", "Time"]
    assert [note.cluster is None for note in doc.rows(Note)] == [False] * 5 + [True] * 3
    assert overlapping(doc, board) == []
    doc.undo()
    assert (doc.rows(Note), doc.rows(Cluster)) == (before, [])
    doc.redo()
    assert len(doc.rows(Cluster)) == 2


def test_what_is_not_grouped_stays_where_it_is(doc: Document, board: int) -> None:
    notes = added(doc, board, 9)
    clustering.group_notes(doc, notes[:3], "there before")
    before = {note.id: note for note in doc.rows(Note)}
    group_several(doc, board, [Gathering("new", tuple(notes[5:7]))])
    after = {note.id: note for note in doc.rows(Note)}
    assert [n for n in notes if after[n] != before[n]] == notes[5:7]
    lowest = max(note.y + note.h for number, note in before.items() if number not in notes[5:7])
    assert all(after[n].y >= lowest for n in notes[5:7])


def test_loose_notes_join_a_cluster_that_is_there(doc: Document, board: int) -> None:
    notes = added(doc, board, 12)
    old = clustering.group_notes(doc, notes[:4], "Old")
    clustering.group_notes(doc, notes[4:6], "Neighbour")
    wanted = [Gathering("", tuple(notes[6:9]), old), Gathering("New", tuple(notes[9:11]))]
    group_several(doc, board, wanted)
    assert [note.id for note in doc.rows(Note, "cluster = ?", old)] == notes[:4] + notes[6:9]
    assert [cluster.name for cluster in doc.rows(Cluster)] == ["Old", "Neighbour", "New"]
    assert overlapping(doc, board) == []


def test_what_changed_since_the_proposal_is_left_out(doc: Document, board: int) -> None:
    notes = added(doc, board, 7)
    old = clustering.group_notes(doc, notes[:2], "Old")
    boards.remove_notes(doc, [notes[2]])
    wanted = [
        Gathering("in a cluster by now", (notes[0], notes[3])),
        Gathering("one is gone", (notes[2], notes[3])),
        Gathering("joins nothing", (notes[4],), 999),
        Gathering("twice", (notes[4], notes[5], notes[4])),
        Gathering("taken above", (notes[5], notes[6])),
    ]
    assert group_several(doc, board, wanted) == [notes[4], notes[5]]
    assert [cluster.name for cluster in doc.rows(Cluster)] == ["Old", "twice"]
    assert {note.cluster for note in doc.rows(Note, "id IN (?, ?)", notes[0], notes[1])} == {old}


def test_nothing_to_group_is_no_action(doc: Document, board: int) -> None:
    notes = added(doc, board, 2)
    undoable = doc.undoable
    assert group_several(doc, board, []) == []
    assert group_several(doc, board, [Gathering("alone", (notes[0],))]) == []
    assert doc.undoable == undoable


def test_a_whole_board_is_grouped_where_it_lies(doc: Document, board: int) -> None:
    notes = added(doc, board, 6)
    group_several(doc, board, [Gathering("all", tuple(notes))])
    frame = next(iter(boards.cluster_boxes(doc.rows(Note)).values()))
    assert (frame.x, frame.y) == (0, 0)


@settings(max_examples=25)
@given(st.lists(st.integers(NOTE_HEIGHT, 3 * NOTE_HEIGHT), min_size=4, max_size=14), st.data())
def test_tall_notes_cover_nothing(heights: list[int], data: st.DataObject) -> None:
    rows = [
        Note(n, 1, None, "tall", "ideator", n * (NOTE_WIDTH + 12), 0, NOTE_WIDTH, h, n, 0, 0)
        for n, h in enumerate(heights, 1)
    ]
    cut = data.draw(st.integers(2, len(rows) - 2))
    placed = in_rows([("one", rows[:cut]), ("other", rows[cut:])], 0, 0, 900)
    boxes = [places.box_of(note) for _, notes in placed for note in notes]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]
