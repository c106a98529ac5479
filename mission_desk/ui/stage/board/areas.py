"""Notes on a board with regions: every region becomes an area with its title, areas stand side by side in
rows, notes flow in columns inside. Numbers only; nothing is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from mission_desk.ui.stage.board.shelves import Spot, room_for
from mission_desk.ui.stage.layout.fit import largest_size

HeightOf = Callable[[int, float, int], float]
"""The height that the note of this number needs at this width and size of type."""
HeadOf = Callable[[float], float]
"""The height of the highest of the areas' titles at this width; endless where one cannot be set in it."""
LINES = 3.7  # sizes of type in the height of three lines
TOO_HIGH = 1.15  # over its width: a note with more words is as wide as its area


class Terms(Struct, frozen=True):
    """Room and rules in px; `head` is the height of the areas' titles. `sizes` of type, largest first; a note
    is at least `narrowest` letters wide."""

    width: float
    height: float
    gap: float
    pad: float
    head: float
    least: float
    sizes: tuple[int, ...]
    narrowest: float


class Area(Struct, frozen=True):
    """`spots` of its notes that fit, in px of the body."""

    x: float
    y: float
    w: float
    h: float
    spots: tuple[Spot, ...]


class Ground(Struct, frozen=True):
    areas: tuple[Area, ...]
    letters: int

    @property
    def shown(self) -> int:
        return sum(len(area.spots) for area in self.areas)


def ground(
    groups: Sequence[Sequence[int]],
    newest: Sequence[int],
    terms: Terms,
    height_of: HeightOf,
    head_of: HeadOf,
) -> Ground | None:
    """The areas at the largest size of type with which every note fits; with the smallest, the newest that
    fit. None where an area would have to stay empty, or is too narrow. `groups` are the notes of each area in
    reading order, `newest` all of them, newest first."""
    wide = terms.width > terms.height
    columns = range(len(groups), 0, -1) if wide else range(1, len(groups) + 1)
    shapes = [(count, _with_head(terms, count, head_of)) for count in columns]
    every = [(count, size, given) for size in terms.sizes for count, given in shapes]
    for count, size, given in every[_roomy(groups, every) :]:
        arranged = _arranged(groups, count, size, given, height_of)
        if arranged is not None:
            return arranged
    fits = [_newest(groups, newest, count, given, height_of) for count, given in shapes]
    full = [each for each in fits if _is_full(each, groups, terms)]
    return max(full, key=lambda each: each.shown, default=None)


def _roomy(groups: Sequence[Sequence[int]], every: Sequence[tuple[int, int, Terms]]) -> int:
    """The first of these layouts with room for as many notes as are expected, three lines each: the areas
    keep their place and width while notes come. Where none has, the first of the smallest type."""
    each = -(-room_for(0) // max(1, len(groups)))
    while each < max(map(len, groups), default=0):
        each *= 2
    expected = [list(range(each)) for _ in groups]

    smallest = every[0][2].sizes[-1]

    def three_lines(_note: int, _width: float, size: int) -> float:
        return LINES * size + 2 * smallest  # with its mark and the air around

    for n, (count, size, given) in enumerate(every):
        if _arranged(expected, count, size, given, three_lines) is not None:
            return n
    return next(n for n, (_, size, _) in enumerate(every) if size == smallest)


def _with_head(terms: Terms, columns: int, head_of: HeadOf) -> Terms:
    width = (terms.width - terms.gap * (columns - 1)) / columns
    return replace(terms, head=head_of(width - 2 * terms.pad))


def _is_full(arrangement: Ground, groups: Sequence[Sequence[int]], terms: Terms) -> bool:
    """Every area shows something of what is in it, and not in a column of single words."""
    narrowest = terms.narrowest * terms.sizes[-1]
    return all(
        bool(area.spots) >= bool(group) and (not group or area.w - 2 * terms.pad >= narrowest * 0.8)
        for area, group in zip(arrangement.areas, groups, strict=True)
    )


def _rows_of(groups: Sequence[Sequence[int]], columns: int) -> list[list[Sequence[int]]]:
    """Rows of areas, as even as they can be: five in three columns are three and two."""
    rows = -(-len(groups) // columns)
    even_rows, at = [], 0
    for row in range(rows):
        count = -(-(len(groups) - at) // (rows - row))
        even_rows.append(list(groups[at : at + count]))
        at += count
    return even_rows


def _arranged(
    groups: Sequence[Sequence[int]], columns: int, size: int, terms: Terms, height_of: HeightOf
) -> Ground | None:
    rows = _rows_of(groups, columns)
    if sum(_least_height(row, size, terms) for row in rows) > terms.height:
        return None
    filled = [[_filled(group, _width(row, terms), size, terms, height_of) for group in row] for row in rows]
    heights = [max(height for _, height in row) for row in filled]
    room = terms.height - terms.gap * (len(rows) - 1)
    if sum(heights) > room:
        return None
    even = room / len(rows)
    spare = (room - sum(heights)) / len(rows)
    needs_more = max(heights) > even  # a row with more words takes from the others
    shared = [height + spare for height in heights] if needs_more else [even] * len(rows)
    return Ground(_placed(filled, shared, terms), size)


def _newest(
    groups: Sequence[Sequence[int]], newest: Sequence[int], columns: int, terms: Terms, height_of: HeightOf
) -> Ground:
    """Every area as high as the others; from each the oldest notes are left out until the rest fits."""
    rows = _rows_of(groups, columns)
    size, age = terms.sizes[-1], {note: n for n, note in enumerate(newest)}
    height = (terms.height - terms.gap * (len(rows) - 1)) / len(rows)
    filled = []
    for row in rows:
        width = _width(row, terms)
        filled.append([_as_many(group, age, width, height, size, terms, height_of) for group in row])
    return Ground(_placed(filled, [height] * len(rows), terms), size)


def _as_many(
    group: Sequence[int],
    age: dict[int, int],
    width: float,
    height: float,
    size: int,
    terms: Terms,
    height_of: HeightOf,
) -> tuple[list[Spot], float]:
    newest = sorted(group, key=age.__getitem__)

    def filled(count: int) -> tuple[list[Spot], float]:
        shown = set(newest[:count])
        return _filled([note for note in group if note in shown], width, size, terms, height_of)

    most = min(len(group), _most_in(height, width, size, terms))
    return filled(largest_size(lambda count: filled(count)[1] <= height, most, 1) or 0)


def _least_height(row: Sequence[Sequence[int]], size: int, terms: Terms) -> float:
    """A row of areas is at least so high, however short its notes are."""
    columns = _columns(_width(row, terms) - 2 * terms.pad, size, terms)
    lines = max(-(-len(group) // columns) for group in row)
    return terms.head + lines * (terms.least + terms.gap / 2)


def _most_in(height: float, width: float, size: int, terms: Terms) -> int:
    """More notes than this fit in no case: nobody needs to set their words."""
    rows = max(0.0, height - terms.head) / (terms.least + terms.gap / 2)
    return int(rows) * _columns(width - 2 * terms.pad, size, terms)


def _width(row: Sequence[object], terms: Terms) -> float:
    return (terms.width - terms.gap * (len(row) - 1)) / len(row)


def _columns(inner: float, size: int, terms: Terms) -> int:
    return max(1, int((inner + terms.gap / 2) / (terms.narrowest * size + terms.gap / 2)))


def _filled(
    notes: Sequence[int], width: float, size: int, terms: Terms, height_of: HeightOf
) -> tuple[list[Spot], float]:
    """The notes in an area's columns from its top left corner, and the height the area needs. A note with
    many words has a row of its own."""
    gap, inner = terms.gap / 2, width - 2 * terms.pad
    columns = _columns(inner, size, terms)  # with one note, too: it keeps its width when others come
    usual = (inner - gap * (columns - 1)) / columns
    spots, x, y, low = [], 0.0, terms.head, 0.0
    row: list[Spot] = []
    for note in notes:
        high = height_of(note, usual, size)
        wide = usual
        if columns > 1 and high > usual * TOO_HIGH:
            wide, high = inner, height_of(note, inner, size)
        if row and x + wide > inner + 0.5:
            spots += [replace(each, h=low) for each in row]
            x, y, low, row = 0.0, y + low + gap, 0.0, []
        low = max(low, terms.least, high)
        row.append(Spot(note, terms.pad + x, y, wide, low))
        x += wide + gap
    spots += [replace(each, h=low) for each in row]
    return spots, y + low + terms.pad if notes else terms.head + terms.least


def _placed(
    rows: Sequence[Sequence[tuple[list[Spot], float]]], heights: Sequence[float], terms: Terms
) -> tuple[Area, ...]:
    areas, y = [], 0.0
    for row, height in zip(rows, heights, strict=True):
        width = _width(row, terms)
        for n, (spots, _) in enumerate(row):
            x = n * (width + terms.gap)
            moved = tuple(Spot(each.note, each.x + x, each.y + y, each.w, each.h) for each in spots)
            areas.append(Area(x, y, width, height, moved))
        y += height + terms.gap
    return tuple(areas)
