"""Tidy up: every note to its place on a grid, clusters and reading order kept."""

from __future__ import annotations

from mission_desk.core import boards, places, regions
from mission_desk.core.document import Document
from mission_desk.core.rows import NOTE_WIDTH, Note, Region


def tidy_up(doc: Document, board: int, *, source: object = None) -> None:
    """Everything on a grid in reading order: clusters first, side by side, then the loose notes. Regions keep
    theirs."""
    notes = boards.notes_on(doc, board)
    named = regions.regions_on(doc, board)
    if not notes:
        return
    spots = _region_spots(notes, named) if named else _cluster_spots(notes)
    with doc.action("board.tidy", source=source) as write:
        for note, (x, y) in spots:
            write.update(Note, note.id, x=x, y=y)


Spot = tuple[Note, tuple[int, int]]


def _region_spots(notes: list[Note], named: list[Region]) -> list[Spot]:
    found: list[Spot] = []
    for region in named:
        box = regions.box_of(region)
        inside = places.reading_order(n for n in notes if box.holds(n.x + n.w / 2, n.y + n.h / 2))
        area = regions.area(region)
        columns = max(1, (area.w + places.GAP) // (NOTE_WIDTH + places.GAP))
        found += zip(inside, places.grid_spots(area.x, area.y, len(inside), columns), strict=True)
    return found


def _cluster_spots(notes: list[Note]) -> list[Spot]:
    groups = _clusters_in_order(notes)
    spots, bottom = places.side_by_side([len(members) for members in groups])
    found = [
        pair for members, ours in zip(groups, spots, strict=True) for pair in zip(members, ours, strict=True)
    ]
    loose = places.reading_order(note for note in notes if note.cluster is None)
    columns = max(1, places.BOARD_WIDTH // (NOTE_WIDTH + 2 * places.GAP))
    return found + list(zip(loose, places.grid_spots(0, bottom, len(loose), columns), strict=True))


def _clusters_in_order(notes: list[Note]) -> list[list[Note]]:
    groups: dict[int, list[Note]] = {}
    for note in places.reading_order(notes):
        if note.cluster is not None:
            groups.setdefault(note.cluster, []).append(note)
    frames = boards.cluster_boxes(notes)
    return [groups[cluster] for cluster in sorted(groups, key=lambda c: (frames[c].y // 200, frames[c].x))]
