"""A complete copy of an open file under another name: made beside the target and moved into place when it is
whole, so that a full disk or a pulled plug never leaves half a workshop under a good name."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


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
    fresh = target.with_name(f".{target.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        yield fresh
        os.replace(fresh, target)
    except BaseException:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
