"""Notes are written beside and below, and pasted, with real keys; into the cluster one is in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from mission_desk.core.board import places
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from tests.ui.board.hands import (
    CONTROL,
    LEFT,
    PLAIN,
    SHIFT,
    SPOTS,
    grouped,
    note,
    press,
    rows,
    select,
    take_back,
    texts,
    view,
)

# written on


def test_tab_writes_the_next_one_beside_and_ctrl_enter_below(page: BoardPage) -> None:
    select(page, "one")
    press(page, Qt.Key.Key_Tab)
    QTest.keyClicks(page.editor, "beside")
    press(page, Qt.Key.Key_Tab)
    QTest.keyClicks(page.editor, "further")
    press(page, Qt.Key.Key_Return, CONTROL)
    QTest.keyClicks(page.editor, "below")
    press(page, Qt.Key.Key_Return)
    assert texts(page)[4:] == ["beside", "further", "below"]
    beside, further, below = (note(page, text) for text in ("beside", "further", "below"))
    assert (beside.y, further.y, below.x) == (0, 0, further.x)
    assert beside.x > note(page, "two").x  # "two" reaches into the row, and is not covered
    assert further.x > beside.x
    assert below.y == further.y + further.h + places.GAP
    boxes = [places.box_of(row) for row in rows(page)]
    assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_tab_in_the_bar_posts_and_goes_on_beside(page: BoardPage) -> None:
    page.bar.field.setFocus()
    QTest.keyClicks(page.bar.field, "from the bar")
    press(page, Qt.Key.Key_Tab)
    assert page.bar.field.toPlainText() == ""
    QTest.keyClicks(page.editor, "next")
    press(page, Qt.Key.Key_Escape)
    assert texts(page)[4:] == ["from the bar"]


def test_tab_in_an_empty_bar_goes_to_the_next_widget(page: BoardPage) -> None:
    page.bar.field.setFocus()
    press(page, Qt.Key.Key_Tab)
    assert not page.bar.field.hasFocus()
    assert not page.editor.isVisible()


def test_what_follows_a_cluster_belongs_to_it(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    page.canvas.sight.fit()
    select(page, "two")
    press(page, Qt.Key.Key_Return, CONTROL)
    QTest.keyClicks(page.editor, "also calm")
    press(page, Qt.Key.Key_Return)
    assert note(page, "also calm").cluster == cluster


def test_n_writes_into_the_cluster_of_the_selected_note(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    page.canvas.sight.fit()
    select(page, "two")
    press(page, "n")
    assert page.bar.field.hasFocus()
    QTest.keyClicks(page.bar.field, "inside")
    press(page, Qt.Key.Key_Return)
    assert note(page, "inside").cluster == cluster
    take_back(page)
    assert len(rows(page)) == 4


def test_a_double_click_in_a_cluster_writes_into_it(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two", "four")
    page.canvas.sight.fit()
    box = page.model.frames[cluster]
    at = view(page, box.right - 60, box.bottom - 60)  # the free fourth place
    QTest.mouseDClick(page.canvas, LEFT, PLAIN, at)
    QTest.keyClicks(page.editor, "here")
    press(page, Qt.Key.Key_Return)
    assert note(page, "here").cluster == cluster


def test_arrows_walk_on_while_shift_widens_the_selection(page: BoardPage) -> None:
    select(page, "one")
    press(page, Qt.Key.Key_Right, SHIFT)
    press(page, Qt.Key.Key_Right, SHIFT)
    assert page.canvas.selection == {note(page, text).id for text in ("one", "two", "three")}
    press(page, Qt.Key.Key_Left)
    assert page.canvas.selection == {note(page, "two").id}
    press(page, Qt.Key.Key_Down)
    assert page.canvas.selection == {note(page, "four").id}


# pasted


def test_a_paste_says_how_many_and_waits(page: BoardPage) -> None:
    QGuiApplication.clipboard().setText("\n".join(f"line {n}" for n in range(34)))
    press(page, "v", CONTROL)
    assert page.bar.pasted.sentence == "34 notes"
    assert len(rows(page)) == 4
    press(page, Qt.Key.Key_Escape)
    assert page.bar.field.isVisible()
    assert len(rows(page)) == 4
    press(page, "v", CONTROL)
    press(page, Qt.Key.Key_Return)
    assert len(rows(page)) == 38
    take_back(page)
    assert len(rows(page)) == 4


def test_a_paste_fills_the_selected_notes(desk: Desk, page: BoardPage) -> None:
    select(page, "two", "one")
    QGuiApplication.clipboard().setText("1. first\n2. second\n3. third")
    press(page, "v", CONTROL)
    assert page.bar.pasted.sentence == "2 notes get new words, 1 note"
    press(page, Qt.Key.Key_Return)
    assert texts(page) == ["first", "second", "three", "four", "third"]
    take_back(page)
    assert texts(page) == list(SPOTS)


def test_one_pasted_line_is_typed(page: BoardPage) -> None:
    QGuiApplication.clipboard().setText("only this")
    press(page, "v", CONTROL)
    assert page.bar.field.toPlainText() == "only this"
    assert len(rows(page)) == 4


# left in mid-edit


def in_mid_edit(page: BoardPage) -> int:
    """A new note is half written; the board that it is for."""
    page.writing.edit(None, 300, 700)
    QTest.keyClicks(page.editor, "half")
    assert page.model.board is not None
    return page.model.board.id


def test_a_new_note_in_mid_edit_stays_on_its_board_when_another_one_is_shown(
    desk: Desk, page: BoardPage
) -> None:
    board = in_mid_edit(page)
    QTest.keyClick(page.editor, Qt.Key.Key_Tab, CONTROL)
    assert page.model.board is not None
    assert page.model.board.id != board
    assert note(page, "half").board == board
    assert page.bar.field.hasFocus()


@pytest.mark.parametrize("digit", "1345678")
def test_a_new_note_in_mid_edit_is_written_when_another_page_is_shown(
    desk: Desk, page: BoardPage, digit: str
) -> None:
    board = in_mid_edit(page)
    QTest.keyClick(page.editor, digit, Qt.KeyboardModifier.AltModifier)
    assert note(page, "half").board == board
    assert desk.pages[desk_position.page(desk.doc)].isVisible()
    assert not page.isVisible()


def test_words_in_the_bar_stay_with_their_board(page: BoardPage) -> None:
    page.bar.field.setFocus()
    QTest.keyClicks(page.bar.field, "half")
    press(page, Qt.Key.Key_Tab, CONTROL)
    assert page.bar.field.toPlainText() == ""
    press(page, Qt.Key.Key_Tab, CONTROL | SHIFT)
    assert page.bar.field.toPlainText() == "half"
