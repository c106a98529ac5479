"""Which notes belong together: clusters made, joined, left, merged, split, named, coloured and folded up. The
frame of a cluster follows its notes; what the frame would cover is pushed aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from mission_desk.core.board import boards, free_places, places, regions
from mission_desk.core.board.frame_places import beside_field, corner_of, frame_of, free_frame, grid
from mission_desk.core.board.places import Box
from mission_desk.core.board.push_aside import SPACE, blocks_of, make_room, taken_near
from mission_desk.core.file.closed_sets import ClusterColour, Style
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Cluster, Note, Region
from mission_desk.core.file.writer import Writer

# making clusters


def group_notes(doc: Document, notes: Sequence[int], name: str, *, source: object = None) -> int | None:
    """A named cluster of these notes in a grid where their top left one lies, or near it: all other notes and
    clusters stay where they are. Its id."""
    members = places.reading_order(boards.movable(doc, notes))
    if not members:
        return None
    board, (left, top) = members[0].board, corner_of(members)
    field = regions.region_at(doc, board, left, top)
    frame = free_frame(doc, board, frozenset(note.id for note in members), frame_of(members, field), field)
    with doc.action("cluster.add", source=source) as write:
        cluster = _new_cluster(write, Cluster(0, board, name), members, frame, field)
        boards.drop_empty_clusters(doc, write, board)
        make_room(doc, write, board, cluster, field)
    return cluster


def _new_cluster(
    write: Writer, like: Cluster, notes: Sequence[Note], frame: Box, field: Region | None
) -> int:
    """A new cluster of these notes in a grid inside `frame`."""
    cluster = write.insert(Cluster, board=like.board, name=like.name.strip(), colour=like.colour)
    spots = grid(notes, field, frame.x + places.CLUSTER_PAD, frame.y + places.CLUSTER_HEAD)
    for note, (x, y) in zip(notes, spots, strict=True):
        write.update(Note, note.id, cluster=cluster, x=x, y=y)
    return cluster


def split_cluster(doc: Document, notes: Sequence[int], name: str, *, source: object = None) -> int | None:
    """These notes of one cluster as a cluster of their own, in the first free place below the old one; its
    id. Nothing happens where they are the whole cluster, or belong to several."""
    members = places.reading_order(boards.movable(doc, notes))
    old = _common(doc, members)
    if old is None or len(members) == len(_members(doc, old.id)):
        return None
    ids = frozenset(note.id for note in members)
    frame = places.cluster_box([note for note in _members(doc, old.id) if note.id not in ids])
    if frame is None:
        return None
    taken, field = taken_near(doc, old.board, ids, frame)
    wanted = frame_of(members, field)
    place = free_places.below(Box(frame.x, 0, wanted.w, wanted.h), frame.bottom + SPACE, taken)
    with doc.action("cluster.split", source=source) as write:
        like = Cluster(0, old.board, name, old.colour)
        cluster = _new_cluster(write, like, members, place, field)
        make_room(doc, write, old.board, cluster, field)
    return cluster


def _common(doc: Document, notes: Sequence[Note]) -> Cluster | None:
    """The one cluster that all these notes are in; None where there is no such cluster."""
    clusters = {note.cluster for note in notes}
    return doc.find(Cluster, clusters.pop()) if len(clusters) == 1 else None


def _members(doc: Document, cluster: int) -> list[Note]:
    return doc.rows(Note, "cluster = ?", cluster)


# joining and leaving


def join_cluster(doc: Document, notes: Sequence[int], cluster: int, *, source: object = None) -> None:
    """Move notes out of their own clusters into free places of a cluster of the same board; they cover
    nothing."""
    with doc.action("cluster.join", source=source) as write:
        join_inside(doc, write, boards.movable(doc, notes), doc.row(Cluster, cluster))


def merge_clusters(doc: Document, clusters: Iterable[int], *, source: object = None) -> int | None:
    """Make one cluster of several: the largest takes the others' notes and keeps its name; its id. Nothing
    happens with fewer than two."""
    members = {cluster: _members(doc, cluster) for cluster in sorted(clusters)}
    if len(members) < 2:
        return None
    largest = max(members, key=lambda cluster: (len(members[cluster]), -cluster))
    coming = [note for cluster, notes in members.items() if cluster != largest for note in notes]
    with doc.action("cluster.merge", source=source) as write:
        join_inside(doc, write, [note for note in coming if not note.locked], doc.row(Cluster, largest))
    return largest


def join_inside(doc: Document, write: Writer, notes: Iterable[Note], cluster: Cluster) -> None:
    """Part of an action: move notes out of their own clusters into free places of a cluster of their
    board."""
    inside = _members(doc, cluster.id)
    coming = [note for note in notes if note.cluster != cluster.id and note.board == cluster.board]
    coming = places.reading_order(coming)
    if not coming:
        return
    ids = {note.id for note in (*inside, *coming)}
    resting = [note for note in boards.notes_on(doc, cluster.board) if note.id not in ids]
    others = [box for box, _ in blocks_of(resting, boards.folded_on(doc, cluster.board))]
    others += beside_field(doc, cluster.board, inside)
    for note, (x, y) in zip(coming, free_places.spots_among(inside, coming, others), strict=True):
        write.update(Note, note.id, cluster=cluster.id, x=x, y=y)
    boards.drop_empty_clusters(doc, write, cluster.board)
    make_room(doc, write, cluster.board, cluster.id)


def add_inside(
    doc: Document,
    cluster: int,
    texts: Sequence[str],
    style: Style,
    height: Callable[[str], int],
    *,
    source: object = None,
) -> list[int]:
    """New notes in free places of a cluster; their ids."""
    wanted, row = boards.wanted_texts(texts), doc.row(Cluster, cluster)
    if not wanted:
        return []
    with doc.action("note.add", source=source) as write:
        added = boards.insert_notes(doc, write, row.board, wanted, [(0, 0)] * len(wanted), style, height)
        join_inside(doc, write, boards.several(doc, added), row)
    return added


def leave_cluster(doc: Document, notes: Sequence[int], *, source: object = None) -> None:
    """Move notes out of their cluster into free places below its frame."""
    leaving = [note for note in places.reading_order(boards.movable(doc, notes)) if note.cluster]
    frame = places.cluster_box([*leaving])
    if not leaving or frame is None:
        return
    whole = boards.cluster_boxes(
        boards.notes_on(doc, leaving[0].board), boards.folded_on(doc, leaving[0].board)
    )
    old = max((whole[note.cluster] for note in leaving if note.cluster in whole), key=attrgetter("bottom"))
    area = Box(frame.x + places.CLUSTER_PAD, old.bottom + SPACE, max(frame.w, leaving[0].w), leaving[0].h)
    ids = frozenset(note.id for note in leaving)
    taken, field = taken_near(doc, leaving[0].board, ids, old)
    w, h = max(note.w for note in leaving), max(note.h for note in leaving)
    spots = free_places.free_spots(taken, area, len(leaving), w, h)
    with doc.action("cluster.leave", source=source) as write:
        if field is not None:
            regions.grow(doc, write, field.id, spots, h, ids)
        for note, (x, y) in zip(leaving, spots, strict=True):
            write.update(Note, note.id, cluster=None, x=x, y=y)
        boards.drop_empty_clusters(doc, write, leaving[0].board)


# properties of clusters


def rename_cluster(doc: Document, cluster: int, name: str, *, source: object = None) -> None:
    with doc.action("cluster.rename", source=source) as write:
        write.update(Cluster, cluster, name=name.strip())


def colour_clusters(
    doc: Document, clusters: Iterable[int], colour: ClusterColour, *, source: object = None
) -> None:
    """`colour` is one of STYLES, or empty for none."""
    with doc.action("cluster.colour", source=source) as write:
        for cluster in clusters:
            write.update(Cluster, cluster, colour=colour)


def fold_clusters(doc: Document, clusters: Iterable[int], folded: bool, *, source: object = None) -> None:
    """Fold a cluster so that only its head is left, or unfold it: then what was put there meanwhile is pushed
    aside."""
    with doc.action("cluster.fold" if folded else "cluster.unfold", source=source) as write:
        for cluster in sorted(clusters):
            row = doc.row(Cluster, cluster)
            write.update(Cluster, cluster, folded=int(folded))
            if row.folded and not folded and _members(doc, cluster):
                make_room(doc, write, row.board, cluster)


def ungroup(doc: Document, cluster: int, *, source: object = None) -> None:
    """Remove the cluster; its notes stay where they are."""
    with doc.action("cluster.remove", source=source) as write:
        write.delete(Cluster, cluster)
