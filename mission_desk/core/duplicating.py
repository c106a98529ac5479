"""Copies of notes on their own board. A cluster that is copied whole becomes a cluster of its own beside it;
every other copy lies a little lower and to the right of its note, in the same cluster."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from mission_desk.core import boards, places
from mission_desk.core.clustering import SPACE
from mission_desk.core.document import Document
from mission_desk.core.places import Box
from mission_desk.core.rows import Cluster, Note
from mission_desk.core.writer import Writer

ASIDE = 24  # canvas units by which a copy is lower and further right than its note


def duplicate_notes(doc: Document, notes: Sequence[int], *, source: object = None) -> list[int]:
    """Copies without dots and locks, on top of the others; their ids."""
    found = boards.several(doc, notes)
    if not found:
        return []
    board = found[0].board
    whole = _whole_clusters(doc, found)
    loose = [note for note in found if note.cluster not in whole]
    with doc.action("note.duplicate", source=source) as write:
        copies = [replace(note, x=note.x + ASIDE, y=note.y + ASIDE) for note in loose]
        taken = boards.taken_on(doc, board)
        for cluster, members in whole.items():
            copies += _beside(write, doc.row(Cluster, cluster), members, taken)
        top, now = boards.highest_on(doc, board), int(doc.now())
        return [_copied(write, note, top + n, now) for n, note in enumerate(copies, 1)]


def _whole_clusters(doc: Document, found: Sequence[Note]) -> dict[int, list[Note]]:
    """Cluster -> its notes, where all of them are to be copied."""
    members: dict[int, list[Note]] = {}
    for note in found:
        if note.cluster is not None:
            members.setdefault(note.cluster, []).append(note)
    sizes = doc.records("SELECT cluster, count(*) FROM note WHERE cluster IS NOT NULL GROUP BY cluster")
    return {cluster: members[cluster] for cluster, size in sizes if len(members.get(cluster, ())) == size}


def _beside(write: Writer, row: Cluster, members: Sequence[Note], taken: list[Box]) -> list[Note]:
    """The notes of a new cluster like this one, as they lay, in the first free place to its right; `taken`
    learns of it."""
    folded = frozenset({row.id} if row.folded else ())
    frame = boards.cluster_boxes(members, folded)[row.id]
    place = places.below(Box(frame.right + SPACE, frame.y, frame.w, frame.h), frame.y, taken)
    taken.append(place)
    copy = write.insert(Cluster, board=row.board, name=row.name, colour=row.colour, folded=row.folded)
    dx, dy = place.x - frame.x, place.y - frame.y
    return [replace(note, cluster=copy, x=note.x + dx, y=note.y + dy) for note in members]


def _copied(write: Writer, note: Note, z: int, now: int) -> int:
    return write.insert(
        Note, board=note.board, cluster=note.cluster, text=note.text, style=note.style, x=note.x, y=note.y,
        w=note.w, h=note.h, z=z, dots=0, at=now, sized=note.sized, author=note.author, picture=note.picture,
        covered=note.covered,
    )  # fmt: skip
