"""Copies of notes, on their own board or another. A whole cluster is copied as a new cluster near it; every
other copy lies a little lower and to the right of its note, in the same cluster."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from mission_desk.core.board import boards, covering, free_places, moving
from mission_desk.core.board.moving import Arrival
from mission_desk.core.board.places import Box
from mission_desk.core.board.push_aside import SPACE, make_room, taken_near
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Cluster, Note
from mission_desk.core.file.writer import Writer

ASIDE = 24  # canvas units by which a copy is lower and further right than its note


def duplicate_notes(doc: Document, notes: Sequence[int], *, source: object = None) -> list[int]:
    """Copies without dots and locks, on top of the others; their ids."""
    originals = boards.several(doc, notes)
    if not originals:
        return []
    board = originals[0].board
    whole = _whole_clusters(doc, originals)
    loose = [note for note in originals if note.cluster not in whole]
    with doc.action("note.duplicate", source=source) as write:
        copies = [replace(note, x=note.x + ASIDE, y=note.y + ASIDE) for note in loose]
        top, now = boards.highest_on(doc, board), int(doc.now())
        made = [_copied(write, note, top + n, now) for n, note in enumerate(copies, 1)]
        for cluster, members in whole.items():
            made += _copied_whole(doc, write, doc.row(Cluster, cluster), members)
        return made


def copy_notes(doc: Document, notes: Sequence[int], board: int, *, source: object = None) -> list[int]:
    """Copies on this board, in free places where it is another one; their ids."""
    originals = boards.several(doc, notes)
    if not originals or originals[0].board == board:
        return duplicate_notes(doc, notes, source=source)
    with doc.action("note.duplicate", source=source) as write:
        top, now = boards.highest_on(doc, board), int(doc.now())
        arriving = moving.arrivals(doc, originals, board)
        whole = {each.whole for each in arriving} - {None}
        clusters = {row.id: _copied_cluster(write, row, board) for row in _clusters(doc, whole)}
        return [
            _copied(write, _arrived(doc, each, board, clusters.get(each.whole or 0)), top + n, now)
            for n, each in enumerate(arriving, 1)
        ]


def _clusters(doc: Document, wanted: set[int | None]) -> list[Cluster]:
    return [row for row in doc.rows(Cluster) if row.id in wanted]


def _arrived(doc: Document, arrival: Arrival, board: int, cluster: int | None) -> Note:
    """A copy of a note that lies face down lies face down too; in a silent step every copy does."""
    note = doc.row(Note, arrival.note)
    covered = int(note.covered or covering.writes_blind(doc, board))
    return replace(note, board=board, cluster=cluster, x=arrival.x, y=arrival.y, covered=covered)


def _copied_cluster(write: Writer, row: Cluster, board: int) -> int:
    return write.copy(row, board=board)


def _whole_clusters(doc: Document, originals: Sequence[Note]) -> dict[int, list[Note]]:
    """Cluster -> its notes, where all of them are to be copied."""
    members: dict[int, list[Note]] = {}
    for note in originals:
        if note.cluster is not None:
            members.setdefault(note.cluster, []).append(note)
    sizes = doc.records("SELECT cluster, count(*) FROM note WHERE cluster IS NOT NULL GROUP BY cluster")
    return {cluster: members[cluster] for cluster, size in sizes if len(members.get(cluster, ())) == size}


def _copied_whole(doc: Document, write: Writer, row: Cluster, members: Sequence[Note]) -> list[int]:
    """A cluster like this one in the first free place to its right; inside a field below it."""
    frame = boards.cluster_boxes(members, frozenset({row.id} if row.folded else ()))[row.id]
    taken, field = taken_near(doc, row.board, frozenset(), frame)
    start = (frame.right + SPACE, frame.y) if field is None else (frame.x, frame.bottom + SPACE)
    place = free_places.below(Box(*start, frame.w, frame.h), start[1], taken)
    copy = _copied_cluster(write, row, row.board)
    dx, dy = place.x - frame.x, place.y - frame.y
    moved = [replace(note, cluster=copy, x=note.x + dx, y=note.y + dy) for note in members]
    top, now = boards.highest_on(doc, row.board), int(doc.now())
    made = [_copied(write, note, top + n, now) for n, note in enumerate(moved, 1)]
    make_room(doc, write, row.board, copy, field)
    return made


def _copied(write: Writer, note: Note, z: int, now: int) -> int:
    """The room gave its dots to the other note, and a copy that is locked could not be laid anywhere."""
    return write.copy(note, z=z, dots=0, at=now, locked=0)
