"""Keys that are held: a pointer and a spotlight for as long, anything else once, however the system says that
a key repeats itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards
from mission_desk.core.stage import desk_position, stage_state
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.parts.keys.held_key import HeldKey
from mission_desk.ui.stage.stage_window import StageWindow

PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def stage(qtbot: QtBot, sample_desk: Desk) -> StageWindow:
    sample_desk.commands.run("stage.show")
    window = sample_desk.stage_control.window
    assert window is not None
    window.setGeometry(2_000, 0, 800, 600)  # away from the desk
    with qtbot.waitActive(sample_desk):
        sample_desk.activateWindow()
    return window


def key(kind: QEvent.Type, which: Qt.Key, at: int, *, repeats: bool = False) -> QKeyEvent:
    event = QKeyEvent(kind, which, PLAIN, "", repeats, 1)
    event.setTimestamp(at)
    return event


@pytest.mark.parametrize("modifiers", [PLAIN, SHIFT])
def test_a_held_key_points_where_the_mouse_is(
    qtbot: QtBot, sample_desk: Desk, stage: StageWindow, modifiers: Qt.KeyboardModifier
) -> None:
    desk = sample_desk.windowHandle()
    middle = sample_desk.mapToGlobal(sample_desk.rect().center())
    QCursor.setPos(middle)
    QTest.keyPress(desk, Qt.Key.Key_F9, modifiers)
    qtbot.waitUntil(lambda: stage._pointed is not None)
    assert stage._pointed is not None
    assert (round(stage._pointed.x, 1), round(stage._pointed.y, 1)) == (0.5, 0.5)
    assert stage._pointed.light == (modifiers == SHIFT)
    QCursor.setPos(middle + QPoint(sample_desk.width() // 4, 0))
    qtbot.waitUntil(lambda: stage._pointed is not None and stage._pointed.x > 0.7)
    QTest.keyRelease(desk, Qt.Key.Key_F9, modifiers)
    qtbot.waitUntil(lambda: stage._pointed is None)


def test_a_key_that_seems_let_go_in_between_keeps_the_pointer(
    qtbot: QtBot, sample_desk: Desk, stage: StageWindow
) -> None:
    desk, seen = sample_desk.windowHandle(), []
    QCursor.setPos(sample_desk.mapToGlobal(sample_desk.rect().center()))
    QTest.keyPress(desk, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: stage._pointed is not None)
    stage.drawn.connect(lambda: seen.append(stage._pointed))
    for _ in range(3):
        QTest.keyRelease(desk, Qt.Key.Key_F9)
        QTest.keyPress(desk, Qt.Key.Key_F9)
    assert None not in seen
    QTest.keyRelease(desk, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: stage._pointed is None)


def test_a_held_key_is_told_from_one_that_is_pressed_again() -> None:
    pressed, released = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    held_key = HeldKey()
    assert not held_key.repeats(key(pressed, Qt.Key.Key_F5, 100))
    held_key.released(key(released, Qt.Key.Key_F5, 760))
    assert held_key.repeats(key(pressed, Qt.Key.Key_F5, 760))
    assert not held_key.repeats(key(pressed, Qt.Key.Key_F6, 760))
    assert not held_key.repeats(key(pressed, Qt.Key.Key_F5, 900))
    assert held_key.repeats(key(pressed, Qt.Key.Key_F5, 900, repeats=True))


def test_the_stage_does_not_come_and_go_while_somebody_leans_on_its_key(
    qtbot: QtBot, sample_desk: Desk, stage: StageWindow
) -> None:
    with qtbot.waitActive(stage):
        stage.activateWindow()
    QApplication.sendEvent(stage, key(QEvent.Type.KeyRelease, Qt.Key.Key_F5, 760))
    QApplication.sendEvent(stage, key(QEvent.Type.KeyPress, Qt.Key.Key_F5, 760))
    QApplication.sendEvent(stage, key(QEvent.Type.KeyPress, Qt.Key.Key_F5, 800, repeats=True))
    assert sample_desk.stage_control.window is stage
    QApplication.sendEvent(stage, key(QEvent.Type.KeyPress, Qt.Key.Key_F5, 900))
    assert sample_desk.stage_control.window is None
    again = key(QEvent.Type.ShortcutOverride, Qt.Key.Key_F5, 940)
    QApplication.sendEvent(sample_desk.windowHandle(), key(QEvent.Type.KeyRelease, Qt.Key.Key_F5, 940))
    again.ignore()
    QApplication.sendEvent(sample_desk.windowHandle(), again)
    assert again.isAccepted()  # the desk, which has the keys now, does not bring it back


def test_on_the_desk_a_held_key_freezes_once(sample_desk: Desk, stage: StageWindow) -> None:
    """What the clicker's ear takes for itself reaches no shortcut."""
    override, desk = QEvent.Type.ShortcutOverride, sample_desk.windowHandle()
    QApplication.sendEvent(desk, key(QEvent.Type.KeyRelease, Qt.Key.Key_F6, 760))
    again, later = key(override, Qt.Key.Key_F6, 760), key(override, Qt.Key.Key_F6, 900)
    for event in (again, later):
        event.ignore()
        QApplication.sendEvent(desk, event)
    assert (again.isAccepted(), later.isAccepted()) == (True, False)
    assert not stage_state.read_state(sample_desk.doc).frozen
    commands = sample_desk.commands
    assert not any(commands.action(each).autoRepeat() for each in commands.rows if each.startswith("stage."))


def test_reading_out_ends_by_its_key_by_escape_and_by_its_button(
    qtbot: QtBot, sample_desk: Desk, stage: StageWindow
) -> None:
    """Escape ends the reading first, and only then the stage."""
    desk, on = sample_desk, sample_desk.stage_control.on
    assert on is not None
    desk_position.show_board(desk.doc, "think-big")

    def reads() -> bool:
        return stage_state.read_state(desk.doc).shows == "note"

    for end in (
        lambda: QTest.keyClick(desk, Qt.Key.Key_F4),
        lambda: QTest.keyClick(stage, Qt.Key.Key_Escape),
        lambda: QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Escape),
        lambda: qtbot.mouseClick(on.strip.offer, Qt.MouseButton.LeftButton),
    ):
        desk.commands.run("stage.note")
        assert reads()
        assert on.strip.offer.text() == "End reading"
        end()
        assert not reads()
        assert stage.isVisible()


def test_escape_on_the_desk_takes_back_half_a_sentence_before_it_ends_reading(
    sample_desk: Desk, stage: StageWindow
) -> None:
    desk = sample_desk
    desk_position.show_board(desk.doc, "think-big")
    desk.commands.run("stage.note")
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_N)
    assert QApplication.focusWidget() is not desk.pages["board"].canvas
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_H)
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Escape)
    assert stage_state.read_state(desk.doc).shows == "note"


def test_p_on_the_stage_parks_what_is_read_and_nothing_else(sample_desk: Desk, stage: StageWindow) -> None:
    doc = sample_desk.doc
    desk_position.show_board(doc, "think-big")
    parking = boards.board_by_key(doc, "parking").id
    before = len(boards.notes_on(doc, parking))
    QTest.keyClick(stage, Qt.Key.Key_P)
    assert len(boards.notes_on(doc, parking)) == before
    sample_desk.commands.run("stage.note")
    read = stage_state.read_state(doc).note
    QTest.keyClick(stage, Qt.Key.Key_P)
    assert [note.id for note in boards.notes_on(doc, parking) if note.id == read] == [read]
    assert stage_state.read_state(doc).note != read
