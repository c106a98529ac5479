"""Where the letters go after a click: to what is being written, never to a button or into nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards
from mission_desk.core.file.rows import Note
from mission_desk.core.room import scene
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import concerns
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.messages import Messages
from mission_desk.ui.parts.buttons import action_button
from mission_desk.ui.parts.question import Question

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    desk_position.show_board(desk.doc, "gut")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    return board_page


def add(desk: Desk, text: str) -> int:
    board = desk_position.board(desk.doc)
    assert board is not None
    return boards.add_notes(desk.doc, board.id, [text], "heart")[0]


def test_a_click_on_a_tool_leaves_the_keys_to_writing(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    add(desk, "one")
    for tool in (*desk.top.findChildren(QToolButton), *page.tools.findChildren(QPushButton)):
        if tool.accessibleName() != "Menu":
            qtbot.mouseClick(tool, LEFT)
            assert page.bar.field.hasFocus() or page.canvas.hasFocus(), tool.toolTip()


def test_a_click_in_the_agenda_leaves_the_keys_in_the_field(
    qtbot: QtBot, desk: Desk, page: BoardPage
) -> None:
    gut = next(step for step in agenda.steps(desk.doc) if step.board == "gut")
    qtbot.mouseClick(desk.rail.steps.rows[gut.rank], LEFT)
    assert page.bar.field.hasFocus()


def test_escape_leaves_a_field_of_the_panel_and_letters_are_commands_again(
    qtbot: QtBot, desk: Desk, page: BoardPage
) -> None:
    note = add(desk, "one")
    page.canvas.select({note})
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_C)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.canvas.hasFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_Plus)
    assert desk.doc.row(Note, note).dots == 1


def test_after_a_concern_the_next_one_can_be_typed(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    note = add(desk, "one")
    page.canvas.select({note})
    page.inspector.ask_worry()
    for text in ("Is it true?", "For whom?"):
        qtbot.waitUntil(lambda: page.inspector.worry_field.hasFocus())
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [each.text for each in concerns.concerns_on(desk.doc, note=note)] == ["Is it true?", "For whom?"]


def test_a_panel_built_anew_hands_the_keys_to_the_notes(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    page.canvas.select({add(desk, "one")})
    remove = next(each for each in page.inspector.findChildren(QPushButton) if each.text() == "Delete")
    remove.setFocus()
    qtbot.mouseClick(remove, LEFT)
    assert page.canvas.hasFocus()


def test_a_step_puts_the_cursor_where_its_answer_is_missing(qtbot: QtBot, desk: Desk) -> None:
    scene.edit_workshop(desk.doc, team="South")
    qtbot.keyClick(desk, Qt.Key.Key_PageDown, CONTROL)
    assert desk.pages["scene"].company.fields["mission"].hasFocus()


def test_the_open_step_is_in_sight_on_a_low_screen(qtbot: QtBot, desk: Desk) -> None:
    desk.resize(1024, 600)
    last = agenda.steps(desk.doc)[-1]
    agenda.open_step(desk.doc, last.id)
    row = desk.rail.steps.rows[last.rank]
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect().height() == row.height())


def test_a_row_of_the_agenda_is_as_high_as_its_words(qtbot: QtBot, desk: Desk) -> None:
    for step in agenda.steps(desk.doc):
        agenda.open_step(desk.doc, step.id)
        for row in desk.rail.steps.rows:
            assert row.height() == row.heightForWidth(row.width())


def test_a_long_title_ends_in_dots_beside_a_long_step(desk: Desk) -> None:
    scene.edit_workshop(desk.doc, title="A very long title & more " * 40)
    for step in agenda.steps(desk.doc):
        agenda.open_step(desk.doc, step.id)
        shown = desk.top._title
        assert shown.text().endswith("…")
        assert desk.top._row.sizeHint().width() <= desk.width()


def test_an_offer_to_undo_goes_when_something_else_was_done(desk: Desk, page: BoardPage) -> None:
    page.writing.pasting.offer(["a", "b"])
    page.bar.pasted.taken.emit()
    messages: Messages = desk.messages
    assert messages._toast is not None
    add(desk, "c")
    assert messages._toast is None


def test_a_button_that_is_gone_is_not_told_any_more(qtbot: QtBot) -> None:
    action = QAction("Tidy up")
    made = action_button(action)
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
    action.setEnabled(False)
    with qtbot.captureExceptions() as caught:
        action.setText("Tidy")
    assert caught == []


def test_ctrl_s_keeps_a_moment_by_its_name(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk, "s", CONTROL)
    question = desk.findChild(Question)
    assert question is not None
    qtbot.keyClicks(question.field, "Lunch")
    qtbot.keyClick(question.field, Qt.Key.Key_Return)
    assert desk.messages.last == "Kept as “Lunch”."


def test_with_one_screen_the_stage_comes_to_the_front_and_its_own_key_ends_it(
    qtbot: QtBot, desk: Desk
) -> None:
    qtbot.keyClick(desk, Qt.Key.Key_F5)
    stage = desk.stage_control.window
    assert stage is not None
    qtbot.waitUntil(stage.isActiveWindow)
    qtbot.keyClick(stage, Qt.Key.Key_F5)
    assert desk.stage_control.window is None


def test_a_clock_that_runs_is_not_asked_for_after_the_desk_was_closed_with_its_stage(
    qtbot: QtBot, desk: Desk
) -> None:
    """Ending the stage is a change of its own: followed, it set the clock going again on a closed file."""
    qtbot.keyClick(desk, Qt.Key.Key_F5)
    desk.commands.run("stage.freeze")
    desk.commands.run("clock.toggle")
    assert desk._clock._tick.isActive()
    desk.close()
    assert not desk._clock._tick.isActive()
