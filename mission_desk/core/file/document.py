"""One open workshop file: the only way to read and to change it. Every user action is one transaction and one
journal entry; undo and redo are entries of their own, and every listener hears of all three in the same
way."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from mission_desk.core.file import journal, monotonic_clock, opening, rescue, sqlite_errors, undo_limits
from mission_desk.core.file.entries import Entries
from mission_desk.core.file.errors import BugError, KnownError
from mission_desk.core.file.file_watch import CACHE, Verdict
from mission_desk.core.file.journal import Change, Changes, SavePoint
from mission_desk.core.file.listeners import Listener, Listeners
from mission_desk.core.file.reads import Reads
from mission_desk.core.file.rows import COLUMNS, RECORDED
from mission_desk.core.file.session import WaitingSession
from mission_desk.core.file.session_kinds import decoded, kind_of
from mission_desk.core.file.writer import Writer
from mission_desk.words import tr

log = logging.getLogger(__name__)
Row = TypeVar("Row", bound=Struct)


class Document:
    """An open workshop. Only the thread that opened it may use it; workers get frozen rows."""

    def __init__(
        self,
        opened: opening.Opened,
        now: Callable[[], float] = time.time,
        steady: monotonic_clock.Timepiece | None = None,
    ) -> None:
        self.now = now
        self.steady = steady or monotonic_clock.beside(now)
        self._writing: int | None = None  # None: writes are refused; 0: replaying; n: recording action n
        self._session = WaitingSession()
        self._listeners = Listeners()
        self.is_open = True
        self._notice: str | None = None
        self._doubtful = False  # after an I/O error: nobody knows yet whether the last commit arrived
        self._work_on(opened)

    def _work_on(self, opened: opening.Opened) -> None:
        self._opened = opened
        self._connection, self._reads = opened.connection, Reads(opened.connection)
        if opened.writable:
            self._connection.create_function("journal_action", 0, lambda: self._writing)
            for kind in RECORDED:
                journal.record(self._connection, kind.__name__.lower())
        self._entries = Entries(self._connection, self.now)
        self._newest_ids = journal.newest_ids(self._connection, COLUMNS)

    @property
    def path(self) -> Path:
        """The file in which the work is saved. It is another one after a rescue (`check_place`)."""
        return self._opened.path

    @property
    def writable(self) -> bool:
        return self._opened.writable

    @classmethod
    def open(
        cls,
        path: str | Path,
        now: Callable[[], float] = time.time,
        steady: monotonic_clock.Timepiece | None = None,
        memory: int = CACHE,
    ) -> Document:
        """Open a workshop file. KnownError says why it cannot be opened. `now` returns the wall's time in
        seconds since 1970, `steady` counts seconds that no change of the wall's time disturbs (the machine's
        own count where none is given). Of a file of up to `memory` bytes every page stays in memory, where no
        other program can write over it."""
        return cls(opening.open_file(Path(path), memory), now, steady)

    @classmethod
    def create(cls, path: str | Path, now: Callable[[], float] = time.time) -> Document:
        """Make a new, empty workshop file; an existing file is never overwritten."""
        opening.create_file(Path(path))
        return cls.open(path, now)

    def close(self) -> None:
        """Save the session, close the file and remove SQLite's journal beside it. `notice` can be read after
        that too. A second call does nothing."""
        if not self.is_open:
            return
        with suppress(KnownError):  # where no copy can be written, closing cannot help it
            self._notice = self.check_place() or self._notice
        self.is_open = False
        self._listeners.clear()
        self.save_session()
        opening.close(self._opened)

    def check_place(self, *, thorough: bool = True) -> str | None:
        """Check whether the file is still there and still holds what was written. Where it was moved,
        deleted, replaced or overwritten, save everything as "<name> (rescued).mission", go on working there,
        and return the sentence that says so. KnownError where no copy can be written anywhere."""
        verdict = self._opened.verdict(thorough=thorough)
        return None if verdict == "ours" else self._go_on_elsewhere(verdict, self._connection)

    def _go_on_elsewhere(self, verdict: Verdict, whole: sqlite3.Connection) -> str:
        rescued, sentence = rescue.go_on_elsewhere(self._opened, verdict, whole)
        self._work_on(rescued)
        return sentence

    @property
    def notice(self) -> str | None:
        """The sentence for the user that an action left where it had to rescue the file; None where there is
        none. Reading it clears it."""
        notice, self._notice = self._notice, None
        return notice

    # reading

    def rows(self, kind: type[Row], where: str = "1", *args: Any) -> list[Row]:
        """The rows of a table for which the SQL condition `where` is true; `args` fill its question marks."""
        with self._reading():
            return self._reads.rows(kind, where, args)

    def row(self, kind: type[Row], row: int) -> Row:
        """The row with this id. BugError where it does not exist: callers must let go of an id when its row
        is deleted."""
        existing = self.find(kind, row)
        if existing is None:
            raise BugError(f"there is no {kind.__name__.lower()} {row}")
        return existing

    def find(self, kind: type[Row], row: int | None) -> Row | None:
        """The row with this id; None where it does not exist."""
        rows = self.rows(kind, "id = ?", row)
        return rows[0] if rows else None

    def value(self, sql: str, *args: Any) -> Any:
        """The first column of the first row of a reading statement; None where there is no row."""
        rows = self.records(sql, *args)
        return rows[0][0] if rows else None

    def records(self, sql: str, *args: Any) -> list[Any]:
        """The rows of a reading statement as plain tuples."""
        with self._reading():
            return self._reads.records(sql, args)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise sqlite_errors.as_known_error(error, self.path) from error

    # following

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """`listener(changes)` is called after every commit; call the returned function to stop."""
        return self._listeners.add(listener)

    # writing

    @contextmanager
    def action(self, name: str, *, merge: str | None = None, source: object = None) -> Iterator[Writer]:
        """Write rows in one transaction and one journal entry; this is the only way to write what Undo can
        take back. Where the block raises, nothing is written. Actions with the same `merge` key that follow
        each other within MERGE_SECONDS (typing) become one entry. Listeners are called with `source`, so that
        a window can recognise its own change."""
        with self._transaction(name):
            number = self._entries.begin_or_go_on(name, merge)
            self._writing = number
            self._reads.own_entry_written()
            yield (write := Writer(self._connection, self._newest_ids))
            self._writing = 0
            rows = self._entries.end(number)
        self._reads.committed({change.table for change in rows} | write.tables)
        if rows:
            if not self._entries.is_newest(number):
                self._entries.stacks.did(number, name)
            self._listeners.publish(Changes("do", name, rows, source))

    @contextmanager
    def aside(self, name: str, *, source: object = None) -> Iterator[Writer]:
        """Write what Undo must never see: where the desk stands, secret ballots. It leaves no journal
        entry."""
        with self._transaction(name):
            self._writing = None
            yield (write := Writer(self._connection, self._newest_ids))
        self._reads.committed(write.tables)
        self._listeners.publish(Changes("aside", name, (), source))

    def undo(self, source: object = None) -> bool:
        """Take back the newest action. False where there is none; KnownError where ballots would be lost."""
        return self._turn("undo", source)

    def redo(self, source: object = None) -> bool:
        """Do again what was undone last. False where there is nothing; KnownError where ballots would be
        lost."""
        return self._turn("redo", source)

    @property
    def undoable(self) -> str | None:
        """The name of the action that Undo would take back."""
        return self._entries.stacks.top("undo")

    @property
    def redoable(self) -> str | None:
        """The name of the action that Redo would do again."""
        return self._entries.stacks.top("redo")

    @property
    def points(self) -> list[SavePoint]:
        """The save points that `go_back_to` can return to, newest last. None before the last barrier is among
        them."""
        return list(self._entries.stacks.points)

    def barrier(self, name: str) -> None:
        """Write an entry behind which Undo cannot go: after setting up, an import or a migration."""
        with self._transaction(name):
            journal.seal(self._connection, self._entries.begin("barrier", name))
        self._entries.stacks.forget()
        self._listeners.publish(Changes("barrier", name, ()))

    def mark_point(self, name: str) -> int:
        """Write an entry that names a moment of the day, to which `go_back_to` can return. Returns its
        number."""
        with self._transaction(name):
            number, at = self._entries.begin("point", name), self._entries.moment()
            journal.seal(self._connection, number, at)
        self._entries.stacks.points.append(SavePoint(number, name, at))
        self._listeners.publish(Changes("point", name, ()))
        return number

    def go_back_to(self, point: int, name: str = "point.return") -> None:
        """Give every row the values that it had at the save point. That is one action, so one Undo takes it
        back."""
        with self.action(name):
            turned = journal.way_back(self._connection, point)
            undo_limits.require_no_ballots(self.value, turned)
            journal.apply_all(self._connection, turned)

    def keep(self, key: str, value: object, *, source: object = None) -> None:
        """Store one value of the session (page, zoom, clock) as JSON. It is written at once and cannot be
        undone."""
        self.keep_all({key: value}, source=source)

    def keep_all(self, values: dict[str, object], *, source: object = None) -> None:
        """Store several values of the session in one commit; listeners get the name "session.<key>" of the
        first one. Where the file cannot be written (read only, a full disk) they are used all the same, and
        `session_refusal` says why they wait."""
        name = f"session.{next(iter(values))}"
        self._session.put(values)
        if not self._write_session(name, source):
            self._listeners.publish(Changes("aside", name, (), source))

    def save_session(self) -> None:
        """Try once more to write the values that could not be written."""
        if self._session.refusal:
            self._write_session("session.again", None)

    @property
    def session_refusal(self) -> str:
        """The sentence that says why the newest values are in memory only; empty where nothing waits."""
        return self._session.refusal

    def _write_session(self, name: str, source: object) -> bool:
        if not self.writable:
            return False
        values = dict(self._session.values)
        try:
            with self.aside(name, source=source) as write:
                self._session.write(write)
        except KnownError as error:
            self._session.refuse(error)
            return False
        self._session.written(values)
        return True

    def session_value(self, key: str, otherwise: Any = None, kind: Any = None) -> Any:
        """The stored value of this key; `otherwise` where there is none, or where it does not have the type
        of its key (or `kind`, a narrower type that the caller asks for)."""
        with self._reading():
            text = self._session.values.get(key) or self._reads.session().get(key)
        return otherwise if text is None else decoded(text, kind or kind_of(key), otherwise)

    def shrink(self) -> None:
        """Write the file anew, without the space that deleted rows left. Never call it inside an action. On a
        full disk the file stays as it is; what was deleted is overwritten already (secure_delete)."""
        self._notice = self.check_place() or self._notice
        try:
            self._opened.write("VACUUM")
        except sqlite3.Error as error:
            log.info("the file was not written anew: %s", error)

    @property
    def connection(self) -> sqlite3.Connection:
        """SQLite's connection, for copies and checks in core only; nobody else may keep it."""
        return self._connection

    # how

    @contextmanager
    def _transaction(self, name: str) -> Iterator[None]:
        if self._writing is not None or self._connection.in_transaction:
            raise BugError(f"{name!r} started inside another action")
        if not self.writable:
            raise KnownError(tr("This workshop can only be read here. Save a copy to work on it."))
        self._notice = self.check_place(thorough=False) or self._notice
        self._catch_up()
        self._reads.check()
        self._entries.remember_newest()
        self._writing = 0
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._commit()
        except sqlite3.Error as error:
            self._doubtful = self._doubtful or sqlite_errors.is_of_the_disk(error)
            raise sqlite_errors.as_known_error(error, self.path) from error
        finally:
            self._writing = None
            self._take_back()
            with suppress(KnownError):  # where the disk does not answer yet, the next action asks again
                self._catch_up()

    def _commit(self) -> None:
        """Commit the transaction. Where the file was taken away or overwritten since the transaction began,
        write nothing into what lies there now: the whole workshop, with this action, is saved in a rescued
        copy."""
        verdict = self._opened.commit()
        if verdict == "ours":
            return
        stacks = self._entries.stacks  # whoever called the action adds it to them
        with rescue.snapshot(self._connection) as whole:
            self._connection.execute("ROLLBACK")
            self._notice = self._go_on_elsewhere(verdict, whole)
        self._entries.stacks = stacks

    def _take_back(self) -> None:
        """Roll back the transaction of a block that failed. After most errors of the disk SQLite has done so
        already."""
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            self._doubtful = True

    def _catch_up(self) -> None:
        """After an I/O error nobody knows whether the commit reached the disk. Read it from the file, and
        tell the listeners where it did."""
        if not self._doubtful:
            return
        with sqlite_errors.translated(self.path):
            arrived = self._entries.arrived()
        self._doubtful = False
        if arrived is not None:
            self._listeners.publish(arrived)

    def _turn(self, kind: journal.Turn, source: object) -> bool:
        if not self._entries.stacks.pile(kind):
            return False
        with self._transaction(kind):
            # Asked again: beginning a transaction may rescue the file, or find a commit that arrived late.
            pile = self._entries.stacks.pile(kind)
            if not pile:
                return False
            name, target = str(self._entries.stacks.top(kind)), pile[-1]
            number = self._entries.begin(kind, name, target=target)
            rows = journal.effects(self._connection, number, kind, target)
            undo_limits.require_no_ballots(self.value, rows)
            journal.apply_all(self._connection, rows)
            journal.seal(self._connection, number)
        self._entries.stacks.turn(kind)
        self._reads.committed(change.table for change in rows)
        self._listeners.publish(Changes(kind, name, rows, source))
        return True


__all__ = ["Change", "Changes", "Document"]
