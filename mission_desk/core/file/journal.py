"""The journal: TEMP triggers made from the schema write the before and after image of every column an action
changes; undo, redo, history, crash safety and "what changed?" for the windows are all read back from it.

Journalled columns are INTEGER or TEXT: SQLite's JSON keeps no REAL exactly and refuses BLOB."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from mission_desk.core.file.errors import BugError
from mission_desk.core.file.rows import COLUMNS

Turn = Literal["undo", "redo"]
Kind = Literal["do", Turn, "barrier", "point", "aside"]
Image = dict[str, int | str | None]
CLEAN_COPY = "copy.clean"  # the first entry of a file that starts with rows but without their past


class Change(Struct, frozen=True):
    """One row: `before` is None for a new row, `after` is None for a removed one, both hold only columns that
    differ."""

    table: str
    id: int
    before: Image | None
    after: Image | None

    def inverse(self) -> Change:
        return Change(self.table, self.id, self.after, self.before)


class Changes(Struct, frozen=True):
    """What every window is told after a commit. `source` is whoever asked for it, `aside` marks what undo
    never sees."""

    kind: Kind
    name: str
    rows: tuple[Change, ...]
    source: object = None

    def touches(self, *tables: str) -> bool:
        return any(change.table in tables for change in self.rows)


def record(connection: sqlite3.Connection, table: str) -> None:
    """Journal `table` from now on. The trigger itself refuses a write outside an action."""
    columns = [(row[1], row[2]) for row in connection.execute(f"PRAGMA main.table_info({table})")]
    for name, kind in columns:
        if kind not in ("INTEGER", "TEXT"):
            raise BugError(f"{table}.{name} is {kind}: only INTEGER and TEXT survive the journal exactly")
    names = [name for name, _ in columns]
    for event, row, before, after, condition in _trigger_parts(names):
        connection.execute(
            f"CREATE TEMP TRIGGER {table}_{event} AFTER {event} ON main.{table} "
            f"WHEN journal_action() IS NOT 0 AND ({condition}) BEGIN "
            "SELECT RAISE(ABORT, 'write outside an action') WHERE journal_action() IS NULL; "
            "INSERT INTO change (action, tbl, row, before, after) "
            f"VALUES (journal_action(), '{table}', {row}.id, {before}, {after}); END"
        )


def _trigger_parts(names: list[str]) -> Iterator[tuple[str, str, str, str, str]]:
    old, new = (", ".join(f"'{name}', {side}.{name}" for name in names) for side in ("old", "new"))
    same = ", ".join(f"iif(old.{name} IS new.{name}, '$.{name}', '$.~')" for name in names)
    differs = " OR ".join(f"old.{name} IS NOT new.{name}" for name in names)
    was, now = (f"json_remove(json_object({side}), {same})" for side in (old, new))
    yield "INSERT", "new", "NULL", f"json_object({new})", "1"
    yield "DELETE", "old", f"json_object({old})", "NULL", "1"
    yield "UPDATE", "new", was, now, differs


def read_changes(connection: sqlite3.Connection, where: str, *args: object) -> tuple[Change, ...]:
    sql = f"SELECT tbl, row, before, after FROM change WHERE {where} ORDER BY id"
    return tuple(
        Change(table, row, before and json.loads(before), after and json.loads(after))
        for table, row, before, after in connection.execute(sql, args)
    )


def newest_ids(connection: sqlite3.Connection, tables: Iterable[str]) -> dict[str, int]:
    """The highest id that a row of each table has or ever had. SQLite gives the id of a row that was undone
    to the next one (https://sqlite.org/autoinc.html): the clock of an undone step, or a half-typed concern
    about an undone note, would turn up at another."""
    ever = dict(connection.execute("SELECT tbl, max(row) FROM change GROUP BY tbl"))
    rows = {table: connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0] for table in tables}
    return {table: max(ever.get(table, 0), newest or 0) for table, newest in rows.items()}


def backwards(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(change.inverse() for change in reversed(tuple(changes)))


class Disagreement(BugError):  # noqa: N818  (says what is)
    """A row differs from what the journal says; nothing was written."""


def apply(connection: sqlite3.Connection, change: Change) -> None:
    """Apply one change to the rows. Raises Disagreement where a row differs from what the journal says."""
    sql, args = _statement(change)
    if connection.execute(sql, args).rowcount != 1:
        raise Disagreement(f"{change.table} {change.id} is not as the journal left it")


def apply_all(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Inside a transaction; a row may come before the one it refers to."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for change in changes:
        apply(connection, change)


def _statement(change: Change) -> tuple[str, Image]:
    before, after = change.before, change.after
    _require_known(change.table, {**(before or {}), **(after or {})})
    if before is None and after is not None:
        slots = ", ".join(f":{name}" for name in after)
        return f"INSERT INTO {change.table} ({', '.join(after)}) VALUES ({slots})", after
    was = {f"was_{name}": value for name, value in (before or {}).items()}
    guard = " AND ".join(["id = :the_id", *(f"{name} IS :was_{name}" for name in before or {})])
    args: Image = {**was, "the_id": change.id, **(after or {})}
    if after is None:
        return f"DELETE FROM {change.table} WHERE {guard}", args
    sets = ", ".join(f"{name} = :{name}" for name in after)
    return f"UPDATE {change.table} SET {sets} WHERE {guard}", args


def _require_known(table: str, image: Image) -> None:
    """Names from the file become part of SQL. In a file made by hand such a name could be SQL itself."""
    if not image.keys() <= COLUMNS.get(table, frozenset()):
        raise Disagreement(f"the journal speaks of columns that {table!r} does not have")


class SavePoint(Struct, frozen=True):
    """`at` is milliseconds since 1970."""

    id: int
    name: str
    at: int


class Stacks(Struct):
    """Action numbers that can be undone and redone, and save points that can be gone back to, newest last;
    folded from the log when a file opens. With the names of the actions, because menus ask at each change."""

    undo: list[int] = []
    redo: list[int] = []
    names: dict[int, str] = {}
    points: list[SavePoint] = []

    def did(self, action: int, name: str) -> None:
        self.undo.append(action)
        self.redo.clear()
        self.names[action] = name

    def turn(self, kind: Turn) -> None:
        """Move one action from one stack to the other. Disagreement where the stack is empty (a file made by
        hand)."""
        taken = self.pile(kind)
        if not taken:
            raise Disagreement(f"an {kind} of nothing")
        (self.redo if kind == "undo" else self.undo).append(taken.pop())

    def pile(self, kind: Turn) -> list[int]:
        """The stack that an undo, or a redo, takes from."""
        return self.undo if kind == "undo" else self.redo

    def forget(self) -> None:
        self.undo.clear()
        self.redo.clear()
        self.names.clear()
        self.points.clear()

    def top(self, kind: Turn) -> str | None:
        """The name of what an undo, or a redo, would turn."""
        pile = self.pile(kind)
        return self.names[pile[-1]] if pile else None


def fold_stacks(connection: sqlite3.Connection) -> Stacks:
    stacks = Stacks()
    for action, kind, name, at in connection.execute("SELECT id, kind, name, at FROM action ORDER BY id"):
        if kind in ("undo", "redo"):
            stacks.turn("undo" if kind == "undo" else "redo")
        elif kind == "barrier":
            stacks.forget()
        elif kind == "do":
            stacks.did(action, name)
        elif kind == "point":
            stacks.points.append(SavePoint(action, name, at))
    return stacks


def newest(connection: sqlite3.Connection) -> tuple[int, int]:
    """The last entry of the journal and the last change: where the file stands."""
    sql = "SELECT coalesce((SELECT max(id) FROM action), 0), coalesce((SELECT max(id) FROM change), 0)"
    action, change = connection.execute(sql).fetchone()
    return action, change


def goes_on(connection: sqlite3.Connection, action: int, merge: str, since: int, most: int) -> bool:
    """Whether this entry is the newest, of the same typing, later than `since` (milliseconds since 1970), and
    has fewer than `most` changes."""
    sql = (
        "SELECT max(id) FROM action HAVING merge = ? AND at > ? AND id = ? "
        "AND (SELECT count(*) FROM change WHERE action = max(action.id)) < ?"
    )
    return connection.execute(sql, (merge, since, action, most)).fetchone() is not None


def effects(connection: sqlite3.Connection, action: int, kind: str, target: int | None) -> tuple[Change, ...]:
    """What this entry did to the rows; undo and redo entries point at the action they turned."""
    if kind == "undo":
        return backwards(read_changes(connection, "action = ?", target))
    return read_changes(connection, "action = ?", target if kind == "redo" else action)


def way_back(connection: sqlite3.Connection, point: int) -> list[Change]:
    """What turns back everything since this entry, newest first."""
    sql = "SELECT id, kind, target FROM action WHERE id > ? ORDER BY id DESC"
    entries = connection.execute(sql, (point,)).fetchall()
    return [change for entry in entries for change in backwards(effects(connection, *entry))]


def arrived(connection: sqlite3.Connection, action: int, change: int) -> Changes | None:
    """What is in the journal behind this entry and this change; None where nothing is."""
    rows = read_changes(connection, "id > ?", change)
    sql = "SELECT id, kind, name, target FROM action ORDER BY id DESC LIMIT 1"
    entry = connection.execute(sql).fetchone()
    if entry is None or (not rows and entry[0] <= action):
        return None
    number, kind, name, target = entry
    if number > action and kind in ("undo", "redo"):
        rows = effects(connection, number, kind, target)
    return Changes(kind, name, rows)


def seal(connection: sqlite3.Connection, action: int, at: int | None = None) -> None:
    """Give the entry its link of the hash chain: SHA-256 over the link before, the entry and its changes.
    With `at` (milliseconds since 1970) the entry counts from then on."""
    link = chain_link(connection, action, at)
    sql = "UPDATE action SET at = coalesce(?, at), chain = ? WHERE id = ?"
    connection.execute(sql, (at, link, action))


def chain_link(connection: sqlite3.Connection, action: int, at: int | None = None) -> str:
    """The chain value the entry must have, or would have with another moment; raises Disagreement where the
    entry itself is gone."""
    entry = connection.execute(
        "SELECT kind, name, target, merge, coalesce(?, at), "
        "(SELECT chain FROM action AS earlier WHERE earlier.id < action.id ORDER BY id DESC LIMIT 1) "
        "FROM action WHERE id = ?",
        (at, action),
    ).fetchone()
    if entry is None:
        raise Disagreement(f"journal entry {action} is missing")
    digest = hashlib.sha256(repr((action, *entry)).encode())
    sql = "SELECT id, tbl, row, before, after FROM change WHERE action = ? ORDER BY id"
    for row in connection.execute(sql, (action,)):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def broken_links(connection: sqlite3.Connection) -> list[int]:
    """Numbers of the entries whose chain value is not what their content says: damage that SQLite cannot
    see."""
    entries = connection.execute("SELECT id, chain FROM action ORDER BY id").fetchall()
    return [action for action, chain in entries if chain_link(connection, action) != chain]
