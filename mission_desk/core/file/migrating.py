"""Brings an older file up to date: a safety copy, then every missing migration in one transaction."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from mission_desk.core.file import schema
from mission_desk.core.file.errors import BugError
from mission_desk.core.file.rows import FEWEST_SECRET
from mission_desk.core.file.schema_changes import Migration
from mission_desk.core.file.whole_copy import copy_to
from mission_desk.own_files import free_path


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    version: int,
    migrations: tuple[Migration, ...] = schema.MIGRATIONS,
) -> Path:
    """Migrate the file from `version` to the newest one and return the safety copy. A migration that raises
    leaves the file as it was, without a copy."""
    copy = safety_copy(connection, path, f"before update {version}")
    try:
        _run(connection, version, migrations)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        copy.unlink()
        raise
    return copy


def safety_copy(connection: sqlite3.Connection, path: Path, why: str) -> Path:
    """Copy the file as it is to "day (<why>).mission" beside it. An older copy of that name is never
    overwritten: it may be somebody's last good state."""
    copy = free_path(path.parent, f"{path.stem} ({why}", f"){path.suffix}", ", {}")
    copy_to(connection, copy, _forget_telling_ballots)
    return copy


def _forget_telling_ballots(copy: sqlite3.Connection) -> None:
    """A secret poll may be open in the file: the safety copy would tell, compared with it later, how the
    people in between voted. An earlier release kept the marks of a few ballots, which give somebody away;
    their order stays in the file itself, and no release that reads the copy could read an order."""
    copy.execute("PRAGMA secure_delete=ON")
    few = (
        "SELECT poll FROM sealed WHERE content NOT LIKE '{%' "
        f"GROUP BY poll HAVING count(*) < {FEWEST_SECRET}"
    )
    telling = [
        row for (row,) in copy.execute(f"SELECT id FROM poll WHERE state = 'open' UNION {few}").fetchall()
    ]
    has_reasons = copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'sealed_reason'").fetchone()
    gone = [
        copy.execute(f"DELETE FROM {table} WHERE poll = ?", (poll,))
        for poll in telling
        for table in ("sealed", "voted", *(("sealed_reason",) if has_reasons else ()))
    ]
    if any(each.rowcount for each in gone):
        copy.execute("VACUUM")


def _run(connection: sqlite3.Connection, version: int, migrations: tuple[Migration, ...]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for migration in migrations[version:]:
        migration.run(connection)
    if schema.shape(connection) != schema.expected_shape(len(migrations), migrations):
        raise BugError(f"the migrations from version {version} do not lead to the schema of a new file")
    connection.execute(f"PRAGMA user_version = {len(migrations)}")
    connection.execute("COMMIT")
