"""The desk on a laptop's screen at 150 %, above the system's own bar: what can be pressed or typed into lies
in its window, or scrolls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core.file.closed_sets import PAGES
from mission_desk.core.file.document import Document
from mission_desk.core.stage import desk_position
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.welcome.window import WelcomeWindow
from mission_desk.words import set_screen_language
from tests.ui.conftest import shown

SIZES = [(911, 441), (1024, 690)]
MEANT = (QAbstractButton, QLineEdit, QComboBox)


def scrolls(part: QWidget, window: QWidget) -> bool:
    around = part.parentWidget()
    while around is not None and around is not window:
        if isinstance(around, QAbstractScrollArea):
            return True
        around = around.parentWidget()
    return False


def outside(window: QWidget) -> list[str]:
    """The window's controls that lie beyond its edge or that of the part they are in, and do not scroll."""
    controls = [each for kind in MEANT for each in window.findChildren(kind)]
    seen = [each for each in controls if each.isVisible() and not scrolls(each, window)]
    return [f"{type(each).__name__} {each.accessibleName()}" for each in seen if not inside(each)]


def inside(part: QWidget) -> bool:
    box, around = QRect(QPoint(0, 0), part.size()), part
    while not around.isWindow():
        box.translate(around.pos())
        around = around.parentWidget()
        if not around.rect().contains(box):
            return False
    return True


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> str:
    set_screen_language(request.param)
    return request.param


@pytest.mark.parametrize("size", SIZES)
def test_every_page_and_its_panel_lie_in_the_window(
    qtbot: QtBot, doc: Document, language: str, size: tuple[int, int]
) -> None:
    desk = shown(qtbot, doc)
    desk.resize(*size)
    desk.commands.run("stage.show")
    for page in PAGES:
        desk_position.show_page(doc, page)
        qtbot.waitUntil(lambda: outside(desk) == [])
        if desk._page is not None and desk._page.side is not None:
            desk.commands.run("view.side")
            qtbot.waitUntil(lambda: outside(desk) == [])
            desk.commands.run("view.side")
    desk.commands.run("step.edit")
    qtbot.waitUntil(lambda: outside(desk) == [])
    assert (desk.width(), desk.height()) == size


@pytest.mark.parametrize("size", SIZES)
def test_the_welcome_page_lies_in_its_window(qtbot: QtBot, language: str, size: tuple[int, int]) -> None:
    window = WelcomeWindow(theme.LIGHT)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    qtbot.waitUntil(lambda: outside(window) == [])
    assert (window.width(), window.height()) == size


def test_what_is_beside_the_page_lies_over_it_where_room_is_short(qtbot: QtBot, doc: Document) -> None:
    desk: Desk = shown(qtbot, doc)
    desk.resize(911, 441)
    desk_position.show_page(doc, "statement")
    wide = desk._middle.width()
    desk.commands.run("view.side")
    assert desk._side.isVisible()
    assert desk._middle.width() == wide
    desk.resize(1366, 700)
    qtbot.waitUntil(lambda: desk._middle.geometry().right() < desk._side.x())
