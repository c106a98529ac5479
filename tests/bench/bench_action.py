"""What an action costs over the bare SQLite commit of the same row in the same settings. See README.md."""

from __future__ import annotations

import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.statement import drafts
from mission_desk.core.whole.starting import start_workshop

ROUNDS = 400
INSERT = (
    "INSERT INTO note (board, text, style, x, y, w, h, z, dots, at) "
    "VALUES (1, ?, 'ideator', 0, 0, 1, 1, 1, 0, 1)"
)


def bare(folder: Path) -> sqlite3.Connection:
    """The same tables and settings without triggers and journal tables' rows."""
    path = folder / "bare.mission"
    start_workshop(path, method("find-our-mission"), "en").close()
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in (
        "locking_mode=EXCLUSIVE",
        "journal_mode=TRUNCATE",
        "synchronous=EXTRA",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def committed(connection: sqlite3.Connection, sql: str, *args: object) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(sql, args)
    connection.execute("COMMIT")


def compared(name: str, ours: Callable[[int], object], plain: Callable[[int], object]) -> dict[str, object]:
    """In turns, so that a noisy minute of the machine falls on both; medians in milliseconds."""
    ours_ms, plain_ms = [], []
    for number in range(ROUNDS):
        ours_ms.append(timed(ours, number))
        plain_ms.append(timed(plain, number))
    action, raw = statistics.median(ours_ms), statistics.median(plain_ms)
    return {
        "act": name,
        "action_ms": round(action, 3),
        "commit_ms": round(raw, 3),
        "ratio": round(action / raw, 2),
        "more_ms": round(action - raw, 3),
    }


def timed(act: Callable[[int], object], number: int) -> float:
    start = time.perf_counter()
    act(number)
    return (time.perf_counter() - start) * 1000


def measure(folder: Path) -> list[dict[str, object]]:
    doc = start_workshop(folder / "ours.mission", method("find-our-mission"), "en")
    connection = bare(folder)
    board = boards.boards(doc)[0].id
    (note,) = boards.add_notes(doc, board, ["text"], "ideator")
    committed(connection, INSERT, "text")
    draft = drafts.add_draft(doc)
    update = "UPDATE note SET text = ? WHERE id = 1"
    ratios = [
        compared(
            "an insert alone",
            lambda n: insert(doc, board, n),
            lambda n: committed(connection, INSERT, f"note {n}"),
        ),
        compared(
            "a note is edited",
            lambda n: boards.edit_note(doc, note, f"note {n}"),
            lambda n: committed(connection, update, f"note {n}"),
        ),
        compared(
            "a draft is typed (joined)",
            lambda n: drafts.write_draft(doc, draft, "We are the calm voice " + "x" * (n % 200)),
            lambda n: committed(connection, update, "We are the calm voice " + "x" * (n % 200)),
        ),
        compared(
            "a note is written on a board of 400",
            lambda n: boards.add_notes(doc, board, [f"note {n}"], "ideator", at=(n, n)),
            lambda n: committed(connection, INSERT, f"note {n}"),
        ),
        compared("an undo", lambda n: doc.undo(), lambda n: committed(connection, update, f"undo {n}")),
    ]
    doc.close()
    connection.close()
    return ratios


def insert(doc: Document, board: int, number: int) -> None:
    with doc.action("bench") as write:
        write.insert(
            Note, board=board, text=f"note {number}", style="ideator", x=0, y=0, w=1, h=1, z=1, dots=0, at=1
        )  # fmt: skip


if __name__ == "__main__":
    folder = sys.argv[1] if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(dir=folder) as place:
        for line in measure(Path(place)):
            print(json.dumps(line))
