"""Which notes lie near a place: a table of square cells, so that a search among ten thousand notes looks at
no more than five of them."""

from __future__ import annotations

from collections.abc import Iterator

from mission_desk.core.board import places
from mission_desk.core.board.places import Box

CELL = 512  # canvas units; a usual note touches one to four cells

Cell = tuple[int, int]


class Grid:
    """Ids by place. A box may be of any size; it is listed in every cell it touches."""

    def __init__(self) -> None:
        self._cells: dict[Cell, set[int]] = {}
        self._boxes: dict[int, Box] = {}
        self._extent: Box | None = None  # around all boxes, while that is known

    def put(self, key: int, box: Box) -> None:
        """List `key` at `box`, instead of where it was."""
        self.drop(key)
        self._boxes[key] = box
        if len(self._boxes) == 1:
            self._extent = box
        elif self._extent is not None and not self._extent.surrounds(box):
            self._extent = places.bounds((self._extent, box))
        for cell in _cells(box):
            self._cells.setdefault(cell, set()).add(key)

    def drop(self, key: int) -> None:
        box = self._boxes.pop(key, None)
        if box is not None and self._extent is not None and not self._extent.grown(-1).surrounds(box):
            self._extent = None
        for cell in _cells(box) if box is not None else ():
            self._cells[cell].discard(key)
            if not self._cells[cell]:
                del self._cells[cell]

    def box(self, key: int) -> Box | None:
        return self._boxes.get(key)

    def extent(self) -> Box | None:
        """Around everything; measured anew only when something left that lay at the edge."""
        if self._extent is None:
            self._extent = places.bounds(self._boxes.values())
        return self._extent

    def near(self, box: Box) -> set[int]:
        """Everything whose box overlaps `box`."""
        keys: set[int] = set()
        if _count(box) > len(self._cells):  # further away than there is anything: ask the boxes themselves
            return {key for key, other in self._boxes.items() if other.overlaps(box)}
        for cell in _cells(box):
            keys |= self._cells.get(cell, set())
        return {key for key in keys if self._boxes[key].overlaps(box)}


def _cells(box: Box) -> Iterator[Cell]:
    for x in range(box.x // CELL, (box.right - 1) // CELL + 1):
        for y in range(box.y // CELL, (box.bottom - 1) // CELL + 1):
            yield x, y


def _count(box: Box) -> int:
    return (box.w // CELL + 2) * (box.h // CELL + 2)
