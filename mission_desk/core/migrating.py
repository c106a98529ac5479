"""Bringing an older file up to date: a safety copy beside it, then every missing migration in one
transaction."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from mission_desk.core import schema
from mission_desk.core.errors import BugError
from mission_desk.core.schema_changes import Migration
from mission_desk.core.whole_copy import copy_to


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    version: int,
    migrations: tuple[Migration, ...] = schema.MIGRATIONS,
) -> Path:
    """Take the file from `version` to the newest; returns the safety copy. A migration that raises leaves the
    file as it was and no copy behind."""
    copy = _free_name(path, version)
    copy_to(connection, copy)
    _forget_open_ballots(copy)
    try:
        _run(connection, version, migrations)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        copy.unlink()
        raise
    return copy


def _forget_open_ballots(copy: Path) -> None:
    """A secret poll may be open in the file: the safety copy would tell, compared with it later, how the
    people in between voted."""
    scratch = sqlite3.connect(copy, isolation_level=None)
    try:
        scratch.execute("PRAGMA secure_delete=ON")
        still_open = "poll IN (SELECT id FROM poll WHERE state = 'open')"
        gone = [scratch.execute(f"DELETE FROM {table} WHERE {still_open}") for table in ("sealed", "voted")]
        if any(each.rowcount for each in gone):
            scratch.execute("VACUUM")
    finally:
        scratch.close()


def _run(connection: sqlite3.Connection, version: int, migrations: tuple[Migration, ...]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for migration in migrations[version:]:
        migration.run(connection)
    if schema.shape(connection) != schema.expected_shape(len(migrations), migrations):
        raise BugError(f"the migrations from version {version} do not lead to the schema of a new file")
    connection.execute(f"PRAGMA user_version = {len(migrations)}")
    connection.execute("COMMIT")


def _free_name(path: Path, version: int) -> Path:
    """An older safety copy is somebody's last good state: never written over."""
    wanted = path.with_name(f"{path.stem} (before update {version}){path.suffix}")
    number = 1
    while wanted.exists():
        number += 1
        wanted = path.with_name(f"{path.stem} (before update {version}, {number}){path.suffix}")
    return wanted
