"""A notice of the desk is where the facilitator sees it: never under the stage, never on the stage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.parts.toast_place import toast_place
from mission_desk.ui.stage.stage_window import StageWindow

WINDOW = QRect(0, 0, 1_366, 768)


@given(st.integers(-200, 1_400), st.integers(-200, 800), st.integers(0, 1_500), st.integers(0, 900))
def test_a_notice_has_a_place_wherever_another_window_lies(x: int, y: int, w: int, h: int) -> None:
    over, size = QRect(x, y, w, h), QSize(500, 44)
    place = toast_place(WINDOW, over, size, lambda width: 44 * (1 + 500 // width))
    if place is not None:
        assert WINDOW.contains(place)
        assert not place.intersects(over)
    else:
        seen = WINDOW & over
        assert seen.height() > WINDOW.height() - 2 * 200
        assert seen.width() > WINDOW.width() - 2 * 300


def toast(desk: Desk) -> QFrame:
    (notice,) = (each for each in desk.findChildren(QFrame) if each.property("look") == "toast")
    return notice


@pytest.fixture
def stage(qtbot: QtBot, sample_desk: Desk) -> StageWindow:
    """On the only screen, so over the desk."""
    sample_desk.commands.run("stage.here")
    window = sample_desk.stage_control.window
    assert window is not None
    sample_desk.setMinimumSize(1, 1)
    sample_desk.setGeometry(QRect(QPoint(0, 0), window.size()))
    assert window.frameGeometry().contains(sample_desk.geometry())
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def test_a_notice_waits_until_the_stage_over_the_desk_is_gone(
    qtbot: QtBot, sample_desk: Desk, stage: StageWindow
) -> None:
    sample_desk.messages.say("Something happened.", "Undo", lambda: None)
    assert toast(sample_desk).isHidden()
    assert not sample_desk.messages._timer.isActive()
    assert not [each for each in stage.findChildren(QLabel) if each.isVisible()]
    qtbot.keyClick(stage, Qt.Key.Key_Escape)
    assert toast(sample_desk).isVisible()
    assert sample_desk.messages._timer.isActive()


def test_a_notice_is_seen_as_soon_as_somebody_turns_to_the_desk(
    qtbot: QtBot, sample_desk: Desk, stage: StageWindow
) -> None:
    sample_desk.messages.say("Something happened.")
    assert toast(sample_desk).isHidden()
    with qtbot.waitActive(sample_desk):
        sample_desk.activateWindow()
    assert toast(sample_desk).isVisible()


def test_a_notice_moves_out_from_under_a_stage_in_a_window(sample_desk: Desk, stage: StageWindow) -> None:
    sample_desk.messages.say("Something happened.")
    stage.showNormal()
    sample_desk.resize(1_600, 900)
    for corner in ((0, 0), (0, 400), (900, 0), (900, 500), (400, 500)):
        stage.setGeometry(QRect(sample_desk.mapToGlobal(QPoint(*corner)), QSize(700, 400)))
        notice = toast(sample_desk)
        assert notice.isVisible()
        place = QRect(notice.mapToGlobal(QPoint(0, 0)), notice.size())
        assert not place.intersects(stage.frameGeometry())
