"""A file that is too large to be held in memory, overwritten in place: what was on the disk only is lost, and
the sentence says so; it never says that nothing is. The limit is given small here."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards, pictures
from mission_desk.core.board.pictures import Picture
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Note
from mission_desk.core.whole import checkup, copies
from mission_desk.core.whole.starting import start_workshop
from tests.core.file.test_overwritten import run, same_size

pytestmark = pytest.mark.skipif(shutil.which("dd") is None, reason="overwrites with cp, dd and truncate")
MEMORY = 200_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A day of 3 MB, nearly all of it one picture."""
    doc = start_workshop(tmp_path / "day.mission", method("half-a-day"), "en")
    board = boards.boards(doc)[0].id
    pictures.add_pictures(doc, board, [Picture("png", 1, 1, os.urandom(3_000_000))], "ideator")
    boards.add_notes(doc, board, ["a thought"], "ideator")
    doc.close()
    return doc.path


@pytest.fixture
def doc(path: Path) -> Iterator[Document]:
    doc = Document.open(path, memory=MEMORY)
    yield doc
    doc.close()


def notes(doc: Document) -> list[str]:
    return [note.text for note in doc.rows(Note, "picture = ''")]


def test_a_lost_picture_is_named_and_all_else_goes_on(doc: Document, path: Path) -> None:
    same_size(path, path)
    os.utime(path)
    sentence = doc.check_place() or ""
    assert "1 picture is lost. All else goes on in “day (rescued).mission”" in sentence
    assert "Nothing is lost" not in sentence
    boards.add_notes(doc, boards.boards(doc)[0].id, ["after"], "ideator")
    assert notes(doc) == ["a thought", "after"]
    doc.close()
    assert checkup.check(doc.path).problems == ("1 picture is damaged.",)


def test_what_is_not_whole_is_no_workshop_to_go_on_in(doc: Document, path: Path, tmp_path: Path) -> None:
    run("dd", "if=/dev/urandom", f"of={path}", "bs=4096", f"count={path.stat().st_size // 4096}")
    for _ in range(3):  # the window looks each second, and a large copy must not be made each time
        with pytest.raises(KnownError, match=r"parts of it are lost\. .* Close, and open the last copy"):
            doc.check_place()
    with pytest.raises(KnownError, match="parts of it are lost"):
        doc.undo()
    assert len(list(tmp_path.glob("day (rescued*).mission"))) <= 1


def test_a_file_cut_off_is_lost_too(doc: Document, path: Path) -> None:
    run("truncate", "-s", "20000", path)
    with pytest.raises(KnownError, match="parts of it are lost"):
        doc.check_place()


def test_all_that_is_in_memory_is_rescued_whole(path: Path) -> None:
    doc = Document.open(path, memory=8 << 20)
    copies.save_copy(doc, path.with_name("old.mission"))
    boards.add_notes(doc, boards.boards(doc)[0].id, ["since then"], "ideator")
    run("cp", path.with_name("old.mission"), path)
    assert "Nothing is lost" in (doc.check_place() or "")
    assert notes(doc) == ["a thought", "since then"]
    doc.close()
    assert checkup.check(doc.path).problems == ()
