"""A board without regions: clusters and single notes in rows, as large as all of them fit; where even the
smallest do not, the newest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QRectF

from mission_desk.core.stage.seen_order import in_clusters
from mission_desk.core.stage.slides import BoardBody
from mission_desk.ui.stage.board import shelves
from mission_desk.ui.stage.board.board_parts import (
    NARROWEST,
    BoardLayout,
    Name,
    head_height,
    left_over,
    name_words,
    ready,
)
from mission_desk.ui.stage.layout.fit import largest_size
from mission_desk.ui.stage.layout.measure import GAP, Measure
from mission_desk.ui.stage.layout.notes import Placed, needed_height

WIDEST = 420  # of a note, in parts
WIDTH_IN_LETTERS = 9.0  # a note's width over its usual size of type
ASPECTS = (0.83, 0.68, 0.54)  # of a usual note, height over width; flatter where many must fit
PICTURE = 0.6  # of the body: the highest note with a picture
LEAST = 0.45  # of the body, for a usual note: two rows where the last row sits far away
DENSEST = 3  # grids to try where not everything fits
FLAT_LETTERS = 1.16  # of the smallest: the usual size of type on notes that were made flat
Found = tuple[shelves.Wall, list[str], shelves.Grid]
HeadOf = Callable[[Sequence[str]], shelves.HeadOf]


def in_rows(body: BoardBody, box: QRectF, m: Measure, language: str) -> BoardLayout:
    """As large as all of them fit; if they do not even when small, so many of the newest as do."""
    grids, height_of = _grids(box, m), _height_of(body, box.height() * PICTURE, m, language)
    head_of = _head_of(m, language)
    expected = shelves.room_for(len(body.notes))
    roomy = [grid for grid in grids if _cells(grid, box) >= expected] or grids[-1:]
    whole_board = _all_of_them(body, roomy, box, height_of, head_of)
    whole_board = whole_board or _all_of_them(body, grids, box, height_of, head_of)
    wall, names, grid = whole_board or _newest(body, grids[-DENSEST:], box, height_of, head_of)
    usual = grid.note_width / WIDTH_IN_LETTERS
    flat = grid.least < grid.note_width * ASPECTS[0] * 0.99
    letters = max(m.floor, round(min(usual, m.floor * FLAT_LETTERS) if flat else usual))
    placed = tuple(
        Placed(
            ready(body.notes[spot.note], language),
            QRectF(box.x() + spot.x, box.y() + spot.y, spot.w, spot.h),
            letters,
            m.floor,
        )
        for spot in wall.spots
    )
    heads = tuple(
        Name(
            names[head.block],
            name_words(names[head.block], head.room, m, language),
            QRectF(box.x() + head.x, box.y() + head.y, head.room, head.h),
            None,
            reach=head.w,
        )
        for head in wall.headings
    )
    numbers = tuple(spot.note for spot in wall.spots)
    return BoardLayout(placed, heads, len(body.notes), numbers, left_over(body, numbers))


def _grids(box: QRectF, m: Measure) -> list[shelves.Grid]:
    """From few large notes in a row to many small ones, then flatter ones."""
    gap = m.px(GAP)
    most = max(1, int((box.width() + gap) / (NARROWEST * m.floor + gap)))
    fewest = min(most, max(1, -int(-(box.width() + gap) // (m.px(WIDEST) + gap))))
    grids = []
    for aspect in ASPECTS:
        for columns in range(fewest, most + 1):
            width = (box.width() - gap * (columns - 1)) / columns
            least = min(width * aspect, box.height() * LEAST)
            grids.append(shelves.Grid(columns, width, least, gap, m.px(26)))
    return grids


def _cells(grid: shelves.Grid, box: QRectF) -> int:
    """More notes than this cannot be shown: nobody needs to set their words."""
    return grid.columns * max(1, int((box.height() + grid.gap) / (grid.least + grid.gap)))


def _all_of_them(
    body: BoardBody, grids: Sequence[shelves.Grid], box: QRectF, height_of: shelves.HeightOf, head_of: HeadOf
) -> Found | None:
    count = len(body.notes)
    if count > max(_cells(grid, box) for grid in grids):
        return None  # before thousands of notes are put into order for nothing
    blocks, names = _blocks(body, count)
    heads = head_of(names)
    for arrange in (shelves.wall, shelves.stream):
        for grid in grids:
            if count > _cells(grid, box):
                continue
            wall = arrange(blocks, heads, grid, height_of)
            if wall.height <= box.height():
                return wall, names, grid
    return None


def _newest(
    body: BoardBody, grids: Sequence[shelves.Grid], box: QRectF, height_of: shelves.HeightOf, head_of: HeadOf
) -> Found:
    """At least one note: none has more words than the stage is high."""

    def flowed(count: int, grid: shelves.Grid) -> Found:
        blocks, names = _blocks(body, count)
        return shelves.stream(blocks, head_of(names), grid, height_of), names, grid

    def most(grid: shelves.Grid) -> int:
        limit = min(len(body.notes), _cells(grid, box))
        return largest_size(lambda count: flowed(count, grid)[0].height <= box.height(), limit, 1) or 0

    counts = [(most(grid), -n) for n, grid in enumerate(grids)]
    count, number = max(counts)
    whole = replace(grids[0], columns=1, note_width=box.width())
    return flowed(count, grids[-number]) if count else flowed(1, whole)


def _height_of(body: BoardBody, highest: float, m: Measure, language: str) -> shelves.HeightOf:
    """A picture is made smaller until it fits into the stage."""
    floor, known = m.floor, dict[tuple[int, float], float]()

    def height(note: int, width: float) -> float:
        """Asked dozens of times for the same note, as more and more of them are tried."""
        if (note, width) not in known:
            needed = needed_height(ready(body.notes[note], language), width, floor, floor)
            known[note, width] = min(needed, highest) if body.notes[note].picture else needed
        return known[note, width]

    return height


def _head_of(m: Measure, language: str) -> HeadOf:
    known = dict[tuple[str, float], float]()

    def head(name: str, width: float) -> float:
        if name and (name, width) not in known:
            known[name, width] = head_height(name_words(name, width, m, language), m)
        return known.get((name, width), 0.0)

    return lambda names: lambda block, width: head(names[block], width)


def _blocks(body: BoardBody, count: int) -> tuple[list[list[int]], list[str]]:
    """The newest notes as blocks, and what stands over each of them."""
    groups = in_clusters(body, range(len(body.notes) - count, len(body.notes)))
    return [notes for _, notes in groups], [name for name, _ in groups]
