"""The file overwritten in place under the open workshop, as cp, a sync client, dd and truncate do: it is
noticed before the next action, nothing is written into what lies there now, and everything goes on in a
rescued file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards, pictures
from mission_desk.core.board.pictures import Picture
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Note
from mission_desk.core.room import people
from mission_desk.core.vote import poll_opening, secret_ballots
from mission_desk.core.vote.poll_options import Option
from mission_desk.core.whole import checkup, copies
from mission_desk.core.whole.starting import start_workshop
from mission_desk.tally.election import Ballot

pytestmark = pytest.mark.skipif(shutil.which("dd") is None, reason="overwrites with cp, dd, sed and truncate")

Way = Callable[[Path, Path], None]


def run(*command: object) -> None:
    """By another process: open() and close() here would drop SQLite's lock."""
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


def same_size(path: Path, old: Path) -> None:
    """One byte in the middle becomes another, none of those at the head of a page, which say where a picture
    goes on; then the times are set back to what they were."""
    program = (
        "import os, sys\npath = sys.argv[1]\nbefore = os.stat(path)\n"
        "with open(path, 'r+b') as file:\n    file.seek(before.st_size // 8192 * 4096 + 2000)\n"
        "    byte = file.read(1)\n"
        "    file.seek(-1, 1)\n    file.write(bytes([byte[0] ^ 1]))\n"
        "os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))\n"
    )
    run(sys.executable, "-c", program, path)


WAYS: dict[str, Way] = {
    "cp": lambda path, old: run("cp", old, path),
    "cp with its time": lambda path, old: run("cp", "-p", old, path),
    "cat": lambda path, old: run("sh", "-c", 'cat "$1" > "$2"', "sh", old, path),
    "truncated to nothing": lambda path, old: run("truncate", "-s", "0", path),
    "truncated": lambda path, old: run("truncate", "-s", "20000", path),
    "grown": lambda path, old: run("truncate", "-s", "+4096", path),
    "dd over the head": lambda path, old: run(
        "dd", "if=/dev/zero", f"of={path}", "bs=100", "count=1", "conv=notrunc"
    ),
    "dd over all": lambda path, old: run(
        "dd", "if=/dev/urandom", f"of={path}", "bs=4096", f"count={path.stat().st_size // 4096}"
    ),
    "one byte, times set back": same_size,
    "sed in place": lambda path, old: run("sed", "-i", "s/ideator/IDEATOR/", path),
    "renamed over": lambda path, old: run("mv", old, path),
    "deleted and made anew": lambda path, old: run("sh", "-c", 'rm "$2"; cp "$1" "$2"', "sh", old, path),
}
BY_NAME = ("sed in place", "renamed over", "deleted and made anew")
IN_PLACE = ("cp", "truncated to nothing", "dd over all", "one byte, times set back")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A day with one note, made once: each test works in a copy."""
    doc = start_workshop(tmp_path_factory.mktemp("begun") / "day.mission", method("half-a-day"), "en")
    add(doc, "before")
    doc.close()
    return doc.path


@pytest.fixture
def doc(begun: Path, tmp_path: Path) -> Iterator[Document]:
    shutil.copy(begun, tmp_path / "day.mission")
    doc = Document.open(tmp_path / "day.mission")
    yield doc
    doc.close()


@pytest.fixture
def old(doc: Document, tmp_path: Path) -> Path:
    """An older copy of the same day, beside it."""
    copies.save_copy(doc, tmp_path / "old.mission")
    add(doc, "since then")
    return tmp_path / "old.mission"


def add(doc: Document, *added: str) -> None:
    boards.add_notes(doc, boards.boards(doc)[0].id, added, "ideator")


def add_pictures(doc: Document, *sizes: int) -> None:
    board = boards.boards(doc)[0].id
    pictures.add_pictures(doc, board, [Picture("png", 1, 1, os.urandom(size)) for size in sizes], "ideator")


def texts(path: Path) -> list[str]:
    doc = Document.open(path)
    written = [note.text for note in doc.rows(Note, "1 ORDER BY id")]
    doc.close()
    return written


def is_whole(path: Path, *written: str) -> None:
    assert checkup.check(path).problems == ()
    assert texts(path) == list(written)


@pytest.mark.parametrize("way", WAYS)
def test_it_is_noticed_while_nothing_is_done(doc: Document, old: Path, way: str) -> None:
    path = doc.path
    WAYS[way](path, old)
    lies_there = path.read_bytes()
    sentence = doc.check_place() or ""
    assert "Nothing is lost: everything goes on in “day (rescued).mission”." in sentence
    assert doc.check_place() is None
    add(doc, "after")
    doc.close()
    is_whole(doc.path, "before", "since then", "after")
    assert path.read_bytes() == lies_there


@pytest.mark.parametrize("way", WAYS)
def test_the_next_action_notices(doc: Document, old: Path, way: str) -> None:
    path = doc.path
    WAYS[way](path, old)
    lies_there = path.read_bytes()
    add(doc, "after")
    assert "rescued" in (doc.notice or "")
    assert doc.undo()
    assert doc.redo()
    doc.close()
    is_whole(doc.path, "before", "since then", "after")
    assert path.read_bytes() == lies_there


@pytest.mark.parametrize("way", WAYS)
def test_overwritten_in_the_middle_of_an_action(doc: Document, old: Path, way: str) -> None:
    path = doc.path
    with doc.action("note.add") as write:
        write.insert(
            Note, board=1, text="after", style="ideator", x=0, y=0, w=1, h=1, z=9, dots=0, at=0
        )  # fmt: skip
        WAYS[way](path, old)
        lies_there = path.read_bytes()
    assert "rescued" in (doc.notice or "")
    assert doc.undoable == "note.add"
    assert doc.undo()
    assert doc.redo()
    assert not doc.redo()
    doc.close()
    is_whole(doc.path, "before", "since then", "after")
    assert path.read_bytes() == lies_there


@pytest.mark.parametrize("way", WAYS)
def test_undo_in_the_same_moment(doc: Document, old: Path, way: str) -> None:
    WAYS[way](doc.path, old)
    assert doc.undo()
    assert doc.undo()
    assert not doc.undo()
    assert doc.redo()
    doc.close()
    is_whole(doc.path, "before")


@pytest.mark.parametrize("way", WAYS)
def test_closing_notices(doc: Document, old: Path, way: str, tmp_path: Path) -> None:
    path = doc.path
    WAYS[way](path, old)
    lies_there = path.read_bytes()
    doc.close()
    assert "rescued" in (doc.notice or "")
    is_whole(tmp_path / "day (rescued).mission", "before", "since then")
    assert path.read_bytes() == lies_there
    assert (tmp_path / "day.mission-journal").exists() == (way in BY_NAME)  # may be the other file's own


@pytest.mark.parametrize("way", IN_PLACE)
def test_pictures_are_saved_though_nobody_looked_at_them(doc: Document, old: Path, way: str) -> None:
    """All of it is read when the file opens, and stays in memory."""
    add_pictures(doc, 3_000_000, 2_500_000)
    path = doc.path
    doc.close()
    doc = Document.open(path)
    WAYS[way](path, old)
    add(doc, "after")
    doc.close()
    is_whole(doc.path, "before", "since then", "", "", "after")


@pytest.mark.parametrize("way", IN_PLACE)
def test_a_secret_poll_goes_on_with_its_ballots(doc: Document, old: Path, way: str) -> None:
    options = [Option("free", name) for name in ("A", "B")]
    poll = poll_opening.open_poll(doc, "Which?", options, rule="score", secret=True)
    for seat in people.seats(doc)[:5]:
        secret_ballots.cast_secret(doc, poll, seat.id, Ballot((3, 1)))
    WAYS[way](doc.path, old)
    assert "A secret poll is open: delete the other file" in (doc.check_place() or "")
    secret_ballots.cast_secret(doc, poll, people.seats(doc)[5].id, Ballot((3, 1)))
    assert secret_ballots.ballots_in(doc, poll) == 6
    doc.close()
    assert checkup.check(doc.path).is_sound


HARMLESS: dict[str, Way] = {
    "touch": lambda path, old: run("touch", path),
    "touch back": lambda path, old: run("touch", "-d", "2001-01-01", path),
    "chmod": lambda path, old: run("chmod", "600", path),
    "a hard link": lambda path, old: run("ln", "-f", path, path.with_name("link")),
    "read": lambda path, old: run("cat", path),
    "copied away": lambda path, old: run("cp", path, path.with_name("away.mission")),
    "written over with itself": lambda path, old: run(
        "dd", f"if={path}", f"of={path}", "bs=4096", "conv=notrunc"
    ),
}


@pytest.mark.parametrize("way", HARMLESS)
def test_the_same_content_is_no_reason_to_leave(doc: Document, old: Path, way: str) -> None:
    path = doc.path
    for _ in range(3):
        HARMLESS[way](path, old)
        assert doc.check_place() is None
        HARMLESS[way](path, old)
        add(doc, "on")
        path.with_name("link").unlink(missing_ok=True)
    assert (doc.path, doc.notice) == (path, None)


OWN_DOING: dict[str, Callable[[Document], object]] = {
    "a note": lambda doc: add(doc, "x" * 900),
    "a picture": lambda doc: add_pictures(doc, 400_000),
    "undo": lambda doc: doc.undo(),
    "redo": lambda doc: doc.redo(),
    "session": lambda doc: doc.keep("zoom", 1.5),
    "save point": lambda doc: doc.mark_point("here"),
    "copy": lambda doc: copies.save_copy(doc, doc.path.with_name("copy.mission")),
    "clean copy": lambda doc: copies.save_clean_copy(doc, doc.path.with_name("clean.mission")),
    "written anew": lambda doc: doc.shrink(),
    "touched": lambda doc: run("touch", doc.path),
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.sampled_from(sorted(OWN_DOING)), max_size=12), way=st.sampled_from(sorted(WAYS)))
def test_after_any_work_no_false_alarm_and_nothing_lost(
    tmp_path_factory: pytest.TempPathFactory, begun: Path, deeds: list[str], way: str
) -> None:
    folder = tmp_path_factory.mktemp("day")
    old = Path(shutil.copy(begun, folder / "old.mission"))
    doc = Document.open(shutil.copy(begun, folder / "day.mission"))
    add(doc, "one")
    for deed in deeds:
        OWN_DOING[deed](doc)
        assert doc.check_place() is None
    assert doc.path.name == "day.mission"
    written = [note.text for note in doc.rows(Note, "1 ORDER BY id")]
    WAYS[way](doc.path, old)
    add(doc, "after")
    assert doc.path.name == "day (rescued).mission"
    doc.close()
    is_whole(doc.path, *written, "after")


def test_after_an_error_of_the_disk_all_of_it_is_in_memory_again(doc: Document, old: Path) -> None:
    """SQLite throws its cache away then."""
    resource = pytest.importorskip("resource")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, usual[1]))
    try:
        with pytest.raises(KnownError):
            add(doc, *["x" * 1900] * 40)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert doc.check_place() is None
    WAYS["cp"](doc.path, old)
    add(doc, "after")
    doc.close()
    is_whole(doc.path, "before", "since then", "after")


def test_looking_never_lets_go_of_the_lock(doc: Document, old: Path) -> None:
    """What reads the file for comparing is opened before SQLite and closed after it."""
    program = (
        "import sqlite3, sys\nconnection = sqlite3.connect(sys.argv[1], timeout=0)\n"
        "connection.execute('SELECT count(*) FROM note').fetchone()"
    )
    for _ in range(3):
        run("touch", doc.path)
        assert doc.check_place() is None
        add(doc, "on")
        stranger = subprocess.run([sys.executable, "-c", program, str(doc.path)], capture_output=True)
        assert b"database is locked" in stranger.stderr


def test_overwritten_again_and_again(doc: Document, old: Path) -> None:
    for way in IN_PLACE * 2:
        WAYS[way](doc.path, old)
        add(doc, way)
    names = {path.name for path in doc.path.parent.glob("day*.mission")}
    assert names == {
        "day.mission",
        "day (rescued).mission",
        *(f"day (rescued {n}).mission" for n in range(2, 9)),
    }
    doc.close()
    is_whole(doc.path, "before", "since then", *(IN_PLACE * 2))
