"""The canvas at one scale, cut into tiles: what is drawn, kept and out of date is counted in them. Numbers
only."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from msgspec import Struct

from mission_desk.core.board.places import Box

SIDE = 256  # pixels of a tile
BLEED = 16  # canvas units by which shadows and badges stand out over their note
LARGEST = 4, 3  # columns and rows that are drawn in one go

Tile = tuple[int, int]  # column and row, counted from the canvas's origin


class Tiles(Struct, frozen=True):
    """Columns and rows, from the first to before the last."""

    left: int
    top: int
    right: int
    bottom: int

    def __iter__(self) -> Iterator[Tile]:
        for row in range(self.top, self.bottom):
            for column in range(self.left, self.right):
                yield column, row

    def __contains__(self, tile: Tile) -> bool:
        return self.left <= tile[0] < self.right and self.top <= tile[1] < self.bottom

    def holds(self, other: Tiles) -> bool:
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def common(self, other: Tiles) -> Tiles | None:
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Tiles(left, top, right, bottom) if left < right and top < bottom else None

    def around(self, other: Tiles) -> Tiles:
        """As many columns and rows as these, with `other` in their middle."""
        wide, high = self.right - self.left, self.bottom - self.top
        left = other.left - (wide - (other.right - other.left)) // 2
        top = other.top - (high - (other.bottom - other.top)) // 2
        return Tiles(left, top, left + wide, top + high)

    def grown(self, by: int) -> Tiles:
        return Tiles(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def part(self, scale: float) -> Box:
        """The canvas box they show, rounded outwards."""
        side = SIDE / scale
        left, top = math.floor(self.left * side), math.floor(self.top * side)
        return Box(left, top, math.ceil(self.right * side) - left, math.ceil(self.bottom * side) - top)


def under(left: float, top: float, width: float, height: float) -> Tiles:
    """The tiles under a rectangle of pixels."""
    return Tiles(
        math.floor(left / SIDE),
        math.floor(top / SIDE),
        math.ceil((left + width) / SIDE),
        math.ceil((top + height) / SIDE),
    )


def touched(box: Box, scale: float) -> Tiles:
    """The tiles that show a change in `box`."""
    x, y, w, h = box.x - BLEED, box.y - BLEED, box.w + 2 * BLEED, box.h + 2 * BLEED
    return under(x * scale - 1, y * scale - 1, w * scale + 2, h * scale + 2)


def block(wanted: Iterable[Tile], middle: tuple[float, float]) -> Tiles:
    """The tiles to draw next: of those that are wanted, the one nearest to the middle of the view, with all
    around it, as far as they make a rectangle. Drawn together, a note that lies over four tiles is drawn
    once."""
    left = set(wanted)
    column, row = min(left, key=lambda each: (each[0] - middle[0]) ** 2 + (each[1] - middle[1]) ** 2)
    rectangle = Tiles(column, row, column + 1, row + 1)
    grew = True
    while grew:
        grew = False
        for larger in _larger(rectangle):
            if left.issuperset(larger):
                rectangle, grew = larger, True
                break
    return rectangle


def _larger(now: Tiles) -> Iterator[Tiles]:
    if now.right - now.left < LARGEST[0]:
        yield Tiles(now.left, now.top, now.right + 1, now.bottom)
        yield Tiles(now.left - 1, now.top, now.right, now.bottom)
    if now.bottom - now.top < LARGEST[1]:
        yield Tiles(now.left, now.top, now.right, now.bottom + 1)
        yield Tiles(now.left, now.top - 1, now.right, now.bottom)
