"""Where notes go: moved by hand, sent to another board, brought to the front or the back. Locked notes stay
where they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from mission_desk.core.board import boards, clustering, free_places, places, taken_space
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Cluster, Note


def move_notes(doc: Document, notes: Sequence[int], dx: int, dy: int, *, source: object = None) -> None:
    """Move notes; dropped into another cluster's frame they join it, dragged out of their own they leave
    it."""
    moved = boards.movable(doc, notes)
    if not moved or (dx, dy) == (0, 0):
        return
    with doc.action("note.move", source=source) as write:
        joins = _joins(doc, moved, dx, dy)
        folded = boards.folded_on(doc, moved[0].board)
        for note in moved:
            joined = joins[note.id]
            hides = joined in folded and joined != note.cluster
            write.update(Note, note.id, x=note.x + dx, y=note.y + dy, cluster=None if hides else joined)
        for cluster in folded & set(joins.values()):
            clustering.join_inside(
                doc, write, boards.several(doc, _into(joins, cluster)), doc.row(Cluster, cluster)
            )
        boards.drop_empty_clusters(doc, write, moved[0].board)


def _into(joins: dict[int, int | None], cluster: int) -> list[int]:
    return [note for note, joined in joins.items() if joined == cluster]


def _joins(doc: Document, moved: list[Note], dx: int, dy: int) -> dict[int, int | None]:
    """Note -> the cluster it belongs to after the move. A cluster that moves whole stays together."""
    board, ids = moved[0].board, {note.id for note in moved}
    resting = [note for note in boards.notes_on(doc, board) if note.id not in ids]
    frames = boards.cluster_boxes(resting, boards.folded_on(doc, board))
    clusters: dict[int, int | None] = {}
    for note in moved:
        x, y = note.x + dx + note.w / 2, note.y + dy + note.h / 2
        whole = note.cluster is not None and note.cluster not in frames
        clusters[note.id] = note.cluster if whole else places.cluster_under(frames, x, y)
    return clusters


def send_notes(doc: Document, notes: Sequence[int], board: int, *, source: object = None) -> list[int]:
    """Move notes to free places of another board; a whole cluster stays a cluster. The ids of the moved
    notes."""
    leaving = [note for note in boards.movable(doc, notes) if note.board != board]
    if not leaving:
        return []
    with doc.action("note.send", source=source) as write:
        top = boards.highest_on(doc, board)
        for n, sent in enumerate(arrivals(doc, leaving, board), 1):
            if sent.whole:
                write.update(Cluster, sent.whole, board=board)
            write.update(Note, sent.note, board=board, cluster=sent.whole, x=sent.x, y=sent.y, z=top + n)
        boards.drop_empty_clusters(doc, write, leaving[0].board)
    return [note.id for note in leaving]


class Arrival(Struct, frozen=True):
    """Where a note arrives, and the cluster that it arrives with."""

    note: int
    x: int
    y: int
    whole: int | None = None


def arrivals(doc: Document, leaving: list[Note], board: int) -> list[Arrival]:
    """Where these notes go on another board; whole clusters keep their shape."""
    taken = taken_space.taken_on(doc, board)
    sizes = Counter(note.cluster for note in boards.notes_on(doc, leaving[0].board))
    parts: dict[int | None, list[Note]] = {}
    for note in places.reading_order(leaving):
        whole = note.cluster is not None and sizes[note.cluster] == _count(leaving, note.cluster)
        parts.setdefault(note.cluster if whole else None, []).append(note)
    loose = parts.pop(None, [])
    folded = boards.folded_on(doc, leaving[0].board)
    arriving = [_arrival(cluster, members, folded, taken) for cluster, members in parts.items()]
    w, h = max((n.w for n in loose), default=0), max((n.h for n in loose), default=0)
    spots = free_places.free_spots(taken, boards.START_AREA, len(loose), w, h) if loose else []
    return [
        *(Arrival(note.id, x, y) for note, (x, y) in zip(loose, spots, strict=True)),
        *(each for members in arriving for each in members),
    ]


def _count(notes: list[Note], cluster: int | None) -> int:
    return sum(note.cluster == cluster for note in notes)


def _arrival(
    cluster: int | None, members: list[Note], folded: frozenset[int], taken: list[Box]
) -> list[Arrival]:
    """Places for a whole cluster in its old shape, in the first free place from the top left corner down; its
    box is added to `taken`."""
    frame = boards.cluster_boxes(members, folded).get(cluster or 0)
    if frame is None:
        return []
    start = boards.START_AREA
    place = free_places.below(Box(start.x, start.y, frame.w, frame.h), start.y, taken)
    taken.append(place)
    dx, dy = place.x - frame.x, place.y - frame.y
    return [Arrival(note.id, note.x + dx, note.y + dy, cluster) for note in members]


def raise_notes(doc: Document, notes: Sequence[int], *, source: object = None) -> None:
    """Lay these notes on top of the others."""
    raised = _by_height(doc, notes)
    if raised:
        _restack(doc, "note.raise", raised, boards.highest_on(doc, raised[0].board) + 1, source)


def lower_notes(doc: Document, notes: Sequence[int], *, source: object = None) -> None:
    """Lay these notes under the others."""
    lowered = _by_height(doc, notes)
    if lowered:
        lowest = doc.value("SELECT min(z) FROM note WHERE board = ?", lowered[0].board)
        _restack(doc, "note.lower", lowered, int(lowest) - len(lowered), source)


def _by_height(doc: Document, notes: Sequence[int]) -> list[Note]:
    return sorted(boards.several(doc, notes), key=attrgetter("z", "id"))


def _restack(doc: Document, name: str, ordered: list[Note], first: int, source: object) -> None:
    with doc.action(name, source=source) as write:
        for z, note in enumerate(ordered, first):
            write.update(Note, note.id, z=z)
