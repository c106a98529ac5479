"""Tab leads through everything that takes keys, and back to where it began, on every page and both ways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core.file.closed_sets import PAGES
from mission_desk.core.stage import desk_position
from mission_desk.ui.desk.desk import Desk


def taking_keys(desk: Desk) -> set[QWidget]:
    every = desk.findChildren(QWidget)
    return {
        each for each in every
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isEnabled() and each.isVisibleTo(desk) and not each.focusProxy()
    }  # fmt: skip


def missed(qtbot: QtBot, key: Qt.Key, desk: Desk, wanted: set[QWidget]) -> set[QWidget]:
    """What was in sight all the time and yet never reached: a card may fold when the keys leave it."""
    met: set[QWidget] = set()
    for _ in range(2 * len(wanted) + 4):
        here = QApplication.focusWidget()
        met.add(here)
        qtbot.keyClick(here, key)
        wanted = {each for each in wanted if each in met or each.isVisibleTo(desk)}
    choices = {choice_of(each) for each in met}
    return {each for each in wanted - met if choice_of(each) not in choices}


def choice_of(part: QWidget) -> object:
    """Of several that exclude each other Tab reaches one, and arrows the others."""
    alone = isinstance(part, QAbstractButton) and part.autoExclusive()
    return part.parentWidget() if alone else part


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_reaches_everything(qtbot: QtBot, desk: Desk, page: str, key: Qt.Key) -> None:
    desk_position.show_page(desk.doc, page)
    QApplication.processEvents()
    next(each for each in taking_keys(desk) if isinstance(each, QToolButton)).setFocus()
    wanted = taking_keys(desk)
    missing = missed(qtbot, key, desk, wanted)
    assert not {(type(each).__name__, each.accessibleName() or each.objectName()) for each in missing}
