from __future__ import annotations

import gzip
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.file import opening, schema
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError
from mission_desk.core.file.migrating import migrate
from mission_desk.core.file.schema import MIGRATIONS
from mission_desk.core.file.schema_changes import Migration
from mission_desk.core.whole import checkup
from mission_desk.core.whole.starting import start_workshop

NOW = len(MIGRATIONS)


def add_moods(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE mood (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    connection.execute("INSERT INTO mood (text) VALUES ('calm')")


def break_halfway(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM note")
    raise ZeroDivisionError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "day.mission"
    start_workshop(path, method("half-a-day"), "en").close()
    return path


def version_of(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64])


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if each.is_file())


def migrated(path: Path, *steps: Migration) -> None:
    connection = opening.connect(path, writable=True)
    try:
        migrate(connection, path, NOW, (*MIGRATIONS, *steps))
    finally:
        connection.close()


def test_a_safety_copy_and_one_transaction(file: Path) -> None:
    before = file.read_bytes()
    migrated(file, Migration("moods", add_moods))
    assert version_of(file) == NOW + 1
    assert names(file) == [f"day (before update {NOW}).mission", "day.mission"]
    copy = file.with_name(f"day (before update {NOW}).mission")
    assert version_of(copy) == NOW
    assert checkup.check(copy).is_sound
    old = Document.open(copy)
    old.close()
    assert file.read_bytes() != before


def test_a_migration_that_raises_leaves_the_file_as_it_was(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(ZeroDivisionError):
        migrated(file, Migration("moods", add_moods), Migration("broken", break_halfway))
    assert file.read_bytes() == before
    assert names(file) == ["day.mission"]
    assert checkup.check(file).is_sound


def test_an_older_safety_copy_is_not_written_over(file: Path) -> None:
    older = file.with_name(f"day (before update {NOW}).mission")
    older.write_text("somebody's last good state")
    migrated(file, Migration("moods", add_moods))
    assert older.read_text() == "somebody's last good state"
    assert file.with_name(f"day (before update {NOW}, 2).mission").exists()


def test_a_migration_that_leads_elsewhere_is_our_mistake(file: Path) -> None:
    """What a new file gets and what an old one becomes must be the same tables."""
    visits: list[int] = []

    def unsteady(connection: sqlite3.Connection) -> None:
        visits.append(1)
        connection.execute(f"CREATE TABLE mood_{len(visits)} (id INTEGER PRIMARY KEY) STRICT")

    before = file.read_bytes()
    with pytest.raises(BugError, match="do not lead"):
        migrated(file, Migration("unsteady", unsteady))
    assert file.read_bytes() == before


def test_a_new_file_has_the_newest_version(file: Path) -> None:
    assert version_of(file) == len(schema.MIGRATIONS)


def test_the_safety_copy_holds_no_ballots_that_tell_who_voted_how(tmp_path: Path) -> None:
    """Neither those of an open secret poll nor, as an earlier release kept them, of a closed one with fewer
    than five; whoever voted in it is forgotten in the file itself, which keeps the ballots to be counted."""
    before = next(n for n, each in enumerate(MIGRATIONS) if each.name == "polls of every rule")
    path = tmp_path / "day.mission"
    old = sqlite3.connect(path, isolation_level=None)
    for migration in MIGRATIONS[:before]:
        migration.run(old)
    cases = ((1, "closed", 5), (2, "open", 5), (3, "closed", 4), (4, "closed", 1))
    for poll, state, ballots in cases:
        old.execute("INSERT INTO poll VALUES (?, 'Which?', 'dots', 3, 1, ?, 0)", (poll, state))
        for n in range(ballots):
            old.execute("INSERT INTO sealed VALUES (?, ?, ?)", (f"{poll} {n}", poll, f"[{poll}, 1, {n}]"))
        old.execute("INSERT INTO voted VALUES (?, 7)", (poll,))
    copy = migrate(old, path, before)
    voted = old.execute("SELECT poll FROM voted").fetchall()
    old.close()
    assert voted == [(2,)]
    marks = {poll: f"[{poll}, 1, 0]".encode() for poll, _, _ in cases}
    assert [poll for poll, mark in marks.items() if mark in copy.read_bytes()] == [1]
    assert all(mark in path.read_bytes() for mark in marks.values())


OPENED_UNTIL_KILLED = """
import resource, signal, sys
from mission_desk.core.file.document import Document
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
Document.open(sys.argv[1]).close()
"""


@pytest.mark.skipif(os.name == "nt", reason="the system kills at a byte on POSIX only")
def test_a_migration_killed_in_mid_write_opens_at_the_first_try(tmp_path: Path) -> None:
    """Killed by the system when it writes beyond a byte: in the safety copy, in the journal, and between the
    first page, which names the new version already, and the last."""
    old = gzip.decompress((Path(__file__).parent / "version-1.mission.gz").read_bytes())
    path = tmp_path / "day.mission"
    path.write_bytes(old)
    Document.open(path).close()
    limits = [4096, len(old) // 2, *range(len(old), path.stat().st_size, 3 * 4096)]
    killed = 0
    for limit in limits:
        path.write_bytes(old)
        child = subprocess.run(
            [sys.executable, "-c", OPENED_UNTIL_KILLED, str(path), str(limit)],
            cwd=Path(__file__).parents[3], check=False,
        )  # fmt: skip
        killed += child.returncode == -signal.SIGXFSZ
        Document.open(path).close()
        assert version_of(path) == NOW
        assert checkup.check(path).problems == ()
    assert killed > 3
    assert [name for name in names(path) if "before" not in name] == ["day.mission"]
