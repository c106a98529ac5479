"""The canvas at one scale, cut into squares: what is drawn, kept and out of date is counted in them. Numbers
only."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from msgspec import Struct

from mission_desk.core.board.places import Box

SIDE = 256  # pixels of a square
BLEED = 16  # canvas units by which shadows and badges stand out over their note
LARGEST = 4, 3  # columns and rows that are drawn in one go

Square = tuple[int, int]  # column and row, counted from the canvas's origin


class Squares(Struct, frozen=True):
    """Columns and rows, from the first to before the last."""

    left: int
    top: int
    right: int
    bottom: int

    def __iter__(self) -> Iterator[Square]:
        for row in range(self.top, self.bottom):
            for column in range(self.left, self.right):
                yield column, row

    def __contains__(self, square: Square) -> bool:
        return self.left <= square[0] < self.right and self.top <= square[1] < self.bottom

    def holds(self, other: Squares) -> bool:
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def common(self, other: Squares) -> Squares | None:
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Squares(left, top, right, bottom) if left < right and top < bottom else None

    def around(self, other: Squares) -> Squares:
        """As many columns and rows as these, with `other` in their middle."""
        wide, high = self.right - self.left, self.bottom - self.top
        left = other.left - (wide - (other.right - other.left)) // 2
        top = other.top - (high - (other.bottom - other.top)) // 2
        return Squares(left, top, left + wide, top + high)

    def grown(self, by: int) -> Squares:
        return Squares(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def part(self, scale: float) -> Box:
        """The canvas box they show, rounded outwards."""
        side = SIDE / scale
        left, top = math.floor(self.left * side), math.floor(self.top * side)
        return Box(left, top, math.ceil(self.right * side) - left, math.ceil(self.bottom * side) - top)


def under(left: float, top: float, width: float, height: float) -> Squares:
    """The squares under a rectangle of pixels."""
    return Squares(
        math.floor(left / SIDE),
        math.floor(top / SIDE),
        math.ceil((left + width) / SIDE),
        math.ceil((top + height) / SIDE),
    )


def touched(box: Box, scale: float) -> Squares:
    """The squares that show a change in `box`."""
    x, y, w, h = box.x - BLEED, box.y - BLEED, box.w + 2 * BLEED, box.h + 2 * BLEED
    return under(x * scale - 1, y * scale - 1, w * scale + 2, h * scale + 2)


def block(wanted: Iterable[Square], middle: tuple[float, float]) -> Squares:
    """What is drawn next: of the squares that are wanted the one nearest to where one looks, with all around
    it, as far as they make a rectangle. Drawn together, a note that lies over four squares is drawn once."""
    left = set(wanted)
    column, row = min(left, key=lambda each: (each[0] - middle[0]) ** 2 + (each[1] - middle[1]) ** 2)
    found = Squares(column, row, column + 1, row + 1)
    grew = True
    while grew:
        grew = False
        for larger in _larger(found):
            if left.issuperset(larger):
                found, grew = larger, True
                break
    return found


def _larger(now: Squares) -> Iterator[Squares]:
    if now.right - now.left < LARGEST[0]:
        yield Squares(now.left, now.top, now.right + 1, now.bottom)
        yield Squares(now.left - 1, now.top, now.right, now.bottom)
    if now.bottom - now.top < LARGEST[1]:
        yield Squares(now.left, now.top, now.right, now.bottom + 1)
        yield Squares(now.left, now.top - 1, now.right, now.bottom)
