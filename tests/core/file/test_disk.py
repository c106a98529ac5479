"""A full disk and a disk that fails: one sentence, nothing half done, and the next action works when the disk
does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.file.document import Changes, Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Note
from mission_desk.core.whole import checkup, copies
from mission_desk.core.whole.starting import start_workshop


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    doc = start_workshop(tmp_path / "day.mission", method("half-a-day"), "en")
    yield doc
    doc.close()


def add(doc: Document, *texts: str) -> None:
    boards.add_notes(doc, boards.boards(doc)[0].id, texts, "ideator")


@contextmanager
def failing_disk(at: int) -> Iterator[None]:
    """Writing beyond `at` bytes of a file ends in an error of the system: for SQLite an I/O error."""
    resource = pytest.importorskip("resource")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (at, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_a_full_disk(doc: Document) -> None:
    add(doc, "before")
    pages = doc.value("PRAGMA page_count")
    doc.connection.execute(f"PRAGMA max_page_count = {pages}")
    count = doc.value("SELECT count(*) FROM action")
    with pytest.raises(KnownError, match="disk is full"):
        add(doc, *["x" * 1900] * 30)
    assert doc.value("SELECT count(*) FROM action") == count
    assert [note.text for note in doc.rows(Note)] == ["before"]
    assert doc.undoable == "note.add"
    doc.connection.execute("PRAGMA max_page_count = 1000000")
    add(doc, *["x" * 1900] * 30)
    assert len(doc.rows(Note)) == 31
    while doc.undo():
        pass
    doc.close()
    assert checkup.check(doc.path).is_sound


def test_an_undo_on_a_full_disk_can_be_done_later(doc: Document) -> None:
    add(doc, *["x" * 1900] * 30)
    boards.remove_notes(doc, [note.id for note in doc.rows(Note)])
    doc.connection.execute("PRAGMA incremental_vacuum")
    doc.connection.execute(f"PRAGMA max_page_count = {doc.value('PRAGMA page_count')}")
    heard: list[Changes] = []
    doc.subscribe(heard.append)
    undone = 0
    try:
        while doc.undo():
            undone += 1
    except KnownError:
        pass
    assert len(heard) == undone
    doc.connection.execute("PRAGMA max_page_count = 1000000")
    while doc.undo():
        pass
    assert doc.rows(Note) == []
    while doc.redo():
        pass
    assert doc.rows(Note) == []
    assert doc.undo()
    assert len(doc.rows(Note)) == 30


@pytest.mark.parametrize("room", [0, 512, 4096, 30_000])
def test_a_failing_disk(doc: Document, room: int) -> None:
    """Wherever the commit is stopped: the journal, the first page, or a page further on."""
    add(doc, "before")
    heard: list[Changes] = []
    doc.subscribe(heard.append)
    size = doc.path.stat().st_size
    limit = size + room if room == 30_000 else room
    with failing_disk(limit), pytest.raises(KnownError, match=r"cannot be reached|disk is full"):
        add(doc, *["x" * 1900] * 40)
    assert [note.text for note in doc.rows(Note)] == ["before"]
    assert heard == []
    add(doc, "after")
    assert [note.text for note in doc.rows(Note, "1 ORDER BY id")] == ["before", "after"]
    assert [changes.name for changes in heard] == ["note.add"]
    while doc.undo():
        pass
    while doc.redo():
        pass
    assert len(doc.rows(Note)) == 2
    doc.close()
    assert checkup.check(doc.path).is_sound


def test_a_copy_that_does_not_fit_leaves_the_old_one(doc: Document, tmp_path: Path) -> None:
    target = tmp_path / "copy.mission"
    copies.save_copy(doc, target)
    before = target.read_bytes()
    add(doc, *["x" * 1900] * 40)
    for save in (copies.save_copy, copies.save_clean_copy):
        with failing_disk(20_000), pytest.raises(KnownError):
            save(doc, target)
        assert target.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["copy.mission", "day.mission", "day.mission-journal"]
