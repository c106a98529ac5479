"""Fields are chosen by key, wherever the cursor is, and what is typed next goes there and can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, clustering, regions
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.palette import Palette
from tests.ui.board.hands import CONTROL, PLAIN, press

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    desk.resize(1366, 708)
    desk_position.show_board(desk.doc, "customers")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    board_page.bar.field.setFocus()
    return board_page


def written(qtbot: QtBot, page: BoardPage, text: str) -> Note:
    assert page.bar.field.hasFocus()
    qtbot.keyClicks(QApplication.focusWidget(), text)
    press(page, Qt.Key.Key_Return)
    return page.doc.rows(Note, "1 ORDER BY id DESC")[0]


def field_of(page: BoardPage, note: Note) -> str:
    region = regions.region_at(page.doc, note.board, note.x, note.y)
    return region.key if region is not None else ""


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        (Qt.Key.Key_PageDown, ["dream", "worry", "help", "future", "do"]),
        (Qt.Key.Key_PageUp, ["future", "help", "worry", "dream", "do"]),
    ],
)
def test_the_fields_are_gone_through_while_one_writes(
    qtbot: QtBot, page: BoardPage, key: Qt.Key, keys: list[str]
) -> None:
    assert [field_of(page, written_after(qtbot, page, key)) for _ in keys] == keys


def written_after(qtbot: QtBot, page: BoardPage, key: Qt.Key) -> Note:
    press(page, key, ALT)
    return written(qtbot, page, "a note")


@pytest.mark.parametrize(("key", "field"), [(Qt.Key.Key_PageDown, "do"), (Qt.Key.Key_PageUp, "future")])
def test_without_a_field_the_keys_begin_at_an_end(
    qtbot: QtBot, page: BoardPage, key: Qt.Key, field: str
) -> None:
    page.canvas.select_region(None)
    page.canvas.setFocus()
    assert field_of(page, written_after(qtbot, page, key)) == field


@pytest.mark.parametrize("by_palette", [False, True])
def test_a_field_is_found_by_its_name(qtbot: QtBot, page: BoardPage, by_palette: bool) -> None:
    if by_palette:
        press(page, "k", CONTROL)
        qtbot.keyClicks(asked().field, "into a field")
        press_in(asked(), Qt.Key.Key_Return)
    else:
        press(page, "r", CONTROL)
    qtbot.waitUntil(lambda: bool(asked().list.count() == 5))
    qtbot.keyClicks(asked().field, "worr")
    press_in(asked(), Qt.Key.Key_Return)
    assert field_of(page, written(qtbot, page, "They lie awake")) == "worry"


def asked() -> Palette:
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, Palette)
    return palette


def press_in(palette: Palette, key: Qt.Key) -> None:
    QTest.keyClick(palette.field, key, PLAIN)


def test_the_place_of_the_next_note_comes_into_sight(qtbot: QtBot, page: BoardPage) -> None:
    for region in page.model.regions:
        boards.add_notes(page.doc, region.board, [f"{n}" for n in range(20)], "heart", region=region)
    for _ in page.model.regions:
        press(page, Qt.Key.Key_PageDown, ALT)
        before = page.canvas.sight.camera
        note = written(qtbot, page, "one more")
        assert page.canvas.sight.camera == before
        box = page.canvas.sight.note_view_box(note)
        assert page.canvas.rect().contains(box.toRect())


def test_a_chosen_cluster_does_not_take_what_is_meant_for_a_field(qtbot: QtBot, page: BoardPage) -> None:
    first = page.model.regions[0]
    notes = boards.add_notes(page.doc, first.board, ["a", "b"], "heart", region=first)
    clustering.group_notes(page.doc, notes, "Pair")
    page.canvas.select(notes)
    press(page, Qt.Key.Key_PageDown, ALT)
    note = written(qtbot, page, "not into the pair")
    assert (note.cluster, field_of(page, note)) == (None, "dream")
