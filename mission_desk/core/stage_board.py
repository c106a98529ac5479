"""The part of a Slide that shows a board."""

from __future__ import annotations

from mission_desk.core import boards
from mission_desk.core.document import Document
from mission_desk.core.places import Box
from mission_desk.core.rows import Note, Region
from mission_desk.core.slides import BoardBody, StageBox, StageNote


def board_body(doc: Document, board: int) -> BoardBody:
    notes = boards.notes_on(doc, board)
    names = {cluster.id: cluster.name for cluster in boards.clusters_on(doc, board)}
    frames = boards.cluster_boxes(notes)
    regions = doc.rows(Region, "board = ? ORDER BY rank", board)
    return BoardBody(
        tuple(stage_note(note, names.get(note.cluster or 0, "")) for note in notes),
        tuple(StageBox(names[cluster], box) for cluster, box in frames.items()),
        tuple(StageBox(region.title, Box(region.x, region.y, region.w, region.h)) for region in regions),
    )


def stage_note(note: Note, cluster: str) -> StageNote:
    """What the room may see of a note: of a covered one its colour and its place, never a word."""
    box = Box(note.x, note.y, note.w, note.h)
    if note.covered:
        return StageNote("", note.style, 0, box, cluster, covered=True)
    return StageNote(note.text, note.style, note.dots, box, cluster)
