"""Rows of a spreadsheet are seen before they are taken, and one Undo takes all of them back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.plan import roadmap
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.plan.roadmap.page import RoadmapPage
from tests.ui.plan.roadmap_steps import CONTROL, opened, roles_of, rows_of

HEADS = "Rolle\tLeitlinie\tKennzahl\tNotiz\tVerantwortlich\tBis wann"


@pytest.fixture
def page(desk: Desk) -> RoadmapPage:
    return opened(desk)


def paste(qtbot: QtBot, page: RoadmapPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    page.table.table.setFocus()
    qtbot.keyClick(page.table.table, Qt.Key.Key_V, CONTROL)


def forty(heads: str = HEADS) -> str:
    """As a spreadsheet copies them: a tab and a line break inside of cells, which are quoted."""
    rows = [
        f'Rolle {n}\t"Wenn ""{n}"" klingelt,\nsagen wir\twas"\tAnrufe\tsiehe unten\tAnn\t31.01.2027'
        for n in range(40)
    ]
    return "\n".join([heads, *rows]) + "\n"


def test_forty_rows_come_in_and_go_in_one_step(
    page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot
) -> None:
    roadmap.add_guideline(doc, role="Agent", text="When it rings, we answer")
    paste(qtbot, page, forty())
    preview = page.table.preview
    assert preview.isVisible()
    assert not page.table.card.isVisible()
    assert len(rows_of(doc)) == 1  # nothing is taken before it was seen
    assert preview.fields == ["role", "text", "measure", None, "owner", "due"]
    qtbot.keyClick(preview.table, Qt.Key.Key_Return)
    assert len(rows_of(doc)) == 41
    last = rows_of(doc)[-1]
    assert (last.role, last.text) == ("Rolle 39", 'Wenn "39" klingelt, sagen wir was')
    assert (last.measure, last.owner, last.due) == ("Anrufe", "Ann", "2027-01-31")
    assert page.table.table.hasFocus()
    qtbot.keyClick(desk, Qt.Key.Key_Z, CONTROL)
    assert roles_of(doc) == ["Agent"]


def test_escape_leaves_them(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    paste(qtbot, page, forty())
    qtbot.keyClick(page.table.preview.table, Qt.Key.Key_Escape)
    assert rows_of(doc) == []
    assert page.table.card.isVisible()


def test_rows_like_ours_stay_out(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    roadmap.add_guideline(doc, role="agent", text="When it rings we answer")
    paste(
        qtbot,
        page,
        "Role\tGuideline\nAgent\tWhen it rings, we answer.\nPlanner\tWhen it is quiet, we learn\n",
    )
    assert page.table.preview.take.text() == "Take this row (Enter)"
    qtbot.mouseClick(page.table.preview.take, Qt.MouseButton.LeftButton)
    assert roles_of(doc) == ["agent", "Planner"]


def test_a_column_is_given_another_meaning(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    """A field stands for one column: the one that had it is left out."""
    paste(qtbot, page, "Ann\tWhen it rings, we answer\nZoe\tWhen it is quiet, we learn")
    preview = page.table.preview
    assert preview.fields == ["role", "text"]
    chooser = preview.choosers[0]
    chooser.setFocus()
    qtbot.keyClicks(chooser, "Own")
    qtbot.keyClick(chooser, Qt.Key.Key_Return)
    assert preview.fields == ["owner", "text"]
    preview.choosers[1].chosen.emit("owner")
    assert preview.fields == [None, "owner"]
    qtbot.mouseClick(preview.take, Qt.MouseButton.LeftButton)
    assert [row.owner for row in rows_of(doc)] == ["When it rings, we answer", "When it is quiet, we learn"]


def test_an_empty_clipboard_says_so(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    paste(qtbot, page, " \n\n")
    assert page.place.messages.last == "There are no rows on the clipboard."
    assert page.table.card.isVisible()
