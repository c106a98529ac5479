"""Whether a file is undamaged: its pages, its schema, its journal chain, and whether every change ever made
can be undone in memory, down to the empty file. Returns sentences about damage; changes nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from msgspec import Struct

from mission_desk.core.board import pictures
from mission_desk.core.file import journal, opening, schema
from mission_desk.core.file.errors import BugError, Damaged
from mission_desk.core.file.rows import RECORDED
from mission_desk.core.file.sqlite_errors import translated
from mission_desk.words import tr, trn

WITH_PICTURES = 2  # the version of the schema in which they came


class Checkup(Struct, frozen=True):
    """`problems` are sentences; an undamaged file has none."""

    path: Path
    version: int
    actions: int
    problems: tuple[str, ...]
    clean_copy: bool

    @property
    def is_sound(self) -> bool:
        return not self.problems


def check(path: Path) -> Checkup:
    """KnownError where the file cannot be checked at all (missing, not ours, newer, in use). After a crash
    SQLite first rolls back the unfinished commit; nothing else is ever written."""
    version = opening.look(path)
    connection = opening.connect(path, writable=opening.was_interrupted(path) and opening.may_write(path))
    scratch = sqlite3.connect(":memory:", isolation_level=None)
    connection.text_factory = scratch.text_factory = opening.readable
    try:
        with translated(path):
            problems = _page_problems(connection, version)
            connection.backup(scratch)
        return _judged(path, version, scratch, problems)
    except Damaged as error:
        return Checkup(path, version, 0, (str(error),), False)
    finally:
        connection.close()
        scratch.close()


def _page_problems(connection: sqlite3.Connection, version: int) -> list[str]:
    answers = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(5)")]
    problems = (
        [] if answers == ["ok"] else [tr("The file's pages are damaged: {words}", words=w) for w in answers]
    )
    if schema.shape(connection) != schema.expected_shape(version):
        problems.append(tr("Its tables are not those of a Mission Desk workshop."))
    return problems


def _judged(path: Path, version: int, scratch: sqlite3.Connection, problems: list[str]) -> Checkup:
    if problems:
        return Checkup(path, version, 0, tuple(problems), False)
    actions = int(scratch.execute("SELECT count(*) FROM action").fetchone()[0])
    first = scratch.execute(
        "SELECT name FROM action WHERE kind = 'barrier' AND id = (SELECT min(id) FROM action)"
    )
    is_clean_copy = first.fetchone() == (journal.CLEAN_COPY,)
    broken = journal.broken_links(scratch)
    if broken:
        problems.append(
            tr("Its history was damaged or changed from outside, first at entry {n}.", n=broken[0])
        )
    else:
        problems += _picture_problems(scratch, version)
        problems += _walk_back(scratch, may_keep_rows=is_clean_copy)
    return Checkup(path, version, actions, tuple(problems), is_clean_copy)


def _picture_problems(scratch: sqlite3.Connection, version: int) -> list[str]:
    """Pictures are not in the journal: their bytes are checked by the hash that is their key."""
    if version < WITH_PICTURES:
        return []
    rows = scratch.execute("SELECT key, content FROM picture")
    broken = sum(1 for key, content in rows if pictures.key_of(content) != key)
    return [trn("{n} picture is damaged.", "{n} pictures are damaged.", broken)] if broken else []


def _walk_back(scratch: sqlite3.Connection, may_keep_rows: bool) -> list[str]:
    entries = scratch.execute("SELECT id, kind, target FROM action ORDER BY id DESC").fetchall()
    scratch.execute("BEGIN")
    scratch.execute("PRAGMA defer_foreign_keys = ON")
    for entry in entries:
        try:
            for change in journal.backwards(journal.effects(scratch, *entry)):
                journal.apply(scratch, change)
        except (BugError, sqlite3.Error):
            return [tr("What is on the boards does not agree with its history, at entry {n}.", n=entry[0])]
    tables = [kind.__name__.lower() for kind in RECORDED]
    left = [table for table in tables if scratch.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()]
    if may_keep_rows or not left:
        return []
    return [tr("There are rows that no action made: {names}.", names=", ".join(left))]
