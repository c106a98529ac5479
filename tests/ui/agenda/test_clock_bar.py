"""The clock in the top bar: down, then up in the warning colour, by keys and buttons, with a chime."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.room import scene
from mission_desk.core.stage import desk_position
from mission_desk.ui.agenda.chime import player
from mission_desk.ui.agenda.clock_bar import ClockBar
from mission_desk.ui.desk.desk import Desk
from tests.core.day_times import Times

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bar(desk: Desk) -> ClockBar:
    return desk._clock


def test_it_counts_down_turns_colour_and_counts_up(
    qtbot: QtBot, desk: Desk, bar: ClockBar, times: Times
) -> None:
    assert (bar._face.text, bar._face.tone) == ("20:00", "calm")
    qtbot.keyClick(desk, Qt.Key.Key_Space, CONTROL)
    seen = []
    for seconds in (14 * 60, 2 * 60, 4 * 60 + 30):
        times.wait(seconds)
        bar._on_tick()
        seen.append((bar._face.text, bar._face.tone))
    assert seen == [("06:00", "calm"), ("04:00", "soon"), ("+00:30", "warn")]
    desk.place.preferences.keep("clock.soon", 0)
    agenda.set_clock(desk.doc, agenda.current_step(desk.doc), bar._clock().lengthened(60))
    assert (bar._face.text, bar._face.tone) == ("00:30", "calm")


def test_minutes_are_given_and_taken_and_reset_gives_those_of_the_plan(
    qtbot: QtBot, bar: ClockBar, times: Times
) -> None:
    buttons = {each.text(): each for each in bar.findChildren(QPushButton)}
    for words, face in (("+5", "25:00"), ("+1", "26:00"), ("−1", "25:00")):
        qtbot.mouseClick(buttons[words], Qt.MouseButton.LeftButton)
        assert bar._face.text == face
    bar._place.commands.run("clock.toggle")
    times.wait(90)
    bar._on_tick()
    assert bar._face.text == "23:30"
    bar._place.commands.run("clock.toggle")
    times.wait(600)
    bar._on_tick()
    assert bar._face.text == "23:30"  # paused
    bar._place.commands.run("clock.reset")
    assert bar._face.text == "20:00"  # as the plan says


def test_the_chime_comes_once_and_not_after_a_sleep(
    qtbot: QtBot, desk: Desk, bar: ClockBar, times: Times
) -> None:
    rung: list[float] = []
    bar.up.connect(lambda: rung.append(times.count))
    bar._place.commands.run("clock.toggle")
    for seconds in (1199, 1, 1, 60):
        times.wait(seconds)
        bar._on_tick()
    assert len(rung) == 1
    bar._place.commands.run("clock.reset")
    times.wait(3 * 3600)  # the lid was closed over the end
    bar._on_tick()
    assert len(rung) == 1


def test_a_softer_chime_comes_between_the_parts_and_the_bar_names_them(
    qtbot: QtBot, desk: Desk, bar: ClockBar, times: Times
) -> None:
    outline.set_parts(desk.doc, agenda.steps(desk.doc)[0].id, "5 alone · 15 aloud")
    rung: list[str] = []
    bar.up.connect(lambda: rung.append("up"))
    bar.next_part.connect(lambda: rung.append("part"))
    assert bar._step.text() == "Set the scene · alone"
    bar._place.commands.run("clock.toggle")
    for seconds, heard in ((299, []), (1, ["part"]), (1, ["part"]), (898, ["part"]), (1, ["part", "up"])):
        times.wait(seconds)
        bar._on_tick()
        assert rung == heard
    assert bar._step.text() == "Set the scene · aloud"
    bar._place.commands.run("clock.reset")
    times.wait(600)  # the lid was closed over the end of the first part
    bar._on_tick()
    assert rung == ["part", "up"]


def test_parts_are_one_field_beside_the_minutes(qtbot: QtBot, desk: Desk) -> None:
    desk.commands.run("step.edit")
    panel = desk.rail.editor
    assert panel is not None
    panel.parts.setFocus()
    qtbot.keyClicks(panel.parts, "5 alone, 6 min aloud")
    qtbot.keyClick(panel.parts, Qt.Key.Key_Return)
    assert (panel.parts.text(), panel.minutes.text()) == ("5 alone · 6 aloud", "11")
    qtbot.keyClicks(panel.parts, " and")
    panel.parts.selectAll()
    qtbot.keyClicks(panel.parts, "nothing of that kind")
    qtbot.keyClick(panel.parts, Qt.Key.Key_Return)
    assert agenda.steps(desk.doc)[0].parts == "5 alone · 6 aloud"


def test_a_system_clock_that_is_set_moves_nothing(bar: ClockBar, times: Times) -> None:
    bar._place.commands.run("clock.toggle")
    times.wait(60)
    times.set_wall(-7200)
    bar._on_tick()
    assert bar._face.text == "19:00"


def test_opening_a_step_starts_its_clock_in_a_day_that_runs(qtbot: QtBot, desk: Desk, times: Times) -> None:
    doc, steps = desk.doc, agenda.steps(desk.doc)
    qtbot.keyClick(desk, Qt.Key.Key_PageDown, CONTROL)
    assert not agenda.clock(doc, steps[1]).runs  # the evening before, nothing runs
    qtbot.keyClick(desk, Qt.Key.Key_Space, CONTROL)
    qtbot.keyClick(desk, Qt.Key.Key_PageDown, CONTROL)
    assert [agenda.clock(doc, step).runs for step in steps[:4]] == [False, False, True, False]
    desk.place.preferences.keep("clock.starts", 0)
    qtbot.keyClick(desk, Qt.Key.Key_PageDown, CONTROL)
    assert not agenda.clock(doc, steps[3]).runs


def test_the_chime_is_a_file_that_some_player_takes() -> None:
    command = player("chime.wav")
    assert command == [] or command[-1].find("chime.wav") >= 0


def test_what_a_narrow_bar_leaves_out_makes_room_for_the_title(desk: Desk) -> None:
    whole = scene.workshop(desk.doc).title
    assert desk.top._title.text() == whole
    desk.resize(1024, 740)
    assert desk.top._title.text() == whole


def test_keys_that_mean_larger_everywhere_else_leave_the_clock_alone(
    qtbot: QtBot, desk: Desk, bar: ClockBar
) -> None:
    """On an American keyboard plus needs Shift: Ctrl and plus with and without it must be the board's."""
    desk_position.show_board(desk.doc, "think-big")
    zoom = desk.pages["board"].canvas.sight.camera.scale
    for modifiers in (CONTROL, CONTROL | Qt.KeyboardModifier.ShiftModifier):
        qtbot.keyClick(desk, Qt.Key.Key_Plus, modifiers)
    assert bar._face.text == "20:00"
    assert desk.pages["board"].canvas.sight.camera.scale > zoom
    qtbot.keyClick(desk, Qt.Key.Key_Space, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert bar._face.text == "21:00"
