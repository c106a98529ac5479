"""Methods of one's own: saved, found, used again; and files that are none, which stop nothing."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.agenda.method_file import LONGEST_STEP, BadMethodError, read_method, written_method
from mission_desk.core.agenda.methods import method, methods, own_methods, shipped_boards, shipped_methods
from mission_desk.core.board import board_setup, boards
from mission_desk.core.board.board_plans import BoardPlan, FieldPlan
from mission_desk.core.board.places import Box
from mission_desk.core.board.regions import box_of, regions_on
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.file.rows import Board, Step
from mission_desk.core.room import people, scene
from mission_desk.core.whole import saving_methods
from mission_desk.core.whole.starting import start_workshop
from mission_desk.paths import methods_dir, resource

GOOD = (
    resource("methods", "half-a-day.toml").read_text("utf-8").replace('key = "half-a-day"', 'key = "mine"', 1)
)

BOARD = '\n[[board]]\nkey = "b"\nstyle = "heart"\ntitle = { en = "B" }\nprompt = { en = "" }\n'
REGION = '\n[[board.region]]\nkey = "r"\ntitle = { en = "R" }\nhint = { en = "" }\n'


def put(text: str | bytes, name: str = "mine.toml") -> Path:
    methods_dir().mkdir(parents=True, exist_ok=True)
    file = methods_dir() / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


@pytest.mark.parametrize("each", shipped_methods(), ids=lambda each: each.key)
def test_every_method_that_ships_is_read_as_it_is_written(each: object) -> None:
    assert read_method(written_method(each, {}), {}) == each  # type: ignore[arg-type]
    assert read_method(written_method(each, shipped_boards()), shipped_boards()) == each  # type: ignore[arg-type]


def test_an_agenda_is_saved_and_starts_another_workshop(doc: Document, tmp_path: Path) -> None:
    first = agenda.steps(doc)[0]
    outline.edit_step(
        doc, first.id, title='Say "hello"\\now', minutes=7, lead="heart analyst", capture="blind"
    )
    outline.add_step(doc, first.id, title="Kaffee – ☕")
    with doc.action("board.edit") as write:
        write.update(Board, boards.board_by_key(doc, "gut").id, title="Belly")
    scene.edit_workshop(doc, title="Harbour")
    made = saving_methods.save_method(doc, "  Ärzte & Praxen ")
    assert (made.key, made.blurb["de"]) == ("arzte-praxen", "Gespeichert aus „Harbour“.")
    assert method("arzte-praxen") == made
    assert methods()[-1] == made
    again = start_workshop(tmp_path / "again.mission", method("arzte-praxen"), "de")
    plain = [replace(step, id=0) for step in agenda.steps(doc)]
    assert [replace(step, id=0) for step in agenda.steps(again)] == plain
    assert boards.board_by_key(again, "gut").title == "Belly"
    assert boards.board_by_key(again, "customers").title == "Kunden"  # a board as it ships speaks both
    again.close()


def test_boards_of_ones_own_go_with_the_method(doc: Document, tmp_path: Path) -> None:
    fields = tuple(FieldPlan(f"Field {n}", "", Box(700 * n, 50, 640, 580)) for n in range(7))
    (key,) = board_setup.add_boards(doc, [BoardPlan("Harbour", "What floats?", "makers", "squares", fields)])
    outline.edit_step(doc, agenda.steps(doc)[3].id, board=key)
    outline.edit_step(doc, agenda.steps(doc)[4].id, board="gone-since")
    saving_methods.save_method(doc, "Seven fields")
    again = start_workshop(tmp_path / "again.mission", method("seven-fields"), "en")
    made = boards.board_by_key(again, key)
    assert (made.title, made.background, made.style) == ("Harbour", "squares", "makers")
    assert [box_of(each) for each in regions_on(again, made.id)] == [each.box for each in fields]
    assert [step.board for step in agenda.steps(again)[3:5]] == [key, ""]
    again.close()


def test_the_same_name_again_keeps_both(doc: Document) -> None:
    keys = [saving_methods.save_method(doc, "Our day").key for _ in range(2)]
    assert keys == ["our-day", "our-day-2"]
    assert saving_methods.save_method(doc, "日本").key == "method"
    assert saving_methods.save_method(doc, "Half a day").key == "half-a-day-2"
    with pytest.raises(KnownError, match="needs a name"):
        saving_methods.save_method(doc, " \n ")


def test_one_that_is_put_away_comes_back(doc: Document) -> None:
    made = saving_methods.save_method(doc, "Our day")
    saving_methods.put_away(made)
    assert own_methods() == ((), ())
    saving_methods.bring_back(made)
    assert own_methods() == ((made,), ())


def test_a_folder_that_cannot_be_written_is_said(doc: Document) -> None:
    methods_dir().parent.mkdir(parents=True, exist_ok=True)
    methods_dir().write_text("a file where the folder should be", "utf-8")
    with pytest.raises(KnownError, match="cannot be written"):
        saving_methods.save_method(doc, "Our day")
    assert own_methods() == ((), ())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("key = ", "not written as TOML"),
        ("", "“boards” is missing|no steps"),
        (GOOD.split("[[step]]", maxsplit=1)[0], "no steps"),
        (GOOD.replace("minutes = ", "minutes = -", 1), "“minutes” in step 1"),
        (GOOD.replace("minutes = ", "minutes = true #", 1), "“minutes” in step 1"),
        (GOOD.replace('capture = "everybody"', 'capture = "nobody"', 1), "“capture” in step 1"),
        (GOOD.replace('page = "', 'page = "../', 1), "“page” in step 1"),
        (GOOD.replace("lead = []", 'lead = ["boss"]', 1), "“lead” in step 1"),
        (GOOD.replace('key = "mine"', 'key = "../../mine"', 1), "“key” is missing"),
        (GOOD.replace('key = "mine"', 'key = "half-a-day"', 1), "belongs to another"),
        (GOOD.replace("boards = [", 'boards = ["cellar", ', 1), "cellar"),
        (GOOD.replace("title = {", "title = { xx = 'only this' } #", 1), "“title”"),
        ("step = 3\n" + GOOD, "not written as TOML|missing"),
        (GOOD + BOARD + REGION.replace("key", "box = [1, 2, 3]\nkey"), "“box” in board 1"),
        (GOOD + BOARD + REGION.replace("key", "box = [1, 2, 0, 3]\nkey"), "“box” in board 1"),
        (GOOD + BOARD + REGION.replace("key", "box = [true, 2, 3, 3]\nkey"), "“box” in board 1"),
        (GOOD + BOARD + REGION * 6, "“box” in board 1"),
        (GOOD + BOARD + 'background = "lava"\n', "“background” in board 1"),
        (b"\xff\xfe\x00binary", "cannot be read"),
        ("# " + "x" * 600_000, "size"),
        ("a = " + "[" * 5_000, "TOML"),
    ],
)
def test_a_file_that_is_no_method_is_one_sentence(text: str | bytes, what: str) -> None:
    file = put(text)
    before = file.read_bytes()
    own, complaints = own_methods()
    assert own == ()
    assert len(complaints) == 1
    assert "mine.toml" in complaints[0]
    assert any(part in complaints[0] for part in what.split("|"))
    assert len(methods()) == 4
    with pytest.raises(KnownError, match=r"mine\.toml"):
        method("mine")
    assert file.read_bytes() == before


def test_a_good_file_beside_a_bad_one_is_found(tmp_path: Path) -> None:
    put(GOOD)
    put("nonsense", "bad.toml")
    (methods_dir() / "folder.toml").mkdir()
    own, complaints = own_methods()
    assert [each.key for each in own] == ["mine"]
    assert len(complaints) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe in the file system is a thing of POSIX")
def test_a_pipe_that_is_named_like_a_method_holds_nothing_up() -> None:
    methods_dir().mkdir(parents=True)
    os.mkfifo(methods_dir() / "pipe.toml")
    assert len(own_methods()[1]) == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_file_with_any_line_gone_or_changed_raises_nothing_else(data: st.DataObject) -> None:
    lines = GOOD.splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = data.draw(
        st.sampled_from(["", "boards = 3", "step = []", "key = 1", 'lead = "heart"', "x = {"])
    )
    with suppress(BadMethodError):
        read_method("\n".join(lines), shipped_boards())


def test_what_would_be_refused_later_is_not_saved(doc: Document) -> None:
    with doc.action("test") as write:
        write.update(Step, agenda.steps(doc)[0].id, minutes=LONGEST_STEP + 1)
    with pytest.raises(BadMethodError):
        saving_methods.save_method(doc, "Mine")
    assert not list(methods_dir().glob("*"))


def test_a_new_workshop_has_twelve_numbered_seats_three_of_each_style(doc: Document) -> None:
    seats = [(seat.number, seat.style) for seat in people.seats(doc)]
    styles = ("ideator", "strategist", "analyst", "heart")
    assert seats == [(n + 1, styles[n // 3]) for n in range(12)]
    assert scene.workshop(doc).starts == 9 * 60
    rows = [(row.side, row.rank, row.text) for row in doc.rows(Priority, "1 ORDER BY side, rank")]
    assert rows == [(side, rank, "") for side in ("company", "team") for rank in range(3)]
    assert [step.rank for step in agenda.steps(doc)] == list(range(len(agenda.steps(doc))))
    assert [board.rank for board in boards.boards(doc)] == list(range(len(boards.boards(doc))))
    assert not doc.undo()
