"""Copies an open workshop to another name. The copy is written beside the target and renamed when it is
complete, so that a full disk or a power cut never leaves half a workshop under the target's name."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mission_desk.core.file.errors import KnownError
from mission_desk.own_files import BESIDE_NAME
from mission_desk.words import tr


def copy_to(
    connection: sqlite3.Connection,
    target: Path,
    change: Callable[[sqlite3.Connection], None] = lambda copy: None,
) -> None:
    """Copy the whole file, with its history, to `target`. `change` may edit the copy before it gets that
    name. Never call it inside a transaction: SQLite's backup would wait forever for the transaction to
    end."""
    with moved_into_place(target) as fresh:
        copy = sqlite3.connect(fresh, isolation_level=None)
        try:
            connection.backup(copy)
            change(copy)
        finally:
            copy.close()


@contextmanager
def moved_into_place(target: Path) -> Iterator[Path]:
    """Yields a temporary path in the target's folder. After the block the file that was written there is
    renamed to the target, which replaces an existing file at once. Where the block raises, the target stays
    as it was and the temporary file is deleted."""
    refuse_special(target)
    fresh = target.with_name(f".{target.name[:BESIDE_NAME]}.new")
    fresh.unlink(missing_ok=True)
    try:
        yield fresh
        os.replace(fresh, target)
    except BaseException:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def refuse_special(target: Path) -> None:
    """KnownError where the target is a device, a pipe or a socket: renaming a file to that name would remove
    it for every other program too."""
    if target.exists() and not (target.is_file() or target.is_dir()):
        raise KnownError(
            tr(
                "“{name}” is a device or a pipe. Choose the name of a file; nothing was changed.",
                name=target.name,
            )
        )
