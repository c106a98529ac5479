"""The road map is typed while people talk: from cell to cell and from row to row without the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.plan import roadmap
from mission_desk.core.stage import desk_position
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.plan.roadmap_page import RoadmapPage
from mission_desk.words import set_screen_language

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ADD = (Qt.Key.Key_R, CONTROL | Qt.KeyboardModifier.ShiftModifier)


def opened(desk: Desk) -> RoadmapPage:
    desk_position.show_page(desk.doc, "roadmap")
    page = desk.pages["roadmap"]
    assert isinstance(page, RoadmapPage)
    return page


@pytest.fixture
def page(desk: Desk) -> RoadmapPage:
    return opened(desk)


def type_here(qtbot: QtBot, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), key)


def words_of(page: RoadmapPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def roles(doc: Document) -> list[str]:
    return [row.role for row in roadmap.guidelines(doc)]


def test_a_guideline_is_typed_from_field_to_field(
    page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot
) -> None:
    assert "From Monday on, who does what differently?" in words_of(page)
    qtbot.keyClick(desk, *ADD)
    for text in (
        "Agent",
        "Stay on the line",
        "First-contact resolution",
        "61%",
        "80%",
        "Second calls",
        "Solved",
    ):
        type_here(qtbot, text)
    type_here(qtbot, "Team lead south", Qt.Key.Key_Tab)
    type_here(qtbot, "31 Jan")
    (first,) = roadmap.guidelines(doc)  # Enter after the last field makes no row
    assert (first.role, first.text, first.measure) == (
        "Agent",
        "Stay on the line",
        "First-contact resolution",
    )
    assert (first.start, first.goal, first.data, first.evaluation) == ("61%", "80%", "Second calls", "Solved")
    assert (first.owner, first.due[5:]) == ("Team lead south", "01-31")
    assert not page.editor.isVisible()
    assert page.table.rows[first.id].hasFocus()
    assert "61% → 80%" in words_of(page)
    assert "One guideline · 1 with an owner" in words_of(page)


def test_rows_that_hold_nothing_are_not_counted_and_not_made_twice(
    page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot
) -> None:
    for _ in range(3):
        qtbot.keyClick(desk, *ADD)
        assert page.editor.fields["role"].hasFocus()
    assert len(roadmap.guidelines(doc)) == 1
    assert not any("guideline" in words and "owner" in words for words in words_of(page))
    type_here(qtbot, "Agent", Qt.Key.Key_Tab)
    assert not any("with an owner" in words for words in words_of(page))  # a role alone is none either
    qtbot.keyClick(desk, *ADD)
    assert [row.role for row in roadmap.guidelines(doc)] == ["Agent", ""]
    page.editor.take_focus("text")
    type_here(qtbot, "Stay on the line", Qt.Key.Key_Escape)
    assert "One guideline · 0 with an owner" in words_of(page)


def test_words_that_are_no_day_are_kept(page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk, *ADD)
    page.editor.take_focus("due")
    type_here(qtbot, "after the summer", Qt.Key.Key_Escape)
    assert roadmap.guidelines(doc)[0].due == "after the summer"
    assert not page.editor.isVisible()


def test_a_click_on_a_cell_opens_it_there(sample_desk: Desk, sample_doc: Document, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    third = roadmap.guidelines(sample_doc)[2]
    row = page.table.rows[third.id]
    qtbot.waitUntil(lambda: "nobody yet" in words_of(page))
    place = row.cells["owner"].mapTo(row, QPoint(4, 4))
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=place)
    assert page.editor.fields["owner"].hasFocus()
    type_here(qtbot, "Ruth", Qt.Key.Key_Tab)
    assert roadmap.guidelines(sample_doc)[2].owner == "Ruth"
    assert row.cells["owner"].text() == "Ruth"
    qtbot.keyClick(page.editor.fields["due"], Qt.Key.Key_Tab)  # on to the next row
    assert page.editor.guideline == roadmap.guidelines(sample_doc)[3].id
    qtbot.keyClick(page.editor.fields["role"], Qt.Key.Key_Backtab)
    assert page.editor.guideline == third.id
    assert page.editor.fields["due"].hasFocus()


def test_keys_on_a_row(sample_desk: Desk, sample_doc: Document, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    before = roles(sample_doc)
    ids = list(page.table.rows)
    row = page.table.rows[ids[1]]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Up, ALT)
    assert roles(sample_doc) == [before[1], before[0], *before[2:]]
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert page.table.rows[ids[0]].hasFocus()
    qtbot.keyClick(page.table.rows[ids[0]], Qt.Key.Key_Delete)
    assert roles(sample_doc) == [before[1], *before[2:]]
    qtbot.keyClick(sample_desk, Qt.Key.Key_Z, CONTROL)
    assert roles(sample_doc) == [before[1], before[0], *before[2:]]
    qtbot.waitUntil(lambda: [row.cells["role"].text() for row in rows_in_sight(page)] == roles(sample_doc))


def rows_in_sight(page: RoadmapPage):
    return sorted(page.table.rows.values(), key=lambda row: row.y())


def test_by_role_every_role_is_named_once(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    for role, text in (("Agent", "one"), ("Planner", "two"), ("Agent", "three")):
        roadmap.add_guideline(doc, role=role, text=text)
    qtbot.mouseClick(page.view.option("role"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: [row.cells["text"].text() for row in rows_in_sight(page)] == ["one", "three", "two"]
    )
    assert [row.cells["role"].text() for row in rows_in_sight(page)] == ["Agent", "", "Planner"]
    assert doc.session_value("roadmap.view") == "role"


def test_what_is_half_typed_stays_with_its_guideline(
    page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(desk, *ADD)
    qtbot.keyClicks(QApplication.focusWidget(), "Agent")
    qtbot.keyClick(desk, *ADD)
    assert roles(doc) == ["Agent", ""]
    assert page.editor.fields["role"].text() == ""
    qtbot.keyClick(page.editor.fields["role"], Qt.Key.Key_Z, CONTROL)
    assert roles(doc) == ["Agent"]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [1600, 1366, 1024, 800])
def test_nothing_is_cut_at_the_side(qtbot: QtBot, sample_doc: Document, width: int, language: str) -> None:
    set_screen_language(language)
    desk = Desk(sample_doc, theme.LIGHT)
    qtbot.addWidget(desk)
    desk.resize(width, 768)
    desk.show()
    page = opened(desk)
    page.table.edits.emit(next(iter(page.table.rows)), "role")
    area = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
