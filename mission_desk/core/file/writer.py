"""What an action writes with: plain SQL by row class. Text is made storable here, before SQLite gets it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from unicodedata import category

from msgspec import Struct

from mission_desk.core.file.closed_sets import require_writable
from mission_desk.core.file.errors import BugError
from mission_desk.core.file.reads import tables_of

Value = int | str | bytes | None
# Controls that SQLite, fonts or PDFs stumble over; LIKE and length() stop at NUL. Line feed and tab stay.
# Direction overrides would turn round the sentence around a note's words; right-to-left text needs none.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e]")
_EMPTY_LETTERS = (
    "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe0f\ufe0e"  # letters by category, and drawn as nothing
)
_LIMIT = 10**9


def storable(text: str) -> str:
    """Text as it can be kept: one kind of line end, no controls, no lone surrogates (sqlite3 cannot encode
    them)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    whole = lines.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROLS.sub("", whole)


def is_blank(text: str) -> bool:
    """Whether nothing in it can be seen: spaces, and characters that are drawn as nothing or as a space."""
    return all(char.isspace() or category(char) == "Cf" or char in _EMPTY_LETTERS for char in text)


def moved(order: list[int], row: int, by: int) -> list[int]:
    """The order with this row `by` places farther down, held at both ends."""
    others = [each for each in order if each != row]
    place = max(0, min(len(others), order.index(row) + by))
    return [*others[:place], row, *others[place:]]


def _storable(value: Value) -> Value:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, int) and not -_LIMIT <= value <= _LIMIT * 10:
        raise BugError(f"{value} is no place on a board and no moment of a day")
    return value


class Writer:
    """Inserts, updates and deletes rows inside one action. Tables are named by their row classes."""

    def __init__(self, connection: sqlite3.Connection, newest_ids: dict[str, int]) -> None:
        """`newest_ids` is the highest id so far by table, and goes on counting here."""
        self._connection, self._newest_ids = connection, newest_ids
        self.tables: set[str] = set()
        """What statements of their own named; no journal tells of a table that is not recorded."""

    def insert(self, kind: type, /, **values: Value) -> int:
        """Insert a row and return its id. No row of its table ever had that id, undone rows included."""
        table = kind.__name__.lower()
        require_writable(table, values)
        if "id" not in values:
            self._newest_ids[table] += 1
            values["id"] = self._newest_ids[table]
        names = ", ".join(values)
        slots = ", ".join("?" * len(values))
        sql = f"INSERT INTO {table} ({names}) VALUES ({slots})"
        return self._connection.execute(sql, [_storable(value) for value in values.values()]).lastrowid or 0

    def copy(self, row: Struct, /, **anew: Value) -> int:
        """A new row with the values of `row`, except its id and what `anew` names; its id. A copy takes over
        every other column: one that a caller forgot to list would be lost in silence."""
        values = {name: getattr(row, name) for name in row.__struct_fields__ if name != "id"}
        return self.insert(type(row), **{**values, **anew})

    def next_rank(self, kind: type) -> int:
        """For a row that shall stand behind all others of its table."""
        sql = f"SELECT coalesce(max(rank) + 1, 0) FROM {kind.__name__.lower()}"
        return int(self._connection.execute(sql).fetchone()[0])

    def update(self, kind: type, row: int, /, **values: Value) -> None:
        table, sets = kind.__name__.lower(), ", ".join(f"{name} = ?" for name in values)
        require_writable(table, values)
        sql = f"UPDATE {table} SET {sets} WHERE id = ?"
        self._connection.execute(sql, [*(_storable(value) for value in values.values()), row])

    def set_order(self, kind: type, order: Iterable[int]) -> None:
        """Give these rows the ranks from 0 on. A row that stands where it stood is not written, so that the
        journal names only those that moved."""
        sql = f"UPDATE {kind.__name__.lower()} SET rank = ? WHERE id = ? AND rank <> ?"
        self._connection.executemany(sql, [(rank, row, rank) for rank, row in enumerate(order)])

    def delete(self, kind: type, row: int) -> None:
        self._connection.execute(f"DELETE FROM {kind.__name__.lower()} WHERE id = ?", (row,))

    def run(self, sql: str, *args: Value) -> None:
        """A statement of its own, for tables that no row class stands for (session, sealed, voted)."""
        self._connection.execute(sql, [_storable(value) for value in args])
        self.tables |= tables_of(sql)
