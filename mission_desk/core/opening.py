"""From a path to a connection that can be trusted, or one clear sentence why not. The only module that touches the path
of an open workshop: reading it with open() in the same process would drop SQLite's lock (POSIX)."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from mission_desk.core import journal, schema
from mission_desk.core.errors import AlreadyOpen, KnownError
from mission_desk.words import tr

_HEADER = b"SQLite format 3\x00"
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64 << 20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1 << 20,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,
}


@dataclass(frozen=True, slots=True)
class Opened:
    path: Path
    connection: sqlite3.Connection
    writable: bool


def open_file(path: Path) -> Opened:
    """Look before touching, lock, migrate, and verify schema, pages and journal chain."""
    version = look(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    connection = connect(path, writable)
    try:
        with translated(path):
            if writable:
                _lock(connection)
            _require_our_schema(connection, path, version)
            if version < len(schema.MIGRATIONS) and writable:
                migrate(connection, path, version)
            _require_sound(connection, path)
    except BaseException:
        connection.close()
        raise
    return Opened(path, connection, writable)


def look(path: Path) -> int:
    """The file's schema version, read without SQLite: a FIFO, a device or a foreign file never reaches it."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise KnownError(tr("“{name}” is not a file that can be opened as a workshop.", name=path.name))
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise KnownError(tr("There is no file “{name}” in that folder. Was it moved or renamed?", name=path.name)) from None
    except OSError:
        raise KnownError(tr("“{name}” cannot be read. Check that you may open it.", name=path.name)) from None
    return _version_of(head, path)


def _version_of(head: bytes, path: Path) -> int:
    ours = head.startswith(_HEADER) and int.from_bytes(head[68:72]) == schema.APPLICATION_ID
    if len(head) < 100 or not ours:
        raise KnownError(tr("“{name}” is not a Mission Desk workshop. Nothing was changed.", name=path.name))
    page, pages = int.from_bytes(head[16:18]), int.from_bytes(head[28:32])
    if path.stat().st_size < (65536 if page == 1 else page) * pages:
        raise KnownError(
            tr("“{name}” is cut off: part of the file is missing. Nothing was changed; take the last copy.", name=path.name)
        )
    version = int.from_bytes(head[60:64])
    if version > len(schema.MIGRATIONS):
        raise KnownError(
            tr("“{name}” was made by a newer Mission Desk. Update the program to open it; the file is untouched.", name=path.name)
        )
    return version


def connect(path: Path, writable: bool) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode={'rw' if writable else 'ro'}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0.2)
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    pragmas = ["trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "foreign_keys=ON", "secure_delete=ON"]
    with translated(path):
        for pragma in ["locking_mode=EXCLUSIVE" if writable else "query_only=ON", *pragmas]:
            connection.execute(f"PRAGMA {pragma}")
    return connection


def _lock(connection: sqlite3.Connection) -> None:
    """Take the exclusive lock now: the second program must hear of it at opening, not at its first note."""
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _require_our_schema(connection: sqlite3.Connection, path: Path, version: int) -> None:
    if schema.shape(connection) != schema.expected_shape(version):
        raise KnownError(
            tr("“{name}” is not built like a Mission Desk workshop, so it is not opened. Nothing was changed.", name=path.name)
        )


def _require_sound(connection: sqlite3.Connection, path: Path) -> None:
    pages = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if pages != ("ok",) or journal.broken_links(connection):
        raise KnownError(
            tr("“{name}” is damaged. Nothing was changed; take the last copy, or run “mission-desk check”.", name=path.name)
        )


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    version: int,
    migrations: tuple[schema.Migration, ...] = schema.MIGRATIONS,
) -> None:
    """Bring the file up to date in one transaction, after a safety copy beside it."""
    copy = path.with_name(f"{path.stem} (before update {version}){path.suffix}")
    if not copy.exists():
        copy_to(connection, copy)
    connection.execute("BEGIN IMMEDIATE")
    for migration in migrations[version:]:
        migration.run(connection)
    connection.execute(f"PRAGMA user_version = {len(migrations)}")
    connection.execute("COMMIT")


def create_file(path: Path) -> None:
    """A new empty workshop. It is made under another name and moved, so that no half-made file is ever seen."""
    if path.exists() or path.is_symlink():
        raise KnownError(tr("There is already a file “{name}”. Choose another name; it was not touched.", name=path.name))
    if not path.parent.is_dir():
        raise KnownError(tr("The folder “{name}” does not exist. Choose another one.", name=str(path.parent)))
    fresh = path.with_name(f".{path.name}.new")
    with translated(path):
        fresh.unlink(missing_ok=True)
        _build(fresh)
        os.replace(fresh, path)


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


def copy_to(connection: sqlite3.Connection, target: Path) -> None:
    """A complete copy under another name, moved into place when it is whole. Never inside a transaction."""
    fresh = target.with_name(f".{target.name}.new")
    fresh.unlink(missing_ok=True)
    copy = sqlite3.connect(fresh, isolation_level=None)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    os.replace(fresh, target)


def close(connection: sqlite3.Connection) -> None:
    """journal_mode=DELETE leaves exactly one file; on a medium that is gone there is nothing left to tidy."""
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's and the system's words for the user's world, said once and in a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = _sentence(error, path)
        if sentence is None:
            raise
        raise sentence from error
    except OSError as error:
        raise KnownError(
            tr("“{name}” cannot be written in that folder. Choose another one; nothing was changed.", name=path.name)
        ) from error


def _sentence(error: sqlite3.Error, path: Path) -> KnownError | None:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_IOERR_LOCK")):
        return AlreadyOpen(tr("“{name}” is already open in another window. Close it there first.", name=path.name))
    if name.startswith("SQLITE_FULL"):
        return KnownError(tr("The disk is full. Everything up to now is saved; make room and do it again."))
    if name.startswith("SQLITE_READONLY"):
        return KnownError(tr("This workshop can only be read here. Save a copy to work on it."))
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return KnownError(
            tr("“{name}” is damaged. Nothing was changed; take the last copy, or run “mission-desk check”.", name=path.name)
        )
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR")):
        return KnownError(
            tr("“{name}” cannot be reached any more. What was saved is in the file; check the disk or stick.", name=path.name)
        )
    return None
