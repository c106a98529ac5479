"""Workshops changed by another program, for the tests of the window and of the command line."""

from __future__ import annotations

import sqlite3
from pathlib import Path

SECRET = "Seven words that nobody outside may read"
BROKEN = SECRET.encode() + b" \xff\xfe\x80"


def by_hand(path: Path, *statements: str | tuple[str, object]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(*([statement] if isinstance(statement, str) else statement))
    connection.close()
