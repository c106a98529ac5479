"""What came to the tables after the first ones, as named migrations in the order in which files go through
them. A migration that is out is never edited: the next one is added at the end."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from msgspec import Struct


class Migration(Struct, frozen=True):
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


def _workbench(connection: sqlite3.Connection) -> None:
    """Phrases that remember their notes, parts of a statement, gut feelings, what was known by heart, the
    hunt for empty words, and what the room does not want to be told again."""
    for statement in (
        "ALTER TABLE draft ADD COLUMN priority INTEGER REFERENCES priority ON DELETE SET NULL",
        "ALTER TABLE source ADD COLUMN phrase TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE concern ADD COLUMN version INTEGER REFERENCES version ON DELETE SET NULL",
        """CREATE TABLE part (
    id INTEGER PRIMARY KEY, draft INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,
    key TEXT NOT NULL, phrase TEXT NOT NULL) STRICT""",
        """CREATE TABLE gut (
    id INTEGER PRIMARY KEY, draft INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,
    text TEXT NOT NULL, shown INTEGER NOT NULL, at INTEGER NOT NULL) STRICT""",
        """CREATE TABLE feeling (
    id INTEGER PRIMARY KEY, gut INTEGER NOT NULL REFERENCES gut ON DELETE CASCADE,
    seat INTEGER NOT NULL REFERENCES seat ON DELETE CASCADE, score INTEGER NOT NULL,
    word TEXT NOT NULL) STRICT""",
        """CREATE TABLE recall (
    id INTEGER PRIMARY KEY, draft INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,
    text TEXT NOT NULL, words TEXT NOT NULL, at INTEGER NOT NULL) STRICT""",
        """CREATE TABLE hit (
    id INTEGER PRIMARY KEY, draft INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,
    phrase TEXT NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL) STRICT""",
        "CREATE TABLE mute (id INTEGER PRIMARY KEY, finding TEXT NOT NULL) STRICT",
        "CREATE TABLE roomword (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT",
    ):
        connection.execute(statement)


def _agreed_end(connection: sqlite3.Connection) -> None:
    """The end that a late group agreed on."""
    connection.execute("ALTER TABLE workshop ADD COLUMN ends INTEGER NOT NULL DEFAULT -1")


def _polls_of_every_rule(connection: sqlite3.Connection) -> None:
    """Polls on anything, under any rule, in rounds; hands that were counted; secret polls that are closed for
    good."""
    for statement in (
        "ALTER TABLE poll ADD COLUMN several INTEGER NOT NULL DEFAULT 1",
        "ALTER TABLE poll ADD COLUMN earlier INTEGER REFERENCES poll ON DELETE SET NULL",
        "ALTER TABLE poll ADD COLUMN thresholds TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE choice ADD COLUMN kind TEXT NOT NULL DEFAULT 'draft'",
        "ALTER TABLE choice ADD COLUMN note INTEGER REFERENCES note ON DELETE SET NULL",
        "ALTER TABLE choice ADD COLUMN cluster INTEGER REFERENCES cluster ON DELETE SET NULL",
        "ALTER TABLE choice ADD COLUMN priority INTEGER REFERENCES priority ON DELETE SET NULL",
        "ALTER TABLE choice ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE mark ADD COLUMN drag INTEGER NOT NULL DEFAULT -1",
        """CREATE TABLE hand (
    id INTEGER PRIMARY KEY, poll INTEGER NOT NULL REFERENCES poll ON DELETE CASCADE,
    choice INTEGER NOT NULL REFERENCES choice ON DELETE CASCADE, value INTEGER NOT NULL,
    count INTEGER NOT NULL) STRICT""",
        "CREATE TABLE counted (poll INTEGER PRIMARY KEY) STRICT",
        # Secret polls that were closed before: who voted is forgotten from now on.
        "INSERT INTO counted SELECT DISTINCT poll FROM sealed "
        "WHERE poll NOT IN (SELECT id FROM poll WHERE state = 'open')",
        "DELETE FROM voted WHERE poll IN (SELECT poll FROM counted)",
    ):
        connection.execute(statement)


def _what_was_decided(connection: sqlite3.Connection) -> None:
    """What a room decided by a poll and why, in one line."""
    connection.execute("ALTER TABLE poll ADD COLUMN decision TEXT NOT NULL DEFAULT ''")


def _plan_of_three(connection: sqlite3.Connection) -> None:
    """Priorities with a reason, a measure and where they came from; links that say why; roles, guidelines
    that serve a priority and have a state; what becomes of the measures of today."""
    text = "TEXT NOT NULL DEFAULT"
    for statement in (
        f"ALTER TABLE priority ADD COLUMN place {text} 'three'",
        f"ALTER TABLE priority ADD COLUMN why {text} ''",
        f"ALTER TABLE priority ADD COLUMN measure {text} ''",
        f"ALTER TABLE priority ADD COLUMN unit {text} ''",
        f"ALTER TABLE priority ADD COLUMN direction {text} 'up'",
        f"ALTER TABLE priority ADD COLUMN start {text} ''",
        f"ALTER TABLE priority ADD COLUMN goal {text} ''",
        f"ALTER TABLE priority ADD COLUMN due {text} ''",
        f"ALTER TABLE priority ADD COLUMN touch {text} ''",
        "ALTER TABLE priority ADD COLUMN works INTEGER NOT NULL DEFAULT -1",
        f"ALTER TABLE priority ADD COLUMN unlinked_because {text} ''",
        f"ALTER TABLE link ADD COLUMN strength {text} 'serves'",
        f"ALTER TABLE link ADD COLUMN because {text} ''",
        f"ALTER TABLE guideline ADD COLUMN unit {text} ''",
        f"ALTER TABLE guideline ADD COLUMN direction {text} 'up'",
        f"ALTER TABLE guideline ADD COLUMN data_from {text} ''",
        f"ALTER TABLE guideline ADD COLUMN data_since {text} ''",
        "ALTER TABLE guideline ADD COLUMN priority INTEGER REFERENCES priority ON DELETE SET NULL",
        f"ALTER TABLE guideline ADD COLUMN state {text} 'planned'",
        f"ALTER TABLE guideline ADD COLUMN because {text} ''",
        """CREATE TABLE origin (
    id INTEGER PRIMARY KEY, priority INTEGER NOT NULL REFERENCES priority ON DELETE CASCADE,
    note INTEGER REFERENCES note ON DELETE CASCADE,
    cluster INTEGER REFERENCES cluster ON DELETE CASCADE) STRICT""",
        """CREATE TABLE role (
    id INTEGER PRIMARY KEY, rank INTEGER NOT NULL, name TEXT NOT NULL, people INTEGER NOT NULL) STRICT""",
        """CREATE TABLE kpi (
    id INTEGER PRIMARY KEY, rank INTEGER NOT NULL, name TEXT NOT NULL, answer TEXT NOT NULL,
    changed_to TEXT NOT NULL, because TEXT NOT NULL) STRICT""",
    ):
        connection.execute(statement)


def _quorum_and_lot(connection: sqlite3.Connection) -> None:
    """How many ballots a poll needs to decide anything; the seed of the lot that parted equals, and the
    option on which it fell."""
    for statement in (
        "ALTER TABLE poll ADD COLUMN quorum INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE poll ADD COLUMN seed TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE poll ADD COLUMN lot INTEGER NOT NULL DEFAULT 0",
    ):
        connection.execute(statement)


def _parts_of_a_step(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE step ADD COLUMN parts TEXT NOT NULL DEFAULT ''")


def _lot(connection: sqlite3.Connection) -> None:
    """Who was drawn by lot."""
    connection.execute("ALTER TABLE workshop ADD COLUMN lot TEXT NOT NULL DEFAULT ''")


def _reasons(connection: sqlite3.Connection) -> None:
    """A reason beside a ballot: with its seat, or for secret ballots in a table that no journal knows."""
    for statement in (
        "ALTER TABLE poll ADD COLUMN reasons INTEGER NOT NULL DEFAULT 0",
        """CREATE TABLE reason (
    id INTEGER PRIMARY KEY, poll INTEGER NOT NULL REFERENCES poll ON DELETE CASCADE,
    seat INTEGER REFERENCES seat ON DELETE CASCADE, text TEXT NOT NULL) STRICT""",
        "CREATE TABLE sealed_reason (key TEXT PRIMARY KEY, poll INTEGER NOT NULL, text TEXT NOT NULL) STRICT",
    ):
        connection.execute(statement)


def _warning_sign(connection: sqlite3.Connection) -> None:
    """The note of a pre-mortem that is a guideline's warning sign."""
    connection.execute("ALTER TABLE guideline ADD COLUMN warning INTEGER REFERENCES note ON DELETE SET NULL")


def _first_round(connection: sqlite3.Connection) -> None:
    """A quick round before anybody talks, which decides nothing."""
    connection.execute("ALTER TABLE poll ADD COLUMN quick INTEGER NOT NULL DEFAULT 0")


def _axes(connection: sqlite3.Connection) -> None:
    """What lies across a board and what goes up, where places on it mean something."""
    connection.execute("ALTER TABLE board ADD COLUMN across TEXT NOT NULL DEFAULT ''")
    connection.execute("ALTER TABLE board ADD COLUMN up TEXT NOT NULL DEFAULT ''")


LATER = (
    Migration("notes in hand", _notes_in_hand),
    Migration("workbench", _workbench),
    Migration("agreed end", _agreed_end),
    Migration("polls of every rule", _polls_of_every_rule),
    Migration("what was decided", _what_was_decided),
    Migration("plan of three", _plan_of_three),
    Migration("parts of a step", _parts_of_a_step),
    Migration("lot", _lot),
    Migration("quorum and lot", _quorum_and_lot),
    Migration("reasons", _reasons),
    Migration("warning sign", _warning_sign),
    Migration("first round", _first_round),
    Migration("axes", _axes),
)
