"""Notes that lie face down on the desk: typed in a blind step, looked under, turned over."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.board import boards, covering
from mission_desk.core.file.rows import Note
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look.theme import LIGHT

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> BoardPage:
    """The board of the blind step, with two notes typed into it."""
    agenda.open_step(desk.doc, next(step.id for step in agenda.steps(desk.doc) if step.capture == "blind"))
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    for words in ("WWWWWWWWW MMMMMMMM", "MMMMMMMM WWWWWWWW"):
        qtbot.keyClicks(board_page.bar.field, words)
        qtbot.keyClick(board_page.bar.field, Qt.Key.Key_Return)
    return board_page


def ink(qtbot: QtBot, page: BoardPage) -> int:
    """How many pixels of the canvas have the colour of words on notes, once all of it is drawn."""
    page.canvas.select(set())
    qtbot.waitUntil(page.canvas.is_drawn)
    picture = page.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = array("I", bytes(picture.constBits()))
    return pixels.count(QColor(LIGHT.note_ink).rgb())


def test_what_is_typed_lies_face_down_until_it_is_uncovered(qtbot: QtBot, page: BoardPage) -> None:
    assert [note.covered for note in page.doc.rows(Note)] == [1, 1]
    assert page.tools.uncover.isVisible()
    assert page.tools.uncover.text() == "Uncover 2 notes"
    qtbot.keyClick(page.bar.field, Qt.Key.Key_U, CTRL_SHIFT)
    assert [note.covered for note in page.doc.rows(Note)] == [0, 0]
    assert not page.tools.uncover.isVisible()
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [note.covered for note in page.doc.rows(Note)] == [1, 1]


def test_a_toast_leaves_the_button_free_that_turns_them_over(page: BoardPage) -> None:
    page.place.messages.say("1 picture added.", "Undo", page.doc.undo)
    shown = [each for each in page.window().findChildren(QFrame) if each.property("look") == "toast"]
    corner = page.tools.mapTo(page.window(), QPoint(0, 0))
    assert shown
    assert not any(each.geometry().intersects(QRect(corner, page.tools.size())) for each in shown)


def test_the_desk_shows_backs_and_a_look_underneath(qtbot: QtBot, page: BoardPage) -> None:
    backs = ink(qtbot, page)
    qtbot.keyClick(page.bar.field, Qt.Key.Key_E, CTRL_SHIFT)
    assert ink(qtbot, page) > backs + 100
    assert [note.covered for note in page.doc.rows(Note)] == [1, 1]
    qtbot.keyClick(page.bar.field, Qt.Key.Key_E, CTRL_SHIFT)
    assert ink(qtbot, page) == backs


def test_one_note_is_turned_over_by_itself(page: BoardPage) -> None:
    first, second = (note.id for note in page.doc.rows(Note, "1 ORDER BY id"))
    page.canvas.select({first})
    page.place.commands.run("note.turn")
    assert covering.covered_on(page.doc, page.model.board.id) == [second]
    page.place.commands.run("note.turn")
    assert covering.covered_on(page.doc, page.model.board.id) == [first, second]


def test_covered_words_do_not_get_into_a_statement(page: BoardPage) -> None:
    page.canvas.select({page.doc.rows(Note)[0].id})
    use = page.place.commands.action("note.use")
    assert not use.isEnabled()
    covering.uncover_notes(page.doc, [note.id for note in page.doc.rows(Note)])
    assert use.isEnabled()


def test_the_capture_rule_dims_and_never_bars(qtbot: QtBot, desk: Desk) -> None:
    leading = next(step for step in agenda.steps(desk.doc) if step.capture == "leading")
    agenda.open_step(desk.doc, leading.id)
    page = desk.pages["board"]
    assert isinstance(page, BoardPage)
    sheet = page.bar._chips["analyst"].styleSheet()
    assert LIGHT.panel in sheet  # dimmed: another style leads
    qtbot.keyClick(page.bar.field, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.bar.field, "still heard")
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Return)
    assert boards.notes_on(desk.doc, page.model.board.id)[-1].style == "analyst"
    outline.edit_step(desk.doc, leading.id, capture="everybody")
    assert LIGHT.panel not in page.bar._chips["heart"].styleSheet()


def test_on_a_narrow_screen_the_map_makes_room_for_what_uncovers(
    qtbot: QtBot, desk: Desk, page: BoardPage
) -> None:
    assert page.map.isVisible()
    desk.resize(1024, 749)
    page.tools.uncover.setMinimumWidth(240)  # as long as its words are in German with a larger font
    page.canvas.resize(page.canvas.size())
    page.resize(page.width() - 1, page.height())
    qtbot.waitUntil(lambda: page.tools.width() > 500)
    assert not (page.map.isVisible() and page.map.geometry().intersects(page.tools.geometry()))
