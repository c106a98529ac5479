"""Push aside what a cluster's frame would cover, and let the field around it grow."""

from __future__ import annotations

from operator import attrgetter

from mission_desk.core.board import boards, free_places, places, regions, taken_space
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note, Region
from mission_desk.core.file.writer import Writer

SPACE = 24  # canvas units between a frame and what was pushed aside


def make_room(doc: Document, write: Writer, board: int, cluster: int, field: Region | None = None) -> None:
    """Notes and clusters that the new cluster's frame would cover go down to the first free place below it;
    what is locked stays. `field`, or the field in which the frame's head lies, grows around them."""
    blocks = blocks_of(boards.notes_on(doc, board), boards.folded_on(doc, board))
    frame = next(box for box, members in blocks if members[0].cluster == cluster)
    others = [block for block in blocks if block[1][0].cluster != cluster]
    field = field or regions.region_at(doc, board, *head_of(frame))
    if field is not None:  # what stands below moves along with its edge
        others = [block for block in others if block[0].y < field.y + field.h]
    covered = [block for block in others if _gives_way(block, frame)]
    settled = [frame, *(block[0] for block in others if not _gives_way(block, frame))]
    lowest = _move_down(write, covered, frame, settled)
    if field is not None:
        staying = {note.id for _, members in others for note in members}
        staying |= {note.id for note in doc.rows(Note, "cluster = ?", cluster)}
        regions.grow(doc, write, field.id, [(lowest.x, lowest.y)], lowest.h, frozenset(staying))


def _from_the_top(block: Block) -> tuple[int, int]:
    return block[0].y, block[0].x


def _move_down(write: Writer, covered: list[Block], frame: Box, settled: list[Box]) -> Box:
    """Move each block below `frame` so that it covers nothing in `settled`; the lowest edge of all."""
    lowest = frame
    for box, members in sorted(covered, key=_from_the_top):
        place = free_places.below(box, frame.bottom + SPACE, settled)
        settled.append(place)
        lowest = max(lowest, place, key=attrgetter("bottom"))
        for note in members:
            write.update(Note, note.id, y=note.y + place.y - box.y)
    return lowest


Block = tuple[Box, list[Note]]


def head_of(box: Box) -> tuple[int, int]:
    """The point that tells which field a note or a frame belongs to."""
    return box.x + box.w // 2, box.y + places.CLUSTER_HEAD // 2


def _gives_way(block: Block, frame: Box) -> bool:
    return block[0].overlaps(frame) and not any(note.locked for note in block[1])


def blocks_of(notes: list[Note], folded: frozenset[int]) -> list[Block]:
    """The blocks that move as one: every cluster with its frame, every loose note by itself."""
    frames = boards.cluster_boxes(notes, folded)
    members: dict[int | None, list[Note]] = {}
    for note in notes:
        members.setdefault(note.cluster, []).append(note)
    blocks = [(box, members[cluster]) for cluster, box in frames.items()]
    return blocks + [(places.box_of(note), [note]) for note in members.get(None, ())]


def taken_near(
    doc: Document, board: int, without: frozenset[int], frame: Box
) -> tuple[list[Box], Region | None]:
    """The boxes near a frame that must not be covered, and the field in which the frame lies. Inside a field
    these are only the boxes in it and beside it: the field grows, and what stands below moves down with its
    edge."""
    field = regions.region_at(doc, board, *head_of(frame))
    if field is None:
        return taken_space.taken_on(doc, board, without), None
    notes = [note for note in boards.notes_on(doc, board) if note.id not in without]
    seen = boards.seen_boxes(notes, boards.folded_on(doc, board))
    return [box for box in seen if box.y < field.y + field.h], field
