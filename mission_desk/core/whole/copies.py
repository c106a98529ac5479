"""Copies of an open workshop: the whole file, a clean one without history, and the save points of the day."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from mission_desk.core.file import journal
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.journal import SavePoint
from mission_desk.core.file.sqlite_errors import writing
from mission_desk.core.file.whole_copy import copy_to, moved_into_place
from mission_desk.core.vote import poll_closing, secret_ballots
from mission_desk.words import tr


def save_copy(doc: Document, target: Path) -> None:
    """Copy the file as it is now, history included. The open workshop stays in its own file."""
    _refuse_own_path(doc, target)
    secret_ballots.refuse_copy(doc)
    with writing(target):
        copy_to(doc.connection, target, lambda copy: _forget_few(doc, copy))


def save_clean_copy(doc: Document, target: Path) -> None:
    """Copy the present rows without their history: deleted text and old wordings are in no byte of the
    file."""
    _refuse_own_path(doc, target)
    secret_ballots.refuse_copy(doc)
    scratch = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with writing(target), moved_into_place(target) as fresh:
            doc.connection.backup(scratch)
            _forget_few(doc, scratch)
            _forget_history(scratch, int(doc.now() * 1000))
            scratch.execute("VACUUM INTO ?", (str(fresh),))
    finally:
        scratch.close()


def _forget_few(doc: Document, copy: sqlite3.Connection) -> None:
    """A file of an earlier release that can only be read still has the marks of few secret ballots."""
    orders = poll_closing.orders_of_few(doc)
    copy.execute("PRAGMA secure_delete=ON")
    for poll, order in orders.items():
        copy.execute("DELETE FROM sealed WHERE poll = ?", (poll,))
        copy.execute("INSERT INTO sealed VALUES (?, ?, ?)", secret_ballots.sealed_order(poll, order))
    if orders:
        copy.execute("VACUUM")


def _forget_history(scratch: sqlite3.Connection, at: int) -> None:
    """Write the only journal entry: it says that these rows have no history, so that a check does not report
    them as damage."""
    for table in ("change", "action", "session"):
        scratch.execute(f"DELETE FROM {table}")
    for table in ("sealed", "sealed_reason", "voted", "counted"):
        scratch.execute(f"DELETE FROM {table} WHERE poll NOT IN (SELECT id FROM poll)")
    scratch.execute("DELETE FROM picture WHERE key NOT IN (SELECT picture FROM note)")
    sql = "INSERT INTO action (kind, name, at, chain) VALUES ('barrier', ?, ?, '')"
    journal.seal(scratch, scratch.execute(sql, (journal.CLEAN_COPY, at)).lastrowid or 0)


def _refuse_own_path(doc: Document, target: Path) -> None:
    if target.resolve() == doc.path.resolve():
        raise KnownError(tr("A copy needs another name than the workshop itself. Nothing was changed."))


def save_points(doc: Document) -> list[SavePoint]:
    """The save points that one can go back to, newest first: those after the last barrier."""
    return doc.points[::-1]
