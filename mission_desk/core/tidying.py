"""Tidy up: every note to its place on a grid, clusters and reading order kept. Locked notes stay, and their
clusters with them."""

from __future__ import annotations

from mission_desk.core import boards, places, regions
from mission_desk.core.document import Document
from mission_desk.core.places import Box
from mission_desk.core.rows import NOTE_WIDTH, Note, Region
from mission_desk.core.writer import Writer


def tidy_up(doc: Document, board: int, *, source: object = None) -> None:
    """Everything on a grid in reading order: clusters first, side by side, then the loose notes. Regions keep
    theirs and grow where they must; what lies in none comes below them."""
    if not boards.notes_on(doc, board):
        return
    with doc.action("board.tidy", source=source) as write:
        placed: set[int] = set()
        for region in regions.regions_on(doc, board):
            placed |= _tidy_region(doc, write, region.id)
        notes = boards.notes_on(doc, board)
        loose = [note for note in notes if note.id not in placed]
        bottom = max((region.y + region.h for region in regions.regions_on(doc, board)), default=0)
        top = bottom + places.CLUSTER_HEAD + places.GAP if bottom else 0
        for note, (x, y) in _around_what_stays(loose, 0, top, places.BOARD_WIDTH):
            write.update(Note, note.id, x=x, y=y)


Spot = tuple[Note, tuple[int, int]]


def _around_what_stays(notes: list[Note], left: int, top: int, width: int) -> list[Spot]:
    """Where those of the notes go that may move: from `top` down, or below what stays where they would cover
    it."""
    held = {note.cluster for note in notes if note.locked and note.cluster is not None}
    staying = {note.id: note for note in notes if note.locked or note.cluster in held}
    spots = _cluster_spots([note for note in notes if note.id not in staying], width)
    laid = [Box(left + x, top + y, note.w, note.h) for note, (x, y) in spots]
    frames = boards.cluster_boxes(staying.values())
    taken = [*map(places.box_of, staying.values()), *frames.values()]
    if any(box.grown(places.CLUSTER_HEAD).overlaps(other) for box in laid for other in taken):
        top = max(other.bottom for other in taken) + places.CLUSTER_HEAD + places.GAP
    return [(note, (left + x, top + y)) for note, (x, y) in spots]


def _tidy_region(doc: Document, write: Writer, number: int) -> set[int]:
    """Tidy what lies in this region; the ids of it. Read anew, because the regions above may have grown."""
    region = doc.row(Region, number)
    box, area = regions.box_of(region), regions.area(region)
    notes = boards.notes_on(doc, region.board)
    inside = [note for note in notes if box.holds(note.x + note.w // 2, note.y + note.h // 2)]
    head = places.CLUSTER_HEAD if any(note.cluster for note in inside) else 0
    spots = _around_what_stays(inside, area.x, area.y + head, area.w)
    if spots:
        lowest = max(spots, key=lambda spot: spot[1][1] + spot[0].h)
        regions.grow(doc, write, region, [lowest[1]], lowest[0].h)
    for note, (x, y) in spots:
        write.update(Note, note.id, x=x, y=y)
    return {note.id for note in inside}


def _cluster_spots(notes: list[Note], width: int = places.BOARD_WIDTH) -> list[Spot]:
    """Clusters side by side in rows of `width`, the loose notes below them."""
    groups = _clusters_in_order(notes)
    spots, bottom = places.side_by_side([list(map(places.size_of, members)) for members in groups], width)
    found = [
        pair for members, ours in zip(groups, spots, strict=True) for pair in zip(members, ours, strict=True)
    ]
    loose = places.reading_order(note for note in notes if note.cluster is None)
    widest = max((note.w for note in loose), default=NOTE_WIDTH)
    columns = max(1, (width + places.GAP) // (widest + places.GAP))
    rest = places.grid_spots(0, bottom, list(map(places.size_of, loose)), columns)
    return found + list(zip(loose, rest, strict=True))


def _clusters_in_order(notes: list[Note]) -> list[list[Note]]:
    groups: dict[int, list[Note]] = {}
    for note in places.reading_order(notes):
        if note.cluster is not None:
            groups.setdefault(note.cluster, []).append(note)
    frames = boards.cluster_boxes(notes)
    return [groups[cluster] for cluster in sorted(groups, key=lambda c: (frames[c].y // 200, frames[c].x))]
