"""Windows beside the desk have one owner: it knows which are open, and none outlives the desk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from mission_desk.core.stage import desk_position
from mission_desk.ui.backstage.question import ScreenQuestion
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.desk.preferences_window import PreferencesWindow
from mission_desk.ui.palette import Palette
from mission_desk.ui.parts.question import Question
from mission_desk.ui.screens import free_screen, screen_of, screens
from mission_desk.ui.stage.stage_window import StageWindow

COMMANDS = {
    "view.preferences": PreferencesWindow,
    "file.point": Question,
    "find.action": Palette,
    "find.note": Palette,
    "stage.show": StageWindow,
}


def delete_closed() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_owner_knows_which_windows_are_open(desk: Desk) -> None:
    for command, kind in COMMANDS.items():
        desk.commands.run(command)
        (window,) = desk.windows.open
        assert isinstance(window, kind)
        window.close()
        delete_closed()
        assert desk.windows.open == ()


def test_no_window_outlives_the_desk(desk: Desk) -> None:
    ended: list[str] = []
    for command in ("stage.show", "view.preferences", "file.point", "find.action"):
        desk.commands.run(command)
    for window in desk.windows.open:
        window.destroyed.connect(partial(ended.append, type(window).__name__))
    desk.close()
    assert desk.windows.open == ()
    delete_closed()
    assert ended == ["Palette", "Question", "PreferencesWindow", "StageWindow"]


def test_a_second_request_brings_the_same_preferences_to_the_front(desk: Desk) -> None:
    desk.commands.run("view.preferences")
    (first,) = desk.windows.open
    desk.commands.run("view.preferences")
    assert desk.windows.open == (first,)


def test_a_menu_is_gone_once_it_was_used(qtbot: QtBot, desk: Desk) -> None:
    before = len(desk.findChildren(QMenu))
    desk.doc.mark_point("Lunch")
    for _ in range(3):
        desk.commands.run("file.points")
        (menu,) = desk.windows.open
        qtbot.keyClick(menu, Qt.Key.Key_Escape)
        delete_closed()
    assert len(desk.findChildren(QMenu)) == before


def test_a_full_screen_stage_takes_its_screen(desk: Desk) -> None:
    here = screen_of(desk)
    assert desk.windows.filled_screens() == set()
    desk.commands.run("stage.show")
    assert desk.windows.filled_screens() == {here.name}
    assert free_screen(desk, desk.windows.filled_screens()) == here, "there is no other one"


def test_the_screens_are_asked_about_also_where_the_field_with_the_keys_is_gone(desk: Desk) -> None:
    """A page that is built anew meanwhile takes its field away: the question has to end all the same."""
    desk_position.show_page(desk.doc, "scene")
    field = QLineEdit(desk.pages["scene"])
    field.show()
    field.setFocus()
    question = ScreenQuestion(desk.place, desk, screens())
    left: list[bool] = []
    question.left.connect(lambda: left.append(True))
    field.deleteLater()
    delete_closed()
    question.leave()
    assert left == [True]
    assert desk.windows.open == ()
