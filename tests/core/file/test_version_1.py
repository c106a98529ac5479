"""A workshop from the first version opens in this one with everything in it, and Undo still reaches its first
note."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from mission_desk.core.board import board_setup, boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft, Note, Poll
from mission_desk.core.file.schema import MIGRATIONS
from mission_desk.core.vote import outcome, poll_closing, secret_ballots
from mission_desk.core.whole import checkup

KEPT = Path(__file__).with_name("version-1.mission.gz")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "day.mission"
    path.write_bytes(gzip.decompress(KEPT.read_bytes()))
    return path


def texts(doc: Document) -> list[str]:
    return [note.text for note in doc.rows(Note, "1 ORDER BY id")]


def test_nothing_is_lost_on_the_way_to_this_version(old: Path) -> None:
    doc = Document.open(old)
    assert texts(doc) == ["Nobody waits alone", "Answer before they ask"]
    assert [draft.text[:21] for draft in doc.rows(Draft)] == ["We are the calm voice"]
    closed, secret = doc.rows(Poll, "1 ORDER BY id")
    assert outcome.outcome(doc, closed.id).result.figure("sum") == (10.0,)
    assert secret_ballots.waiting(doc)
    assert (secret.state, secret.rule) == ("open", "dots")
    doc.close()
    report = checkup.check(old)
    assert (report.version, report.problems) == (len(MIGRATIONS), ())
    assert sorted(path.name for path in old.parent.iterdir()) == [
        "day (before update 1).mission",
        "day.mission",
    ]


def test_undo_reaches_the_first_note_and_redo_the_last(old: Path) -> None:
    doc = Document.open(old)
    while doc.redo():
        pass
    assert texts(doc) == ["Nobody waits alone", "Answer before they ask", "After lunch"]
    _, secret = doc.rows(Poll, "1 ORDER BY id")
    poll_closing.close_poll(doc, secret.id)  # while its ballots wait, Undo stops before it
    while doc.undo():
        pass
    assert texts(doc) == []
    while doc.redo():
        pass
    assert texts(doc) == ["Nobody waits alone", "Answer before they ask", "After lunch"]
    doc.close()


def test_its_boards_have_no_axes_and_can_be_given_some(old: Path) -> None:
    doc = Document.open(old)
    assert {(board.across, board.up) for board in boards.boards(doc)} == {("", "")}
    first = boards.boards(doc)[0]
    board_setup.edit_board(doc, first.id, across="What it costs", up="What it changes")
    doc.close()
    doc = Document.open(old)
    again = boards.boards(doc)[0]
    assert (again.across, again.up) == ("What it costs", "What it changes")
    assert boards.boards(doc)[1].across == ""
    doc.close()
