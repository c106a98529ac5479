"""The rail with real keys and a real mouse: times, dragging, editing in place, and what it says of a late
day."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda, outline, real_times
from mission_desk.core.agenda.methods import own_methods
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Step
from mission_desk.core.stage import desk_position
from mission_desk.ui.agenda.step_editor import StepEditor, move_minutes
from mission_desk.ui.agenda.step_row import StepRow
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.parts.question import Question
from tests.core.day_times import Times

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def titles(desk: Desk) -> list[str]:
    return [step.title for step in agenda.steps(desk.doc)]


def row(desk: Desk, place: int) -> StepRow:
    return desk.rail.steps.rows[place]


def editor(desk: Desk) -> StepEditor:
    step_editor = desk.rail.editor
    assert step_editor is not None
    return step_editor


def drag(desk: Desk, place: int, to: int, *, give_up: bool = False) -> None:
    """Press on a row, go to the upper edge of another in small steps, let go."""
    source = row(desk, place)
    middle = source.rect().center()
    end = source.mapFrom(desk.rail.steps, QPoint(middle.x(), row(desk, to).y() + 4))
    QTest.mousePress(source, LEFT, pos=middle)
    for part in range(1, 6):
        QTest.mouseMove(source, middle + (end - middle) * part / 5)
    if give_up:
        QTest.keyClick(source, Qt.Key.Key_Escape)
    QTest.mouseRelease(source, LEFT, pos=end)


def test_the_rail_shows_when_each_step_begins(desk: Desk) -> None:
    shown = [(each.shown.time, each.shown.minutes) for each in desk.rail.steps.rows[:3]]
    assert shown == [("09:00", "20 min"), ("09:20", "20 min"), ("09:40", "25 min")]
    outline.edit_step(desk.doc, agenda.steps(desk.doc)[0].id, minutes=30)
    assert row(desk, 1).shown.time == "09:30"


def test_a_step_that_was_only_looked_at_says_what_is_planned(desk: Desk) -> None:
    steps = agenda.steps(desk.doc)
    before = row(desk, 2).shown.time
    desk.commands.run("day.start")
    agenda.open_step(desk.doc, steps[2].id, starts=True)
    agenda.open_step(desk.doc, steps[4].id, starts=True)
    assert (row(desk, 2).shown.time, row(desk, 2).shown.minutes) == (before, "25 min")


def test_a_step_is_dragged_to_another_place_and_back_by_undo(qtbot: QtBot, desk: Desk) -> None:
    before = titles(desk)
    drag(desk, 1, 4)
    assert titles(desk)[:5] == [before[0], before[2], before[3], before[1], before[4]]
    assert desk_position.page(desk.doc) == "scene"  # a drag opens nothing
    qtbot.keyClick(desk, "z", CONTROL)
    assert titles(desk) == before
    drag(desk, 5, 0)
    assert titles(desk)[0] == before[5]


def test_a_drag_on_a_low_screen_brings_the_hidden_steps_into_sight(qtbot: QtBot, desk: Desk) -> None:
    before = titles(desk)
    desk.resize(1024, 560)
    bar = desk.rail._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    drag(desk, 0, 10)
    assert bar.value() > 0
    assert titles(desk)[9] == before[0]


def test_a_drag_is_given_up_with_escape(desk: Desk) -> None:
    before = titles(desk)
    drag(desk, 1, 4, give_up=True)
    assert titles(desk) == before
    assert desk_position.page(desk.doc) == "scene"


def test_a_row_is_moved_added_and_removed_by_keys(qtbot: QtBot, desk: Desk) -> None:
    before = titles(desk)
    row(desk, 2).setFocus()
    qtbot.keyClick(row(desk, 2), Qt.Key.Key_Up, ALT)
    assert titles(desk)[1] == before[2]
    assert row(desk, 1).hasFocus()
    qtbot.keyClick(row(desk, 1), Qt.Key.Key_Down)
    assert row(desk, 2).hasFocus()
    qtbot.keyClick(row(desk, 2), Qt.Key.Key_Delete)
    assert titles(desk) == [before[0], before[2], *before[3:]]
    qtbot.keyClick(desk, "z", CONTROL)
    qtbot.keyClick(row(desk, 2), Qt.Key.Key_Insert)
    qtbot.keyClicks(editor(desk).title, "Coffee")
    qtbot.keyClick(editor(desk).title, Qt.Key.Key_Return)
    assert titles(desk)[3] == "Coffee"


def test_keys_of_a_row_do_not_reach_the_board(qtbot: QtBot, desk: Desk) -> None:
    agenda.open_step(desk.doc, agenda.steps(desk.doc)[4].id)
    page = desk.pages["board"]
    qtbot.keyClicks(page.foot.field, "kept")
    qtbot.keyClick(page.foot.field, Qt.Key.Key_Return)
    page.canvas.select(set(page.model.notes))
    before = titles(desk)
    row(desk, 0).setFocus()
    qtbot.keyClick(row(desk, 0), Qt.Key.Key_Delete)
    assert titles(desk) == before[1:]
    assert len(page.model.notes) == 1


def test_everything_of_a_step_is_edited_beside_the_rail(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk, "j", CONTROL)
    panel = editor(desk)
    assert panel.isVisible()
    qtbot.keyClicks(panel.title, "Arrive")
    qtbot.keyClick(panel.title, Qt.Key.Key_Return)
    assert panel.minutes.hasFocus()
    panel.minutes.selectAll()
    qtbot.keyClicks(panel.minutes, "1 h")
    qtbot.keyClick(panel.minutes, Qt.Key.Key_Tab)
    panel.prompt.setPlainText("Who are you?")
    panel.note.setPlainText("Slowly.")
    panel.hand_on()
    qtbot.mouseClick(panel.leads["heart"], LEFT)
    qtbot.mouseClick(panel.capture.option("blind"), LEFT)
    panel.page.chosen.emit("board")
    panel.board.chosen.emit("gut")
    step = agenda.steps(desk.doc)[0]
    assert step == Step(
        step.id, 0, "set-the-scene", "Arrive", "Who are you?", "Slowly.", 60, "heart", "board", "gut", "blind"
    )
    assert row(desk, 1).shown.time == "10:00"
    assert panel.board.isVisible()
    qtbot.mouseClick(panel.leads["heart"], LEFT)
    assert agenda.steps(desk.doc)[0].lead == ""
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert desk.rail.editor is None
    assert row(desk, 0).hasFocus()


def test_while_editing_a_click_shows_a_step_and_opens_none(qtbot: QtBot, desk: Desk) -> None:
    desk.commands.run("step.edit")
    qtbot.keyClicks(editor(desk).title, "Half typed")
    qtbot.mouseClick(row(desk, 4), LEFT)
    assert editor(desk).title.text() == titles(desk)[4]
    assert titles(desk)[0] == "Half typed"
    assert agenda.current_step(desk.doc).rank == 0
    assert row(desk, 4).shown.edited
    before = titles(desk)
    desk.commands.run("step.remove")
    assert editor(desk).isVisible()
    assert titles(desk) == [*before[:4], *before[5:]]
    qtbot.keyClick(desk, "z", CONTROL)
    assert titles(desk) == before


def test_minutes_that_are_none_are_refused(qtbot: QtBot, desk: Desk) -> None:
    desk.commands.run("step.edit")
    field = editor(desk).minutes
    for text, minutes in (("soon", 20), ("9999", 20), ("", 20), ("45 min", 45), ("1h30", 90)):
        field.setFocus()
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClicks(field, text)
        field.hand_on()
        assert agenda.steps(desk.doc)[0].minutes == minutes
    for key, minutes in ((Qt.Key.Key_Up, 95), (Qt.Key.Key_Down, 90)):
        qtbot.keyClick(field, key)
        assert agenda.steps(desk.doc)[0].minutes == minutes


def test_minutes_go_to_the_next_five() -> None:
    assert [move_minutes("23", by) for by in (1, -1)] == ["25", "20"]
    assert [move_minutes("25", by) for by in (1, -1)] == ["30", "20"]
    assert (move_minutes("0", -1), move_minutes("600", 1)) == ("0", "600")


def test_the_editor_goes_with_the_rail(desk: Desk) -> None:
    desk.commands.run("step.edit")
    desk.rail.hide()
    assert desk.rail.editor is None


def late_day(desk: Desk, times: Times) -> None:
    desk.commands.run("day.start")
    times.wait(27 * 60)
    desk.commands.run("step.next")
    desk.rail.late.show_late()


def ways(menu: QMenu) -> dict[str, object]:
    return {action.text(): action for action in menu.actions()}


def test_a_late_day_is_said_and_offers_three_ways_out(qtbot: QtBot, desk: Desk, times: Times) -> None:
    assert not desk.rail.late.isVisible()
    assert not desk.commands.action("day.late").isEnabled()
    late_day(desk, times)
    assert desk.rail.late.isVisible()
    assert desk.rail.late.words.text() == "7 minutes over"
    assert (row(desk, 0).shown.minutes, row(desk, 0).shown.over) == ("27 min", True)
    assert row(desk, 0).toolTip() == "Planned: 20 min"
    assert (row(desk, 1).shown.time, row(desk, 1).toolTip()) == ("09:27", "")
    menu = desk.rail.late.ways_out()
    assert list(ways(menu)) == ["Take 7 minutes from later steps", "Drop a step", "End at 13:47"]
    ways(menu)["Take 7 minutes from later steps"].trigger()
    assert not desk.rail.late.isVisible()
    qtbot.keyClick(desk, "z", CONTROL)
    assert desk.rail.late.isVisible()
    count = len(titles(desk))
    drop = ways(desk.rail.late.ways_out())["Drop a step"].menu()
    drop.actions()[0].trigger()
    assert len(titles(desk)) == count - 1
    qtbot.keyClick(desk, "z", CONTROL)
    ways(desk.rail.late.ways_out())["End at 13:47"].trigger()
    assert desk.rail.head._hours.text() == "Agenda · 09:00–13:47"
    assert desk.messages.last == "The day ends at 13:47."


def test_the_day_is_started_ended_and_planned_with(qtbot: QtBot, desk: Desk, times: Times) -> None:
    assert desk.rail.head.start.isVisible()
    qtbot.mouseClick(desk.rail.head.start, LEFT)
    assert agenda.clock(desk.doc, agenda.current_step(desk.doc)).runs
    assert not desk.rail.head.start.isVisible()
    times.wait(33 * 60)
    desk.commands.run("day.end")
    assert not agenda.clock(desk.doc, agenda.current_step(desk.doc)).runs
    desk.commands.run("times.real")
    assert agenda.steps(desk.doc)[0].minutes == 33
    qtbot.keyClick(desk, "z", CONTROL)
    assert agenda.steps(desk.doc)[0].minutes == 20
    desk.commands.run("day.start")
    assert "cleared" in desk.messages.last


def test_the_agenda_is_saved_as_a_method_of_ones_own(qtbot: QtBot, desk: Desk) -> None:
    desk.commands.run("method.save")
    question = desk.findChild(Question)
    assert isinstance(question, Question)
    question.field.selectAll()
    qtbot.keyClicks(question.field, "Harbour day")
    qtbot.keyClick(question.field, Qt.Key.Key_Return)
    assert desk.messages.last == "“Harbour day” stands on the welcome page now."
    assert [each.key for each in own_methods()[0]] == ["harbour-day"]
    desk.commands.run("method.save")
    desk.findChildren(Question)[-1].answered.emit("  ")
    assert "needs a name" in desk.messages.last


def test_last_years_times_are_one_command_away(qtbot: QtBot, desk: Desk) -> None:
    assert not desk.commands.action("times.last_year").isEnabled()
    assert not desk.rail.head.last_year.isVisible()
    desk.doc.keep(real_times.LAST_MINUTES, {"set-the-scene": 31})
    assert desk.rail.head.last_year.isVisible()
    qtbot.mouseClick(desk.rail.head.last_year, LEFT)
    assert not desk.rail.head.last_year.isVisible()
    assert row(desk, 0).shown.minutes == "31 min"
    assert row(desk, 1).shown.time == "09:31"
    qtbot.keyClick(desk, "z", CONTROL)
    assert row(desk, 0).shown.minutes == "20 min"


def test_the_keys_stay_in_the_editor_when_the_page_turns_behind_it(qtbot: QtBot, desk: Desk) -> None:
    """The open step's page is the one in sight; choosing another turns it."""
    desk.commands.run("step.edit")
    panel = editor(desk)
    panel.page.setFocus()
    qtbot.keyClick(panel.page, Qt.Key.Key_Down)
    assert agenda.steps(desk.doc)[0].page == "board"
    assert desk._page is desk.pages["board"]
    assert panel.page.hasFocus()
    qtbot.keyClick(panel.page, Qt.Key.Key_Tab)
    assert panel.board.hasFocus()
    qtbot.keyClick(panel.board, Qt.Key.Key_Down)
    assert agenda.steps(desk.doc)[0].board == "customers"


def test_tab_comes_to_the_rule_that_is_on(qtbot: QtBot, desk: Desk) -> None:
    desk.commands.run("step.edit")
    panel = editor(desk)
    qtbot.mouseClick(panel.capture.option("blind"), LEFT)
    panel.leads["heart"].setFocus()
    qtbot.keyClick(panel.leads["heart"], Qt.Key.Key_Tab)
    assert panel.capture.option("blind").hasFocus()
    qtbot.keyClick(panel.capture.option("blind"), Qt.Key.Key_Left)
    assert agenda.steps(desk.doc)[0].capture == "leading"
    qtbot.keyClick(panel.capture.option("leading"), Qt.Key.Key_Tab)
    assert panel.page.hasFocus()


def test_the_menu_of_a_row_says_which_keys_do_the_same(qtbot: QtBot, desk: Desk) -> None:
    before = titles(desk)
    desk.rail.steps.menu.emit(1, QPoint(0, 0))
    menu = desk.rail.findChild(QMenu)
    assert menu is not None
    lines = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert lines["Delete the step"].text().endswith("\tDel")
    assert lines["Step one up"].text().endswith("\tAlt+Up")
    lines["Step one up"].trigger()
    menu.close()
    assert titles(desk)[:2] == [before[1], before[0]]


def test_a_click_in_the_rail_leaves_the_keys_where_they_were(qtbot: QtBot, desk: Desk) -> None:
    outline.edit_step(desk.doc, agenda.steps(desk.doc)[0].id, page="board", board="think-big")
    field = desk.pages["board"].bar.field
    field.setFocus()
    qtbot.mouseClick(desk.rail.head.start, LEFT)
    assert field.hasFocus()


def test_who_does_not_lead_keeps_a_mark_on_a_dark_desk(qtbot: QtBot, doc: Document) -> None:
    first = agenda.steps(doc)[0].id
    outline.edit_step(doc, first, page="board", board="think-big", lead="heart", capture="leading")
    desk = Desk(doc, theme.DARK)
    qtbot.addWidget(desk)
    chips = desk.pages["board"].bar._chips
    inks = {style: ink_of(chips[style]) for style in ("heart", "analyst")}
    assert inks == {"heart": theme.DARK.note_ink, "analyst": theme.DARK.ink2}


def ink_of(chip: QPushButton) -> str:
    """The colour of what is drawn whole in its icon."""
    image = chip.icon().pixmap(56, 56).toImage()
    return image.pixelColor(image.rect().center()).name()
