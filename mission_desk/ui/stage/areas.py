"""Notes on a board with regions: every region becomes an area with its title, areas stand side by side in
rows, notes flow in columns inside. Numbers only; nothing is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mission_desk.ui.stage.fit import largest_size
from mission_desk.ui.stage.shelves import Spot

HeightOf = Callable[[int, float, int], float]
"""The height that the note of this number needs at this width and size of type."""


HIGHEST = 0.45
"""Of the body: a note with more words than that is cut with an ellipsis."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Room and rules in px. `sizes` of type, largest first; a note is at least `narrowest` letters wide."""

    width: float
    height: float
    gap: float
    pad: float
    head: float
    least: float
    sizes: tuple[int, ...]
    narrowest: float


@dataclass(frozen=True, slots=True)
class Area:
    """`spots` of its notes that fit, in px of the body."""

    x: float
    y: float
    w: float
    h: float
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    areas: tuple[Area, ...]
    letters: int

    @property
    def shown(self) -> int:
        return sum(len(area.spots) for area in self.areas)


def ground(
    groups: Sequence[Sequence[int]], newest: Sequence[int], terms: Terms, height_of: HeightOf
) -> Ground:
    """The areas at the largest size of type with which every note fits; with the smallest, the newest that
    fit. `groups` are the notes of each area in reading order, `newest` all of them, newest first."""
    shapes = range(len(groups), 0, -1) if terms.width > terms.height else range(1, len(groups) + 1)
    for size in terms.sizes:
        for columns in shapes:
            found = _arranged(groups, columns, size, terms, height_of)
            if found is not None:
                return found
    fits = [_newest(groups, newest, columns, terms, height_of) for columns in shapes]
    return max(fits, key=lambda each: each.shown)


def _rows_of(groups: Sequence[Sequence[int]], columns: int) -> list[list[Sequence[int]]]:
    """Rows of areas, as even as they can be: five in three columns are three and two."""
    rows = -(-len(groups) // columns)
    found, at = [], 0
    for row in range(rows):
        count = -(-(len(groups) - at) // (rows - row))
        found.append(list(groups[at : at + count]))
        at += count
    return found


def _arranged(
    groups: Sequence[Sequence[int]], columns: int, size: int, terms: Terms, height_of: HeightOf
) -> Ground | None:
    rows = _rows_of(groups, columns)
    if sum(_least_height(row, size, terms) for row in rows) > terms.height:
        return None
    filled = [[_filled(group, _width(row, terms), size, terms, height_of) for group in row] for row in rows]
    heights = [max(height for _, height in row) for row in filled]
    spare = terms.height - sum(heights) - terms.gap * (len(rows) - 1)
    if spare < 0:
        return None
    return Ground(_placed(filled, [height + spare / len(rows) for height in heights], terms), size)


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
        kept = set(newest[:count])
        return _filled([note for note in group if note in kept], width, size, terms, height_of)

    most = min(len(group), _most_in(height, width, size, terms))
    return filled(largest_size(lambda count: filled(count)[1] <= height, most, 1) or 0)


def _least_height(row: Sequence[Sequence[int]], size: int, terms: Terms) -> float:
    """A row of areas is at least so high, however short its notes are."""
    columns = _columns(_width(row, terms) - 2 * terms.pad, size, terms)
    lines = max(-(-len(group) // columns) for group in row)
    return terms.head + lines * (terms.least + terms.gap / 2)


def _most_in(height: float, width: float, size: int, terms: Terms) -> int:
    """More notes than this fit in no case: nobody needs to set their words."""
    rows = (height - terms.head) / (terms.least + terms.gap / 2)
    return max(0, int(rows)) * _columns(width - 2 * terms.pad, size, terms)


def _width(row: Sequence[object], terms: Terms) -> float:
    return (terms.width - terms.gap * (len(row) - 1)) / len(row)


def _columns(inner: float, size: int, terms: Terms) -> int:
    return max(1, int((inner + terms.gap / 2) / (terms.narrowest * size + terms.gap / 2)))


def _filled(
    notes: Sequence[int], width: float, size: int, terms: Terms, height_of: HeightOf
) -> tuple[list[Spot], float]:
    """The notes in an area's columns from its top left corner, and the height the area needs."""
    gap, inner = terms.gap / 2, width - 2 * terms.pad
    columns = max(1, min(len(notes), _columns(inner, size, terms)))
    note_width = (inner - gap * (columns - 1)) / columns
    spots, y = [], terms.head
    for start in range(0, len(notes), columns):
        row = notes[start : start + columns]
        needed = max(height_of(note, note_width, size) for note in row)
        height = max(terms.least, min(needed, terms.height * HIGHEST))
        for n, note in enumerate(row):
            spots.append(Spot(note, terms.pad + n * (note_width + gap), y, note_width, height))
        y += height + gap
    return spots, y - gap + terms.pad if notes else terms.head + terms.least


def _placed(
    rows: Sequence[Sequence[tuple[list[Spot], float]]], heights: Sequence[float], terms: Terms
) -> tuple[Area, ...]:
    found, y = [], 0.0
    for row, height in zip(rows, heights, strict=True):
        width = _width(row, terms)
        for n, (spots, _) in enumerate(row):
            x = n * (width + terms.gap)
            moved = tuple(Spot(each.note, each.x + x, each.y + y, each.w, each.h) for each in spots)
            found.append(Area(x, y, width, height, moved))
        y += height + terms.gap
    return tuple(found)
