"""SQLite's and the system's words turned into a sentence for the user's world, once and in one place.
Knows no document: it is given an error and the path that was worked on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mission_desk.core.file.errors import AlreadyOpen, Damaged, DiskFull, KnownError
from mission_desk.words import tr


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Around work on the file at `path`: what the world does leaves as KnownError, our own mistakes as they
    are."""
    try:
        yield
    except sqlite3.Error as error:
        raise as_known_error(error, path) from error
    except OSError as error:
        raise _cannot_be_written(path, error) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Around making a new file at `path`: the same, but a place that cannot be opened is one to choose
    anew."""
    try:
        yield
    except sqlite3.Error as error:
        is_the_place = _name_of(error).startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY"))
        raise (_cannot_be_written(path, error) if is_the_place else as_known_error(error, path)) from error
    except OSError as error:
        raise _cannot_be_written(path, error) from error


def _cannot_be_written(path: Path, error: Exception) -> KnownError:
    number = getattr(error, "errno", None)
    if number in (errno.ENOSPC, errno.EDQUOT):
        return _full()
    if number == errno.ENAMETOOLONG:
        return name_too_long()
    return KnownError(
        tr(
            "“{name}” cannot be written in that folder. Choose another one; nothing was changed.",
            name=path.name,
        )
    )


def name_too_long() -> KnownError:
    """Without the name: nobody could read the sentence around it."""
    return KnownError(
        tr("That file name is too long for this disk. Choose a shorter one; nothing was changed.")
    )


def _full() -> KnownError:
    return DiskFull(
        tr("The disk is full. Everything before this is saved; make room and do it again."),
        tr("The disk is full: please make room. Everything before this is saved."),
    )


def as_known_error(error: sqlite3.Error, path: Path) -> Exception:
    """The KnownError that says it, or the error itself where it is our mistake."""
    if str(error).startswith("Could not decode to UTF-8"):  # it goes on with the words of the room
        return damaged(path)
    name = _name_of(error)
    for beginnings, sentence in _sentences(path).items():
        if name.startswith(beginnings):
            return sentence
    return error


def is_of_the_disk(error: sqlite3.Error) -> bool:
    """After an I/O error nobody knows whether the transaction arrived: ask the file before going on."""
    return _name_of(error).startswith("SQLITE_IOERR")


def damaged(path: Path) -> Damaged:
    return Damaged(
        tr(
            "“{name}” is damaged. Nothing was changed; take the last copy, or run “mission-desk check”.",
            name=path.name,
        )
    )


def _name_of(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", "") or ""


def _sentences(path: Path) -> dict[tuple[str, ...], KnownError]:
    """By the beginning of SQLite's name for it; the first that fits counts."""
    return {
        ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_IOERR_LOCK"): AlreadyOpen(
            tr("“{name}” is already open in another window. Close it there first.", name=path.name)
        ),
        ("SQLITE_FULL",): _full(),
        ("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY"): KnownError(
            tr(
                "“{name}” was not closed, and cannot be put right in a place that is read only. "
                "Copy it and “{name}-journal” to a folder of your own and open it there.",
                name=path.name,
            )
        ),
        ("SQLITE_READONLY",): KnownError(
            tr("This workshop can only be read here. Save a copy to work on it.")
        ),
        ("SQLITE_CORRUPT", "SQLITE_NOTADB"): damaged(path),
        ("SQLITE_CANTOPEN", "SQLITE_IOERR"): KnownError(
            tr(
                "“{name}” cannot be reached. What was saved is in the file; check the disk or stick.",
                name=path.name,
            )
        ),
    }
