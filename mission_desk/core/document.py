"""One open workshop file: the only way to read and to change it. Every user action is one transaction and one
journal entry; undo and redo are entries of their own, and every listener hears of all three in the same way."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from mission_desk.core import journal, opening
from mission_desk.core.errors import BugError, KnownError
from mission_desk.core.journal import Change, Changes, Kind
from mission_desk.core.rows import RECORDED
from mission_desk.core.writer import Writer
from mission_desk.words import tr

log = logging.getLogger(__name__)
Row = TypeVar("Row")
Listener = Callable[[Changes], None]
MERGE_SECONDS = 2.0


class Document:
    """An open workshop. Only the thread that opened it may use it; workers get frozen rows."""

    def __init__(self, opened: opening.Opened, now: Callable[[], float] = time.time) -> None:
        self.path = opened.path
        self.writable = opened.writable
        self.now = now
        self._connection = opened.connection
        self._writing: int | None = None  # None: writes are refused; 0: replaying; n: recording action n
        self._listeners: list[Listener] = []
        self._connection.create_function("journal_action", 0, lambda: self._writing)
        for kind in RECORDED:
            journal.record(self._connection, kind.__name__.lower())
        self._stacks = journal.fold_stacks(self._connection)

    @classmethod
    def open(cls, path: str | Path, now: Callable[[], float] = time.time) -> Document:
        """Open an existing workshop; KnownError says in one sentence why it cannot be."""
        return cls(opening.open_file(Path(path)), now)

    @classmethod
    def create(cls, path: str | Path, now: Callable[[], float] = time.time) -> Document:
        """Make a new, empty workshop file; an existing file is never overwritten."""
        opening.create_file(Path(path))
        return cls.open(path, now)

    def close(self) -> None:
        """Let go of the file and leave exactly one file behind. A second close does nothing."""
        self._listeners.clear()
        opening.close(self._connection)

    # reading

    def rows(self, kind: type[Row], where: str = "1", *args: Any) -> list[Row]:
        names = ", ".join(field.name for field in fields(kind))  # type: ignore[arg-type]
        sql = f"SELECT {names} FROM {kind.__name__.lower()} WHERE {where}"
        return [kind(*row) for row in self._connection.execute(sql, args)]

    def row(self, kind: type[Row], row: int) -> Row:
        """The row with this id; BugError where there is none, because nobody should hold a dead id."""
        found = self.find(kind, row)
        if found is None:
            raise BugError(f"there is no {kind.__name__.lower()} {row}")
        return found

    def find(self, kind: type[Row], row: int | None) -> Row | None:
        found = self.rows(kind, "id = ?", row)
        return found[0] if found else None

    def value(self, sql: str, *args: Any) -> Any:
        """The first column of the first row, or None."""
        row = self._connection.execute(sql, args).fetchone()
        return row[0] if row else None

    def records(self, sql: str, *args: Any) -> list[Any]:
        """Plain tuples of a reading statement."""
        return self._connection.execute(sql, args).fetchall()

    # following

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """`listener(changes)` is called after every commit; call the returned function to stop."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    # writing

    @contextmanager
    def action(self, name: str, *, merge: str | None = None, source: object = None) -> Iterator[Writer]:
        """The only way to write. A block that raises leaves no trace. `merge` joins actions of the same
        key that follow each other within MERGE_SECONDS into one entry (typing)."""
        with self._transaction(name):
            number = self._mergeable(merge) or self._begin("do", name, merge=merge)
            before = self.value("SELECT coalesce(max(id), 0) FROM change")
            self._writing = number
            yield Writer(self._connection)
            self._writing = 0
            rows = journal.read_changes(self._connection, "id > ?", before)
            merged = number in self._stacks.undo[-1:]
            if rows:
                self._touch(number)
            elif not merged:
                self._connection.execute("DELETE FROM action WHERE id = ?", (number,))
        if rows:
            if not merged:
                self._stacks.did(number)
            self._publish(Changes("do", name, rows, source))

    @contextmanager
    def aside(self, name: str, *, source: object = None) -> Iterator[Writer]:
        """Write what undo must never see: where the desk stands, secret ballots."""
        with self._transaction(name):
            self._writing = None
            yield Writer(self._connection)
        self._publish(Changes("aside", name, (), source))

    def undo(self, source: object = None) -> bool:
        return self._turn("undo", self._stacks.undo, self._stacks.redo, source)

    def redo(self, source: object = None) -> bool:
        return self._turn("redo", self._stacks.redo, self._stacks.undo, source)

    @property
    def undoable(self) -> str | None:
        """The name of the action that Undo would take back."""
        return self._name_of(self._stacks.undo)

    @property
    def redoable(self) -> str | None:
        return self._name_of(self._stacks.redo)

    def barrier(self, name: str) -> None:
        """Nothing before this can be undone: after setting up, an import or a migration."""
        with self._transaction(name):
            journal.seal(self._connection, self._begin("barrier", name))
        self._stacks.forget()
        self._publish(Changes("barrier", name, ()))

    def mark_point(self, name: str) -> int:
        """A named place in the day to which `go_back_to` can return; its number."""
        with self._transaction(name):
            number = self._begin("point", name)
            journal.seal(self._connection, number)
        self._publish(Changes("point", name, ()))
        return number

    def go_back_to(self, point: int, name: str = "point.return") -> None:
        """Make every row what it was at the save point. One action, so one Undo takes it back."""
        entries = self.records("SELECT id, kind, target FROM action WHERE id > ? ORDER BY id DESC", point)
        turned = [change for entry in entries for change in journal.backwards(journal.effects(self._connection, *entry))]
        with self.action(name):
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            for change in turned:
                journal.apply(self._connection, change)

    def keep(self, key: str, value: object, *, source: object = None) -> None:
        """Remember where the desk stands (page, zoom, clock) as JSON; saved at once, not undoable."""
        text = json.dumps(value, ensure_ascii=False)
        with self.aside(f"session.{key}", source=source) as write:
            write.run("INSERT INTO session VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", key, text)

    def kept(self, key: str, otherwise: Any = None) -> Any:
        text = self.value("SELECT value FROM session WHERE key = ?", key)
        return otherwise if text is None else json.loads(text)

    @property
    def connection(self) -> sqlite3.Connection:
        """For copies and checks in core only; nobody else may hold it."""
        return self._connection

    # how

    @contextmanager
    def _transaction(self, name: str) -> Iterator[None]:
        if self._writing is not None or self._connection.in_transaction:
            raise BugError(f"{name!r} started inside another action")
        if not self.writable:
            raise KnownError(tr("This workshop can only be read here. Save a copy to work on it."))
        self._writing = 0
        try:
            with opening.translated(self.path):
                self._connection.execute("BEGIN IMMEDIATE")
                yield
                self._connection.execute("COMMIT")
        finally:
            self._writing = None
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _begin(self, kind: Kind, name: str, target: int | None = None, merge: str | None = None) -> int:
        sql = "INSERT INTO action (kind, name, target, merge, at, chain) VALUES (?, ?, ?, ?, ?, '')"
        return self._connection.execute(sql, (kind, name, target, merge, self._moment())).lastrowid or 0

    def _moment(self) -> int:
        return int(self.now() * 1000)

    def _touch(self, number: int) -> None:
        self._connection.execute("UPDATE action SET at = ? WHERE id = ?", (self._moment(), number))
        journal.seal(self._connection, number)

    def _mergeable(self, merge: str | None) -> int | None:
        """The newest entry, if this typing goes on where it stopped a moment ago."""
        if merge is None or self._stacks.redo or not self._stacks.undo:
            return None
        newest = "SELECT max(id) FROM action HAVING merge = ? AND at > ? AND id = ?"
        since = self._moment() - int(MERGE_SECONDS * 1000)
        found: int | None = self.value(newest, merge, since, self._stacks.undo[-1])
        return found

    def _turn(self, kind: Kind, stack: list[int], other: list[int], source: object) -> bool:
        if not stack:
            return False
        rows = journal.read_changes(self._connection, "action = ?", stack[-1])
        if kind == "undo":
            rows = journal.backwards(rows)
        name = str(self._name_of(stack))
        with self._transaction(kind):
            number = self._begin(kind, name, target=stack[-1])
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            for change in rows:
                journal.apply(self._connection, change)
            journal.seal(self._connection, number)
        other.append(stack.pop())
        self._publish(Changes(kind, name, rows, source))
        return True

    def _name_of(self, stack: list[int]) -> str | None:
        return str(self.value("SELECT name FROM action WHERE id = ?", stack[-1])) if stack else None

    def _publish(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:  # one broken window must not keep the others stale
                log.exception("a window could not follow %r", changes.name)


__all__ = ["Change", "Changes", "Document"]
