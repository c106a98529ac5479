"""Is this file whole? Pages, schema, journal chain, and the walk back: every change ever made taken back in memory,
down to the empty file. Says what is wrong in words; changes nothing."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from mission_desk.core import journal, opening, schema
from mission_desk.core.errors import KnownError
from mission_desk.core.rows import RECORDED
from mission_desk.words import tr


@dataclass(frozen=True, slots=True)
class Checkup:
    """`problems` are sentences; an empty tuple is a whole file. `clean_copy` marks a file without a past."""

    path: Path
    version: int
    actions: int
    problems: tuple[str, ...]
    clean_copy: bool

    @property
    def is_sound(self) -> bool:
        return not self.problems


def check(path: Path) -> Checkup:
    """KnownError where the file cannot be looked at at all (missing, foreign, newer, in use)."""
    version = opening.look(path)
    connection = opening.connect(path, writable=False)
    scratch = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with opening.translated(path):
            problems = _page_problems(connection, version)
            connection.backup(scratch)
    except KnownError as error:
        return Checkup(path, version, 0, (str(error),), False)
    finally:
        connection.close()
    with scratch:
        return _judged(path, version, scratch, problems)


def _page_problems(connection: sqlite3.Connection, version: int) -> list[str]:
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(5)")]
    problems = [] if found == ["ok"] else [tr("The file's pages are damaged: {words}", words=words) for words in found]
    if schema.shape(connection) != schema.expected_shape(version):
        problems.append(tr("Its tables are not those of a Mission Desk workshop."))
    return problems


def _judged(path: Path, version: int, scratch: sqlite3.Connection, problems: list[str]) -> Checkup:
    if problems:
        return Checkup(path, version, 0, tuple(problems), False)
    actions = int(scratch.execute("SELECT count(*) FROM action").fetchone()[0])
    broken = journal.broken_links(scratch)
    if broken:
        problems.append(tr("Its history was damaged or changed from outside, first at entry {n}.", n=broken[0]))
    elif actions:
        problems += _walk_back(scratch)
    return Checkup(path, version, actions, tuple(problems), actions == 0)


def _walk_back(scratch: sqlite3.Connection) -> list[str]:
    entries = scratch.execute("SELECT id, kind, target FROM action ORDER BY id DESC").fetchall()
    scratch.execute("BEGIN")
    scratch.execute("PRAGMA defer_foreign_keys = ON")
    for entry in entries:
        try:
            for change in journal.backwards(journal.effects(scratch, *entry)):
                journal.apply(scratch, change)
        except (journal.Disagreement, sqlite3.Error):
            return [tr("What is on the boards does not agree with its history, at entry {n}.", n=entry[0])]
    left = [kind.__name__ for kind in RECORDED if scratch.execute(f"SELECT 1 FROM {kind.__name__} LIMIT 1").fetchone()]
    return [tr("There are rows that no action made: {names}.", names=", ".join(left))] if left else []
