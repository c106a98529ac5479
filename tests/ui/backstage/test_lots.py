"""Who is next from the desk: one key, no dialog, said on the desk and shown on the stage."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda
from mission_desk.core.file.document import Document
from mission_desk.core.room import lots, people
from mission_desk.core.stage import desk_position
from mission_desk.core.stage.slides import GroupsBody, LotBody
from tests.ui.conftest import shown

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_key_draws_who_is_next_and_undo_takes_it_back(qtbot: QtBot, doc: Document) -> None:
    desk = shown(qtbot, doc)
    desk.commands.run("stage.show")
    for count in (1, 2):
        qtbot.keyClick(desk, Qt.Key.Key_N, CONTROL_SHIFT)
        seat = lots.drawn(doc)
        assert seat is not None
        assert len(lots.lot(doc).drawn) == count
        assert people.seat_label(seat) in desk.messages.last
        body = desk.stage_control.current_slide().body
        assert isinstance(body, LotBody)
        assert body.person is not None
        assert body.person.name == people.seat_label(seat)
    desk.commands.run("edit.undo")
    assert len(lots.lot(doc).drawn) == 1
    desk.commands.run("stage.follow")
    assert not isinstance(desk.stage_control.current_slide().body, LotBody)


def test_the_order_goes_on_with_the_same_command(qtbot: QtBot, doc: Document) -> None:
    desk = shown(qtbot, doc)
    desk.commands.run("stage.show")
    desk.commands.run("stage.order")
    number = lots.lot(doc).number
    desk.commands.run("stage.order")
    assert (lots.lot(doc).number, len(lots.lot(doc).drawn)) == (number, 2)


def test_groups_are_said_on_the_desk_without_a_stage_and_shown_once_it_is_on(
    qtbot: QtBot, doc: Document
) -> None:
    desk = shown(qtbot, doc)
    desk.commands.run("stage.groups")
    for seat in people.seats(doc):
        assert people.seat_label(seat) in desk.messages.last
    desk.commands.run("stage.show")
    assert isinstance(desk.stage_control.current_slide().body, GroupsBody)
    people.set_style_counts(doc, {"heart": 200})
    desk.commands.run("stage.groups")
    assert desk.messages.last == "66 groups"


def test_the_strip_names_what_its_button_leads_back_to(qtbot: QtBot, doc: Document) -> None:
    """A lot over a page that was put on stage ends at that page, and only then comes the step."""
    desk = shown(qtbot, doc)
    desk.commands.run("stage.show")
    on = desk.stage_control.on
    assert on is not None
    agenda.open_step(doc, next(step.id for step in agenda.steps(doc) if step.board == "customers"))
    desk_position.show_board(doc, "think-big")
    desk.commands.run("stage.follow")
    put = desk.stage_control.current_slide().body
    desk.commands.run("stage.person")
    seen = []
    while on.strip.offer.text() in ("Back", "Back to the step"):
        seen.append(on.strip.offer.text())
        qtbot.mouseClick(on.strip.offer, Qt.MouseButton.LeftButton)
        seen.append("put" if desk.stage_control.current_slide().body == put else "step")
    assert seen == ["Back", "put", "Back to the step", "step"]
