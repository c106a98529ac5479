"""The tables of a workshop file, as text, and the named migrations that made them. Every file is compared
with this to the letter before it is trusted: triggers, views or odd columns in a foreign file would be code
that we run."""

from __future__ import annotations

import sqlite3
from functools import cache

from mission_desk.core.file.schema_changes import LATER, Migration

APPLICATION_ID = 0x4D44534B  # "MDSK", at byte 68 of the file

JOURNAL_TABLES = (
    """CREATE TABLE action (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, target INTEGER REFERENCES action,
    merge TEXT, at INTEGER NOT NULL, chain TEXT NOT NULL) STRICT""",
    """CREATE TABLE change (
    id INTEGER PRIMARY KEY, action INTEGER NOT NULL REFERENCES action,
    tbl TEXT NOT NULL, row INTEGER NOT NULL, before TEXT, after TEXT) STRICT""",
    "CREATE INDEX change_action ON change(action)",
)

RECORDED_TABLES = (
    """CREATE TABLE workshop (
    id INTEGER PRIMARY KEY CHECK (id = 1), title TEXT NOT NULL, company TEXT NOT NULL, team TEXT NOT NULL,
    mission TEXT NOT NULL, vision TEXT NOT NULL, method TEXT NOT NULL, language TEXT NOT NULL,
    place TEXT NOT NULL, day TEXT NOT NULL, starts INTEGER NOT NULL, last_year TEXT NOT NULL) STRICT""",
    """CREATE TABLE step (
    id INTEGER PRIMARY KEY, rank INTEGER NOT NULL, key TEXT NOT NULL, title TEXT NOT NULL,
    prompt TEXT NOT NULL, note TEXT NOT NULL, minutes INTEGER NOT NULL, lead TEXT NOT NULL,
    page TEXT NOT NULL, board TEXT NOT NULL, capture TEXT NOT NULL) STRICT""",
    """CREATE TABLE seat (
    id INTEGER PRIMARY KEY, number INTEGER NOT NULL, name TEXT NOT NULL, style TEXT NOT NULL) STRICT""",
    """CREATE TABLE board (
    id INTEGER PRIMARY KEY, rank INTEGER NOT NULL, key TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
    prompt TEXT NOT NULL, style TEXT NOT NULL) STRICT""",
    """CREATE TABLE region (
    id INTEGER PRIMARY KEY, board INTEGER NOT NULL REFERENCES board ON DELETE CASCADE, rank INTEGER NOT NULL,
    key TEXT NOT NULL, title TEXT NOT NULL, hint TEXT NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL,
    w INTEGER NOT NULL, h INTEGER NOT NULL) STRICT""",
    """CREATE TABLE cluster (
    id INTEGER PRIMARY KEY, board INTEGER NOT NULL REFERENCES board ON DELETE CASCADE,
    name TEXT NOT NULL) STRICT""",
    """CREATE TABLE note (
    id INTEGER PRIMARY KEY, board INTEGER NOT NULL REFERENCES board ON DELETE CASCADE,
    cluster INTEGER REFERENCES cluster ON DELETE SET NULL, text TEXT NOT NULL, style TEXT NOT NULL,
    x INTEGER NOT NULL, y INTEGER NOT NULL, w INTEGER NOT NULL, h INTEGER NOT NULL, z INTEGER NOT NULL,
    dots INTEGER NOT NULL, at INTEGER NOT NULL) STRICT""",
    """CREATE TABLE draft (
    id INTEGER PRIMARY KEY, rank INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
    audience TEXT NOT NULL, chosen INTEGER NOT NULL) STRICT""",
    """CREATE TABLE version (
    id INTEGER PRIMARY KEY, draft INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,
    number INTEGER NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL) STRICT""",
    """CREATE TABLE source (
    id INTEGER PRIMARY KEY, draft INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,
    note INTEGER NOT NULL REFERENCES note ON DELETE CASCADE) STRICT""",
    """CREATE TABLE concern (
    id INTEGER PRIMARY KEY, note INTEGER REFERENCES note ON DELETE CASCADE,
    draft INTEGER REFERENCES draft ON DELETE CASCADE, phrase TEXT NOT NULL, text TEXT NOT NULL,
    style TEXT NOT NULL, state TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL) STRICT""",
    """CREATE TABLE poll (
    id INTEGER PRIMARY KEY, question TEXT NOT NULL, rule TEXT NOT NULL, dots INTEGER NOT NULL,
    secret INTEGER NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL) STRICT""",
    """CREATE TABLE choice (
    id INTEGER PRIMARY KEY, poll INTEGER NOT NULL REFERENCES poll ON DELETE CASCADE, rank INTEGER NOT NULL,
    draft INTEGER REFERENCES draft ON DELETE SET NULL, name TEXT NOT NULL, text TEXT NOT NULL) STRICT""",
    """CREATE TABLE mark (
    id INTEGER PRIMARY KEY, poll INTEGER NOT NULL REFERENCES poll ON DELETE CASCADE,
    choice INTEGER NOT NULL REFERENCES choice ON DELETE CASCADE,
    seat INTEGER NOT NULL REFERENCES seat ON DELETE CASCADE, count INTEGER NOT NULL) STRICT""",
    """CREATE TABLE priority (
    id INTEGER PRIMARY KEY, side TEXT NOT NULL, rank INTEGER NOT NULL, text TEXT NOT NULL) STRICT""",
    """CREATE TABLE link (
    id INTEGER PRIMARY KEY, company INTEGER NOT NULL REFERENCES priority ON DELETE CASCADE,
    team INTEGER NOT NULL REFERENCES priority ON DELETE CASCADE) STRICT""",
    """CREATE TABLE guideline (
    id INTEGER PRIMARY KEY, rank INTEGER NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL,
    measure TEXT NOT NULL, start TEXT NOT NULL, goal TEXT NOT NULL, data TEXT NOT NULL,
    evaluation TEXT NOT NULL, owner TEXT NOT NULL, due TEXT NOT NULL) STRICT""",
    """CREATE TABLE verdict (
    id INTEGER PRIMARY KEY, subject TEXT NOT NULL, rank INTEGER NOT NULL, promise TEXT NOT NULL,
    answer TEXT NOT NULL, text TEXT NOT NULL) STRICT""",
    "CREATE INDEX note_board ON note(board)",
)

# Not in the journal: where the desk stands, and secret ballots, which must leave no trace of who or when.
ASIDE_TABLES = (
    "CREATE TABLE session (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE sealed (key TEXT PRIMARY KEY, poll INTEGER NOT NULL, content TEXT NOT NULL) STRICT",
    "CREATE TABLE voted (poll INTEGER NOT NULL, seat INTEGER NOT NULL, PRIMARY KEY (poll, seat)) STRICT",
)


def _first_tables(connection: sqlite3.Connection) -> None:
    for statement in (*JOURNAL_TABLES, *RECORDED_TABLES, *ASIDE_TABLES):
        connection.execute(statement)


MIGRATIONS = (Migration("first tables", _first_tables), *LATER)

Shape = tuple[tuple[str, str, str], ...]


def shape(connection: sqlite3.Connection) -> Shape:
    """Everything the file's schema holds: (type, name, sql)."""
    sql = "SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name"
    return tuple((str(kind), str(name), str(text)) for kind, name, text in connection.execute(sql))


@cache
def expected_shape(version: int, migrations: tuple[Migration, ...] = MIGRATIONS) -> Shape:
    """What the schema of a file with this `user_version` must be, to the letter. Made once: it takes
    a third of an opening."""
    scratch = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for migration in migrations[:version]:
            migration.run(scratch)
        return shape(scratch)
    finally:
        scratch.close()
