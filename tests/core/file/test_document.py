from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from mission_desk.core.board import boards
from mission_desk.core.file.document import Change, Changes, Document
from mission_desk.core.file.errors import BugError
from mission_desk.core.file.journal import Disagreement
from mission_desk.core.file.rows import RECORDED, Board, Concern, Note
from mission_desk.core.statement import concerns
from tests.core.conftest import Clock


def everything(doc: Document) -> list[object]:
    return [row for kind in RECORDED for row in doc.rows(kind, "1 ORDER BY id")]


def actions(doc: Document) -> int:
    return int(doc.value("SELECT count(*) FROM action"))


def test_an_action_is_undone_and_redone(doc: Document, board: int) -> None:
    empty = everything(doc)
    boards.add_notes(doc, board, ["one", "two"], "ideator")
    full = everything(doc)
    assert doc.undoable == "note.add"
    assert doc.undo()
    assert everything(doc) == empty
    assert doc.redoable == "note.add"
    assert doc.redo()
    assert everything(doc) == full


def test_undo_reaches_the_start_of_the_day_and_not_the_agenda(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["one"], "ideator")
    assert doc.undo()
    assert not doc.undo()
    assert doc.rows(Board)


def test_undo_survives_a_restart(doc: Document, board: int, path: Path) -> None:
    boards.add_notes(doc, board, ["one"], "ideator")
    boards.add_notes(doc, board, ["two"], "ideator")
    doc.undo()
    doc.close()
    again = Document.open(path)
    assert (again.undoable, again.redoable) == ("note.add", "note.add")
    assert again.redo()
    assert again.undo()
    assert again.undo()
    assert again.rows(Note) == []
    again.close()


def test_the_id_of_an_undone_row_is_not_given_again(doc: Document, board: int, path: Path) -> None:
    """What lies beside the journal under an id (a clock, half-typed words) must not turn up elsewhere."""
    gone = boards.add_notes(doc, board, ["one"], "ideator")[0]
    doc.undo()
    second = boards.add_notes(doc, board, ["two"], "ideator")[0]
    doc.undo()
    doc.close()
    again = Document.open(path)
    third = boards.add_notes(again, board, ["three"], "ideator")[0]
    again.close()
    assert gone < second < third


def test_a_new_action_forgets_what_could_be_redone(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["one"], "ideator")
    doc.undo()
    boards.add_notes(doc, board, ["two"], "ideator")
    assert doc.redoable is None
    assert not doc.redo()


def test_what_goes_with_a_note_comes_back_with_it(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["one"], "ideator")
    concerns.raise_concern(doc, "Really?", note=note)
    before = everything(doc)
    boards.remove_notes(doc, [note])
    assert doc.rows(Concern) == []
    doc.undo()
    assert everything(doc) == before
    doc.redo()
    assert doc.rows(Concern) == []


def test_listeners_hear_do_undo_and_redo_alike(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["one"], "ideator")
    heard: list[Changes] = []
    stop = doc.subscribe(heard.append)
    boards.edit_note(doc, note, "other", source="here")
    doc.undo(source="there")
    doc.redo()
    change = Change("note", note, {"text": "one"}, {"text": "other"})
    assert [(each.kind, each.rows, each.source) for each in heard] == [
        ("do", (change,), "here"),
        ("undo", (change.inverse(),), "there"),
        ("redo", (change,), None),
    ]
    stop()
    doc.undo()
    assert len(heard) == 3


@pytest.mark.expected_log("could not follow 'note.add'")
def test_a_broken_listener_does_not_stop_the_others(doc: Document, board: int) -> None:
    heard: list[Changes] = []

    def broken(changes: Changes) -> None:
        raise ZeroDivisionError

    doc.subscribe(broken)
    doc.subscribe(heard.append)
    boards.add_notes(doc, board, ["one"], "ideator")
    assert len(heard) == 1


def test_an_action_that_raises_leaves_no_trace(doc: Document, board: int) -> None:
    before, count = everything(doc), actions(doc)

    def half() -> None:
        with doc.action("broken") as write:
            write.insert(Board, rank=9, key="new", title="", prompt="", style="ideator")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert everything(doc) == before
    assert actions(doc) == count
    assert boards.add_notes(doc, board, ["goes on"], "ideator")


def test_an_action_that_changes_nothing_is_none(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["one"], "ideator")
    count = actions(doc)
    boards.edit_note(doc, note, "one")
    assert actions(doc) == count


def test_a_write_outside_an_action_is_refused(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["one"], "ideator")
    with pytest.raises(sqlite3.IntegrityError, match="outside an action"):
        doc.connection.execute("UPDATE note SET x = 9")
    with pytest.raises(sqlite3.IntegrityError, match="outside an action"), doc.aside("wrong") as write:
        write.run("DELETE FROM note")
    assert len(doc.rows(Note, "x <> 9")) == 1


def test_an_action_inside_an_action_is_our_mistake(doc: Document) -> None:
    with pytest.raises(BugError, match="inside"), doc.action("outer"), doc.action("inner"):
        pass


def test_typing_joins_within_two_seconds(doc: Document, board: int, clock: Clock) -> None:
    from_start = actions(doc)
    for text in ("h", "he", "hey"):
        with doc.action("step.edit", merge="prompt") as write:
            write.update(Board, board, prompt=text)
        clock.wait(1.5)
    assert actions(doc) == from_start + 1
    clock.wait(1.0)
    with doc.action("step.edit", merge="prompt") as write:
        write.update(Board, board, prompt="hey you")
    assert actions(doc) == from_start + 2
    doc.undo()
    assert doc.row(Board, board).prompt == "hey"
    doc.undo()
    assert doc.row(Board, board).prompt != "h"
    doc.redo()
    assert doc.row(Board, board).prompt == "hey"


def test_typing_for_minutes_is_more_than_one_entry(doc: Document, board: int, clock: Clock) -> None:
    from_start = actions(doc)
    for number in range(130):
        clock.wait(0.5)
        with doc.action("step.edit", merge="prompt") as write:
            write.update(Board, board, prompt="word " * number)
    assert actions(doc) == from_start + 3
    doc.undo()
    assert len(doc.row(Board, board).prompt.split()) > 100


def test_typing_does_not_join_over_other_work_or_an_undo(doc: Document, board: int) -> None:
    def write_prompt(text: str) -> None:
        with doc.action("step.edit", merge="prompt") as write:
            write.update(Board, board, prompt=text)

    from_start = actions(doc)
    write_prompt("a")
    boards.add_notes(doc, board, ["between"], "ideator")
    write_prompt("b")
    assert actions(doc) == from_start + 3
    doc.undo()
    write_prompt("c")
    assert actions(doc) == from_start + 5
    doc.undo()
    assert doc.row(Board, board).prompt == "a"


def test_a_foreign_edit_is_noticed_and_nothing_written(doc: Document, board: int, path: Path) -> None:
    boards.add_notes(doc, board, ["one"], "ideator")
    doc.close()
    foreign = sqlite3.connect(path)
    with foreign:
        foreign.execute("UPDATE note SET text = 'changed behind our back'")
    foreign.close()
    again = Document.open(path)
    count = actions(again)
    with pytest.raises(Disagreement):
        again.undo()
    assert actions(again) == count
    assert again.undoable == "note.add"
    again.close()


def test_going_back_to_a_save_point_is_one_action(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["one"], "ideator")
    at_lunch = everything(doc)
    point = doc.mark_point("Lunch")
    (second,) = boards.add_notes(doc, board, ["two"], "ideator")
    boards.edit_note(doc, second, "zwei")
    doc.undo()
    boards.remove_notes(doc, [second])
    evening = everything(doc)
    doc.go_back_to(point)
    assert everything(doc) == at_lunch
    doc.undo()
    assert everything(doc) == evening
    doc.redo()
    assert everything(doc) == at_lunch


def test_where_the_desk_stands_is_kept_and_not_undone(doc: Document, path: Path) -> None:
    heard: list[str] = []
    doc.subscribe(lambda changes: heard.append(changes.name))
    doc.keep("zoom", 1.5)
    doc.keep("place", {"board": "gut", "at": [1, 2]})
    assert heard == ["session.zoom", "session.place"]
    assert not doc.undo()
    doc.close()
    again = Document.open(path)
    assert (again.session_value("zoom"), again.session_value("place")) == (
        1.5,
        {"board": "gut", "at": [1, 2]},
    )
    assert again.session_value("nothing", 7) == 7
    again.close()


def test_a_damaged_session_value_does_not_keep_the_workshop_shut(doc: Document) -> None:
    doc.keep("zoom", 1.5)
    with doc.aside("broken") as write:
        write.run("UPDATE session SET value = '{half' WHERE key = 'zoom'")
    assert doc.session_value("zoom", 1.0) == 1.0


def test_text_is_kept_without_what_cannot_be_stored(doc: Document, board: int) -> None:
    with doc.action("odd") as write:
        write.update(Board, board, prompt="a\x00b\r\nc\ud800d\u2028e\x85\tf")
    assert doc.row(Board, board).prompt == "ab\nc\ufffdd\ne\tf"


def test_places_beyond_any_board_are_our_mistake(doc: Document, board: int) -> None:
    with pytest.raises(BugError):
        boards.add_notes(doc, board, ["far"], "ideator", at=(10**18, 0))
    assert doc.rows(Note) == []


def test_closing_twice_leaves_exactly_one_file(doc: Document, path: Path) -> None:
    doc.close()
    doc.close()
    assert [file.name for file in path.parent.iterdir()] == ["day.mission"]
