"""From a path to a connection that can be trusted, or one clear sentence why not. The only module that
touches the path of an open workshop: reading it with open() in the same process would drop SQLite's lock
(POSIX)."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from contextlib import suppress
from io import FileIO
from pathlib import Path

from msgspec import Struct

from mission_desk.core.file import journal, schema
from mission_desk.core.file.errors import AlreadyOpen, KnownError
from mission_desk.core.file.file_watch import CACHE, FileWatch, Identity, Verdict, identity, keep_in_memory
from mission_desk.core.file.migrating import migrate
from mission_desk.core.file.rows import COLUMNS
from mission_desk.core.file.sqlite_errors import damaged, name_too_long, translated, writing
from mission_desk.core.file.whole_copy import moved_into_place
from mission_desk.words import tr

_HEADER = b"SQLite format 3\x00"
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64 << 20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1 << 20,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,
}
# POSIX locks belong to the process: a second look at a file that this process holds would let go of it.
_open_files: set[Identity] = set()


class Opened(Struct, frozen=True):
    """`path` is absolute; `watch` knows whether the file there is still the one that was opened, and is None
    where it can only be read."""

    path: Path
    connection: sqlite3.Connection
    watch: FileWatch | None

    @property
    def writable(self) -> bool:
        return self.watch is not None

    def verdict(self, *, thorough: bool) -> Verdict:
        return self.watch.verdict(thorough=thorough) if self.watch else "ours"

    def commit(self) -> Verdict:
        """Nothing is written where the verdict is not "ours"; the action is still open then."""
        verdict = self.watch.verdict_in_action() if self.watch else "ours"
        if verdict == "ours":
            self.write("COMMIT")
        return verdict

    def write(self, statement: str) -> None:
        """What changes the file on the disk; how it looks after that is known to be our own doing."""
        try:
            self.connection.execute(statement)
        finally:
            if self.watch:
                self.watch.learn()


def open_file(path: Path, memory: int = CACHE) -> Opened:
    """Look before touching, lock, migrate, and verify schema, pages and journal chain."""
    path = path.absolute()
    version = look(path)
    writable = may_write(path)
    if version < len(schema.MIGRATIONS) and not writable:
        raise KnownError(
            tr(
                "“{name}” is from an older Mission Desk. Copy it to a folder of your own first.",
                name=path.name,
            )
        )
    return _opened_for_writing(path, version, memory) if writable else _opened_for_reading(path, version)


def _opened_for_reading(path: Path, version: int) -> Opened:
    connection = connect(path, writable=False)
    try:
        with translated(path):
            _verify(connection, path, version, writable=False)
    except BaseException:
        connection.close()
        raise
    return Opened(path, connection, None)


def _opened_for_writing(path: Path, version: int, memory: int) -> Opened:
    with translated(path):
        file = FileIO(path)  # before SQLite opens it, and closed after: see FileWatch
    connection = None
    try:
        connection = connect(path, writable=True)
        with translated(path):
            keep_in_memory(connection, memory)
            _verify(connection, path, version, writable=True)
        watch = FileWatch(connection, path, file, memory)
        watch.verdict(thorough=True)  # reads what the checks have not read: all of it is in memory now
    except BaseException:
        if connection is not None:
            connection.close()
        file.close()
        raise
    if watch.identity:
        _open_files.add(watch.identity)
    return Opened(path, connection, watch)


def _verify(connection: sqlite3.Connection, path: Path, version: int, writable: bool) -> None:
    if writable:
        _lock(connection)
    # Now that a commit that was cut short is taken back: half of it may have been the next version's.
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    _require_our_schema(connection, path, version)
    if version < len(schema.MIGRATIONS):
        migrate(connection, path, version)
    _require_sound(connection, path)


def may_write(path: Path) -> bool:
    """Whether the file can be written, and also its folder, where SQLite puts its journal."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def look(path: Path) -> int:
    """The file's schema version, read without SQLite, so that SQLite never opens a FIFO, a device or a
    foreign file."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise KnownError(
                tr(
                    "“{name}” is not a file that can be opened as a workshop.",
                    name=path.name or path.resolve().name,
                )
            )
        _refuse_held(path)
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise KnownError(
            tr("There is no file “{name}” in that folder. Was it moved or renamed?", name=path.name)
        ) from None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise name_too_long() from None
        raise KnownError(tr("“{name}” cannot be read. Check that you may open it.", name=path.name)) from None
    return _version_of(head, path)


def _refuse_held(path: Path) -> None:
    if identity(path) in _open_files:
        raise AlreadyOpen(
            tr("“{name}” is already open in another window. Close it there first.", name=path.name)
        )


def _version_of(head: bytes, path: Path) -> int:
    ours = head.startswith(_HEADER) and int.from_bytes(head[68:72]) == schema.APPLICATION_ID
    if len(head) < 100 or not ours:
        raise KnownError(tr("“{name}” is not a Mission Desk workshop. Nothing was changed.", name=path.name))
    page, pages = int.from_bytes(head[16:18]), int.from_bytes(head[28:32])
    too_short = path.stat().st_size < (65536 if page == 1 else page) * pages
    if too_short and not was_interrupted(path):
        raise KnownError(
            tr(
                "“{name}” is cut off: part of the file is missing. Nothing was changed; take the last copy.",
                name=path.name,
            )
        )
    version = int.from_bytes(head[60:64])
    if version > len(schema.MIGRATIONS):
        raise KnownError(
            tr(
                "“{name}” was made by a newer Mission Desk. Update the program; the file is untouched.",
                name=path.name,
            )
        )
    return version


def was_interrupted(path: Path) -> bool:
    """A commit was cut short (plug, kill) and SQLite will take it back: until then the size and head may
    disagree."""
    with suppress(OSError):
        return journal_path(path).stat().st_size > 0
    return False


def journal_path(path: Path) -> Path:
    """SQLite's rollback journal. It lies beside the file itself, not beside a link to it."""
    return Path(f"{path.resolve()}-journal")


def connect(path: Path, writable: bool) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode={'rw' if writable else 'ro'}"
    with translated(path):
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0.2)
        for limit, value in _LIMITS.items():
            connection.setlimit(limit, value)
        pragmas = [
            "trusted_schema=OFF",
            "cell_size_check=ON",
            "mmap_size=0",
            "foreign_keys=ON",
            "secure_delete=ON",
        ]
        for pragma in ["locking_mode=EXCLUSIVE" if writable else "query_only=ON", *pragmas]:
            connection.execute(f"PRAGMA {pragma}")
    return connection


def _lock(connection: sqlite3.Connection) -> None:
    """Take the exclusive lock now, so that a second program is refused when it opens the file and not at its
    first note."""
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _require_our_schema(connection: sqlite3.Connection, path: Path, version: int) -> None:
    if schema.shape(connection) != schema.expected_shape(version):
        raise KnownError(
            tr(
                "“{name}” is not built like a workshop, so it is not opened. Nothing was changed.",
                name=path.name,
            )
        )


def _require_sound(connection: sqlite3.Connection, path: Path) -> None:
    pages = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if pages != ("ok",) or not _history_is_whole(connection):
        raise damaged(path)
    try:
        journal.fold_stacks(connection)
    except journal.Disagreement:
        raise damaged(path) from None


def readable(content: bytes) -> str:
    """Text whose bytes are no UTF-8. sqlite3 refuses it, with the words in its message."""
    return content.decode("utf-8", "replace")


def _history_is_whole(connection: sqlite3.Connection) -> bool:
    """Whether the history is whole. Where some text is no UTF-8 it is read by `readable` from here on; that
    takes longer, so nearly all files do without."""
    try:
        for table in ("session", *COLUMNS):
            connection.execute(f"SELECT * FROM {table}").fetchall()
        return not journal.broken_links(connection)
    except sqlite3.OperationalError:
        connection.text_factory = readable
        return not journal.broken_links(connection)


def create_file(path: Path) -> None:
    """Make a new empty workshop under another name and move it into place, so that nobody ever sees a
    half-made file."""
    if path.exists() or path.is_symlink():
        raise KnownError(
            tr("There is already a file “{name}”. Choose another name; it was not touched.", name=path.name)
        )
    if not path.parent.is_dir():
        raise KnownError(tr("The folder “{name}” does not exist. Choose another one.", name=str(path.parent)))
    with writing(path), moved_into_place(path) as fresh:
        _build(fresh)


def _build(path: Path) -> None:
    from sqlite_utils import Database  # 85 ms, which the way to the first window must not pay

    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        with Database(connection, execute_plugins=False).atomic():
            for migration in schema.MIGRATIONS:
                migration.run(connection)
            connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS)}")
    finally:
        connection.close()


def close(opened: Opened) -> None:
    """journal_mode=DELETE leaves exactly one file. Where another file has taken the name or the place, its
    journal is not ours to remove; on a medium that is gone there is nothing left to tidy."""
    watch, verdict = opened.watch, opened.verdict(thorough=True)
    with suppress(sqlite3.Error):
        if watch and verdict == "ours":
            opened.connection.execute("PRAGMA journal_mode=DELETE")
    if verdict in ("gone", "overwritten"):
        _remove_empty_journal(opened.path)  # while the lock is ours: nobody else has begun to use it
    opened.connection.close()
    if watch:
        watch.close()
        _open_files.discard(watch.identity or (0, 0))


def _remove_empty_journal(path: Path) -> None:
    """Between two actions our own journal is empty. A journal with content belongs to somebody else and
    stays."""
    journal = journal_path(path)
    with suppress(OSError):
        if journal.stat().st_size == 0:
            journal.unlink()
