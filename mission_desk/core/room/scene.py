"""Set the scene: what is written down before the first note."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.file.closed_sets import CLOSED
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Board, Step, Workshop
from mission_desk.core.file.session_kinds import is_usable
from mission_desk.words import tr


class UnknownValue(Struct, frozen=True):
    """`column` of the row with the id `row` holds `value`."""

    table: str
    row: int
    column: str
    value: str


def lacks(doc: Document) -> list[type]:
    """The kinds of rows of which the desk needs one and the file has none: another program changed it."""
    return [
        kind for kind in (Workshop, Step, Board) if not doc.value(f"SELECT 1 FROM {kind.__name__.lower()}")
    ]


def is_complete(doc: Document) -> bool:
    """Whether no row is missing, no row refers to a missing one, all text can be read, and every closed
    column holds what this program knows. Otherwise `mending` completes the file."""
    strays = doc.records("PRAGMA foreign_key_check")
    return not lacks(doc) and not strays and not unknown_values(doc) and doc.connection.text_factory is str


def unknown_values(doc: Document) -> list[UnknownValue]:
    """The values in closed columns that this program does not know, in the order of the tables."""
    return [
        UnknownValue(table, row, name, value)
        for table, columns in CLOSED.items()
        for name, column in columns.items()
        for value in _values_in(doc, table, name)
        if not column.knows(value)
        for (row,) in doc.records(f"SELECT id FROM {table} WHERE {name} = ? ORDER BY id", value)
    ]


def _values_in(doc: Document, table: str, column: str) -> list[str]:
    return [value for (value,) in doc.records(f"SELECT DISTINCT {column} FROM {table} ORDER BY 1")]


def unusable_session_keys(doc: Document) -> list[str]:
    """The session keys whose values the desk cannot use, because another program wrote them or bytes are
    damaged."""
    return [key for key, text in doc.records("SELECT key, value FROM session") if not is_usable(key, text)]


def workshop(doc: Document) -> Workshop:
    """KnownError in a file that was changed elsewhere and was not opened in the window yet (`mending`)."""
    row = doc.find(Workshop, 1)
    if row is None:
        raise KnownError(
            tr(
                "“{name}” is not complete. Nothing was changed; opened in the window it is put in order.",
                name=doc.path.name,
            )
        )
    return row


def edit_workshop(doc: Document, *, source: object = None, **values: str | int) -> None:
    """Change any fields of the workshop; typing in the same field joins into one entry. A new start is a new
    plan, so an end that was agreed on before no longer holds."""
    if "starts" in values:
        values.setdefault("ends", -1)
    with doc.action("workshop.edit", merge=f"workshop:{sorted(values)}", source=source) as write:
        write.update(Workshop, 1, **values)
