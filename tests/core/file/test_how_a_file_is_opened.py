"""How a file is opened: what guards it against code in a foreign file, a pulled plug and a second program;
what is said where it was taken away."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from mission_desk.core.board import boards
from mission_desk.core.file import opening, rescue
from mission_desk.core.file.document import Changes, Document
from mission_desk.core.file.errors import BugError, KnownError
from mission_desk.core.file.file_watch import CACHE, Verdict, file_state, identity
from mission_desk.core.file.rows import Board, Note
from mission_desk.core.file.session_kinds import is_usable
from tests.core.vote.voting import free_poll, marks, seats_of, vote


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("trusted_schema", 0),  # functions in a foreign schema do not run
        ("cell_size_check", 1),
        ("mmap_size", 0),  # a file that is cut off would end the program by a signal
        ("foreign_keys", 1),
        ("secure_delete", 1),  # what was deleted is in no byte
        ("synchronous", 3),  # EXTRA: a commit is on the disk when it returns
        ("journal_mode", "truncate"),
        ("locking_mode", "exclusive"),
        ("cache_spill", 0),
        ("cache_size", -CACHE // 1024),
    ],
)
def test_an_open_workshop_is_guarded(doc: Document, pragma: str, value: object) -> None:
    assert doc.connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


@pytest.mark.parametrize(
    ("limit", "most"),
    [
        (sqlite3.SQLITE_LIMIT_LENGTH, 64 << 20),
        (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
        (sqlite3.SQLITE_LIMIT_ATTACHED, 1),
    ],
)
def test_a_foreign_file_cannot_ask_for_more_than_this(doc: Document, limit: int, most: int) -> None:
    assert doc.connection.getlimit(limit) == most


def test_a_reader_can_write_nothing(doc: Document, path: Path) -> None:
    doc.close()
    reader = opening.connect(path, writable=False)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("DELETE FROM note")
    assert reader.execute("PRAGMA query_only").fetchone() == (1,)
    reader.close()


def test_a_file_that_is_held_is_held_until_it_is_closed(doc: Document, path: Path) -> None:
    with pytest.raises(KnownError, match="already open"):
        opening.look(path)
    doc.close()
    assert opening.look(path) > 0
    again = Document.open(path)
    assert again.writable
    again.close()


@pytest.mark.parametrize("place", ["a folder that is not there", "taken", "a link to nowhere"])
def test_a_new_file_takes_no_place_that_is_not_free(tmp_path: Path, place: str) -> None:
    target = tmp_path / "none" / "a.mission" if place.startswith("a folder") else tmp_path / "a.mission"
    if place == "taken":
        target.write_text("mine")
    if place == "a link to nowhere":
        target.symlink_to(tmp_path / "nowhere")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(
        KnownError, match="does not exist" if place.startswith("a folder") else "already a file"
    ):
        opening.create_file(target)
    assert sorted(tmp_path.iterdir()) == before


def test_a_state_is_what_stat_says(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert (file_state(path), identity(path)) == (None, None)
    path.write_text("abc")
    state, stat = file_state(path), path.stat()
    assert state is not None
    assert (state.identity, state.size) == ((stat.st_dev, stat.st_ino), 3)
    assert (state.modified, state.changed) == (stat.st_mtime_ns, stat.st_ctime_ns)
    assert identity(path) == state.identity


@pytest.mark.parametrize(
    ("verdict", "rescued", "sentence"),
    [
        ("overwritten", "day (rescued).mission", "Another program overwrote “day.mission”. Nothing is lost"),
        (
            "replaced",
            "day (rescued).mission",
            "Another file took the place of “day.mission”. Nothing is lost",
        ),
        ("gone", "day (rescued).mission", "“day.mission” was moved or deleted. Nothing is lost: everything"),
        ("gone", "day.mission", "“day.mission” was moved or deleted. Nothing is lost: it was written again"),
    ],
)
def test_where_the_day_went_is_said(tmp_path: Path, verdict: Verdict, rescued: str, sentence: str) -> None:
    lost = tmp_path / "day.mission"
    assert rescue.sentence(lost, verdict, tmp_path / rescued).startswith(sentence)
    elsewhere = tmp_path / "other" / "x.mission"
    assert str(elsewhere) in rescue.sentence(lost, verdict, elsewhere)


def test_lost_pictures_are_counted_by_their_hash(doc: Document, tmp_path: Path) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE picture (key TEXT, content BLOB)")
    good = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    connection.executemany("INSERT INTO picture VALUES (?, ?)", [(good, b""), ("x", b""), (good, b"1")])
    assert rescue.broken_pictures(connection) == 2
    connection.close()
    one, two = (rescue.sentence_without(doc.path, tmp_path / "x.mission", n) for n in (1, 2))
    assert "1 picture is lost" in one
    assert "2 pictures are lost" in two


def test_two_files_are_warned_of_only_while_secret_ballots_wait(doc: Document) -> None:
    seats_of(doc, 6)
    poll = free_poll(doc, "score", secret=True)
    assert rescue.secret_sentence(doc.connection) == ""
    vote(doc, poll, [marks(1, 2, 3)])
    assert "A secret poll is open" in rescue.secret_sentence(doc.connection)


def test_who_stops_listening_may_stop_twice_and_others_go_on(doc: Document, board: int) -> None:
    stopped: list[Changes] = []
    other: list[str] = []
    stop = doc.subscribe(stopped.append)
    doc.subscribe(lambda changes: other.append(changes.name))
    stop()
    stop()
    boards.add_notes(doc, board, ["one"], "ideator")
    assert (stopped, other) == ([], ["note.add"])


def test_a_barrier_and_a_point_are_told_and_forget_or_mark(doc: Document, board: int) -> None:
    heard: list[tuple[str, str]] = []
    doc.subscribe(lambda changes: heard.append((changes.kind, changes.name)))
    boards.add_notes(doc, board, ["one"], "ideator")
    doc.undo()
    doc.mark_point("Lunch")
    assert doc.redoable == "note.add"
    doc.barrier("import")
    assert (doc.undoable, doc.redoable, doc.undo(), doc.redo()) == (None, None, False, False)
    assert heard == [("do", "note.add"), ("undo", "note.add"), ("point", "Lunch"), ("barrier", "import")]


def test_typing_after_an_undo_is_an_entry_of_its_own(doc: Document, board: int) -> None:
    def type_words(text: str, merge: str = "prompt") -> None:
        with doc.action("board.edit", merge=merge) as write:
            write.update(Board, board, prompt=text)

    type_words("a")
    type_words("ab", "another")
    type_words("abc", "another")
    assert doc.undo()
    assert doc.row(Board, board).prompt == "a"
    type_words("b", "another")
    assert doc.redoable is None
    assert doc.undo()
    assert doc.row(Board, board).prompt == "a"


@pytest.mark.parametrize("what", ["barrier", "point", "session", "action"])
def test_nothing_is_written_inside_another_action(doc: Document, what: str) -> None:
    def inside() -> None:
        with doc.action("outer") as outer:
            outer.insert(Board, rank=9, key="new", title="", prompt="", style="ideator", background="")
            if what == "barrier":
                doc.barrier("x")
            elif what == "point":
                doc.mark_point("x")
            elif what == "session":
                doc.keep("page", "x")
            else:
                boards.add_notes(doc, 1, ["x"], "ideator")

    with pytest.raises(BugError, match="inside another action"):
        inside()
    assert doc.rows(Board, "key = 'new'") == []
    assert boards.add_notes(doc, 1, ["goes on"], "ideator")


def test_a_new_row_never_gets_an_id_that_another_had(doc: Document, board: int) -> None:
    (first,) = boards.add_notes(doc, board, ["one"], "ideator")
    boards.remove_notes(doc, [first])
    (second,) = boards.add_notes(doc, board, ["two"], "ideator")
    assert second == first + 1
    with doc.action("copy") as write:
        made = write.copy(doc.row(Note, second), text="three", x=7)
    copied, original = doc.row(Note, made), doc.row(Note, second)
    assert (copied.text, copied.x, copied.y, copied.at) == ("three", 7, original.y, original.at)
    assert made == second + 1


@pytest.mark.parametrize(("number", "usable"), [(2**53, True), (2**53 + 1, False), (0, True)])
def test_what_json_keeps_exactly_is_usable(number: int, usable: bool) -> None:
    assert is_usable("step", str(number)) == usable
