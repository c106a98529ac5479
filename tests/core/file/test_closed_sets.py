"""Columns that hold one of a few values: the table of them agrees with the types of the rows, and a value
that is none of them is refused wherever it is read or written."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from msgspec import Struct

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import CLOSED
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError, KnownError
from mission_desk.core.file.rows import RECORDED, Note, Step
from tests.damaged_workshops import by_hand

LISTED = {("step", "lead")}  # their values are parted by blanks, so their type is str
KINDS: dict[str, type[Any]] = {kind.__name__.lower(): kind for kind in RECORDED}
COLUMNS = [(table, column) for table, columns in CLOSED.items() for column in columns]


def closed_types(kind: type[Struct]) -> dict[str, frozenset[str]]:
    hints = get_type_hints(kind)
    return {name: frozenset(get_args(hint)) for name, hint in hints.items() if get_origin(hint) is Literal}


@pytest.mark.parametrize("kind", RECORDED)
def test_each_column_whose_type_is_closed_is_checked_for_just_these_values(kind: type[Struct]) -> None:
    table = kind.__name__.lower()
    checked = {
        name: column.values for name, column in CLOSED.get(table, {}).items() if (table, name) not in LISTED
    }
    assert closed_types(kind) == checked


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_what_mending_writes_may_stand_there(table: str, column: str) -> None:
    instead = CLOSED[table][column].mended("sage")
    assert instead is None or CLOSED[table][column].knows(instead)


def test_a_list_loses_only_the_words_that_nobody_knows() -> None:
    lead = CLOSED["step"]["lead"]
    assert (lead.knows(""), lead.knows("heart analyst"), lead.knows("heart sage")) == (True, True, False)
    assert lead.mended("heart sage analyst") == "heart analyst"


@pytest.mark.parametrize("column", ["style", "page"])
def test_an_unknown_value_is_not_written(doc: Document, board: int, column: str) -> None:
    kind: type[Struct] = Note if column == "style" else Step
    (note,) = boards.add_notes(doc, board, ["stays"], "ideator")
    row = note if kind is Note else agenda.steps(doc)[0].id
    before = doc.row(kind, row)
    with pytest.raises(BugError, match="cannot hold 'sage'"), doc.action("test") as write:
        write.update(kind, row, **{column: "sage"})
    assert doc.row(kind, row) == before


def test_an_unknown_value_of_a_file_is_a_sentence_and_the_file_stays(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["stays"], "ideator")
    path = doc.path
    doc.close()
    by_hand(path, "UPDATE note SET style = 'sage'")
    content = Path(path).read_bytes()
    again = Document.open(path)
    with pytest.raises(KnownError, match="says “sage” where this program knows no such word"):
        boards.notes_on(again, board)
    assert boards.boards(again)
    again.close()
    assert Path(path).read_bytes() == content
