"""A copy of a note that lies face down lies face down too: by whatever way, on every board."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mission_desk.core.board import boards, clustering, covering, duplicating, moving, pictures
from mission_desk.core.board.pictures import Picture
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note

BOARDS = ("customers", "makers", "think-big", "long-view", "challenge", "gut", "parking")
Way = Callable[[Document, list[int], int], list[int]]


def send(doc: Document, notes: list[int], board: int) -> list[int]:
    moving.send_notes(doc, notes, board)
    return notes


# Duplicate stays on its board; copy_notes is what pasting does, on the same board and on another one.
WAYS: dict[str, Way] = {
    "duplicate": lambda doc, notes, _board: duplicating.duplicate_notes(doc, notes),
    "paste": lambda doc, notes, board: duplicating.copy_notes(doc, notes, board),
    "paste here": lambda doc, notes, _board: duplicating.copy_notes(
        doc, notes, doc.row(Note, notes[0]).board
    ),
    "send": send,
}


def covered_notes(doc: Document, board: int, *, grouped: bool) -> list[int]:
    """Words and a picture, the second of three open."""
    notes = boards.add_notes(doc, board, ["afraid", "open", "proud"], "heart")
    notes += pictures.add_pictures(doc, board, [Picture("png", 8, 4, b"secret")], "heart")
    covering.cover_notes(doc, [notes[0], *notes[2:]])
    if grouped:
        clustering.group_notes(doc, notes, "Fears")
    return notes


@pytest.mark.parametrize("grouped", [False, True])
@pytest.mark.parametrize("way", WAYS)
def test_copies_are_covered_where_their_notes_are(doc: Document, way: str, *, grouped: bool) -> None:
    for key, following in zip(BOARDS, (*BOARDS[1:], BOARDS[0]), strict=True):
        for other in (key, following):
            here, there = (boards.board_by_key(doc, each).id for each in (key, other))
            if way == "send" and here == there:
                continue
            notes = covered_notes(doc, here, grouped=grouped)
            copies = [doc.row(Note, each) for each in WAYS[way](doc, notes, there)]
            assert sorted((each.text, each.covered) for each in copies) == [
                ("", 1), ("afraid", 1), ("open", 0), ("proud", 1),
            ], (key, other)  # fmt: skip
            boards.remove_notes(doc, [*notes, *(each.id for each in copies if each.id not in notes)])


def test_splitting_and_joining_clusters_turns_nothing_over(doc: Document) -> None:
    board = boards.board_by_key(doc, "gut").id
    notes = covered_notes(doc, board, grouped=True)
    clustering.split_cluster(doc, notes[:2], "Two")
    clustering.merge_clusters(doc, {doc.row(Note, each).cluster or 0 for each in notes})
    clustering.leave_cluster(doc, notes[:1])
    assert [doc.row(Note, each).covered for each in notes] == [1, 0, 1, 1]
