"""What a filter leaves in the background is drawn pale where it lies, near and far, and nothing moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.camera import Camera
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme

YELLOW = QColor(theme.LIGHT.ideator)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> BoardPage:
    desk_position.show_board(desk.doc, "think-big")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    boards.add_notes(desk.doc, board_page.model.board.id, ["one", "two", "three"], "ideator")
    return board_page


def colour_of(qtbot: QtBot, page: BoardPage, note: Note) -> QColor:
    qtbot.waitUntil(page.is_drawn)
    box = page.canvas.sight.note_view_box(note)
    return (
        page.canvas.grab()
        .toImage()
        .pixelColor(QPointF(box.left() + box.width() / 3, box.bottom() - box.height() / 3).toPoint())
    )


@pytest.mark.parametrize("scale", [1.0, 0.2])
def test_dimmed_notes_are_pale_and_the_others_are_not(qtbot: QtBot, page: BoardPage, scale: float) -> None:
    first, *others = page.doc.rows(Note, "1 ORDER BY id")
    page.canvas.sight.set_camera(Camera(first.x - 100, first.y - 200, scale))
    page.canvas.show_changes(page.model.dim(frozenset({first.id})))
    assert colour_of(qtbot, page, first) != YELLOW
    assert [colour_of(qtbot, page, note) for note in others] == [YELLOW, YELLOW]
    page.canvas.show_changes(page.model.dim(frozenset()))
    assert colour_of(qtbot, page, first) == YELLOW


def test_only_what_changes_is_drawn_again(page: BoardPage) -> None:
    one, two, three = page.model.notes
    assert len(page.model.dim(frozenset({one, two}))) == 2
    assert len(page.model.dim(frozenset({two, three}))) == 2
    assert page.model.dim(frozenset({two, three})) == []
