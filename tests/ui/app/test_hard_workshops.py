"""Whatever is wrong with a workshop that opens: every page of the desk opens, what was missing is put in
order and said once, and no word of the room comes into the log."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import PAGES
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import RECORDED, Note
from mission_desk.core.stage import desk_position
from mission_desk.core.whole.sample import build_sample
from mission_desk.core.whole.starting import start_workshop
from mission_desk.ui.app.program import Program
from mission_desk.ui.desk.desk import Desk
from tests.damaged_workshops import BROKEN, SECRET, by_hand
from tests.ui.conftest import banner


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A day in which every table has rows."""
    path = tmp_path_factory.mktemp("finished") / "day.mission"
    build_sample(path, "en")
    return path


@pytest.fixture
def day(finished: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "day.mission"
    copy.write_bytes(finished.read_bytes())
    return copy


def walks(program: Program) -> Desk:
    """Every page opens, a note is written, and Undo takes it back."""
    desk = program.window
    assert isinstance(desk, Desk)
    for page in PAGES:
        desk_position.show_page(desk.doc, page)
        assert desk_position.page(desk.doc) == page
    (note,) = boards.add_notes(desk.doc, boards.boards(desk.doc)[0].id, ["written after"], "heart")
    assert desk.doc.find(Note, note)
    assert desk.doc.undo()
    return desk


SHAPES = {
    "a list": "[]", "an object": "{}", "a word": '"x"', "null": "null", "true": "true",
    "a huge number": "1" + "0" * 30, "a negative number": "-5", "a fraction": "0.5", "endless": "1e999",
    "no number": "NaN", "lists": "[[], [[]], {}]", "wide numbers": "[1e300, 1e300, 1e300, 1e300]",
    "words in a list": '["1", "2", "3", "4"]', "three huge": '[1e300, -1e300, 1]', "no zoom": "[0, 0, 0]",
    "a clock of words": '["nan", "inf", "x", "y", "z", "w"]', "not JSON": "{half", "nothing": "",
    "deep": "[" * 50_000, "an object of lists": '{"shows": [], "board": [], "draft": {}, "state": []}',
    "ids too large": '{"board": 100000000000000000000, "note": 100000000000000000000, "draft": 1e300}',
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_session_of_another_shape_is_set_aside_and_said_once(
    program: Program, tmp_path: Path, shape: str
) -> None:
    """Null is how nothing is stored; all else is not what these keys hold."""
    day = tmp_path / "day.mission"
    start_workshop(day, method("half-a-day"), "en").close()
    keys = {
        "step", "visited", "page", "board", "draft", "bench", "stage", "stage.break", "posters", "face",
        "heart", "swap", "gut.stage", "roadmap.view", "last_year.minutes", "day.begun", "day.watch",
    }  # fmt: skip
    keys |= {f"{name}.{n}" for name in ("clock", "spent", "begun", "view", "sight") for n in range(1, 25)}
    sql = "INSERT INTO session VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
    by_hand(day, *((sql, (key, SHAPES[shape])) for key in sorted(keys)))
    assert program.begin(day, sample=False)
    is_said = "no longer says where the day stood" in banner(program)
    assert is_said == (shape != "null")
    before_repair = day.with_name("day (before repair).mission")
    assert before_repair.exists() == is_said
    if is_said:
        with closing(sqlite3.connect(before_repair)) as connection:
            stored = connection.execute("SELECT value FROM session WHERE key = 'step'").fetchone()
        assert stored == (SHAPES[shape],)
    walks(program).commands.run("file.close")
    program.open(day)
    assert banner(program) == ""


def test_what_a_whole_day_remembers_is_all_usable(program: Program, day: Path) -> None:
    assert program.begin(day, sample=False)
    walks(program).commands.run("file.close")
    program.open(day)
    assert banner(program) == ""
    assert [path.name for path in day.parent.glob("*repair*")] == []


@pytest.mark.parametrize("table", [kind.__name__.lower() for kind in RECORDED])
def test_a_table_without_rows(program: Program, day: Path, table: str) -> None:
    """What the desk needs is put in again, what belonged to the rest goes; the file as it was is kept."""
    by_hand(day, f"DELETE FROM {table}")
    connection = sqlite3.connect(day)
    needed = table in ("workshop", "step") or bool(connection.execute("PRAGMA foreign_key_check").fetchall())
    connection.close()
    assert program.begin(day, sample=False)
    assert ("was not complete" in banner(program)) == needed
    copy_before_repair = day.with_name("day (before repair).mission")
    assert copy_before_repair.exists() == needed
    desk = walks(program)
    for kind in RECORDED:
        if kind.__name__ in ("Workshop", "Step", "Board"):
            assert desk.doc.rows(kind)
    if needed:
        connection = sqlite3.connect(copy_before_repair)
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        connection.close()
    desk.commands.run("file.close")
    program.open(day)
    assert banner(program) == ""


def test_an_empty_file_becomes_a_workshop(program: Program, tmp_path: Path) -> None:
    Document.create(tmp_path / "day.mission").close()
    assert program.begin(tmp_path / "day.mission", sample=False)
    assert "was not complete" in banner(program)
    walks(program)


TEXTS = [("note", "text"), ("workshop", "title"), ("step", "prompt"), ("draft", "text"), ("choice", "name"),
         ("seat", "name"), ("board", "title"), ("guideline", "text"), ("concern", "text")]  # fmt: skip


@pytest.mark.parametrize(("table", "column"), TEXTS)
def test_letters_that_are_none(
    program: Program, day: Path, caplog: pytest.LogCaptureFixture, table: str, column: str
) -> None:
    first = f"(SELECT min(id) FROM {table})"
    by_hand(day, (f"UPDATE {table} SET {column} = CAST(? AS TEXT) WHERE id = {first}", (BROKEN,)))
    assert program.begin(day, sample=False)
    assert banner(program).startswith("In “day.mission” some letters could not be read")
    desk = walks(program)
    read = desk.doc.value(f"SELECT {column} FROM {table} WHERE id = {first}")
    assert read == f"{SECRET} \ufffd\ufffd\ufffd"
    desk.commands.run("file.close")
    program.open(day)
    assert banner(program) == ""
    assert SECRET not in caplog.text


def test_many_notes_and_the_session_with_letters_that_are_none(program: Program, day: Path) -> None:
    by_hand(
        day, ("UPDATE note SET text = CAST(? AS TEXT)", (BROKEN,)),
        ("UPDATE session SET value = CAST(? AS TEXT)", (BROKEN,)),
    )  # fmt: skip
    assert program.begin(day, sample=False)
    desk = walks(program)
    notes = desk.doc.rows(Note)
    boards.edit_note(desk.doc, notes[0].id, "better")
    assert desk.doc.undo()
    assert desk.doc.redo()
