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
        """Another one after a rescue (`check_place`)."""
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
        """KnownError says why it cannot be opened. `now` is the wall's time, `steady` the count beside it
        (the machine's, where none is given), `memory` how many bytes nobody can write over."""
        return cls(opening.open_file(Path(path), memory), now, steady)

    @classmethod
    def create(cls, path: str | Path, now: Callable[[], float] = time.time) -> Document:
        """Make a new, empty workshop file; an existing file is never overwritten."""
        opening.create_file(Path(path))
        return cls.open(path, now)

    def close(self) -> None:
        """Let go of the file and leave exactly one file behind; `notice` can be read after that too. A second
        close does nothing."""
        if not self.is_open:
            return
        with suppress(KnownError):  # where no copy can be written, closing cannot help it
            self._notice = self.check_place() or self._notice
        self.is_open = False
        self._listeners.clear()
        self.save_session()
        opening.close(self._opened)

    def check_place(self, *, thorough: bool = True) -> str | None:
        """Is the file still there, and still what we wrote? Where it was moved, deleted, replaced or
        overwritten, everything is saved as "<name> (rescued).mission", work goes on there, and the sentence
        that says so is returned. KnownError where no copy can be written anywhere."""
        verdict = self._opened.verdict(thorough=thorough)
        return None if verdict == "ours" else self._go_on_elsewhere(verdict, self._connection)

    def _go_on_elsewhere(self, verdict: Verdict, whole: sqlite3.Connection) -> str:
        rescued, sentence = rescue.go_on_elsewhere(self._opened, verdict, whole)
        self._work_on(rescued)
        return sentence

    @property
    def notice(self) -> str | None:
        """What an action found out about the file's place and the user should hear; reading it clears it."""
        notice, self._notice = self._notice, None
        return notice

    # reading

    def rows(self, kind: type[Row], where: str = "1", *args: Any) -> list[Row]:
        with self._reading():
            return self._reads.rows(kind, where, args)

    def row(self, kind: type[Row], row: int) -> Row:
        """The row with this id; BugError where there is none, because nobody should hold a dead id."""
        existing = self.find(kind, row)
        if existing is None:
            raise BugError(f"there is no {kind.__name__.lower()} {row}")
        return existing

    def find(self, kind: type[Row], row: int | None) -> Row | None:
        rows = self.rows(kind, "id = ?", row)
        return rows[0] if rows else None

    def value(self, sql: str, *args: Any) -> Any:
        """The first column of the first row, or None."""
        rows = self.records(sql, *args)
        return rows[0][0] if rows else None

    def records(self, sql: str, *args: Any) -> list[Any]:
        """Plain tuples of a reading statement."""
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
        """The only way to write. A block that raises leaves no trace. `merge` joins actions of the same
        key that follow each other within MERGE_SECONDS into one entry (typing)."""
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
        """Write what undo must never see: where the desk stands, secret ballots."""
        with self._transaction(name):
            self._writing = None
            yield (write := Writer(self._connection, self._newest_ids))
        self._reads.committed(write.tables)
        self._listeners.publish(Changes("aside", name, (), source))

    def undo(self, source: object = None) -> bool:
        """False where there is nothing to take back; KnownError where that would lose ballots."""
        return self._turn("undo", source)

    def redo(self, source: object = None) -> bool:
        return self._turn("redo", source)

    @property
    def undoable(self) -> str | None:
        """The name of the action that Undo would take back."""
        return self._entries.stacks.top("undo")

    @property
    def redoable(self) -> str | None:
        return self._entries.stacks.top("redo")

    @property
    def points(self) -> list[SavePoint]:
        """The save points that one can go back to, newest last: those after the last barrier."""
        return list(self._entries.stacks.points)

    def barrier(self, name: str) -> None:
        """Nothing before this can be undone: after setting up, an import or a migration."""
        with self._transaction(name):
            journal.seal(self._connection, self._entries.begin("barrier", name))
        self._entries.stacks.forget()
        self._listeners.publish(Changes("barrier", name, ()))

    def mark_point(self, name: str) -> int:
        """A named place in the day to which `go_back_to` can return; its number."""
        with self._transaction(name):
            number, at = self._entries.begin("point", name), self._entries.moment()
            journal.seal(self._connection, number, at)
        self._entries.stacks.points.append(SavePoint(number, name, at))
        self._listeners.publish(Changes("point", name, ()))
        return number

    def go_back_to(self, point: int, name: str = "point.return") -> None:
        """Make every row what it was at the save point. One action, so one Undo takes it back."""
        with self.action(name):
            turned = journal.way_back(self._connection, point)
            undo_limits.require_no_ballots(self.value, turned)
            journal.apply_all(self._connection, turned)

    def keep(self, key: str, value: object, *, source: object = None) -> None:
        """Remember where the desk stands (page, zoom, clock) as JSON; saved at once, not undoable."""
        self.keep_all({key: value}, source=source)

    def keep_all(self, values: dict[str, object], *, source: object = None) -> None:
        """Several of them in one commit; listeners hear of it as "session.<key>" of the first. Where they
        cannot be written (read only, a full disk) they count all the same, and `session_refusal` says so."""
        name = f"session.{next(iter(values))}"
        self._session.put(values)
        if not self._write_session(name, source):
            self._listeners.publish(Changes("aside", name, (), source))

    def save_session(self) -> None:
        """Try again what could not be written."""
        if self._session.refusal:
            self._write_session("session.again", None)

    @property
    def session_refusal(self) -> str:
        """Why the newest values are in memory only; empty where nothing was refused."""
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
        """What was remembered, where it is of the kind of its key, or of a narrower one that is asked for."""
        with self._reading():
            text = self._session.values.get(key) or self._reads.session().get(key)
        return otherwise if text is None else decoded(text, kind or kind_of(key), otherwise)

    def shrink(self) -> None:
        """Write the file anew without the room that deleted rows left; never inside an action. On a full disk
        it stays as it is: what was deleted is overwritten already (secure_delete)."""
        self._notice = self.check_place() or self._notice
        try:
            self._opened.write("VACUUM")
        except sqlite3.Error as error:
            log.info("the file was not written anew: %s", error)

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
        """Where the file was taken away or overwritten since the action began, nothing is written into what
        is there now: the action is saved with all the rest."""
        verdict = self._opened.commit()
        if verdict == "ours":
            return
        stacks = self._entries.stacks  # whoever called the action adds it to them
        with rescue.snapshot(self._connection) as whole:
            self._connection.execute("ROLLBACK")
            self._notice = self._go_on_elsewhere(verdict, whole)
        self._entries.stacks = stacks

    def _take_back(self) -> None:
        """What a failed block left open. SQLite has done it by itself after most errors of the disk."""
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            self._doubtful = True

    def _catch_up(self) -> None:
        """After an I/O error: where the commit that failed arrived all the same, it is made known now."""
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
