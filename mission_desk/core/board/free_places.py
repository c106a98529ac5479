"""Where notes can go: free places, corners, rows and grids, in canvas units. Pure functions over numbers;
knows neither the document nor a screen."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Container, Iterable, Sequence
from itertools import islice

from mission_desk.core.board import places
from mission_desk.core.board.places import GAP, Box, Size
from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH, Note

BOARD_WIDTH = 1500  # where tidying up begins a new row
FAR_DOWN = 10**7
CROWDED = 40  # boxes in sight and below beyond which every corner would take long to try
Spot = tuple[int, int]  # top left corner
FIRST_ROWS = 6  # of places that are looked at for a new note


def free_spots(
    taken: Iterable[Box], area: Box, count: int, w: int = NOTE_WIDTH, h: int = NOTE_HEIGHT
) -> list[Spot]:
    """`count` places for notes in reading order inside `area`, a gap away from everything that is there;
    below the area where it is full."""
    return _free(taken, area, count, (w, h))


def free_spots_where(
    taken_in: Callable[[Box], Iterable[Box]],
    area: Box,
    count: int,
    w: int = NOTE_WIDTH,
    h: int = NOTE_HEIGHT,
) -> list[Spot]:
    """The same, where `taken_in(band)` returns the boxes in a band of the board. It is called for the first
    few rows, then for four times as many: mostly the first rows have a free place, so that thousands of notes
    below need not be read."""
    rows = FIRST_ROWS
    while True:
        band = Box(area.x, area.y, area.w + w, rows * (h + GAP)).grown(GAP)
        spots = _free(taken_in(band), area, count, (w, h), rows)
        if len(spots) == count:
            return spots
        rows *= 4


def _free(taken: Iterable[Box], area: Box, count: int, size: Size, rows: int = sys.maxsize) -> list[Spot]:
    """The free places within the first `rows` rows."""
    w, h = size
    blocked = _by_row(taken, area.grown(w + h), area.y, h)
    columns = max(1, (area.w + GAP) // (w + GAP))
    spots: list[Spot] = []
    row = 0
    while len(spots) < count and row < rows:
        y, edges = area.y + row * (h + GAP), blocked.get(row, ())
        free = (
            x for x in range(area.x, area.x + columns * (w + GAP), w + GAP) if _is_free(edges, x, y, w, h)
        )
        spots += [(x, y) for x in islice(free, count - len(spots))]
        row += 1
    return spots


def lined_up(area: Box, first: Spot, h: int = NOTE_HEIGHT) -> Box:
    """`area` made smaller at its left and top, so that places for notes `h` high are in line with the note
    whose corner is `first`."""
    x = area.x + (first[0] - area.x) % (NOTE_WIDTH + GAP)
    y = area.y + (first[1] - area.y) % (h + GAP)
    return Box(x, y, area.right - x, area.bottom - y)


Edges = tuple[int, int, int, int]  # left, top, right, bottom: plain numbers, because thousands are compared


def _is_free(blocked: Sequence[Edges], x: int, y: int, w: int, h: int) -> bool:
    x, y, right, bottom = x - GAP, y - GAP, x + w + GAP, y + h + GAP
    return not any(x < r and left < right and y < b and top < bottom for left, top, r, b in blocked)


def _by_row(boxes: Iterable[Box], around: Box, top: int, h: int) -> dict[int, list[Edges]]:
    """Row -> the boxes near it, so that ten thousand notes need not be compared with every place."""
    edges_by_row: dict[int, list[Edges]] = {}
    left, right, step = around.x, around.right, h + GAP
    for box in boxes:
        edges = (box.x, box.y, box.x + box.w, box.y + box.h)
        if edges[3] + GAP <= top or edges[0] >= right or edges[2] <= left:
            continue
        for row in range(max(0, (edges[1] - GAP - top) // step), (edges[3] + GAP - 1 - top) // step + 1):
            edges_by_row.setdefault(row, []).append(edges)
    return edges_by_row


def free_corner(taken: Iterable[Box], area: Box, w: int, h: int) -> tuple[int, int]:
    """The topmost free corner in `area` for something `w` wide and `h` high, a gap away from everything and
    directly beside or below another box. Below the area where it is full."""
    column = Box(area.x - GAP, area.y - GAP, area.w + 2 * GAP, FAR_DOWN)
    near = [box for box in taken if box.overlaps(column)]
    if len(near) <= CROWDED:
        lefts = sorted({area.x, *(box.right + GAP for box in near)})
        tops = sorted({area.y, *(box.bottom + GAP for box in near)})
        edges = [(box.x, box.y, box.right, box.bottom) for box in near]
        corners = ((x, y) for y in tops if y >= area.y for x in lefts if area.x <= x <= area.right - w)
        for x, y in corners:
            if _is_free(edges, x, y, w, h):
                return x, y
    return free_spots(taken, area, 1, w, h)[0]


def below(box: Box, y: int, taken: Sequence[Box]) -> Box:
    """`box` moved down to `y`, or as far below as it takes to cover nothing."""
    place = Box(box.x, y, box.w, box.h)
    while under := [other for other in taken if other.overlaps(place)]:
        place = Box(box.x, max(other.bottom for other in under) + GAP, box.w, box.h)
    return place


def nearest(box: Box, taken: Sequence[Box]) -> Box:
    """`box` where it is, or moved right or down, whichever is less far, until it covers nothing."""
    lower, beside = below(box, box.y, taken), box
    while under := [other for other in taken if other.overlaps(beside)]:
        beside = Box(max(other.right for other in under) + GAP, box.y, box.w, box.h)
    return beside if beside.x - box.x < lower.y - box.y else lower


def grid_spots(left: int, top: int, sizes: Sequence[Size], columns: int) -> list[Spot]:
    """Places of a plain grid, in reading order, for notes of these sizes: every line is as high as its
    highest note, every column as wide as the widest of all."""
    spots: list[Spot] = []
    step = max((w for w, _ in sizes), default=NOTE_WIDTH) + GAP
    for start in range(0, len(sizes), columns):
        line = sizes[start : start + columns]
        spots += [(left + column * step, top) for column in range(len(line))]
        top += max(h for _, h in line) + GAP
    return spots


def lines_of(left: int, top: int, sizes: Sequence[Size], width: int) -> list[tuple[int, int]]:
    """Places one after the other in lines of `width`, as words are set: each takes its own width, every line
    is as high as its highest."""
    spots: list[tuple[int, int]] = []
    x, high = left, 0
    for w, h in sizes:
        if x > left and x + w > left + width:
            x, top, high = left, top + high + GAP, 0
        spots.append((x, top))
        x, high = x + w + GAP, max(high, h)
    return spots


def grid_height(sizes: Sequence[Size], columns: int) -> int:
    """How high such a grid is, the gap below it included."""
    return sum(max(h for _, h in sizes[n : n + columns]) + GAP for n in range(0, len(sizes), columns))


def columns_of(count: int, widest: int = NOTE_WIDTH, width: int = FAR_DOWN) -> int:
    """How many notes up to `widest` stand side by side in a cluster of `count` that has `width` units."""
    usual = max(2, min(4, round(math.sqrt(count) + 0.4)))
    return max(1, min(usual, (width + GAP) // (widest + GAP)))


def spots_among(inside: Sequence[Note], coming: Sequence[Note], others: Sequence[Box]) -> list[Spot]:
    """Free places for `coming` between, beside and below the notes of a cluster. The cluster grows wider only
    where its frame then covers no `others`: a box beside it would have to be pushed far down."""
    boxes = [places.box_of(note) for note in inside]
    around = places.bounds(boxes)
    if around is None:
        return [(note.x, note.y) for note in coming]
    w, h = max(note.w for note in coming), max(note.h for note in coming)
    now = max(1, (around.w + GAP) // (w + GAP))
    spots: list[Spot] = []
    for columns in range(max(now, columns_of(len(inside) + len(coming))), now - 1, -1):
        area = Box(around.x, around.y, max(around.w, columns * (w + GAP) - GAP), around.h)
        spots = free_spots(boxes, area, len(coming), w, h)
        inner = places.bounds([*boxes, *(Box(x, y, w, h) for x, y in spots)])
        if inner is not None and not any(places.framed(inner).overlaps(other) for other in others):
            break
    return spots


def side_by_side(
    groups: Sequence[Sequence[Size]], folded: Container[int] = (), width: int = BOARD_WIDTH
) -> tuple[list[list[Spot]], int]:
    """Places for clusters, each given by the sizes of its notes, next to each other in rows of `width`; and
    where free room begins. Clusters whose number in the list is in `folded` take only the space of their
    head."""
    grids: list[list[Spot]] = []
    x, y, row = 0, 0, 0
    for number, sizes in enumerate(groups):
        columns = columns_of(len(sizes), max(w for w, _ in sizes), width)
        wide, high = columns * (max(w for w, _ in sizes) + GAP) - GAP, grid_height(sizes, columns) - GAP
        frame = places.framed(Box(x, y, wide, high))
        room = places.folded_box(frame) if number in folded else frame
        if x and x + room.w + GAP > width:
            x, y, row = 0, y + row, 0
        grids.append(grid_spots(x, y, sizes, columns))
        x += room.w + 2 * GAP
        row = max(row, room.h + 3 * GAP)
    return grids, y + row
