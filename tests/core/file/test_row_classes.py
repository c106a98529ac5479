"""A row that is made in memory is what the file would make of it."""

from __future__ import annotations

import ast

import pytest
from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from mission_desk.core.file import rows
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError


@pytest.mark.parametrize("kind", rows.RECORDED)
def test_what_a_caller_leaves_out_is_what_the_schema_puts_there(doc: Document, kind: type[Struct]) -> None:
    """Columns that came later have a default in both places: another one would turn up after a restart."""
    columns = doc.connection.execute(f"PRAGMA table_info({kind.__name__.lower()})")
    stored = {name: ast.literal_eval(default) for _, name, _, _, default, _ in columns if default is not None}
    usual = {field.name: field.default for field in fields(kind) if field.default is not NODEFAULT}
    assert {name: value for name, value in usual.items() if value is not None} == stored


def test_a_row_that_is_gone_is_our_mistake_where_it_is_asked_for_by_its_id(doc: Document) -> None:
    assert doc.find(rows.Note, 999) is None
    assert doc.find(rows.Note, None) is None
    with pytest.raises(BugError, match="there is no note 999"):
        doc.row(rows.Note, 999)
    first = doc.rows(rows.Board, "1 ORDER BY id")[0]
    assert doc.row(rows.Board, first.id) == first
