"""Every file that is not a whole workshop of ours is refused in one sentence, and no byte of it is
changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.file import opening, schema
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import AlreadyOpen, KnownError
from mission_desk.core.file.rows import Board, Note
from mission_desk.core.whole import checkup
from mission_desk.core.whole.starting import start_workshop


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed workshop with a few notes."""
    path = tmp_path / "day.mission"
    doc = start_workshop(path, method("find-our-mission"), "en")
    board = boards.boards(doc)[0].id
    boards.add_notes(doc, board, [f"note number {n} " + "x" * 200 for n in range(40)], "ideator")
    doc.close()
    return path


def refused(path: Path, words: str) -> None:
    """Refused with these words, in one sentence or two, and untouched."""
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(KnownError, match=words) as caught:
        Document.open(path)
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def by_hand(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"%PDF-1.7\n" + b"x" * 400, b"SQLite format 3\x00" + b"\x00" * 90, os.urandom(5000)],
)
def test_no_workshop(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.mission"
    path.write_bytes(content)
    refused(path, "not a Mission Desk workshop")


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.mission"
    by_hand(path, "CREATE TABLE bookmark (id INTEGER PRIMARY KEY, url TEXT)")
    refused(path, "not a Mission Desk workshop")
    assert [each.name for each in tmp_path.iterdir()] == ["bookmarks.mission"]


def test_a_newer_version(file: Path) -> None:
    by_hand(file, "PRAGMA user_version = 99")
    refused(file, "newer Mission Desk")


@pytest.mark.parametrize("share", [0.02, 0.5, 0.99])
def test_truncated(file: Path, share: float) -> None:
    os.truncate(file, int(file.stat().st_size * share))
    refused(file, "cut off|not a Mission Desk workshop")


def test_a_missing_file_and_a_missing_folder(tmp_path: Path) -> None:
    refused(tmp_path / "gone.mission", "no file “gone.mission”")
    refused(tmp_path / "nowhere" / "day.mission", "no file")
    with pytest.raises(KnownError, match="does not exist"):
        Document.create(tmp_path / "nowhere" / "day.mission")
    assert not list(tmp_path.iterdir())


def test_a_folder_and_a_fifo(tmp_path: Path) -> None:
    folder = tmp_path / "folder.mission"
    folder.mkdir()
    refused(folder, "not a file that can be opened")
    if hasattr(os, "mkfifo"):
        fifo = tmp_path / "pipe.mission"
        os.mkfifo(fifo)
        refused(fifo, "not a file that can be opened")


def test_a_file_that_is_there_is_never_written_over(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(KnownError, match="already a file"):
        Document.create(file)
    assert file.read_bytes() == before


def test_a_link_is_followed_and_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.mission"
    link.symlink_to(file)
    doc = Document.open(link)
    boards.add_notes(doc, boards.boards(doc)[0].id, ["through the link"], "ideator")
    doc.close()
    assert link.is_symlink()
    again = Document.open(file)
    assert again.rows(Note, "text = 'through the link'")
    again.close()


def test_a_link_to_nowhere(tmp_path: Path) -> None:
    link = tmp_path / "link.mission"
    link.symlink_to(tmp_path / "gone.mission")
    refused(link, "no file")
    with pytest.raises(KnownError, match="already a file"):
        Document.create(link)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM workshop; END",
        "CREATE VIEW seats AS SELECT * FROM seat",
        "CREATE TABLE extra (id INTEGER PRIMARY KEY)",
        "CREATE INDEX partly ON note(text) WHERE text > 'm'",
        "ALTER TABLE note ADD COLUMN colour TEXT",
        "ALTER TABLE note ADD COLUMN loud TEXT GENERATED ALWAYS AS (upper(text)) VIRTUAL",
        "DROP TABLE session",
    ],
)
def test_a_hostile_schema(file: Path, statement: str) -> None:
    by_hand(file, statement)
    refused(file, "not built like a workshop")
    assert not checkup.check(file).is_sound


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET after = replace(after, 'number 7', 'number 8') WHERE after LIKE '%number 7 %'",
        "UPDATE action SET name = 'note.adD' WHERE name = 'note.add'",
        "UPDATE action SET at = at + 1 WHERE id = 1",
        "DELETE FROM change WHERE id = 5",
        "DELETE FROM action WHERE id = 1",
    ],
)
def test_a_changed_history_is_found_by_the_chain(file: Path, statement: str) -> None:
    by_hand(file, statement)
    refused(file, "damaged")
    assert "history" in checkup.check(file).problems[0]


def test_a_flipped_byte_in_the_journal_is_found(file: Path) -> None:
    """In a value, where SQLite's own check sees nothing wrong."""
    content = bytearray(file.read_bytes())
    spots = [n for n in range(len(content)) if content.startswith(b'"text":"note number 12 ', n)]
    content[spots[0] + 9] ^= 0x01
    file.write_bytes(content)
    refused(file, "damaged")


def test_damaged_pages_are_found(file: Path) -> None:
    """Junk over the middle of the file: refused, and the check says it in words."""
    content = bytearray(file.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 3000] = os.urandom(3000)
    file.write_bytes(content)
    with pytest.raises(KnownError):
        Document.open(file)
    assert not checkup.check(file).is_sound


def test_a_history_made_by_hand_is_refused(file: Path) -> None:
    """An undo of nothing, with a chain that is right."""
    connection = sqlite3.connect(file, isolation_level=None)
    number = connection.execute(
        "INSERT INTO action (kind, name, at, chain) VALUES ('undo', 'note.add', 1, '')"
    ).lastrowid
    for _ in range(2):
        connection.execute("INSERT INTO action (kind, name, at, chain) VALUES ('undo', 'note.add', 1, '')")
    from_first = opening.journal.seal
    for action in range(number or 0, (number or 0) + 3):
        from_first(connection, action)
    connection.close()
    refused(file, "damaged")


def test_a_second_opening_is_refused_and_the_first_goes_on(file: Path) -> None:
    first = Document.open(file)
    for look in (Document.open, checkup.check):
        with pytest.raises(AlreadyOpen, match="already open"):
            look(file)
    boards.add_notes(first, boards.boards(first)[0].id, ["still mine"], "ideator")
    assert another_process_opens(file) == "AlreadyOpen"
    first.close()
    assert another_process_opens(file) == "opened"


def another_process_opens(file: Path) -> str:
    program = (
        "import sys\nfrom pathlib import Path\nfrom mission_desk.core.file.document import Document\n"
        "try:\n    Document.open(Path(sys.argv[1])).close()\n    print('opened')\n"
        "except Exception as error:\n    print(type(error).__name__)\n"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)], capture_output=True, text=True, cwd=root, check=True
    )
    return done.stdout.strip()


def test_a_read_only_file_can_be_read(plain_person: Path) -> None:
    path = plain_person / "day.mission"
    doc = start_workshop(path, method("half-a-day"), "en")
    (note,) = boards.add_notes(doc, boards.boards(doc)[0].id, ["one"], "ideator")
    doc.close()
    path.chmod(0o400)
    reading = Document.open(path)
    assert not reading.writable
    assert [row.id for row in reading.rows(Note)] == [note]
    with pytest.raises(KnownError, match="only be read"):
        boards.edit_note(reading, note, "two")
    with pytest.raises(KnownError, match="only be read"):
        reading.undo()
    reading.keep("zoom", 2)
    assert reading.session_value("zoom") == 2
    reading.close()
    assert checkup.check(path).is_sound


def test_a_read_only_folder(plain_person: Path) -> None:
    folder = plain_person / "medium"
    folder.mkdir()
    path = folder / "day.mission"
    start_workshop(path, method("half-a-day"), "en").close()
    folder.chmod(0o500)
    reading = Document.open(path)
    assert not reading.writable
    assert reading.rows(Board)
    reading.close()
    assert checkup.check(path).is_sound
    with pytest.raises(KnownError, match="cannot be written in that folder"):
        Document.create(folder / "other.mission")


def test_a_file_that_may_not_be_read(plain_person: Path) -> None:
    path = plain_person / "day.mission"
    Document.create(path).close()
    path.chmod(0)
    with pytest.raises(KnownError, match="cannot be read"):
        Document.open(path)


def cut_short(file: Path, copy: Path) -> None:
    """`copy` as a pulled plug leaves it: a commit half in the file, and the journal that takes it back beside
    it. Copied by another process: open() here would drop SQLite's lock."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN EXCLUSIVE")
    for n in range(300):
        connection.execute("INSERT INTO session VALUES (?, ?)", (f"key {n}", "y" * 500))
    for name in (file, opening.journal_path(file)):
        target = copy if name == file else opening.journal_path(copy)
        subprocess.run(["cp", str(name), str(target)], check=True)
    connection.execute("ROLLBACK")
    connection.close()


needs_cp = pytest.mark.skipif(shutil.which("cp") is None, reason="needs cp")


@needs_cp
def test_a_commit_that_was_cut_short_is_taken_back(file: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.mission"
    cut_short(file, half)
    assert opening.was_interrupted(half)
    assert half.read_bytes() != file.read_bytes()
    assert checkup.check(half).is_sound
    doc = Document.open(half)
    assert len(doc.rows(Note)) == 40
    assert doc.value("SELECT count(*) FROM session") == 0
    doc.close()
    assert not opening.journal_path(half).exists()


@needs_cp
def test_a_file_shorter_than_its_head_says_is_whole_when_the_commit_was_cut_short(
    file: Path, tmp_path: Path
) -> None:
    """The first page is written first: between it and the last one the head speaks of pages that are not
    there."""
    half = tmp_path / "half.mission"
    cut_short(file, half)
    content = bytearray(half.read_bytes())
    content[28:32] = (int.from_bytes(content[28:32]) + 5000).to_bytes(4)
    half.write_bytes(content)
    doc = Document.open(half)
    assert len(doc.rows(Note)) == 40
    doc.close()
    assert checkup.check(half).is_sound


@needs_cp
def test_a_commit_cut_short_cannot_be_taken_back_where_nobody_may_write(plain_person: Path) -> None:
    folder = plain_person / "medium"
    folder.mkdir()
    path, half = plain_person / "day.mission", folder / "half.mission"
    start_workshop(path, method("half-a-day"), "en").close()
    cut_short(path, half)
    half.chmod(0o400)
    folder.chmod(0o500)
    for look in (Document.open, checkup.check):
        with pytest.raises(KnownError, match="not closed"):
            look(half)


def test_a_file_from_an_older_version_is_not_updated_where_nobody_may_write(plain_person: Path) -> None:
    path = plain_person / "day.mission"
    Document.create(path).close()
    by_hand(path, "PRAGMA user_version = 0")
    path.chmod(0o400)
    with pytest.raises(KnownError, match="older Mission Desk"):
        Document.open(path)
    assert schema.MIGRATIONS
