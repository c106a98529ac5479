"""Several clusters at once, from a proposal that was accepted: one action, however many they are. New
clusters are placed below everything else."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from mission_desk.core.board import arranging, boards, clustering, free_places, places, regions
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Cluster, Note

SPACE = 24  # canvas units between frames


class Gathering(Struct, frozen=True):
    """Ids of loose notes, in a new cluster of this name, or in the older `cluster`, which keeps its name."""

    name: str
    notes: tuple[int, ...]
    cluster: int | None = None


Coming = tuple[Gathering, list[Note]]


def group_several(
    doc: Document, board: int, gatherings: Sequence[Gathering], *, source: object = None
) -> list[int]:
    """All of them in one step; the ids of the notes that were grouped. Notes that are gone, elsewhere or in a
    cluster by now are left out, and so is a new cluster that fewer than two notes are left for."""
    coming = _coming(doc, board, gatherings)
    if not coming:
        return []
    with doc.action("cluster.several", source=source) as write:
        for gathering, notes in coming:
            if gathering.cluster is not None:
                clustering.join_inside(doc, write, notes, doc.row(Cluster, gathering.cluster))
        # After the joins: a cluster that grows may have pushed others down.
        for name, placed in _placed(doc, board, coming):
            cluster = write.insert(Cluster, board=board, name=name.strip())
            for note in placed:
                write.update(Note, note.id, cluster=cluster, x=note.x, y=note.y)
    return [note.id for _, notes in coming for note in notes]


def _coming(doc: Document, board: int, gatherings: Sequence[Gathering]) -> list[tuple[Gathering, list[Note]]]:
    """The part of the proposal that is still possible; a note that is named twice goes to the first place."""
    loose = {note.id: note for note in boards.notes_on(doc, board) if note.cluster is None}
    there = {cluster.id for cluster in boards.clusters_on(doc, board)}
    possible: list[Coming] = []
    for gathering in gatherings:
        notes = [loose[number] for number in dict.fromkeys(gathering.notes) if number in loose]
        enough = len(notes) > 1 if gathering.cluster is None else bool(notes) and gathering.cluster in there
        if enough:
            possible.append((gathering, places.reading_order(notes)))
            loose = {number: note for number, note in loose.items() if note not in notes}
    return possible


def _placed(doc: Document, board: int, coming: Sequence[Coming]) -> list[tuple[str, list[Note]]]:
    """The names of new clusters with their notes where they will lie: side by side in rows, below all that
    stays."""
    fresh = [(gathering.name, notes) for gathering, notes in coming if gathering.cluster is None]
    moving = {note.id for _, notes in fresh for note in notes}
    resting = [note for note in boards.notes_on(doc, board) if note.id not in moving]
    fields = map(regions.box_of, regions.regions_on(doc, board))
    around = places.bounds([*map(places.box_of, resting), *boards.cluster_boxes(resting).values(), *fields])
    if around is not None:
        return in_rows(fresh, around.x, around.bottom + SPACE, max(around.w, free_places.BOARD_WIDTH))
    every = [note for _, notes in fresh for note in notes]
    left, top = min((note.x for note in every), default=0), min((note.y for note in every), default=0)
    return in_rows(fresh, left, top, free_places.BOARD_WIDTH)


def in_rows(
    groups: Sequence[tuple[str, list[Note]]], left: int, top: int, width: int
) -> list[tuple[str, list[Note]]]:
    """Each group in a frame of its own, frames in rows of `width`; a tall note makes its row higher."""
    frames: list[tuple[str, list[Note]]] = []
    x, y, low = left, top, top
    for name, notes in groups:
        grid = arranging.gridded(notes, free_places.columns_of(len(notes)))
        laid = [replace(note, x=spot_x, y=spot_y) for note, (spot_x, spot_y) in grid]
        frame = places.cluster_box(laid)
        if frame is None:
            continue
        if x > left and x + frame.w > left + width:
            x, y = left, low + SPACE
        shift_x, shift_y = x - frame.x, y - frame.y
        frames.append((name, [replace(note, x=note.x + shift_x, y=note.y + shift_y) for note in laid]))
        x, low = x + frame.w + SPACE, max(low, y + frame.h)
    return frames
