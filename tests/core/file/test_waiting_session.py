"""Where the desk stands counts at once, also where it cannot be written; it is written when it can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Changes, Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.whole.starting import start_workshop

LARGE = "x" * 60_000


def fill_the_disk(doc: Document) -> None:
    doc.connection.execute(f"PRAGMA max_page_count = {doc.value('PRAGMA page_count')}")


def make_room(doc: Document) -> None:
    doc.connection.execute("PRAGMA max_page_count = 1000000")


def test_on_a_full_disk_the_value_counts_and_waits_for_room(doc: Document, path: Path) -> None:
    heard: list[Changes] = []
    doc.keep("page", "vote")
    doc.subscribe(heard.append)
    fill_the_disk(doc)
    doc.keep_all({"half": LARGE, "page": "board"}, source="here")
    assert (doc.session_value("half"), doc.session_value("page")) == (LARGE, "board")
    assert "make room" in doc.session_refusal
    assert [(each.kind, each.name, each.source) for each in heard] == [("aside", "session.half", "here")]
    doc.save_session()
    assert doc.session_refusal
    make_room(doc)
    doc.save_session()
    assert doc.session_refusal == ""
    doc.close()
    again = Document.open(path)
    assert (again.session_value("half"), again.session_value("page")) == (LARGE, "board")
    again.close()


def test_what_waits_is_written_with_the_next_value_that_can_be(doc: Document) -> None:
    fill_the_disk(doc)
    doc.keep("half", LARGE)
    make_room(doc)
    doc.keep("page", "board")
    assert doc.session_refusal == ""
    assert doc.value("SELECT count(*) FROM session WHERE key IN ('half', 'page')") == 2


def test_what_waits_is_written_when_the_file_is_closed(doc: Document, path: Path) -> None:
    fill_the_disk(doc)
    doc.keep("half", LARGE)
    make_room(doc)
    doc.close()
    again = Document.open(path)
    assert again.session_value("half") == LARGE
    again.close()


def test_a_file_that_can_only_be_read_stays_as_it_is(plain_person: Path) -> None:
    path = plain_person / "day.mission"
    start_workshop(path, method("half-a-day"), "en").close()
    before = path.read_bytes()
    path.chmod(0o400)
    reader = Document.open(path)
    heard: list[str] = []
    reader.subscribe(lambda changes: heard.append(changes.name))
    reader.keep("page", "board")
    assert reader.session_value("page") == "board"
    assert heard == ["session.page"]
    assert reader.session_refusal == ""
    with pytest.raises(KnownError, match="only be read"):
        reader.barrier("no")
    reader.close()
    assert path.read_bytes() == before


def test_a_value_of_another_kind_is_none(doc: Document) -> None:
    doc.keep("number", 3)
    assert doc.session_value("number", "otherwise", str) == "otherwise"
    assert doc.session_value("number", "otherwise", int) == 3
    assert doc.session_value("missing", "otherwise") == "otherwise"
