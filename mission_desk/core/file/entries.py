"""The entries that the journal of one open file gets: how one begins and ends, which typing still belongs to
the entry before, and which entries Undo and Redo would turn."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from mission_desk.core.file import journal
from mission_desk.core.file.journal import Change, Changes, Kind

MERGE_SECONDS = 2.0
MERGE_CHANGES = 60
"""About half a minute of typing. Without a limit one Undo would take back ten minutes, and every word would
hash all words before it."""


class Entries:
    """Every method but `refold` and `arrived` is called inside a transaction. `now` is the wall's time in
    seconds since 1970."""

    def __init__(self, connection: sqlite3.Connection, now: Callable[[], float]) -> None:
        self._connection, self._now = connection, now
        self.stacks = journal.fold_stacks(connection)
        self._before = journal.newest(connection)

    def moment(self) -> int:
        """Now, in milliseconds since 1970."""
        return int(self._now() * 1000)

    def remember_newest(self) -> None:
        """Everything that is written from now on belongs to the transaction that is about to begin."""
        self._before = journal.newest(self._connection)

    def begin(self, kind: Kind, name: str, target: int | None = None, merge: str | None = None) -> int:
        """A new entry; its number. `target` is the entry that an undo or a redo turns."""
        sql = "INSERT INTO action (kind, name, target, merge, at, chain) VALUES (?, ?, ?, ?, ?, '')"
        return self._connection.execute(sql, (kind, name, target, merge, self.moment())).lastrowid or 0

    def begin_or_go_on(self, name: str, merge: str | None) -> int:
        """The newest entry where this is typing of the same key that goes on where it stopped a moment ago;
        else a new one."""
        return self._mergeable(merge) or self.begin("do", name, merge=merge)

    def _mergeable(self, merge: str | None) -> int | None:
        if merge is None or self.stacks.redo or not self.stacks.undo:
            return None
        since, number = self.moment() - int(MERGE_SECONDS * 1000), self.stacks.undo[-1]
        return number if journal.goes_on(self._connection, number, merge, since, MERGE_CHANGES) else None

    def is_newest(self, number: int) -> bool:
        """Whether this is the entry that Undo would turn; an entry that has just begun is not."""
        return number in self.stacks.undo[-1:]

    def end(self, number: int) -> tuple[Change, ...]:
        """Close the entry with its hash and return what changed; an entry in which nothing changed is
        deleted."""
        rows = journal.read_changes(self._connection, "id > ?", self._before[1])
        goes_on = self.is_newest(number)
        if rows:
            # Typing that goes on counts from now: the next pause is measured from its last word.
            journal.seal(self._connection, number, self.moment() if goes_on else None)
        elif not goes_on:
            self._connection.execute("DELETE FROM action WHERE id = ?", (number,))
        return rows

    def arrived(self) -> Changes | None:
        """What the last transaction wrote, where its commit failed and is in the file all the same. The
        stacks are read from the file again."""
        self.stacks = journal.fold_stacks(self._connection)
        return journal.arrived(self._connection, *self._before)
