"""A board of one's own from the first key to the last, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards
from mission_desk.core.file.rows import Board
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.palette import Palette

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    desk_position.show_board(desk.doc, "think-big")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    return board_page


def here(page: BoardPage) -> Board:
    board = desk_position.board(page.doc)
    assert board is not None
    return board


def choose(qtbot: QtBot, page: BoardPage, typed: str) -> None:
    palette = page.window().findChild(Palette)
    assert palette is not None
    qtbot.keyClicks(palette.field, typed)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    QApplication.sendPostedEvents(QObject(), QEvent.Type.DeferredDelete)


def new_board(qtbot: QtBot, page: BoardPage, template: str) -> None:
    qtbot.keyClick(page.canvas, Qt.Key.Key_B, CTRL_SHIFT)
    choose(qtbot, page, template)


def test_a_new_board_is_chosen_named_and_asked_by_keys(qtbot: QtBot, page: BoardPage) -> None:
    new_board(qtbot, page, "empty")
    title, prompt = page.setup.panel.title, page.setup.panel.prompt
    assert title.hasFocus()
    qtbot.keyClicks(title, "What hurts")
    qtbot.keyClick(title, Qt.Key.Key_Tab)
    qtbot.keyClicks(prompt, "Where does it hurt?")
    qtbot.keyClick(prompt, Qt.Key.Key_Tab)
    assert (here(page).title, here(page).prompt) == ("What hurts", "Where does it hurt?")
    qtbot.keyClick(page.setup.panel, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is page.inspector
    assert page.canvas.hasFocus()


def test_the_customers_fields_come_from_a_template(qtbot: QtBot, page: BoardPage) -> None:
    new_board(qtbot, page, "customers")
    assert page.setup.panel.fields.titles[0].text() == "What they do"
    assert here(page).title == "Customers 2"
    assert len(page.model.regions) == 5


def test_tab_and_typing_replace_the_question_of_a_template(qtbot: QtBot, page: BoardPage) -> None:
    new_board(qtbot, page, "customers")
    title, prompt = page.setup.panel.title, page.setup.panel.prompt
    qtbot.keyClicks(title, "Our shops")
    qtbot.keyClick(title, Qt.Key.Key_Tab)
    qtbot.keyClicks(prompt, "What do they need?")
    qtbot.keyClick(prompt, Qt.Key.Key_Escape)
    assert (here(page).title, here(page).prompt) == ("Our shops", "What do they need?")
    assert page.side.currentWidget() is page.inspector
    assert page.canvas.hasFocus()


def test_fields_are_added_named_and_removed(qtbot: QtBot, page: BoardPage) -> None:
    new_board(qtbot, page, "empty")
    page.place.commands.run("board.field")
    page.place.commands.run("board.field")
    first = page.setup.panel.fields.titles[0]
    first.setFocus()
    first.selectAll()
    qtbot.keyClicks(first, "Now")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert [field.title for field in page.model.regions] == ["Now", "New field 2"]
    page.setup.panel.fields.removed.emit(page.model.regions[1].id)
    assert [field.text() for field in page.setup.panel.fields.titles] == ["Now"]
    page.doc.undo()
    assert len(page.setup.panel.fields.titles) == 2


def test_colour_and_paper_are_drawn_at_once(qtbot: QtBot, page: BoardPage) -> None:
    page.place.commands.run("board.setup")
    page.setup.panel.paper.chosen.emit("squares")
    page.setup.panel.style_of.chosen.emit("heart")
    assert (here(page).background, here(page).style) == ("squares", "heart")
    page.place.commands.run("board.full")
    qtbot.waitUntil(page.canvas.is_drawn)
    picture = page.canvas.grab().toImage()
    line = QColor(page.place.tokens.dot)
    below = picture.height() * 4 // 5  # the fields, whose ground is over the paper, end above
    dark = sum(picture.pixelColor(x, below) == line for x in range(picture.width()))
    assert dark >= picture.width() // 200


def test_boards_move_go_and_come_back(qtbot: QtBot, page: BoardPage) -> None:
    key, title = here(page).key, here(page).title
    page.place.commands.run("board.left")
    page.place.commands.run("board.remove")
    assert key not in [board.key for board in boards.boards(page.doc)]
    assert page.model.board is not None
    assert page.model.board.key != key
    assert title in page.place.messages.last
    assert not any(tab.text().startswith(title) for tab in page.tabs._tabs)
    page.doc.undo()
    assert any(tab.text().startswith(title) for tab in page.tabs._tabs)
