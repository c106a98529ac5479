"""Chosen notes brought into line: aligned, distributed, in a grid, in a stack. Where they go is worked out by
pure functions of boxes and rows; each action is one step, and where it gathers notes they cover no note that
was not chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from operator import attrgetter
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from mission_desk.core.board import boards, free_places, places, push_aside, regions
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note, Region
from mission_desk.core.file.writer import Writer

Edge = Literal["left", "centre", "right", "top", "middle", "bottom"]
Way = Literal["across", "down"]
Spot = tuple[int, int]
Placed = tuple[Note, Spot]
STEP = 24  # canvas units by which each note of a stack lies lower and further right: its first line shows


class Block(Struct, frozen=True):
    """Notes that move as one, and the box that is brought into line."""

    box: Box
    notes: tuple[Note, ...]


# where notes go


def blocks_of(
    chosen: Sequence[Note], everyone: Sequence[Note], folded: frozenset[int] = frozenset()
) -> list[Block]:
    """A cluster that is chosen whole moves as one, with its frame, beside others; within one cluster, and
    where a cluster is chosen in part, every note moves by itself. A folded cluster always moves as one."""
    sizes = Counter(note.cluster for note in everyone)
    parts: dict[int | None, list[Note]] = {}
    for note in chosen:
        parts.setdefault(note.cluster, []).append(note)
    blocks: list[Block] = []
    for cluster, members in parts.items():
        frame = boards.cluster_boxes(members, folded).get(cluster or 0)
        whole = len(members) == sizes[cluster] and (len(parts) > 1 or cluster in folded)
        if whole and frame is not None:
            blocks.append(Block(frame, tuple(members)))
        else:
            blocks += [Block(places.box_of(note), (note,)) for note in members]
    return blocks


def aligned(boxes: Sequence[Box], edge: Edge) -> list[Spot]:
    """Upper left corners with the edges or middles on one line; the other axis stays as it is."""
    around = places.bounds(boxes)
    if around is None:
        return []
    if edge in ("top", "middle", "bottom"):
        line: dict[Edge, Edge] = {"top": "left", "middle": "centre", "bottom": "right"}
        return [(x, y) for y, x in aligned([_turned(box) for box in boxes], line[edge])]
    part = {"left": 0.0, "centre": 0.5, "right": 1.0}[edge]
    return [(around.x + round((around.w - box.w) * part), box.y) for box in boxes]


def distributed(boxes: Sequence[Box], way: Way) -> list[Spot]:
    """Upper left corners with the same room between neighbours; the first and the last stay."""
    if way == "down":
        return [(x, y) for y, x in distributed([_turned(box) for box in boxes], "across")]
    spots = [(box.x, box.y) for box in boxes]
    order = sorted(range(len(boxes)), key=lambda n: (2 * boxes[n].x + boxes[n].w, n))
    if len(order) < 3:
        return spots
    first, *between, last = (boxes[n] for n in order)
    room = last.x - first.right - sum(box.w for box in between)
    at = first.right
    for place, n in enumerate(order[1:-1], 1):
        spots[n] = (at + round(room * place / (len(order) - 1)), boxes[n].y)
        at += boxes[n].w
    return spots


def _turned(box: Box) -> Box:
    """The box with across and down exchanged, so that one function serves both."""
    return Box(box.y, box.x, box.h, box.w)


def gridded(notes: Sequence[Note], columns: int) -> list[Placed]:
    """Rows of `columns` from the upper left corner, in reading order; a long note makes its row higher."""
    order = places.reading_order(notes)
    left, top = min(note.x for note in order), min(note.y for note in order)
    sizes = list(map(places.size_of, order))
    return list(zip(order, free_places.grid_spots(left, top, sizes, columns), strict=True))


def stacked(notes: Sequence[Note], _columns: int = 1) -> list[Placed]:
    """Places of a stack from the upper left corner; the newest note comes last and lies on top."""
    left, top = min(note.x for note in notes), min(note.y for note in notes)
    order = sorted(notes, key=attrgetter("at", "id"))
    return [(note, (left + n * STEP, top + n * STEP)) for n, note in enumerate(order)]


# the actions


def align_notes(doc: Document, notes: Sequence[int], edge: Edge, *, source: object = None) -> None:
    _bring_into_line(doc, notes, "note.align", partial(aligned, edge=edge), source)


def distribute_notes(doc: Document, notes: Sequence[int], way: Way, *, source: object = None) -> None:
    _bring_into_line(doc, notes, "note.distribute", partial(distributed, way=way), source)


def grid_notes(doc: Document, notes: Sequence[int], *, source: object = None) -> None:
    """Each cluster's, each region's and the loose notes in a grid of their own, where they lie."""
    _gather(doc, notes, "note.grid", gridded, source)


def stack_notes(doc: Document, notes: Sequence[int], *, source: object = None) -> None:
    """Each cluster's, each region's and the loose notes in a stack of their own, where they lie."""
    _gather(doc, notes, "note.stack", stacked, source)


def _chosen(doc: Document, notes: Sequence[int]) -> tuple[list[Note], list[Note]]:
    """The notes that are still there and may move, and all that lie on their board."""
    wanted = frozenset(note.id for note in boards.movable(doc, notes))
    first = doc.find(Note, min(wanted)) if wanted else None
    everyone = boards.notes_on(doc, first.board) if first else []
    return [note for note in everyone if note.id in wanted], everyone


def _bring_into_line(
    doc: Document,
    notes: Sequence[int],
    name: str,
    line: Callable[[list[Box]], list[Spot]],
    source: object,
) -> None:
    """Write the new places. Clusters keep their notes, and their frames follow; a loose note that now lies in
    an open frame joins that cluster, as when it is dropped there."""
    chosen, everyone = _chosen(doc, notes)
    if not chosen:
        return
    folded = boards.folded_on(doc, chosen[0].board)
    blocks = blocks_of(chosen, everyone, folded)
    after = {
        note.id: replace(note, x=note.x + x - block.box.x, y=note.y + y - block.box.y)
        for block, (x, y) in zip(blocks, line([block.box for block in blocks]), strict=True)
        for note in block.notes
    }
    moved = [after[note.id] for note in chosen if after[note.id] != note]
    frames = boards.cluster_boxes(after.get(note.id, note) for note in everyone if note.cluster not in folded)
    with doc.action(name, source=source) as write:
        for note in moved:
            joined = note.cluster or places.cluster_under(frames, note.x + note.w / 2, note.y + note.h / 2)
            write.update(Note, note.id, x=note.x, y=note.y, cluster=joined)


Lay = Callable[[Sequence[Note], int], list[Placed]]
Home = tuple[int, int]  # cluster and region, 0 for none


def _gather(doc: Document, notes: Sequence[int], name: str, lay: Lay, source: object) -> None:
    """Notes of the same cluster or region are arranged together, apart from all others: one grid over two
    clusters would mix their notes. A folded cluster stays as it is."""
    chosen, _ = _chosen(doc, notes)
    folded = boards.folded_on(doc, chosen[0].board) if chosen else frozenset()
    chosen = [note for note in chosen if note.cluster not in folded]
    if not chosen:
        return
    named = {region.id: region for region in regions.regions_on(doc, chosen[0].board)}
    homes: dict[Home, list[int]] = {}
    for note in chosen:
        homes.setdefault((note.cluster or 0, _region_of(note, named)), []).append(note.id)
    with doc.action(name, source=source) as write:
        for cluster, region in sorted(homes, reverse=True):  # loose notes last: clusters may push them down
            _settle(doc, write, homes[cluster, region], named.get(region), lay, folded)
            if cluster:
                push_aside.make_room(doc, write, chosen[0].board, cluster)


def _region_of(note: Note, named: dict[int, Region]) -> int:
    x, y = note.x + note.w / 2, note.y + note.h / 2
    return next((number for number, row in named.items() if regions.box_of(row).holds(x, y)), 0)


def _settle(
    doc: Document,
    write: Writer,
    members: list[int],
    region: Region | None,
    lay: Lay,
    folded: frozenset[int],
) -> None:
    """Lay the notes of one home on top of the others, further down where they would cover them."""
    chosen, everyone = _chosen(doc, members)
    placed = lay(chosen, _columns(chosen, region))
    boxes = [Box(x, y, note.w, note.h) for note, (x, y) in placed]
    wanted = places.bounds(boxes)
    if wanted is None:
        return
    down = free_places.below(wanted, wanted.y, _others(chosen, everyone, folded)).y - wanted.y
    if region is not None:
        tallest = max(note.h for note in chosen)
        lowest = [(x, y + down + note.h - tallest) for note, (x, y) in placed]
        regions.grow(doc, write, region.id, lowest, tallest)
    top = max(note.z for note in everyone)
    for n, (note, (x, y)) in enumerate(placed, 1):
        write.update(Note, note.id, x=x, y=y + down, z=top + n)


def _others(chosen: list[Note], everyone: list[Note], folded: frozenset[int]) -> list[Box]:
    """The boxes that must not be covered: in a cluster its other notes, else frames and loose notes."""
    ours, cluster = {note.id for note in chosen}, chosen[0].cluster
    others = [note for note in everyone if note.id not in ours]
    beside = [places.box_of(note) for note in others if note.cluster == cluster]
    return beside if cluster is not None else [*beside, *boards.cluster_boxes(others, folded).values()]


def _columns(notes: list[Note], region: Region | None) -> int:
    if region is None:
        return free_places.columns_of(len(notes))
    room = regions.area(region).right - min(note.x for note in notes)
    return free_places.columns_of(len(notes), max(note.w for note in notes), room)
