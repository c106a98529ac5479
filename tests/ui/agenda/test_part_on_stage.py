"""What the room is asked to do follows the part of the clock, at the second in which it turns."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.step_parts import parts_of
from mission_desk.ui.desk.desk import Desk
from tests.core.day_times import Times

SILENT = "Everybody writes in silence"


def test_the_room_is_no_longer_asked_for_silence_when_that_part_ends(
    qtbot: QtBot, desk: Desk, times: Times
) -> None:
    doc = desk.doc
    agenda.begin_day(doc)
    step = next(each for each in agenda.steps(doc) if each.board == "challenge")
    agenda.open_step(doc, step.id)
    desk.commands.run("stage.show")
    window = desk.stage_control.window
    assert window is not None

    def asked() -> str:
        assert window._slide is not None
        return window._slide.listens

    assert asked() == SILENT
    times.wait(parts_of(step)[0].minutes * 60)
    qtbot.waitUntil(lambda: asked() != SILENT, timeout=3_000)
    times.wait(-1)
    qtbot.waitUntil(lambda: asked() == SILENT, timeout=3_000)
