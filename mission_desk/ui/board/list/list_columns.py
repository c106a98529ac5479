"""The columns of the board's list: one row of a table each, with its title, the command that changes it, its
width, what it says of a note and what it sorts by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum

from msgspec import Struct

from mission_desk.core.board import places
from mission_desk.core.board.covering import read_text
from mission_desk.core.file.closed_sets import STYLES
from mission_desk.core.file.rows import Note
from mission_desk.core.room.style_words import style_names
from mission_desk.language.likeness.stems import folded
from mission_desk.language.tags import tags_in
from mission_desk.ui.board.list.row_order import Key
from mission_desk.ui.board.model import BoardModel
from mission_desk.ui.board.note_words import in_one_line
from mission_desk.ui.look.theme import UNIT
from mission_desk.words import tr, trn

AS_ON_THE_BOARD = -1  # stands for the column while nothing is sorted


class Column(IntEnum):
    TEXT, STYLE, CLUSTER, DOTS, AUTHOR, TAGS, ACROSS, UP = range(8)


class ListWords:
    """The words of each cell, and the keys to sort by; `authors` seat -> name."""

    def __init__(self, model: BoardModel, authors: Mapping[int, str]) -> None:
        self._model = model
        self._styles = style_names()
        self._columns = list_columns()
        self.authors = authors

    def cell(self, note: Note, column: int) -> str:
        """Plain text in one line."""
        row = self._columns[column]
        return "" if note.covered and row.of_the_front else row.words(self, note)

    def spoken(self, note: Note, column: int) -> str:
        """What a screen reader says of the cell."""
        words = self.cell(note, column)
        if column == Column.DOTS:
            return "" if note.covered else trn("{n} dot", "{n} dots", note.dots)
        worries = 0 if note.covered else self._model.worries.get(note.id, 0)
        if column == Column.TEXT and worries:
            return f"{words}. {trn('{n} open concern', '{n} open concerns', worries)}"
        return words

    def key(self, note: Note, column: int) -> Key:
        """What the note sorts by in that column; equal ones lie as on the board."""
        hung = (places.row_of(note.y, note.h), note.x)
        return hung if column == AS_ON_THE_BOARD else (*self._columns[column].key(self, note), *hung)

    def tags(self, note: Note) -> list[str]:
        return list({tag.key: tag.word for tag in tags_in(read_text(note))}.values())

    def title(self, column: int) -> str:
        """Of the column; those of the axes have the names that the board gives them."""
        axes = self._model.axes
        names = {Column.ACROSS: axes.across, Column.UP: axes.up} if axes is not None else {}
        return names.get(Column(column)) or self._columns[column].title

    def has(self, column: Column) -> bool:
        """Whether this board has anything to say in the column."""
        axes = self._model.axes
        match column:
            case Column.ACROSS:
                return axes is not None and bool(axes.across)
            case Column.UP:
                return axes is not None and bool(axes.up)
            case _:
                return True

    def place_on(self, note: Note, column: Column) -> int:
        """On the axis of the column, 0 to 100; 0 where there is none."""
        axes = self._model.axes
        if axes is None:
            return 0
        return axes.place_across(note) if column == Column.ACROSS else axes.place_up(note)

    # the words of one column each

    def text(self, note: Note) -> str:
        return tr("Face down") if note.covered else in_one_line(note)

    def style(self, note: Note) -> str:
        return self._styles[note.style]

    def cluster(self, note: Note) -> str:
        row = self._model.clusters.get(note.cluster or 0)
        return row.name if row is not None else ""

    def dots(self, note: Note) -> str:
        return str(note.dots) if note.dots else ""

    def author(self, note: Note) -> str:
        return self.authors.get(note.author or 0, "")

    def across(self, note: Note) -> str:
        return str(self.place_on(note, Column.ACROSS)) if self.has(Column.ACROSS) else ""

    def up(self, note: Note) -> str:
        return str(self.place_on(note, Column.UP)) if self.has(Column.UP) else ""

    def tag_words(self, note: Note) -> str:
        return " ".join(f"#{word}" for word in self.tags(note))


def _by_style(_words: ListWords, note: Note) -> Key:
    known = note.style in STYLES and not note.covered
    return (STYLES.index(note.style) if known else len(STYLES),)


def _by_dots(_words: ListWords, note: Note) -> Key:
    return (0 if note.covered else note.dots,)


def _by_place(column: Column) -> Callable[[ListWords, Note], Key]:
    def key(words: ListWords, note: Note) -> Key:
        return (words.place_on(note, column),)

    return key


def _by(column: Column) -> Callable[[ListWords, Note], Key]:
    """By the cell's words; cells without a word come last."""

    def key(words: ListWords, note: Note) -> Key:
        cell = folded(words.cell(note, column))
        return (not cell, cell)

    return key


class ListColumn(Struct, frozen=True):
    """`command` changes the cell of the selected notes; `width` is in px, 0 for what the others leave; a note
    that lies face down shows nothing `of_the_front`."""

    title: str
    command: str
    width: int
    words: Callable[[ListWords, Note], str]
    key: Callable[[ListWords, Note], Key]
    of_the_front: bool = False


def list_columns() -> tuple[ListColumn, ...]:
    """In the order of Column."""
    return (
        ListColumn(tr("Note"), "note.edit", 0, ListWords.text, _by(Column.TEXT)),
        ListColumn(tr("Colour"), "note.colour", 34 * UNIT, ListWords.style, _by_style, of_the_front=True),
        ListColumn(tr("Cluster"), "note.join", 38 * UNIT, ListWords.cluster, _by(Column.CLUSTER)),
        ListColumn(tr("Dots"), "note.dot", 22 * UNIT, ListWords.dots, _by_dots, of_the_front=True),
        ListColumn(
            tr("From"), "note.author", 26 * UNIT, ListWords.author, _by(Column.AUTHOR), of_the_front=True
        ),
        ListColumn(tr("Tags"), "note.edit", 36 * UNIT, ListWords.tag_words, _by(Column.TAGS)),
        ListColumn(tr("Across"), "note.edit", 30 * UNIT, ListWords.across, _by_place(Column.ACROSS)),
        ListColumn(tr("Up"), "note.edit", 30 * UNIT, ListWords.up, _by_place(Column.UP)),
    )
