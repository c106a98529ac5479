"""A complete copy of an open file under another name: made beside the target and moved into place when it is
whole, so that a full disk or a pulled plug never leaves half a workshop under a good name."""

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
    """Everything in the file, history included; `change` is done to the copy before it has its name. Never
    inside a transaction: the backup would wait for it for ever."""
    with moved_into_place(target) as fresh:
        copy = sqlite3.connect(fresh, isolation_level=None)
        try:
            connection.backup(copy)
            change(copy)
        finally:
            copy.close()


@contextmanager
def moved_into_place(target: Path) -> Iterator[Path]:
    """A name beside the target to write to. After a block that raises, the target is as it was and nothing is
    left."""
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
    """KnownError for a device, a pipe or a socket: moving a file to its name would take its place, for every
    other program too."""
    if target.exists() and not (target.is_file() or target.is_dir()):
        raise KnownError(
            tr(
                "“{name}” is a device or a pipe. Choose the name of a file; nothing was changed.",
                name=target.name,
            )
        )
