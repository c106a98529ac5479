"""Groups of notes with a heading, arranged on shelves: which group stands beside which, and how high
everything is, for one size of text and one number of columns. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from mission_desk.posters.contents import PosterNote
from mission_desk.posters.kinds.board_sections import Section
from mission_desk.posters.kinds.note_ink import (
    USUAL_TEXT,
    height_needed,
    note_copy,
    picture_height,
    text_room,
)
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area
from mission_desk.posters.setting.paragraph import Copy, TextBlock

TALLEST = 0.87
"""The usual shape of a note: its height as a share of its width."""
_FLATTEST = 0.5
_LONG_TEXT = (1.0, 0.9, 0.8, 0.72)
"""How much smaller a long note may be set before it makes its whole row taller."""
_GAP, _SHELF_GAP = 0.6, 1.7
_TITLE = 1.14
_TITLE_ABOVE, _TITLE_BELOW = 0.6, 0.6


class Entry(Struct, frozen=True, eq=False):
    """A note and its text, measured once for all attempts."""

    note: PosterNote
    copy: Copy


class Group(Struct, frozen=True, eq=False):
    """A section's heading and entries."""

    title: Copy
    entries: tuple[Entry, ...]


class Block(Struct, frozen=True):
    """A group on a shelf: from which column on, how many columns wide."""

    group: Group
    column: int
    columns: int

    @property
    def rows(self) -> int:
        return -(-len(self.group.entries) // self.columns)

    def row(self, number: int) -> tuple[Entry, ...]:
        return self.group.entries[number * self.columns : (number + 1) * self.columns]


class Shelf(Struct, frozen=True):
    """Blocks side by side. They share their rows' heights, so that notes stand in line across the page."""

    blocks: tuple[Block, ...]
    head: float
    rows: tuple[float, ...]


def groups(sections: Sequence[Section], language: str) -> tuple[Group, ...]:
    """The sections with all their texts ready to be set."""
    return tuple(
        Group(
            Copy(stack("Inter-Bold"), section.title, language, 1.15),
            tuple(Entry(note, note_copy(note, language)) for note in section.notes),
        )
        for section in sections
    )


class Shelves:
    """One attempt: text of `text` points in `columns` columns over `width` points."""

    def __init__(self, all_groups: Sequence[Group], width: float, text: float, columns: int) -> None:
        self.text, self.columns = text, columns
        self.gap = _GAP * text
        self.note_width = (width - self.gap * (columns - 1)) / columns
        self.shelves = tuple(self._shelf(blocks) for blocks in packed(all_groups, columns))

    @property
    def apart(self) -> float:
        """From one shelf to the next."""
        return _SHELF_GAP * self.text

    @property
    def title_above(self) -> float:
        """From the top of a shelf to its headings."""
        return _TITLE_ABOVE * self.text

    @property
    def height(self) -> float:
        inner = sum(shelf.head + sum(shelf.rows) + self.gap * (len(shelf.rows) - 1) for shelf in self.shelves)
        return inner + self.apart * max(0, len(self.shelves) - 1)

    def title(self, block: Block) -> TextBlock:
        return block.group.title.wrapped(self.text * _TITLE, self.block_width(block))

    def block_width(self, block: Block) -> float:
        return block.columns * (self.note_width + self.gap) - self.gap

    def left(self, column: int) -> float:
        """Of a column, from the left edge of the first one."""
        return column * (self.note_width + self.gap)

    def set(self, entry: Entry) -> TextBlock:
        """The note's text in its width."""
        room = text_room(Area(0, 0, self.note_width, self.note_width), self.text / USUAL_TEXT)
        return entry.copy.fitted_or_taller([self.text * share for share in _LONG_TEXT], room.w, room.h)

    def _shelf(self, blocks: Sequence[Block]) -> Shelf:
        titles = [title for block in blocks if (title := self.title(block)).lines]
        around = (_TITLE_ABOVE + _TITLE_BELOW) * self.text
        head = max((title.height + around for title in titles), default=0.0)
        return Shelf(tuple(blocks), head, self._rows(blocks))

    def _rows(self, blocks: Sequence[Block]) -> tuple[float, ...]:
        count = max(block.rows for block in blocks)
        return tuple(
            max(self._note_height(entry) for block in blocks for entry in block.row(row))
            for row in range(count)
        )

    def _note_height(self, entry: Entry) -> float:
        words = height_needed(self.set(entry), self.text / USUAL_TEXT)
        return max(words + picture_height(entry.note, self.note_width), self.note_width * _FLATTEST)


def packed(all_groups: Sequence[Group], columns: int) -> list[list[Block]]:
    """Every group on the first shelf where it fits without making it higher, else on a new one."""
    shelves: list[list[Block]] = []
    for group in all_groups:
        for shelf in shelves:
            block = _beside(shelf, group, columns)
            if block:
                shelf.append(block)
                break
        else:
            shelves.append([Block(group, 0, _even_columns(len(group.entries), columns))])
    return shelves


def _even_columns(count: int, most: int) -> int:
    """So many columns that the rows are as even as can be: eleven notes in eight columns make six and
    five."""
    rows = -(-count // most)
    return -(-count // rows)


def _beside(shelf: Sequence[Block], group: Group, columns: int) -> Block | None:
    used = max(block.column + block.columns for block in shelf)
    if used >= columns:
        return None
    block = Block(group, used, _even_columns(len(group.entries), columns - used))
    return block if block.rows <= max(other.rows for other in shelf) else None
