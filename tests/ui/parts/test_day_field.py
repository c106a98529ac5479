"""A day that can be two days is asked for, below its field; nothing is written before the answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.plan import roadmap
from mission_desk.core.room import scene
from mission_desk.core.stage import desk_position
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.parts import dates
from mission_desk.ui.parts.days.day_field import DayField
from mission_desk.ui.scene.page import ScenePage
from tests.ui.plan.roadmap_steps import click, opened


@pytest.fixture(autouse=True)
def machine_of_boston() -> Iterator[None]:
    dates.set_figure_order("mdy")
    yield
    dates.set_figure_order("")


@pytest.fixture
def day(desk: Desk, doc: Document) -> DayField:
    desk_position.show_page(doc, "scene")
    page = desk.pages["scene"]
    assert isinstance(page, ScenePage)
    page.when.day.setFocus()
    page.when.day.selectAll()
    return page.when.day


def type_day(qtbot: QtBot, field: QWidget, text: str, key: Qt.Key) -> None:
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, key)


def test_tab_comes_to_a_day(day: DayField, qtbot: QtBot) -> None:
    """Its question takes clicks only, and must not hand that on to the field."""
    before = day.previousInFocusChain()
    while not before.focusPolicy() & Qt.FocusPolicy.TabFocus or not before.isVisible():
        before = before.previousInFocusChain()
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is day


def test_nothing_is_written_before_one_of_two_days_is_chosen(
    day: DayField, doc: Document, desk: Desk, qtbot: QtBot
) -> None:
    before = scene.workshop(doc).day
    type_day(qtbot, day, "03/04/2027", Qt.Key.Key_Tab)
    assert day.asks
    offered = [each.text().replace("\u00a0", " ") for each in day.question.buttons]
    assert offered == ["4 March 2027", "3 April 2027"]
    assert scene.workshop(doc).day == before
    spot = QRect(day.question.mapTo(desk, QPoint()), day.question.size())
    assert desk.rect().contains(spot)
    qtbot.mouseClick(day.question.buttons[1], Qt.MouseButton.LeftButton)
    assert scene.workshop(doc).day == "2027-04-03"
    assert day.hasFocus()
    assert not day.asks


def test_enter_takes_the_day_in_the_order_of_the_machine(day: DayField, doc: Document, qtbot: QtBot) -> None:
    before = scene.workshop(doc).day
    type_day(qtbot, day, "03/04/2027", Qt.Key.Key_Return)
    assert scene.workshop(doc).day == before
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert scene.workshop(doc).day == "2027-03-04"


def test_an_arrow_and_enter_take_the_other_day(day: DayField, doc: Document, qtbot: QtBot) -> None:
    type_day(qtbot, day, "03/04/2027", Qt.Key.Key_Return)
    qtbot.keyClick(day, Qt.Key.Key_Down)
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert scene.workshop(doc).day == "2027-04-03"


def test_the_question_goes_with_what_it_asks_about(day: DayField, doc: Document, qtbot: QtBot) -> None:
    type_day(qtbot, day, "03/04/2027", Qt.Key.Key_Return)
    qtbot.keyClick(day, Qt.Key.Key_Backspace)
    assert not day.asks
    type_day(qtbot, day, "7", Qt.Key.Key_Return)
    desk_position.show_page(doc, "board")
    assert not day.asks
    day.clear()
    desk_position.show_page(doc, "scene")
    day.setFocus()
    day.selectAll()
    type_day(qtbot, day, "23/11/2026", Qt.Key.Key_Return)
    assert not day.asks
    assert scene.workshop(doc).day == "2026-11-23"


def test_a_row_of_the_road_map_waits_for_the_answer(desk: Desk, doc: Document, qtbot: QtBot) -> None:
    first, second = (roadmap.add_guideline(doc, role="Agent", text=text) for text in ("Stay", "Listen"))
    page = opened(desk)
    click(qtbot, page, first, "due")
    due = page.table.editor.fields["due"]
    assert isinstance(due, DayField)
    type_day(qtbot, due, "03/04/2027", Qt.Key.Key_Return)
    assert (due.asks, page.table.editor.guideline) == (True, first)
    qtbot.keyClick(due, Qt.Key.Key_Return)
    assert roadmap.guidelines(doc)[0].due == "2027-03-04"
    assert page.table.editor.guideline == second
