"""The file moved, deleted or replaced under the open workshop: nothing is lost, and a sentence says where it
is now."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.file import opening
from mission_desk.core.file.document import Changes, Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Note
from mission_desk.core.whole import checkup
from mission_desk.core.whole.starting import start_workshop
from mission_desk.paths import data_dir

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of a file that is open")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def doc(folder: Path) -> Iterator[Document]:
    doc = start_workshop(folder / "day.mission", method("half-a-day"), "en")
    add(doc, "before")
    yield doc
    doc.close()


def add(doc: Document, text: str) -> None:
    boards.add_notes(doc, boards.boards(doc)[0].id, [text], "ideator")


def texts(doc: Document) -> list[str]:
    return [note.text for note in doc.rows(Note, "1 ORDER BY id")]


def test_a_file_in_its_place_is_nothing_to_speak_of(doc: Document) -> None:
    assert doc.check_place() is None
    add(doc, "one")
    assert doc.notice is None


def test_deleted(doc: Document, folder: Path) -> None:
    (folder / "day.mission").unlink()
    sentence = doc.check_place()
    assert (
        sentence == "“day.mission” was moved or deleted. Nothing is lost: "
        "everything goes on in “day (rescued).mission”."
    )
    assert doc.path == folder / "day (rescued).mission"
    assert doc.check_place() is None
    add(doc, "after")
    doc.close()
    assert [each.name for each in folder.iterdir()] == ["day (rescued).mission"]
    assert checkup.check(doc.path).is_sound
    again = Document.open(doc.path)
    assert texts(again) == ["before", "after"]
    again.close()


def test_deleted_in_the_middle_of_work(doc: Document, folder: Path) -> None:
    """The next action itself notices: it is in the rescued file, and the notice waits to be read once."""
    heard: list[Changes] = []
    doc.subscribe(heard.append)
    (folder / "day.mission").unlink()
    add(doc, "after")
    assert [changes.name for changes in heard] == ["note.add"]
    assert "moved or deleted" in (doc.notice or "")
    assert doc.notice is None
    assert doc.undo()
    assert doc.undo()
    assert texts(doc) == []
    assert doc.redo()
    assert texts(doc) == ["before"]


def test_deleted_just_before_an_undo(doc: Document, folder: Path) -> None:
    (folder / "day.mission").unlink()
    assert doc.undo()
    assert texts(doc) == []
    assert doc.undoable is None
    assert doc.redo()
    assert doc.redoable is None
    assert texts(doc) == ["before"]


def test_renamed(doc: Document, folder: Path) -> None:
    (folder / "day.mission").rename(folder / "other.mission")
    add(doc, "after")
    assert sorted(each.name for each in folder.glob("*.mission")) == [
        "day (rescued).mission",
        "other.mission",
    ]
    other = Document.open(folder / "other.mission")
    assert texts(other) == ["before"]
    other.close()


def test_replaced_by_another_workshop(doc: Document, folder: Path) -> None:
    start_workshop(folder / "other.mission", method("half-a-day"), "en").close()
    os.replace(folder / "other.mission", folder / "day.mission")
    add(doc, "after")
    assert "took the place" in (doc.notice or "")
    assert texts(doc) == ["before", "after"]
    other = Document.open(folder / "day.mission")
    assert texts(other) == []
    add(other, "of the other one")
    add(doc, "and on")
    doc.close()
    other.close()
    assert checkup.check(folder / "day.mission").is_sound
    assert checkup.check(folder / "day (rescued).mission").is_sound
    assert not opening.journal_path(folder / "day.mission").exists()


def test_closing_leaves_the_journal_of_the_file_that_took_the_place(doc: Document, folder: Path) -> None:
    start_workshop(folder / "other.mission", method("half-a-day"), "en").close()
    os.replace(folder / "other.mission", folder / "day.mission")
    opening.journal_path(folder / "day.mission").write_bytes(b"somebody else's")
    doc.close()
    assert opening.journal_path(folder / "day.mission").read_bytes() == b"somebody else's"


def test_lost_again_and_again(doc: Document, folder: Path) -> None:
    """Somebody else's rescued file is in the way, and is left alone."""
    (folder / "day (rescued).mission").write_text("not ours")
    for loss in range(3):
        doc.path.unlink()
        add(doc, "on")
        assert doc.path.name == "day (rescued 2).mission"
        notice = doc.notice or ""
        assert ("goes on in" in notice) == (loss == 0)  # that it goes on in itself would be a riddle
    assert len(texts(doc)) == 4
    assert (folder / "day (rescued).mission").read_text() == "not ours"


def test_where_the_folder_is_gone_the_persons_own_folder_serves(doc: Document, folder: Path) -> None:
    (folder / "day.mission").unlink()
    opening.journal_path(folder / "day.mission").unlink()
    folder.rmdir()
    add(doc, "after")
    assert doc.path == data_dir() / "rescued" / "day (rescued).mission"
    assert str(doc.path) in (doc.notice or "")
    assert texts(doc) == ["before", "after"]
    doc.close()
    assert checkup.check(doc.path).is_sound


def test_where_nothing_can_be_written_the_sentence_says_so(plain_person: Path) -> None:
    home = plain_person / "home"
    doc = start_workshop(plain_person / "day.mission", method("half-a-day"), "en")
    doc.path.unlink()
    data_dir()
    (home / "data").chmod(0o500)
    plain_person.chmod(0o500)
    with pytest.raises(KnownError, match="no copy could be written"):
        add(doc, "after")
    assert texts(doc) == []
    plain_person.chmod(0o700)
    add(doc, "there is room again")
    assert doc.path.name == "day (rescued).mission"
    doc.close()


def test_a_reader_is_left_alone(plain_person: Path) -> None:
    path = plain_person / "day.mission"
    start_workshop(path, method("half-a-day"), "en").close()
    path.chmod(0o400)
    reading = Document.open(path)
    path.unlink()
    assert reading.check_place() is None
    assert boards.boards(reading)
    reading.close()
