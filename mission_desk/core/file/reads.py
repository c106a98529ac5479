"""Answers to reading statements, remembered until a table is written that the statement names. Windows ask
for everything they show after each change; so only what changed is read again. It needs no word from whoever
writes: SQLite counts the rows it has written on this connection, and an answer is only used while that count
is the one we know."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache, partial
from typing import Any, TypeVar

from msgspec import Struct

from mission_desk.core.file.closed_sets import require_known
from mission_desk.core.file.rows import COLUMNS, RECORDED

T = TypeVar("T")
Row = TypeVar("Row", bound=Struct)

REMEMBERED = frozenset((*COLUMNS, "session"))
"""Not the journal, which every action writes; nor pictures, which are large; nor anything about secret
ballots, which must not stay in memory."""
MOST_ROWS = 500  # of one answer: a board of ten thousand notes is not stored twice
MOST_ANSWERS = 2_000
_TABLE = re.compile(r"\b(?:from|join|into|update)\s+(\w+)", re.IGNORECASE)
_SELECT = {
    kind: f"SELECT {', '.join(kind.__struct_fields__)} FROM {kind.__name__.lower()} WHERE "
    for kind in RECORDED
}


@lru_cache(maxsize=1_000)
def tables_of(sql: str) -> frozenset[str]:
    """The tables that the statement reads or writes. Ours name each behind one of these words: a list with
    commas (FROM note, draft) or a view would be missed, and a test looks for that in all of core."""
    return frozenset(_TABLE.findall(sql))


class Reads:
    """What was read from one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._answers: dict[Hashable, tuple[Any, ...]] = {}
        self._by_table: defaultdict[str, set[Hashable]] = defaultdict(set)
        self._known_count = connection.total_changes

    def rows(self, kind: type[Row], where: str, args: tuple[Any, ...]) -> list[Row]:
        sql, tables = _SELECT[kind] + where, tables_of(where) | {kind.__name__.lower()}
        return self._answer((kind, where, args), tables, partial(self._read_rows, kind, sql, args))

    def records(self, sql: str, args: tuple[Any, ...]) -> list[Any]:
        return self._answer((sql, args), tables_of(sql), partial(self._read, sql, args))

    def session(self) -> dict[str, str]:
        """Every key of the session with its JSON."""
        answer = self._answer("session", frozenset(("session",)), self._read_session)
        session: dict[str, str] = answer[0]
        return session

    def own_entry_written(self) -> None:
        """The journal has written an entry of its own; no remembered answer knows of that."""
        self._known_count = self._connection.total_changes

    def committed(self, tables: Iterable[str]) -> None:
        """Since the last count these tables were written and no others."""
        for table in tables:
            for key in self._by_table.pop(table, ()):
                self._answers.pop(key, None)
        self._known_count = self._connection.total_changes

    def check(self) -> bool:
        """Whether remembered answers are true. After a write that nobody accounted for (a failed action, a
        repair by hand) all of them are forgotten; inside a transaction that has written, none is used."""
        if self._known_count == self._connection.total_changes:
            return True
        if self._connection.in_transaction:
            return False
        self._forget()
        self._known_count = self._connection.total_changes
        return True

    def _forget(self) -> None:
        self._answers.clear()
        self._by_table.clear()

    def _answer(self, key: Hashable, tables: frozenset[str], read: Callable[[], list[T]]) -> list[T]:
        if not tables or not tables <= REMEMBERED or not self.check():
            return read()
        if key in self._answers:
            return list(self._answers[key])
        answer = read()
        if len(answer) <= MOST_ROWS:
            self._remember(key, tables, tuple(answer))
        return answer

    def _remember(self, key: Hashable, tables: frozenset[str], answer: tuple[Any, ...]) -> None:
        if len(self._answers) >= MOST_ANSWERS:
            self._forget()
        self._answers[key] = answer
        for table in tables:
            self._by_table[table].add(key)

    def _read(self, sql: str, args: tuple[Any, ...]) -> list[Any]:
        return self._connection.execute(sql, args).fetchall()

    def _read_rows(self, kind: type[Row], sql: str, args: tuple[Any, ...]) -> list[Row]:
        rows = [kind(*row) for row in self._read(sql, args)]
        require_known(kind.__name__.lower(), rows)
        return rows

    def _read_session(self) -> list[dict[str, str]]:
        return [dict(self._read("SELECT key, value FROM session", ()))]
