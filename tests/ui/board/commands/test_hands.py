"""Notes are locked, sized and sent with real mouse and keys, and Undo takes each step back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, note_properties
from mission_desk.core.file.rows import Note
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.command_table import table
from mission_desk.ui.desk.desk import Desk
from tests.ui.board.hands import (
    CONTROL,
    LEFT,
    PLAIN,
    SHIFT,
    drag,
    listed,
    move,
    note,
    press,
    rows,
    select,
    spot,
    take_back,
    texts,
    view,
)

# the table


def test_no_key_means_two_things_on_the_board() -> None:
    here = [row for row in table() if not row.pages or "board" in row.pages]
    shortcuts = [row.shortcut for row in here if row.shortcut]
    letters = [row.letter.lower() for row in here if row.letter]
    assert len(set(shortcuts)) == len(shortcuts)
    assert len(set(letters)) == len(letters)
    assert not set(letters) & {"1", "2", "3", "4"}  # these recolour the selected notes


def test_a_letter_does_no_more_than_its_button_may(page: BoardPage) -> None:
    boards_before = rows(page)
    select(page, "one")
    press(page, "m")  # merges, with notes of two clusters only
    press(page, "x")
    press(page, "r")
    assert rows(page) == boards_before
    assert page.doc.undoable == "note.add"


@pytest.mark.parametrize("letter", ["q", "y", "z", " "])
def test_a_letter_that_means_nothing_writes_nothing(page: BoardPage, letter: str) -> None:
    select(page, "one")
    before = rows(page)
    press(page, letter)
    assert rows(page) == before
    assert page.bar.field.toPlainText() == ""


def test_a_tooltip_names_the_letter(desk: Desk, page: BoardPage) -> None:
    select(page, "one")
    assert desk.commands.keys("note.duplicate").endswith("D")
    assert desk.commands.keys("note.send") == "S"


# locked


def test_l_locks_and_what_is_locked_stays_in_every_hand(desk: Desk, page: BoardPage) -> None:
    select(page, "one", "two")
    press(page, "l")
    assert [row.locked for row in rows(page)] == [1, 1, 0, 0]
    before = rows(page)
    drag(page, spot(page, "one"), QPoint(90, 90))
    assert rows(page) == before
    assert "locked" in desk.messages.last
    press(page, Qt.Key.Key_Right, CONTROL)
    press(page, Qt.Key.Key_Delete)
    press(page, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert rows(page) == before
    press(page, "l")
    assert [row.locked for row in rows(page)] == [0, 0, 0, 0]
    take_back(page)
    assert rows(page) == before


def test_of_several_in_hand_only_the_free_ones_move(page: BoardPage) -> None:
    note_properties.lock_notes(page.doc, [note(page, "one").id], True)
    select(page, "one", "two")
    before = note(page, "one")
    drag(page, spot(page, "two"), QPoint(0, 150))
    assert note(page, "one") == before
    assert note(page, "two").y > 40 + 100


def test_a_locked_note_is_not_emptied_away(desk: Desk, page: BoardPage) -> None:
    note_properties.lock_notes(page.doc, [note(page, "one").id], True)
    select(page, "one")
    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_Backspace)
    press(page, Qt.Key.Key_Return)
    assert texts(page)[0] == "one"
    assert "locked" in desk.messages.last


def test_unlocking_is_offered(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    note_properties.lock_notes(page.doc, [note(page, "one").id], True)
    select(page, "one")
    press(page, Qt.Key.Key_Delete)
    desk.messages._toast.findChildren(object)
    button = next(
        each for each in desk.messages._toast.children() if getattr(each, "text", str)() == "Unlock"
    )
    qtbot.mouseClick(button, LEFT)
    assert note(page, "one").locked == 0


# sized


@pytest.mark.parametrize(
    ("key", "by"),
    [
        (Qt.Key.Key_Right, (24, 0)),
        (Qt.Key.Key_Left, (-24, 0)),
        (Qt.Key.Key_Down, (0, 24)),
        (Qt.Key.Key_Up, (0, -24)),
    ],
)
def test_ctrl_shift_and_an_arrow_make_notes_larger_and_smaller(
    page: BoardPage, key: Qt.Key, by: tuple[int, int]
) -> None:
    select(page, "one", "two")
    press(page, key, CONTROL | SHIFT)
    for text in ("one", "two"):
        row = note(page, text)
        assert (row.w - 180, row.h - 156, row.sized) == (*by, 1)
    press(page, "w")
    assert (note(page, "one").w, note(page, "one").h, note(page, "one").sized) == (180, 156, 0)
    take_back(page)
    take_back(page)
    assert {(row.w, row.h, row.sized) for row in rows(page)} == {(180, 156, 0)}


@pytest.mark.parametrize(
    ("corner", "by", "after"),
    [
        ((1, 1), (60, 40), (130, 420, 240, 196)),
        ((0, 0), (-30, -20), (100, 400, 210, 176)),
        ((1, 0.5), (50, 30), (130, 420, 230, 156)),
        ((0.5, 0), (9, 24), (130, 444, 180, 132)),
        ((1, 1), (-500, -500), (130, 420, 96, 96)),
    ],
)
def test_a_corner_or_edge_is_dragged(
    page: BoardPage, corner: tuple[float, float], by: tuple[int, int], after: tuple[int, ...]
) -> None:
    select(page, "four")
    row = note(page, "four")
    start = view(page, row.x + row.w * corner[0], row.y + row.h * corner[1])
    drag(page, start, QPoint(*by))
    dragged = note(page, "four")
    assert (dragged.x, dragged.y, dragged.w, dragged.h) == after
    assert dragged.sized == 1
    take_back(page)
    assert note(page, "four") == row


def test_escape_lets_go_of_a_corner_and_of_notes_in_hand(page: BoardPage) -> None:
    before = rows(page)
    select(page, "four")
    row = note(page, "four")
    for start in (view(page, row.x + row.w, row.y + row.h), spot(page, "four")):
        QTest.mousePress(page.canvas, LEFT, PLAIN, start)
        move(page, start + QPoint(70, 70))
        press(page, Qt.Key.Key_Escape)
        QTest.mouseRelease(page.canvas, LEFT, PLAIN, start + QPoint(70, 70))
        assert rows(page) == before
        assert page.canvas.selection == {row.id}


def test_a_note_made_small_keeps_room_for_its_words(page: BoardPage) -> None:
    boards.edit_note(page.doc, note(page, "four").id, "many words that need their room " * 6)
    (row,) = [each for each in rows(page) if each.text.startswith("many")]
    page.canvas.select({row.id})
    page.canvas.sight.reveal(row)
    drag(page, view(page, row.x + row.w, row.y + row.h), QPoint(-10, -600))
    small = page.doc.row(Note, row.id)
    assert small.h > 156
    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_Return)
    assert page.doc.row(Note, row.id) == small


# sent, front and back


def test_s_and_a_number_send_notes_to_any_board(desk: Desk, page: BoardPage) -> None:
    select(page, "one", "two")
    press(page, "s")
    wanted = next(line for line in listed().lines if line.value.key == "makers")
    QTest.keyClick(listed(), wanted.letter)
    assert {note(page, text).board for text in ("one", "two")} == {wanted.value.id}
    assert wanted.value.title in desk.messages.last
    take_back(page)
    assert {row.board for row in rows(page)} == {page.model.board.id}


def test_to_the_back_and_to_the_front(page: BoardPage) -> None:
    select(page, "four")
    press(page, "[", CONTROL)
    assert boards.notes_on(page.doc, page.model.board.id)[0].text == "four"
    press(page, "]", CONTROL)
    assert boards.notes_on(page.doc, page.model.board.id)[-1].text == "four"
