"""Tags of a board and authors of its notes in the side panel: listed, pressed, asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards
from mission_desk.core.file.rows import Note, Seat
from mission_desk.core.room import people
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.canvas.note_face import face
from mission_desk.ui.board.filter.tag_list import TagList
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.palette import Palette

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    desk_position.show_board(desk.doc, "think-big")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    boards.add_notes(
        desk.doc, board_page.model.board.id, ["Wait #Ärger", "Call #phone", "Ring #PHONE"], "heart"
    )
    return board_page


def chips(page: BoardPage) -> list[QPushButton]:
    lists = [each for each in page.inspector.findChildren(TagList) if not each.isHidden()]
    return lists[0].findChildren(QPushButton) if lists else []


def words_of(page: BoardPage) -> set[str]:
    parts = [*page.inspector.findChildren(QLabel), *page.inspector.findChildren(QPushButton)]
    return {part.text() for part in parts if not part.isHidden()}


def test_the_tags_of_the_board_are_listed_and_pressed(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    assert [chip.text() for chip in chips(page)] == ["#phone · 2", "#Ärger · 1"]
    qtbot.mouseClick(chips(page)[1], Qt.MouseButton.LeftButton)
    assert len(page.model.dimmed) == 2
    boards.edit_note(desk.doc, min(page.model.notes), "Wait")
    qtbot.waitUntil(lambda: [chip.text() for chip in chips(page)] == ["#phone · 2"])
    assert page.chips.shown[0] == "#ärger"
    assert len(page.model.dimmed) == 3


def test_a_tag_is_bold_on_its_note_also_after_an_emoji() -> None:
    layout = face("🎉 go #now", 180, 156)
    (bold,) = layout.formats()
    assert (bold.start, bold.length) == (6, 4)


def test_whose_note_it_is_is_said_by_name_or_number(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    people.set_style_counts(desk.doc, {"heart": 2})
    first, second = desk.doc.rows(Seat, "1 ORDER BY number")
    people.name_seat(desk.doc, first.id, "Ines")
    note = min(page.model.notes)
    page.canvas.select({note})
    assert "Say whose note it is…" in words_of(page)
    page.canvas.setFocus()
    for typed, seat, sentence in (
        ("ine", first.id, "From Ines"),
        ("2", second.id, "From Seat 2"),
        ("nob", None, ""),
    ):
        qtbot.keyClick(desk, "w", CONTROL | SHIFT)
        asked = desk.findChild(Palette)
        assert asked is not None
        qtbot.keyClicks(asked.field, typed)
        qtbot.keyClick(asked.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: desk.findChild(Palette) is None)
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)
        assert desk.doc.row(Note, note).author == seat
        assert (sentence or "Say whose note it is…") in words_of(page)
    desk.doc.undo()
    people.name_seat(desk.doc, second.id, "Bo")
    assert "From Bo" in words_of(page)
