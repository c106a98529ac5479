"""Two triples and the links between them: written, linked by mouse and keys, gaps named in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.plan import links, priorities
from mission_desk.core.stage import desk_position
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.plan.priorities_page import PrioritiesPage
from mission_desk.words import set_screen_language

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(desk: Desk) -> PrioritiesPage:
    desk_position.show_page(desk.doc, "priorities")
    page = desk.pages["priorities"]
    assert isinstance(page, PrioritiesPage)
    return page


@pytest.fixture
def page(desk: Desk) -> PrioritiesPage:
    return opened(desk)


def pairs(doc: Document) -> set[tuple[int, int]]:
    rank = {each.id: each.rank for side in ("company", "team") for each in priorities.priorities(doc, side)}
    return {(rank[link.company], rank[link.team]) for link in links.links(doc)}


def words_of(page: PrioritiesPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_first_empty_one_is_written_at_once(page: PrioritiesPage, doc: Document, qtbot: QtBot) -> None:
    field = page.cards["team"][0].field
    assert field.hasFocus()
    qtbot.keyClicks(field, "Solved in one contact")
    qtbot.waitUntil(lambda: priorities.priorities(doc, "team")[0].text == "Solved in one contact")
    assert "linked to no company priority yet" in words_of(page)


def test_two_handles_make_a_link_and_take_it_away(page: PrioritiesPage, doc: Document, qtbot: QtBot) -> None:
    handles = page.triples.handles
    qtbot.mouseClick(handles["company", 0], LEFT)
    assert "Now press the dot of the one of ours that serves it." in words_of(page)
    qtbot.mouseClick(handles["team", 2], LEFT)
    assert pairs(doc) == {(0, 2)}
    qtbot.keyClick(handles["team", 2], Qt.Key.Key_Space)
    qtbot.keyClick(handles["company", 0], Qt.Key.Key_Return)
    assert pairs(doc) == set()


def test_a_handle_pressed_twice_waits_no_longer(page: PrioritiesPage, doc: Document, qtbot: QtBot) -> None:
    handle = page.triples.handles["team", 1]
    qtbot.mouseClick(handle, LEFT)
    qtbot.mouseClick(handle, LEFT)
    qtbot.mouseClick(page.triples.handles["company", 1], LEFT)
    assert pairs(doc) == set()


def test_a_link_is_drawn_with_the_mouse(page: PrioritiesPage, doc: Document, qtbot: QtBot) -> None:
    start, end = page.triples.handles["company", 2], page.triples.handles["team", 0]
    way = end.middle() - start.middle()
    inside = QPoint(start.width() // 2, start.height() // 2)
    qtbot.mousePress(start, LEFT, pos=inside)
    qtbot.mouseMove(start, inside + way / 2)
    qtbot.mouseMove(start, inside + way)
    qtbot.mouseRelease(start, LEFT, pos=inside + way)
    assert pairs(doc) == {(2, 0)}


def test_keys_link_what_is_being_written(page: PrioritiesPage, doc: Document, qtbot: QtBot) -> None:
    field = page.cards["team"][1].field
    field.setFocus()
    qtbot.keyClicks(field, "Sound like us")
    qtbot.keyClick(field, Qt.Key.Key_3, CONTROL)
    assert pairs(doc) == {(2, 1)}
    assert priorities.priorities(doc, "team")[1].text == "Sound like us"
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert pairs(doc) == set()


def test_the_sample_names_its_gaps(sample_desk: Desk) -> None:
    page = opened(sample_desk)
    assert "2 are linked to nothing yet" in words_of(page)
    assert "none of ours serves it yet" in words_of(page)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [1600, 1024, 800])
def test_nothing_is_cut_at_the_side(qtbot: QtBot, sample_doc: Document, width: int, language: str) -> None:
    set_screen_language(language)
    desk_position.show_page(sample_doc, "priorities")
    desk = Desk(sample_doc, theme.LIGHT)
    qtbot.addWidget(desk)
    desk.resize(width, 768)
    desk.show()
    area = desk.pages["priorities"].findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())


def test_tab_goes_from_text_to_text(page: PrioritiesPage, doc: Document, qtbot: QtBot) -> None:
    page.cards["team"][0].field.setFocus()
    qtbot.keyClicks(page.cards["team"][0].field, "One")
    qtbot.keyClick(page.cards["team"][0].field, Qt.Key.Key_Tab)
    assert page.cards["team"][1].field.hasFocus()
    qtbot.keyClicks(page.window().focusWidget(), "Two")
    qtbot.waitUntil(lambda: [row.text for row in priorities.priorities(doc, "team")][:2] == ["One", "Two"])
