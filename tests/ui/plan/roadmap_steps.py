"""What a person does on the road map's page, with real keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan import roadmap
from mission_desk.core.stage import desk_position
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.plan.roadmap.columns import ColumnName
from mission_desk.ui.plan.roadmap.page import RoadmapPage

NO, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
ADD = (Qt.Key.Key_R, CONTROL | SHIFT)


def opened(desk: Desk) -> RoadmapPage:
    desk_position.show_page(desk.doc, "roadmap")
    page = desk.pages["roadmap"]
    assert isinstance(page, RoadmapPage)
    return page


def type_here(qtbot: QtBot, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), key)


def rows_of(doc: Document) -> list[Guideline]:
    return roadmap.guidelines(doc)


def roles_of(doc: Document) -> list[str]:
    return [row.role for row in rows_of(doc)]


def shown_texts(page: RoadmapPage) -> list[str]:
    return [line.row.text for line in page.table.table.lines.every if line.row is not None]


def offered_roles(page: RoadmapPage) -> list[str]:
    return [line.role for line in page.table.table.lines.every if line.kind == "offer"]


def middle(page: RoadmapPage, row: int, name: ColumnName = "text") -> QPoint:
    place = page.table.table.lines.place_of(row)
    assert place is not None
    return page.table.table.cell_box(place, name).center()


def click(
    qtbot: QtBot, page: RoadmapPage, row: int, name: ColumnName = "text", modifier: Qt.KeyboardModifier = NO
) -> None:
    qtbot.mouseClick(page.table.table, Qt.MouseButton.LeftButton, modifier, middle(page, row, name))


def button_of(around: QWidget, words: str) -> QPushButton:
    every = [each for each in around.findChildren(QPushButton) if not each.isHidden()]
    return next(each for each in every if each.text().replace("&&", "&") == words)
