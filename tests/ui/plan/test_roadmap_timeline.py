"""Along the year: dates are dragged, moved by keys and typed, each run one step of Undo."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.plan import priorities, roadmap
from mission_desk.core.room import scene
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.plan.roadmap.page import RoadmapPage
from mission_desk.ui.plan.roadmap.timeline.body import Dragging
from mission_desk.ui.plan.roadmap.timeline.lines import bar, milestones
from mission_desk.ui.plan.roadmap.timeline.time_scale import time_scale
from tests.ui.plan.roadmap_steps import CONTROL, SHIFT, opened, rows_of

LEFT = Qt.MouseButton.LeftButton
DAY = date(2026, 11, 23)


@pytest.fixture
def page(desk: Desk, doc: Document) -> RoadmapPage:
    scene.edit_workshop(doc, day=DAY.isoformat())
    three = [row.id for row in priorities.priorities(doc, "team")]
    for role, due, priority in (("Agent", "2027-01-31", 0), ("Lead", "2027-02-15", 0), ("Planner", "", 1)):
        roadmap.add_guideline(doc, role=role, text=f"When {role}, we do", due=due, priority=three[priority])
    page = opened(desk)
    page.show_view("timeline")
    return page


def dues(doc: Document) -> list[str]:
    return [row.due for row in rows_of(doc)]


def drag(qtbot: QtBot, widget: QWidget, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(widget, LEFT, pos=start)
    qtbot.mouseMove(widget, start + QPoint(15, 0))
    qtbot.mouseMove(widget, end)
    qtbot.mouseRelease(widget, LEFT, pos=end)


def end_of(page: RoadmapPage, row: int) -> QPoint:
    end = page.timeline.body.end_of(row)
    assert end is not None
    return end.toPoint()


def x_of(page: RoadmapPage, day: date) -> int:
    shown = page.timeline.body.shown
    assert shown is not None
    return round(shown.scale(page.timeline.body.width()).x(day))


def test_keys_move_a_date_by_days_and_weeks_in_one_step(
    page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot
) -> None:
    first = rows_of(doc)[0].id
    page.timeline.stand_on(first)
    for key, modifier in (
        (Qt.Key.Key_Right, SHIFT),
        (Qt.Key.Key_Right, SHIFT),
        (Qt.Key.Key_Left, Qt.KeyboardModifier(0)),
    ):
        qtbot.keyClick(page.timeline, key, modifier)
    assert dues(doc)[0] == "2027-02-13"
    qtbot.keyClick(desk, Qt.Key.Key_Z, CONTROL)
    assert dues(doc)[0] == "2027-01-31"


def test_escape_puts_a_moved_date_back(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    page.timeline.stand_on(rows_of(doc)[0].id)
    qtbot.keyClick(page.timeline, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(page.timeline, Qt.Key.Key_Escape)
    assert dues(doc)[0] == "2027-01-31"


def test_the_end_of_a_bar_is_dragged(page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot) -> None:
    second = rows_of(doc)[1].id
    start = end_of(page, second)
    drag(qtbot, page.timeline.body, start, QPoint(x_of(page, date(2027, 4, 1)), start.y()))
    moved = date.fromisoformat(dues(doc)[1])
    assert abs((moved - date(2027, 4, 1)).days) <= 1
    qtbot.keyClick(desk, Qt.Key.Key_Z, CONTROL)
    assert dues(doc)[1] == "2027-02-15"


def test_one_without_a_date_is_dragged_onto_a_day(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    tray: Dragging = page.timeline.tray
    qtbot.waitUntil(lambda: tray.height() > 40)
    there = page.timeline.body.mapTo(page.timeline, QPoint(x_of(page, date(2027, 3, 10)), 60))
    drag(qtbot, tray, page.timeline.tray.box(0).center().toPoint(), tray.mapFrom(page.timeline, there))
    assert abs((date.fromisoformat(dues(doc)[2]) - date(2027, 3, 10)).days) <= 1
    assert not tray.isVisible()


def test_a_date_is_typed(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_End, Qt.Key.Key_D):
        qtbot.keyClick(page.timeline, key)
    assert page.timeline.field.hasFocus()
    qtbot.keyClicks(page.timeline.field, "10 Mar 2027")
    qtbot.keyClick(page.timeline.field, Qt.Key.Key_Return)
    assert dues(doc)[2] == "2027-03-10"
    assert page.timeline.hasFocus()  # Enter was the field's, and opened no row


def test_what_is_over_can_be_moved_to_the_next_check_in(
    page: RoadmapPage, doc: Document, qtbot: QtBot
) -> None:
    today = date.fromtimestamp(doc.now())
    scene.edit_workshop(doc, day=(today - timedelta(14)).isoformat())
    late = rows_of(doc)[0].id
    roadmap.edit_guideline(doc, late, due=(today - timedelta(7)).isoformat())
    line = bar(rows_of(doc)[0], today)
    assert line.warns
    assert line.words.endswith("7 days over")
    qtbot.waitUntil(lambda: page.timeline.body.grab() and late in page.timeline.body.offered)
    box = page.timeline.body.offered[late]
    qtbot.mouseClick(page.timeline.body, LEFT, pos=box.center().toPoint())
    assert dues(doc)[0] > today.isoformat()


def test_enter_opens_the_row_in_the_table(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    qtbot.keyClick(page.timeline, Qt.Key.Key_Home)
    qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
    assert page.table.isVisible()
    assert page.table.editor.guideline == rows_of(doc)[0].id


def test_a_check_in_on_a_weekend_says_so() -> None:
    assert [each.words for each in milestones(DAY)] == [
        "23 Nov", "23 Dec", "22 Feb, after the weekend", "24 May, after the weekend", "23 Nov",
    ]  # fmt: skip


@pytest.mark.parametrize("zoom", ["year", "half", "quarter"])
def test_a_day_and_its_place_belong_together(zoom) -> None:
    scale = time_scale(zoom, DAY, DAY, 300, 900)
    for day in (DAY, DAY + timedelta(1), DAY + timedelta(80)):
        assert scale.day(scale.x(day)) == day
