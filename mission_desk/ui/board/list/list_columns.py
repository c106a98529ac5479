"""What the columns of the board's list say of a note, and what each sorts by."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from mission_desk.core.board import places
from mission_desk.core.board.covering import read_text
from mission_desk.core.file.rows import STYLES, Note
from mission_desk.language.likeness.stems import folded
from mission_desk.language.tags import tags_in
from mission_desk.ui.board.list.row_order import Key
from mission_desk.ui.board.model import BoardModel
from mission_desk.ui.board.note_words import in_one_line, style_words
from mission_desk.words import tr, trn

AS_ON_THE_BOARD = -1  # stands for the column while nothing is sorted


class Column(IntEnum):
    TEXT, STYLE, CLUSTER, DOTS, AUTHOR, TAGS = range(6)


OF_THE_FRONT = (Column.STYLE, Column.DOTS, Column.AUTHOR)  # a note that lies face down shows none of them


def heads() -> tuple[str, ...]:
    return tr("Note"), tr("Colour"), tr("Cluster"), tr("Dots"), tr("From"), tr("Tags")


class ListWords:
    """The words of each cell, and the keys to sort by; `authors` seat -> name."""

    def __init__(self, model: BoardModel, authors: Mapping[int, str]) -> None:
        self._model = model
        self._styles = style_words()
        self.authors = authors

    def cell(self, note: Note, column: int) -> str:
        """Plain text in one line."""
        if column == Column.TEXT:
            return tr("Face down") if note.covered else in_one_line(note)
        if note.covered and column in OF_THE_FRONT:
            return ""
        if column == Column.STYLE:
            return self._styles.get(note.style, "")
        if column == Column.CLUSTER:
            return self._cluster(note)
        if column == Column.DOTS:
            return str(note.dots) if note.dots else ""
        if column == Column.AUTHOR:
            return self.authors.get(note.author or 0, "")
        return " ".join(f"#{word}" for word in self.tags(note))

    def spoken(self, note: Note, column: int) -> str:
        """What a screen reader says of the cell."""
        words = self.cell(note, column)
        if column == Column.DOTS:
            return "" if note.covered else trn("{n} dot", "{n} dots", note.dots)
        worries = 0 if note.covered else self._model.worries.get(note.id, 0)
        if column == Column.TEXT and worries:
            return f"{words}. {trn('{n} open concern', '{n} open concerns', worries)}"
        return words

    def tags(self, note: Note) -> list[str]:
        return list({tag.key: tag.word for tag in tags_in(read_text(note))}.values())

    def _cluster(self, note: Note) -> str:
        row = self._model.clusters.get(note.cluster or 0)
        return row.name if row is not None else ""

    def key(self, note: Note, column: int) -> Key:
        """Cells without a word come last."""
        hung = (places.row_of(note.y, note.h), note.x)
        if column == AS_ON_THE_BOARD:
            return hung
        if column == Column.STYLE:
            known = note.style in STYLES and not note.covered
            return (STYLES.index(note.style) if known else len(STYLES), *hung)
        if column == Column.DOTS:
            return (0 if note.covered else note.dots, *hung)
        words = folded(self.cell(note, column))
        return (not words, words, *hung)
