"""What a change costs in statements: a key in a draft, a page turned, a note selected. Counted is all that
SQLite's trace reports, BEGIN, COMMIT and the journal included, but not what triggers do inside a
statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.ui.desk.desk import Desk

MOST_FOR_A_KEY = 12
MOST_FOR_A_PAGE = 24  # with a version of the draft that is left, which is an action of its own
MOST_FOR_A_NOTE = 6


def statements(desk: Desk, do: Callable[[], object]) -> list[str]:
    """A trigger's steps are reported as the statement that set it off, once more for each of them."""
    reported: list[str] = []
    desk.doc.connection.set_trace_callback(reported.append)
    do()
    desk.doc.connection.set_trace_callback(None)
    return [
        sql for n, sql in enumerate(reported) if sql.startswith("SELECT") or n == 0 or sql != reported[n - 1]
    ]


@pytest.fixture
def typing(qtbot: QtBot, sample_desk: Desk) -> Desk:
    """Stage on, vote page and board seen, a key in the draft written already."""
    sample_desk._watch.stop()  # it compares the file each second, whether somebody types or not
    for page in ("board", "vote"):
        desk_position.show_page(sample_desk.doc, page)
    sample_desk.commands.run("stage.here")
    desk_position.show_page(sample_desk.doc, "statement")
    write_key(sample_desk)
    return sample_desk


def press_key(desk: Desk) -> None:
    editor = desk.pages["statement"].card.editor  # type: ignore[attr-defined]
    editor.setFocus()
    QTest.keyClicks(editor, "x")


def write_key(desk: Desk) -> None:
    press_key(desk)
    assert desk.unwritten.settle()


def test_a_key_that_is_written_takes_few_statements(typing: Desk) -> None:
    assert len(statements(typing, lambda: write_key(typing))) <= MOST_FOR_A_KEY


def test_a_key_that_begins_an_entry_takes_as_few(typing: Desk) -> None:
    typing.doc.keep("zoom", 1)
    typing.doc.mark_point("noon")  # what is typed from here on does not join what was typed before
    write_key(typing)
    typing.doc.undo()
    assert len(statements(typing, lambda: write_key(typing))) <= MOST_FOR_A_KEY


def test_a_key_that_is_not_written_yet_asks_for_nothing(typing: Desk) -> None:
    assert statements(typing, lambda: press_key(typing)) == []


def test_a_turned_page_asks_only_for_what_changed(typing: Desk) -> None:
    turned = statements(typing, lambda: desk_position.show_page(typing.doc, "board"))
    assert len(turned) <= MOST_FOR_A_PAGE


def test_a_selected_note_asks_only_for_itself(typing: Desk) -> None:
    desk_position.show_page(typing.doc, "board")
    board = desk_position.board(typing.doc)
    assert board is not None
    note = typing.doc.rows(Note, "board = ?", board.id)[0]
    canvas = typing.pages["board"].canvas  # type: ignore[attr-defined]
    assert len(statements(typing, lambda: canvas.select({note.id}))) <= MOST_FOR_A_NOTE
