"""Sorting, grouping and narrowing change what is shown and never the agreed order; dragging does."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.plan import priorities, roadmap
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.plan.roadmap.columns import ColumnName, columns
from mission_desk.ui.plan.roadmap.filter_bar import MenuButton
from mission_desk.ui.plan.roadmap.page import RoadmapPage
from tests.ui.plan.roadmap_steps import CONTROL, SHIFT, click, middle, opened, roles_of, rows_of, shown_texts


@pytest.fixture
def page(desk: Desk, doc: Document) -> RoadmapPage:
    three = [row.id for row in priorities.priorities(doc, "team")]
    for role, owner, due, priority in (
        ("Agent", "Zoe", "2027-03-01", three[1]),
        ("Planner", "", "", None),
        ("agent", "Ann", "2027-01-01", three[0]),
        ("Lead", "Ann", "2027-02-01", three[0]),
    ):
        roadmap.add_guideline(
            doc, role=role, text=f"When {role}, we do", owner=owner, due=due, measure="m", priority=priority
        )
    return opened(desk)


def head(page: RoadmapPage, name: ColumnName) -> QPoint:
    column = next(each for each in columns(page.table.table.width()) if each.name == name)
    return QPoint(column.x + 6, page.table.card.head.height() // 2)


def shown(page: RoadmapPage) -> list[str]:
    return [line.row.role for line in page.table.table.lines.every if line.row is not None]


def groups(page: RoadmapPage) -> list[str]:
    return [line.role for line in page.table.table.lines.every if line.kind == "group"]


def pick(button: MenuButton, words: str) -> None:
    menu = button.open_list()
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_a_heading_sorts_turns_and_gives_the_order_back(
    page: RoadmapPage, doc: Document, qtbot: QtBot
) -> None:
    orders = []
    for _ in range(3):
        qtbot.mouseClick(page.table.card.head, Qt.MouseButton.LeftButton, pos=head(page, "due"))
        orders.append(shown(page))
    assert orders == [
        ["agent", "Lead", "Agent", "Planner"],
        ["Agent", "Lead", "agent", "Planner"],  # what has no date comes last both ways
        ["Agent", "Planner", "agent", "Lead"],
    ]
    assert roles_of(doc) == ["Agent", "Planner", "agent", "Lead"]


def test_groups_of_roles_owners_priorities_and_states(page: RoadmapPage) -> None:
    pick(page.table.filter.group, "By role")
    assert shown(page) == ["Agent", "agent", "Planner", "Lead"]
    pick(page.table.filter.group, "By owner")
    assert groups(page) == ["Zoe", "Ann", "nobody yet"]
    pick(page.table.filter.group, "By priority")
    assert [words[0] for words in groups(page)[:2]] == ["1", "2"]
    assert groups(page)[2] == "serves none of our three yet"
    pick(page.table.filter.group, "By state")
    assert groups(page) == ["planned"]
    assert page.doc.session_value("roadmap.view") == "state"


def test_chips_narrow_and_can_be_taken_together(page: RoadmapPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.table.filter.chips[0], Qt.MouseButton.LeftButton)
    assert shown(page) == ["agent", "Lead"]
    pick(page.table.filter.role, "Lead")
    assert shown(page) == ["Lead"]
    qtbot.mouseClick(page.table.filter.all, Qt.MouseButton.LeftButton)
    pick(page.table.filter.owner, "nobody yet")
    assert shown(page) == ["Planner"]


def test_a_new_guideline_is_seen_although_the_table_is_narrowed(page: RoadmapPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.table.filter.chips[0], Qt.MouseButton.LeftButton)
    page.place.commands.run("guideline.add")
    assert len(shown(page)) == 5
    assert page.table.editor.isVisible()


def drag(qtbot: QtBot, page: RoadmapPage, row: int, to: QPoint) -> None:
    left, start = Qt.MouseButton.LeftButton, middle(page, row)
    qtbot.mousePress(page.table.table, left, pos=start)
    qtbot.mouseMove(page.table.table, start + QPoint(0, 20))
    qtbot.mouseMove(page.table.table, to)
    qtbot.mouseRelease(page.table.table, left, pos=to)


def test_rows_are_dragged_to_another_place(
    page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot
) -> None:
    first, _, third, fourth = (row.id for row in rows_of(doc))
    click(qtbot, page, first, modifier=CONTROL)  # the keys stood there; no more
    click(qtbot, page, fourth, modifier=CONTROL)
    click(qtbot, page, third, modifier=CONTROL)
    drag(qtbot, page, third, QPoint(middle(page, first).x(), 2))
    assert roles_of(doc) == ["agent", "Lead", "Agent", "Planner"]
    assert not page.table.editor.isVisible()
    qtbot.keyClick(desk, Qt.Key.Key_Z, CONTROL)
    assert roles_of(doc) == ["Agent", "Planner", "agent", "Lead"]


def test_a_sorted_table_says_why_nothing_moves(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.table.card.head, Qt.MouseButton.LeftButton, pos=head(page, "role"))
    rows = page.table.table.lines.rows()
    drag(qtbot, page, rows[-1], middle(page, rows[0]) - QPoint(0, 15))
    assert roles_of(doc) == ["Agent", "Planner", "agent", "Lead"]
    assert page.place.messages.last == "Rows can be moved while they stand in their own order."


def test_several_rows_are_picked_and_deleted_in_one_step(
    page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot
) -> None:
    page.table.table.setFocus()
    qtbot.keyClick(page.table.table, Qt.Key.Key_Home)
    for _ in range(2):
        qtbot.keyClick(page.table.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.table.table, Qt.Key.Key_Delete)
    assert roles_of(doc) == ["Lead"]
    qtbot.keyClick(desk, Qt.Key.Key_Z, CONTROL)
    assert len(roles_of(doc)) == 4


def test_what_is_over_stands_in_words(page: RoadmapPage, doc: Document) -> None:
    late = rows_of(doc)[3]
    today = date.fromtimestamp(doc.now())
    day = date.fromordinal(today.toordinal() - 7).isoformat()
    roadmap.edit_guideline(doc, late.id, due=day)
    assert "7 days over: Lead" in page.table.gaps.text()
    assert shown_texts(page) == [row.text for row in rows_of(doc)]
