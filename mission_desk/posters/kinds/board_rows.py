"""A board's notes in rows, headed by their region and cluster: for pages too small for the arrangement
itself. Finds the largest text at which everything fits, then spreads the rows over the page."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from mission_desk.posters.contents import BoardPoster, PosterNote
from mission_desk.posters.kinds.board_sections import sections
from mission_desk.posters.kinds.board_shelves import TALLEST, Block, Group, Shelf, Shelves, groups
from mission_desk.posters.kinds.note_ink import USUAL_TEXT, draw_note
from mission_desk.posters.pdf.colours import INK
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.setting.paragraph import TextBlock

_WIDTHS = (8.0, 15.0)
"""How wide a note may be, in em of its text."""
_LARGEST = 0.033
"""The largest text as a share of the room's longer side."""
_SMALLEST = 0.5
_STEP = 0.96
_TRIED_COLUMNS = 6
_RULE = 0.07


class Rows(Struct, frozen=True):
    """The notes placed in rows, ready to be drawn. `text` is the size of a note's text in points."""

    heads: tuple[tuple[TextBlock, Area], ...]
    notes: tuple[tuple[PosterNote, Area, TextBlock], ...]
    text: float

    def draw(self, page: Page) -> None:
        for block, area in self.heads:
            page.rule((area.x, area.y), (area.right, area.y), INK, _RULE * self.text)
            with page.tagged("H2"):
                block.draw(page, area.x, area.bottom - block.height, area.w, INK)
        for note, area, block in self.notes:
            draw_note(page, note, area, block, self.text / USUAL_TEXT)


def flowed(poster: BoardPoster, room: Area) -> Rows:
    """The notes in rows, with the largest text that fits the room."""
    all_groups = groups(sections(poster), poster.language)
    return _Placing(_largest(all_groups, room), room).rows()


def _largest(all_groups: Sequence[Group], room: Area) -> Shelves:
    sizes = [_LARGEST * max(room.w, room.h)]
    while sizes[-1] > _SMALLEST:
        sizes.append(sizes[-1] * _STEP)
    low, high = 0, len(sizes) - 1
    best = _lowest(all_groups, room.w, sizes[-1])
    while low < high:
        middle = (low + high) // 2
        attempt = _lowest(all_groups, room.w, sizes[middle])
        if attempt.height <= room.h:
            best, high = attempt, middle
        else:
            low = middle + 1
    return best


def _lowest(all_groups: Sequence[Group], width: float, text: float) -> Shelves:
    """The number of columns with which the notes take the least height."""
    most = max(1, int(width / (_WIDTHS[0] * text)))
    least = max(1, min(most, int(width / (_WIDTHS[1] * text)) + 1))
    stride = (most - least) // _TRIED_COLUMNS + 1
    attempts = [Shelves(all_groups, width, text, columns) for columns in range(least, most + 1, stride)]
    return min(attempts, key=attrgetter("height"))


class _Placing:
    """Puts shelves into a room. Free height goes into the notes, up to their usual shape, then between the
    shelves."""

    def __init__(self, shelves: Shelves, room: Area) -> None:
        self._shelves, self._room = shelves, room
        free = max(0.0, room.h - shelves.height)
        rows = [row for shelf in shelves.shelves for row in shelf.rows]
        growth = sum(self._lacking(row) for row in rows)
        self._share = min(1.0, free / growth) if growth else 0.0
        spare = (free - growth * self._share) / max(1, len(shelves.shelves) - 1)
        self._apart = shelves.apart + min(spare, shelves.apart)

    def rows(self) -> Rows:
        heads: list[tuple[TextBlock, Area]] = []
        notes: list[tuple[PosterNote, Area, TextBlock]] = []
        top = self._room.y
        for shelf in self._shelves.shelves:
            for block in shelf.blocks:
                heads += self._head(block, shelf, top)
                notes += self._notes(block, shelf, top + shelf.head)
            heights = sum(self._height(row) for row in shelf.rows)
            top += shelf.head + heights + self._shelves.gap * (len(shelf.rows) - 1) + self._apart
        return Rows(tuple(heads), tuple(notes), self._shelves.text)

    def _head(self, block: Block, shelf: Shelf, top: float) -> list[tuple[TextBlock, Area]]:
        title = self._shelves.title(block)
        if not title.lines:
            return []
        left = self._room.x + self._shelves.left(block.column)
        height = self._shelves.title_above + title.height
        return [(title, Area(left, top, self._shelves.block_width(block), height))]

    def _notes(self, block: Block, shelf: Shelf, top: float) -> list[tuple[PosterNote, Area, TextBlock]]:
        placed: list[tuple[PosterNote, Area, TextBlock]] = []
        for number in range(block.rows):
            height = self._height(shelf.rows[number])
            for column, entry in enumerate(block.row(number)):
                left = self._room.x + self._shelves.left(block.column + column)
                area = Area(left, top, self._shelves.note_width, height)
                placed.append((entry.note, area, self._shelves.set(entry)))
            top += height + self._shelves.gap
        return placed

    def _height(self, row: float) -> float:
        return row + self._lacking(row) * self._share

    def _lacking(self, row: float) -> float:
        return max(0.0, self._shelves.note_width * TALLEST - row)
