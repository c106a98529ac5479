"""What came to the tables after the first ones, as named migrations in the order in which files go through
them. A migration that is out is never edited: the next one is added at the end."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Migration:
    """One named step from `user_version` n to n + 1; it runs inside the transaction of whoever calls it."""

    name: str
    run: Callable[[sqlite3.Connection], None]


def _notes_in_hand(connection: sqlite3.Connection) -> None:
    """Notes that are locked, covered, sized by hand or pictures; clusters with a colour, or folded up."""
    for statement in (
        "ALTER TABLE note ADD COLUMN locked INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE note ADD COLUMN covered INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE note ADD COLUMN sized INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE note ADD COLUMN author INTEGER REFERENCES seat ON DELETE SET NULL",
        "ALTER TABLE note ADD COLUMN picture TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE cluster ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE cluster ADD COLUMN folded INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE board ADD COLUMN background TEXT NOT NULL DEFAULT ''",
        """CREATE TABLE picture (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
    content BLOB NOT NULL) STRICT""",
    ):
        connection.execute(statement)


LATER = (Migration("notes in hand", _notes_in_hand),)
