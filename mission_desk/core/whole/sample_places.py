"""Where the notes of the sample lie on their boards. It knows the tables of the sample file, but not when
things happen."""

from __future__ import annotations

from typing import Any

from mission_desk.core.board import boards, free_places, regions
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH, Board

Table = dict[str, Any]  # a table of the sample file
Spot = tuple[int, int]


def spots_of(doc: Document, script: Table) -> dict[str, Spot]:
    """Where each note of a board without fields will lie in the end, by its key. In a field it goes to the
    next free place, as when somebody writes."""
    spots: dict[str, Spot] = {}
    for board in boards.boards(doc):
        notes = [note for note in script["note"] if note["board"] == board.key]
        if not regions.regions_on(doc, board.id):
            spots |= _on_open_board(board, notes, script["cluster"])
    return spots


def _on_open_board(board: Board, notes: list[Table], clusters: list[Table]) -> dict[str, Spot]:
    """Clusters side by side as tidying up does it, loose notes below them, slightly out of line as people
    leave them."""
    groups = [
        [note["key"] for note in notes if note["cluster"] == cluster["key"]]
        for cluster in clusters
        if cluster["board"] == board.key
    ]
    spots, bottom = free_places.side_by_side([[(NOTE_WIDTH, NOTE_HEIGHT)] * len(group) for group in groups])
    spot_by_key = {
        key: spot
        for group, ours in zip(groups, spots, strict=True)
        for key, spot in zip(group, ours, strict=True)
    }
    for n, note in enumerate(note for note in notes if not note["cluster"]):
        column, row = n % 7, n // 7
        spot_by_key[note["key"]] = (column * 216 + n * 37 % 25, bottom + 12 + row * 204 + n * 53 % 37)
    return spot_by_key
