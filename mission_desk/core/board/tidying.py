"""Tidy up: put every note on a grid; clusters and reading order stay. Locked notes stay, and their clusters
with them; a cluster that is folded up takes the room of its head."""

from __future__ import annotations

from operator import attrgetter

from msgspec.structs import replace

from mission_desk.core.board import boards, free_places, places, regions
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note, Region
from mission_desk.core.file.writer import Writer


def tidy_up(doc: Document, board: int, *, source: object = None) -> None:
    """Everything on a grid in reading order: clusters first, side by side, then the loose notes. Notes in a
    region stay in it, and the region grows where it must; notes outside all regions come below them."""
    if not boards.notes_on(doc, board):
        return
    with doc.action("board.tidy", source=source) as write:
        placed: set[int] = set()
        for region in regions.regions_on(doc, board):
            placed |= _tidy_region(doc, write, region.id)
        loose = [note for note in boards.notes_on(doc, board) if note.id not in placed]
        bottom = max((region.y + region.h for region in regions.regions_on(doc, board)), default=0)
        top = bottom + places.CLUSTER_HEAD + places.GAP if bottom else 0
        area = Box(0, top, free_places.BOARD_WIDTH, 0)
        _put(write, _around_what_stays(loose, boards.folded_on(doc, board), area))


def _put(write: Writer, tidied: list[Note]) -> None:
    for note in tidied:
        write.update(Note, note.id, x=note.x, y=note.y)


def _around_what_stays(notes: list[Note], folded: frozenset[int], area: Box) -> list[Note]:
    """The notes that may move, with their new places: from the top of `area` down, or, where they would cover
    a note that stays, below it."""
    locked_clusters = {note.cluster for note in notes if note.locked and note.cluster is not None}
    staying = [note for note in notes if note.locked or note.cluster in locked_clusters]
    moving = _in_rows(
        [note for note in notes if not note.locked and note.cluster not in locked_clusters], folded, area
    )
    taken = boards.seen_boxes(staying, folded)
    laid = boards.seen_boxes(moving, folded)
    if any(box.grown(places.GAP).overlaps(other) for box in laid for other in taken):
        top = max(other.bottom for other in taken) + places.CLUSTER_HEAD + places.GAP
        return [replace(note, y=note.y + top - area.y) for note in moving]
    return moving


def _tidy_region(doc: Document, write: Writer, number: int) -> set[int]:
    """Tidy the notes in this region; their ids. The rows are read again, because regions above may have grown
    and moved them."""
    region = doc.row(Region, number)
    area, folded = regions.area(region), boards.folded_on(doc, region.board)
    inside = _inside(boards.notes_on(doc, region.board), folded, regions.box_of(region))
    head = places.CLUSTER_HEAD if any(note.cluster for note in inside) else 0
    tidied = _around_what_stays(inside, folded, Box(area.x, area.y + head, area.w, area.h))
    if tidied:
        lowest = max(boards.seen_boxes(tidied, folded), key=attrgetter("bottom"))
        regions.grow(doc, write, region.id, [(lowest.x, lowest.y)], lowest.h)
    _put(write, tidied)
    return {note.id for note in inside}


def _inside(notes: list[Note], folded: frozenset[int], box: Box) -> list[Note]:
    """The notes that are seen in `box`; of a folded cluster all or none."""
    heads = boards.cluster_boxes((note for note in notes if note.cluster in folded), folded)
    seen = ((note, heads.get(note.cluster or 0) or places.box_of(note)) for note in notes)
    return [note for note, at in seen if box.holds(at.x + at.w // 2, at.y + at.h // 2)]


def _in_rows(notes: list[Note], folded: frozenset[int], area: Box) -> list[Note]:
    """Clusters side by side in rows as wide as `area`, the loose notes below them."""
    groups = _clusters_in_order(notes)
    heads = {number for number, members in enumerate(groups) if members[0].cluster in folded}
    sizes = [list(map(places.size_of, members)) for members in groups]
    spots, bottom = free_places.side_by_side(sizes, heads, area.w)
    loose = places.reading_order(note for note in notes if note.cluster is None)
    rest = free_places.lines_of(0, bottom, list(map(places.size_of, loose)), area.w)
    return [
        replace(note, x=area.x + x, y=area.y + y)
        for members, ours in zip([*groups, loose], [*spots, rest], strict=True)
        for note, (x, y) in zip(members, ours, strict=True)
    ]


def _clusters_in_order(notes: list[Note]) -> list[list[Note]]:
    groups: dict[int, list[Note]] = {}
    for note in places.reading_order(notes):
        if note.cluster is not None:
            groups.setdefault(note.cluster, []).append(note)
    frames = boards.cluster_boxes(notes)
    return [groups[cluster] for cluster in sorted(groups, key=lambda c: (frames[c].y // 200, frames[c].x))]
