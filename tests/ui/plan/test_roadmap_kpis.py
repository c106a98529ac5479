"""The measures of today: each is kept, changed or stopped, and none is left without an answer unseen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.plan import kpis
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.plan.roadmap.page import RoadmapPage
from tests.ui.plan.roadmap_steps import CONTROL, button_of, opened


@pytest.fixture
def page(desk: Desk) -> RoadmapPage:
    page = opened(desk)
    page.show_view("kpis")
    return page


def write(qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), words)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_measures_are_typed_one_after_the_other(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    qtbot.keyClick(page.kpis.add, Qt.Key.Key_Return)
    for words in ("Calls an hour", "Handle time"):
        write(qtbot, words)
    assert [row.name for row in kpis.kpis(doc)] == ["Calls an hour", "Handle time", ""]
    qtbot.mouseClick(page.kpis.add, Qt.MouseButton.LeftButton)
    assert len(kpis.kpis(doc)) == 3  # the blank one is used


def test_changed_is_no_answer_before_it_is_said_to_what(
    page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot
) -> None:
    calls = kpis.add_kpi(doc, "Calls an hour")
    row = page.kpis.rows[calls]
    assert "Measured today, without an answer: Calls an hour" in page.table.gaps.text()
    qtbot.mouseClick(row.answer.option("changed"), Qt.MouseButton.LeftButton)
    assert row.fields["changed_to"].hasFocus()
    assert "Calls an hour" in page.table.gaps.text()
    write(qtbot, "Solved for a week")
    assert kpis.kpis(doc)[0].changed_to == "Solved for a week"
    assert "Calls an hour" not in page.table.gaps.text()
    page.show_view("kpis")
    qtbot.mouseClick(row.answer.option("stopped"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(desk, Qt.Key.Key_Z, CONTROL)
    assert kpis.kpis(doc)[0].answer == "changed"


def test_the_gap_leads_to_the_measures(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    kpis.add_kpi(doc, "Calls an hour")
    page.show_view("table")
    qtbot.mouseClick(button_of(page.table.gaps, "Calls an hour"), Qt.MouseButton.LeftButton)
    assert page.kpis.isVisible()
    assert page.view.choice() == "kpis"


def test_a_deleted_measure_comes_back(page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot) -> None:
    calls = kpis.add_kpi(doc, "Calls an hour")
    qtbot.mouseClick(button_of(page.kpis.rows[calls], "Delete"), Qt.MouseButton.LeftButton)
    assert kpis.kpis(doc) == []
    qtbot.keyClick(desk, Qt.Key.Key_Z, CONTROL)
    assert page.kpis.rows[calls].fields["name"].text() == "Calls an hour"
