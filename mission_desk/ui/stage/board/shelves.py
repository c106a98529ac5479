"""Notes without regions, flowed anew: clusters are blocks of notes under their name, blocks stand side by
side on shelves. Numbers only; nothing is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

HeightOf = Callable[[int, float], float]
"""The height that the note of this number needs at this width."""
HeadOf = Callable[[int, float], float]
"""The height of the name of the block of this number at this width; 0 where it has none."""
LEAST_ROOM = 30  # notes
DEEPEST = 8  # rows of a block
TOO_HIGH, WIDE_ENOUGH = 1.15, 1.0  # over its width: a note with more words gets another column


def room_for(notes: int) -> int:
    """So many notes the layout is sized for: at least 30, and doubled whenever they are exceeded. Sized for
    those that are there, it would move with every note that comes."""
    room = LEAST_ROOM
    while room < notes:
        room *= 2
    return room


class Spot(Struct, frozen=True):
    """Where a note lies; `note` is its number."""

    note: int
    x: float
    y: float
    w: float
    h: float


class Heading(Struct, frozen=True):
    """Where a block's name stands; `block` is its number, `w` as far as its notes reach, `room` as far as its
    words may, `h` the same for all names in a row."""

    block: int
    x: float
    y: float
    w: float
    room: float
    h: float


class Wall(Struct, frozen=True):
    spots: tuple[Spot, ...]
    headings: tuple[Heading, ...]
    height: float


class Grid(Struct, frozen=True):
    """Columns of notes of one width. `least` is the height of a usual note, `gap` between notes, `between`
    below a shelf."""

    columns: int
    note_width: float
    least: float
    gap: float
    between: float

    @property
    def step(self) -> float:
        return self.note_width + self.gap

    def wide(self, columns: int) -> float:
        """So many columns, in px."""
        return columns * self.step - self.gap


class Sized(Struct, frozen=True):
    """A note, the columns it spans and the height it needs."""

    note: int
    span: int
    height: float


class _Block(Struct, frozen=True):
    number: int
    cells: tuple[tuple[Sized, int, int], ...]  # note, row, column
    columns: int
    rows: int


def wall(blocks: Sequence[Sequence[int]], head_of: HeadOf, grid: Grid, height_of: HeightOf) -> Wall:
    """The lowest wall of all ways to shape the blocks."""
    sized = [[_sized(note, grid, height_of) for note in notes] for notes in blocks]
    most = max((len(block) for block in blocks), default=0)
    deepest = max(1, min(DEEPEST, -(-most // 2)))
    walls = [_wall(sized, head_of, grid, rows) for rows in range(1, deepest + 1)]
    return min(walls, key=lambda each: each.height)


def _sized(note: int, grid: Grid, height_of: HeightOf) -> Sized:
    """A note with many words is wider, over all columns if it must be; it has room for all of them."""
    for span in range(1, grid.columns + 1):
        width = grid.wide(span)
        height = height_of(note, width)
        if height <= max(grid.least, width * (TOO_HIGH if span == 1 else WIDE_ENOUGH)):
            break
    return Sized(note, span, height)


def _wall(sized: Sequence[Sequence[Sized]], head_of: HeadOf, grid: Grid, rows: int) -> Wall:
    """With blocks of `rows` rows, as far as the wall is wide enough."""
    spots: list[Spot] = []
    headings: list[Heading] = []
    y = 0.0
    for shelf in _shelves(sized, grid.columns, rows):
        heads = _shelf_headings(shelf, head_of, y, grid)
        headings += heads
        head = heads[0].h if heads else 0.0
        at, lowest = 0, 0.0
        for block in shelf:
            heights = _row_heights(block, grid)
            spots += _spots(block, at, y + head, heights, grid)
            lowest = max(lowest, sum(heights) + grid.gap * (len(heights) - 1))
            at += block.columns
        y += head + lowest + grid.between
    return Wall(tuple(spots), tuple(headings), max(0.0, y - grid.between))


def _shelf_headings(shelf: Sequence[_Block], head_of: HeadOf, y: float, grid: Grid) -> list[Heading]:
    places, at = [], 0
    for block in shelf:
        places.append((block.number, at, block.columns))
        at += block.columns
    return _headings(places, head_of, y, grid)


def _headings(places: Sequence[tuple[int, int, int]], head_of: HeadOf, y: float, grid: Grid) -> list[Heading]:
    """Of blocks side by side (number, first column, columns); the words of the last may reach to the wall's
    end."""
    headings: list[Heading] = []
    for n, (block, first, columns) in enumerate(places):
        last = grid.columns if n == len(places) - 1 else first + columns
        room = grid.wide(max(columns, last - first))
        if high := head_of(block, room):
            headings.append(Heading(block, first * grid.step, y, grid.wide(columns), room, high))
    high = max((head.h for head in headings), default=0.0)
    return [replace(head, h=high) for head in headings]


def _shelves(sized: Sequence[Sequence[Sized]], columns: int, rows: int) -> list[list[_Block]]:
    shelves: list[list[_Block]] = []
    free = 0
    for number, notes in enumerate(sized):
        block = _shaped(number, notes, columns, rows)
        if not shelves or block.columns > free:
            shelves.append([])
            free = columns
        shelves[-1].append(block)
        free -= block.columns
    return shelves


def _shaped(number: int, notes: Sequence[Sized], columns: int, rows: int) -> _Block:
    """The narrowest block of at most so many rows; a name needs the width of two notes."""
    cells_in_all = sum(note.span for note in notes)
    least = min(columns, max(min(2, cells_in_all), -(-cells_in_all // rows)))
    for wide in range(least, columns + 1):
        cells = _cells(notes, wide)
        high = cells[-1][1] + 1
        if high <= rows or wide == columns:
            break
    return _Block(number, cells, wide, high)


def _cells(notes: Sequence[Sized], columns: int) -> tuple[tuple[Sized, int, int], ...]:
    cells, row, column = [], 0, 0
    for note in notes:
        if column and column + note.span > columns:
            row, column = row + 1, 0
        cells.append((note, row, column))
        column += note.span
    return tuple(cells)


def _row_heights(block: _Block, grid: Grid) -> list[float]:
    heights = [grid.least] * block.rows
    for note, row, _ in block.cells:
        heights[row] = max(heights[row], note.height)
    return heights


def _spots(block: _Block, at: int, y: float, heights: Sequence[float], grid: Grid) -> list[Spot]:
    tops = [y + sum(heights[:row]) + row * grid.gap for row in range(len(heights))]
    return [
        Spot(
            note.note,
            (at + column) * grid.step,
            tops[row],
            grid.wide(min(note.span, grid.columns)),
            heights[row],
        )
        for note, row, column in block.cells
    ]


def stream(blocks: Sequence[Sequence[int]], head_of: HeadOf, grid: Grid, height_of: HeightOf) -> Wall:
    """One note after the other through all blocks: the densest wall. A block that goes on in the next row
    says its name again."""
    notes = [(number, _sized(note, grid, height_of)) for number, block in enumerate(blocks) for note in block]
    cells = _cells([note for _, note in notes], grid.columns)
    spots: list[Spot] = []
    headings: list[Heading] = []
    y = 0.0
    for row in range(cells[-1][1] + 1 if cells else 0):
        mine = [(notes[n][0], note, column) for n, (note, line, column) in enumerate(cells) if line == row]
        high = max(grid.least, *(note.height for _, note, _ in mine))
        heads = _row_headings(mine, head_of, y, grid)
        y += heads[0].h if heads else 0.0
        spots += [
            Spot(note.note, column * grid.step, y, grid.wide(note.span), high) for _, note, column in mine
        ]
        headings += heads
        y += high + grid.gap
    return Wall(tuple(spots), tuple(headings), max(0.0, y - grid.gap))


def _row_headings(
    row: Sequence[tuple[int, Sized, int]], head_of: HeadOf, y: float, grid: Grid
) -> list[Heading]:
    places = []
    for block in dict.fromkeys(number for number, _, _ in row):
        mine = [(column, note.span) for number, note, column in row if number == block]
        places.append((block, mine[0][0], sum(span for _, span in mine)))
    return _headings(places, head_of, y, grid)
