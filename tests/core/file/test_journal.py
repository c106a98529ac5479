"""What the journal takes, what it refuses to write back, and what it says of a commit nobody heard of."""

from __future__ import annotations

import os
import sqlite3
from io import FileIO
from pathlib import Path

import pytest

from mission_desk.core.board import boards
from mission_desk.core.file import journal
from mission_desk.core.file.document import Change, Document
from mission_desk.core.file.errors import BugError
from mission_desk.core.file.file_watch import FileWatch
from mission_desk.core.file.journal import Disagreement
from mission_desk.core.file.rows import Board
from tests.core.conftest import Clock


@pytest.mark.parametrize(
    ("kind", "exact"), [("INTEGER", True), ("TEXT", True), ("REAL", False), ("BLOB", False)]
)
def test_only_columns_that_json_keeps_exactly_are_journalled(kind: str, exact: bool) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE thing (id INTEGER PRIMARY KEY, size {kind})")
    connection.execute("CREATE TABLE change (action, tbl, row, before, after)")
    connection.create_function("journal_action", 0, lambda: 1)
    if not exact:
        with pytest.raises(BugError, match=rf"thing\.size is {kind}"):
            journal.record(connection, "thing")
        return
    journal.record(connection, "thing")
    connection.execute("INSERT INTO thing VALUES (1, 2)")
    assert connection.execute("SELECT tbl, row, before FROM change").fetchall() == [("thing", 1, None)]
    connection.close()


@pytest.mark.parametrize(
    "change",
    [
        Change("note", 1, None, {"id": 1, "text = 'x' --": "y"}),
        Change("note", 1, {"nothing": 1}, None),
        Change("sqlite_master", 1, None, {"sql": "x"}),
        Change("board", 999, {"title": "a"}, {"title": "b"}),
    ],
)
def test_names_out_of_a_file_made_by_hand_never_become_sql(doc: Document, change: Change) -> None:
    count = doc.value("SELECT count(*) FROM change")
    with pytest.raises(Disagreement), doc.action("test"):
        journal.apply_all(doc.connection, [change])
    assert doc.value("SELECT count(*) FROM change") == count


def test_an_entry_that_is_gone_has_no_link(doc: Document) -> None:
    with pytest.raises(Disagreement, match="entry 999 is missing"):
        journal.chain_link(doc.connection, 999)


def test_a_commit_that_nobody_heard_of_is_told_as_the_action_it_was(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["one"], "ideator")
    before = journal.newest(doc.connection)
    assert journal.arrived(doc.connection, *before) is None
    boards.edit_note(doc, note, "two")
    edited = Change("note", note, {"text": "one"}, {"text": "two"})
    arrived = journal.arrived(doc.connection, *before)
    assert arrived is not None
    assert (arrived.kind, arrived.name, arrived.rows) == ("do", "note.edit", (edited,))
    for turn, change in ((doc.undo, edited.inverse()), (doc.redo, edited)):
        before = journal.newest(doc.connection)
        turn()
        arrived = journal.arrived(doc.connection, *before)
        assert arrived is not None
        assert (arrived.kind, arrived.rows) == (turn.__name__, (change,))
        assert journal.arrived(doc.connection, *journal.newest(doc.connection)) is None


def test_a_save_point_that_nobody_heard_of_changed_no_row(doc: Document) -> None:
    before = journal.newest(doc.connection)
    doc.mark_point("Lunch")
    arrived = journal.arrived(doc.connection, *before)
    assert arrived is not None
    assert (arrived.kind, arrived.name, arrived.rows) == ("point", "Lunch", ())


def test_save_points_say_their_moment_and_end_with_a_barrier(doc: Document, clock: Clock, path: Path) -> None:
    lunch = doc.mark_point("Lunch")
    at = int(clock.moment * 1000)
    clock.wait(60)
    tea = doc.mark_point("Tea")
    points = [(lunch, "Lunch", at), (tea, "Tea", at + 60_000)]
    assert [(point.id, point.name, point.at) for point in doc.points] == points
    doc.points.clear()
    doc.close()
    again = Document.open(path, clock)
    assert [(point.id, point.name, point.at) for point in again.points] == points
    again.barrier("import")
    assert again.points == []
    again.close()


@pytest.mark.parametrize(("wait", "entries"), [(1.999, 1), (2.0, 2), (2.001, 2)])
def test_typing_joins_until_two_seconds_are_over(
    doc: Document, board: int, clock: Clock, wait: float, entries: int
) -> None:
    clock.moment = float(int(clock.moment))
    before, _ = journal.newest(doc.connection)
    for text in ("a", "b"):
        with doc.action("board.edit", merge="prompt") as write:
            write.update(Board, board, prompt=text)
        clock.wait(wait)
    assert journal.newest(doc.connection)[0] - before == entries


@pytest.mark.parametrize(("spare", "is_known"), [(1, True), (0, True), (-1, False)])
def test_what_fits_into_memory_is_compared_and_what_does_not_goes_by_its_time(
    tmp_path: Path, spare: int, is_known: bool
) -> None:
    """The same bytes with a new time: a file that is compared is still ours."""
    path = tmp_path / "a.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE a (b)")
    connection.commit()
    file = FileIO(path)
    watch = FileWatch(connection, path, file, path.stat().st_size + spare)
    assert watch.is_all_in_memory == is_known
    os.utime(path, (1, 1))
    assert watch.verdict() == ("ours" if is_known else "overwritten")
    watch.learn()
    assert watch.verdict() == "ours"
    path.unlink()
    assert (watch.verdict(), watch.verdict_in_action()) == ("gone", "gone")
    connection.close()
    file.close()
