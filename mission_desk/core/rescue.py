"""The file unlinked, renamed or replaced while it is open: SQLite goes on saying OK into the void. Here it is
noticed, and the workshop saved under a name of its own. Knows connections and paths, not the document."""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress
from pathlib import Path

from mission_desk.core.errors import KnownError
from mission_desk.core.whole_copy import copy_to
from mission_desk.paths import data_dir
from mission_desk.words import tr

Identity = tuple[int, int]  # device and inode: what stays the same when only the name changes


def identity(path: Path) -> Identity | None:
    """None where nothing can be found under this path any more."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def save_elsewhere(connection: sqlite3.Connection, path: Path) -> Path:
    """A whole copy beside the place that was lost, or in the person's own folder; KnownError where neither
    can be written. Never inside a transaction."""
    for folder in (path.parent, data_dir() / "rescued"):
        target = _free_name(folder, path)
        with suppress(OSError, sqlite3.Error):
            if folder != path.parent:
                folder.mkdir(exist_ok=True)
            copy_to(connection, target)
            return target
    raise KnownError(
        tr(
            "“{name}” is gone, and no copy could be written. Save a copy to another place now.",
            name=path.name,
        )
    )


def _free_name(folder: Path, path: Path) -> Path:
    stem = re.sub(r" \(rescued( \d+)?\)$", "", path.stem)
    target, number = folder / f"{stem} (rescued).mission", 1
    while target.exists():
        number += 1
        target = folder / f"{stem} (rescued {number}).mission"
    return target


def sentence(lost: Path, was_replaced: bool, kept_in: Path) -> str:
    """What the facilitator is told."""
    if was_replaced:
        return tr(
            "Another file took the place of “{lost}”. Nothing is lost: everything goes on in “{kept}”.",
            lost=lost.name,
            kept=_shown(lost, kept_in),
        )
    return tr(
        "“{lost}” was moved or deleted. Nothing is lost: everything goes on in “{kept}”.",
        lost=lost.name,
        kept=_shown(lost, kept_in),
    )


def secret_sentence(connection: sqlite3.Connection) -> str:
    """Nothing may be lost, so a secret poll that is open goes into the copy; then two files hold its ballots.
    Empty where none is open."""
    waiting = "SELECT 1 FROM sealed WHERE poll NOT IN (SELECT poll FROM counted) LIMIT 1"
    if connection.execute(waiting).fetchone() is None:
        return ""
    return tr(
        "A secret poll is open: delete the other file, or the two compared tell who voted how from here on."
    )


def _shown(lost: Path, kept_in: Path) -> str:
    return kept_in.name if kept_in.parent == lost.parent else str(kept_in)
