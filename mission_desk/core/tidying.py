"""Tidy up: every note to its place on a grid, clusters and reading order kept."""

from __future__ import annotations

from mission_desk.core import boards, places, regions
from mission_desk.core.document import Document
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
        loose = [note for note in boards.notes_on(doc, board) if note.id not in placed]
        bottom = max((region.y + region.h for region in regions.regions_on(doc, board)), default=0)
        top = bottom + places.CLUSTER_HEAD + places.GAP if bottom else 0
        for note, (x, y) in _cluster_spots(loose):
            write.update(Note, note.id, x=x, y=top + y)


Spot = tuple[Note, tuple[int, int]]


def _tidy_region(doc: Document, write: Writer, number: int) -> set[int]:
    """Tidy what lies in this region; the ids of it. Read anew, because the regions above may have grown."""
    region = doc.row(Region, number)
    box, area = regions.box_of(region), regions.area(region)
    notes = boards.notes_on(doc, region.board)
    inside = [note for note in notes if box.holds(note.x + note.w // 2, note.y + note.h // 2)]
    head = places.CLUSTER_HEAD if any(note.cluster for note in inside) else 0
    spots = [(note, (area.x + x, area.y + head + y)) for note, (x, y) in _cluster_spots(inside, area.w)]
    if spots:
        lowest = max(spots, key=lambda spot: spot[1][1] + spot[0].h)
        regions.grow(doc, write, region, [lowest[1]], lowest[0].h)
    for note, (x, y) in spots:
        write.update(Note, note.id, x=x, y=y)
    return {note.id for note in inside}


def _cluster_spots(notes: list[Note], width: int = places.BOARD_WIDTH) -> list[Spot]:
    """Clusters side by side in rows of `width`, the loose notes below them."""
    groups = _clusters_in_order(notes)
    spots, bottom = places.side_by_side([[note.h for note in members] for members in groups], width)
    found = [
        pair for members, ours in zip(groups, spots, strict=True) for pair in zip(members, ours, strict=True)
    ]
    loose = places.reading_order(note for note in notes if note.cluster is None)
    columns = max(1, (width + places.GAP) // (NOTE_WIDTH + places.GAP))
    rest = places.grid_spots(0, bottom, [note.h for note in loose], columns)
    return found + list(zip(loose, rest, strict=True))


def _clusters_in_order(notes: list[Note]) -> list[list[Note]]:
    groups: dict[int, list[Note]] = {}
    for note in places.reading_order(notes):
        if note.cluster is not None:
            groups.setdefault(note.cluster, []).append(note)
    frames = boards.cluster_boxes(notes)
    return [groups[cluster] for cluster in sorted(groups, key=lambda c: (frames[c].y // 200, frames[c].x))]
