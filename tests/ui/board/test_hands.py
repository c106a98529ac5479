"""Every hand on the board: notes are locked, sized, sent, filled and written on; clusters fold, split and
take a colour; with real mouse and keys, and Undo takes each step back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core import boards, clustering, locking, places
from mission_desk.core.rows import Cluster, Note
from mission_desk.ui.action_words import action_words
from mission_desk.ui.board.letter_list import LetterList
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.command_table import table
from mission_desk.ui.desk import Desk
from tests.ui.board.hands import (
    CONTROL,
    LEFT,
    PLAIN,
    SHIFT,
    board_page,
    drag,
    move,
    note,
    press,
    select,
    spot,
    view,
)

SPOTS = {"one": (0, 0), "two": (250, 40), "three": (640, 90), "four": (130, 420)}


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    return board_page(desk, SPOTS)


def texts(page: BoardPage) -> list[str]:
    return [row.text for row in page.doc.rows(Note, "1 ORDER BY id")]


def rows(page: BoardPage) -> list[Note]:
    return page.doc.rows(Note, "1 ORDER BY id")


def take_back(page: BoardPage) -> None:
    assert page.doc.undoable in action_words()
    QTest.keyClick(page.canvas, "z", CONTROL)


def grouped(page: BoardPage, *names: str) -> int:
    found = clustering.group_notes(page.doc, [note(page, name).id for name in names], "Calm")
    assert found is not None
    return found


def listed() -> LetterList:
    found = QApplication.activePopupWidget()
    assert isinstance(found, LetterList)
    return found


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
    locking.lock_notes(page.doc, [note(page, "one").id], True)
    select(page, "one", "two")
    before = note(page, "one")
    drag(page, spot(page, "two"), QPoint(0, 150))
    assert note(page, "one") == before
    assert note(page, "two").y > 40 + 100


def test_a_locked_note_is_not_emptied_away(desk: Desk, page: BoardPage) -> None:
    locking.lock_notes(page.doc, [note(page, "one").id], True)
    select(page, "one")
    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_Backspace)
    press(page, Qt.Key.Key_Return)
    assert texts(page)[0] == "one"
    assert "locked" in desk.messages.last


def test_unlocking_is_offered(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    locking.lock_notes(page.doc, [note(page, "one").id], True)
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
    found = note(page, "four")
    assert (found.x, found.y, found.w, found.h) == after
    assert found.sized == 1
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
    page.canvas.reveal(row)
    drag(page, view(page, row.x + row.w, row.y + row.h), QPoint(-10, -600))
    small = page.doc.row(Note, row.id)
    assert small.h > 156
    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_Return)
    assert page.doc.row(Note, row.id) == small


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
    page.canvas.fit()
    select(page, "two")
    press(page, Qt.Key.Key_Return, CONTROL)
    QTest.keyClicks(page.editor, "also calm")
    press(page, Qt.Key.Key_Return)
    assert note(page, "also calm").cluster == cluster


def test_n_writes_into_the_cluster_of_the_selected_note(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    page.canvas.fit()
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
    page.canvas.fit()
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


# sent, front and back


def test_s_and_a_number_send_notes_to_any_board(desk: Desk, page: BoardPage) -> None:
    select(page, "one", "two")
    press(page, "s")
    wanted = next(line for line in listed().lines if line.meant.key == "makers")
    QTest.keyClick(listed(), wanted.letter)
    assert {note(page, text).board for text in ("one", "two")} == {wanted.meant.id}
    assert wanted.meant.title in desk.messages.last
    take_back(page)
    assert {row.board for row in rows(page)} == {page.model.board.id}


def test_to_the_back_and_to_the_front(page: BoardPage) -> None:
    select(page, "four")
    press(page, "[", CONTROL)
    assert boards.notes_on(page.doc, page.model.board.id)[0].text == "four"
    press(page, "]", CONTROL)
    assert boards.notes_on(page.doc, page.model.board.id)[-1].text == "four"


# clusters


def test_f_folds_a_cluster_to_its_head_and_opens_it_again(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    boards.add_dots(page.doc, list(page.model.members(cluster)), 4)
    page.canvas.fit()
    select(page, "one")
    press(page, "f")
    assert page.doc.row(Cluster, cluster).folded == 1
    assert page.model.frames[cluster].h == places.FOLDED_HEIGHT
    assert page.canvas.selection == page.model.members(cluster)
    assert page.canvas._drawing.titles(cluster)[0] == "Calm · 2 · 8 dots"
    inside = note(page, "two")
    assert page.model.note_at(inside.x + 90, inside.y + 120) is None
    press(page, "f")
    assert page.model.note_at(inside.x + 90, inside.y + 120) == inside
    take_back(page)
    assert page.model.is_folded(cluster)
    take_back(page)
    assert not page.model.is_folded(cluster)


def test_the_mark_in_a_clusters_head_folds_it(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    page.canvas.fit()
    for folded in (1, 0):
        box = page.model.frames[cluster]
        QTest.mouseClick(page.canvas, LEFT, PLAIN, view(page, box.right - 20, box.y + 20))
        assert page.doc.row(Cluster, cluster).folded == folded


def test_a_folded_head_moves_all(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    clustering.fold_clusters(page.doc, [cluster], True)
    page.canvas.fit()
    before = {row.id: (row.x, row.y) for row in rows(page) if row.cluster == cluster}
    box = page.model.frames[cluster]
    drag(page, view(page, box.x + 60, box.y + 20), QPoint(0, 300))
    after = {row.id: (row.x, row.y) for row in rows(page) if row.cluster == cluster}
    assert after.keys() == before.keys()
    shifts = {(after[n][0] - before[n][0], after[n][1] - before[n][1]) for n in before}
    assert len(shifts) == 1
    assert shifts != {(0, 0)}


def test_a_rubber_band_over_a_head_takes_all_of_it(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    clustering.fold_clusters(page.doc, [cluster], True)
    page.canvas.fit()
    box = page.model.frames[cluster]
    start = view(page, box.x - 10, box.bottom + 30)
    drag(page, start, view(page, box.x + 30, box.y + 20) - start)
    assert page.canvas.selection == page.model.members(cluster)


def test_k_colours_x_splits_o_takes_out(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two", "three")
    page.canvas.fit()
    select(page, "one")
    press(page, "k")
    QTest.keyClick(listed(), "4")
    assert page.doc.row(Cluster, cluster).colour == "heart"
    press(page, "x")
    QTest.keyClicks(page.editor, "Quick")
    press(page, Qt.Key.Key_Return)
    assert [(row.name, row.colour) for row in page.doc.rows(Cluster)] == [
        ("Calm", "heart"),
        ("Quick", "heart"),
    ]
    page.canvas.fit()
    select(page, "two")
    press(page, "o")
    assert note(page, "two").cluster is None
    press(page, "r")
    assert not page.editor.isVisible()
    for _ in range(3):
        take_back(page)
    assert [(row.name, row.colour) for row in page.doc.rows(Cluster)] == [("Calm", "heart")]


def test_r_renames_m_merges_a_selects_all_of_it(page: BoardPage) -> None:
    one = grouped(page, "one", "two")
    other = grouped(page, "three", "four")
    page.canvas.fit()
    select(page, "one")
    press(page, "a")
    assert page.canvas.selection == page.model.members(one)
    press(page, "r")
    QTest.keyClicks(page.editor, "Slow")
    press(page, Qt.Key.Key_Return)
    assert page.doc.row(Cluster, one).name == "Slow"
    select(page, "one", "three")
    press(page, "m")
    assert [row.id for row in page.doc.rows(Cluster)] == [one]
    assert {row.cluster for row in rows(page)} == {one}
    take_back(page)
    assert {row.id for row in page.doc.rows(Cluster)} == {one, other}


def test_dragged_into_a_cluster_and_out_again(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    page.canvas.fit()
    box = page.model.frames[cluster]
    drag(page, spot(page, "four"), view(page, box.x + box.w / 2, box.y + 80) - spot(page, "four"))
    assert note(page, "four").cluster == cluster
    drag(page, spot(page, "four"), QPoint(0, 420))
    assert note(page, "four").cluster is None
