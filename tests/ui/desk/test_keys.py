"""Keys of every layout do what they do on one with Latin letters, and everybody may choose others."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards
from mission_desk.core.file.rows import Note
from mission_desk.ui.command_table import table
from mission_desk.ui.commands import Commands
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.desk.keys_window import KeysWindow
from mission_desk.ui.desk.preferences_window import PreferencesWindow
from mission_desk.ui.shortcuts import ALSO, Shortcuts
from tests.ui.board.hands import SPOTS, board_page, listed, note, spot, texts

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
X11 = {"1": 10, "3": 12, "z": 52, "g": 42, "d": 40, "a": 38, "k": 45}
ON_LINUX = pytest.mark.skipif("sys.platform != 'linux'", reason="the numbers of the keys are those of X11")


def press(text: str, place: str, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """As X11 sends a key of another layout: its own letter, and its place on the board."""
    key = ord(text.upper())
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifiers, X11[place], 0, 0, text)
        QApplication.sendEvent(QApplication.activePopupWidget() or QApplication.focusWidget(), event)


@ON_LINUX
@pytest.mark.parametrize(("letter", "place"), [("я", "z"), ("ζ", "z")])
def test_undo_is_where_z_is_on_cyrillic_and_greek_keyboards(desk: Desk, letter: str, place: str) -> None:
    page = board_page(desk, SPOTS)
    press(letter, place, CONTROL)
    assert texts(page) == ["one", "two", "three"]
    press(letter, place, CONTROL | SHIFT)
    assert texts(page) == ["one", "two", "three", "four"]


@ON_LINUX
def test_ctrl_digits_without_shift_choose_the_style_on_a_french_keyboard(desk: Desk) -> None:
    page = board_page(desk, SPOTS)
    page.bar.field.setFocus()
    press('"', "3", CONTROL)
    assert page.writing.style == "analyst"
    press("&", "1", CONTROL)
    assert page.writing.style == "ideator"
    assert page.bar.field.toPlainText() == ""


@ON_LINUX
def test_single_letters_are_commands_by_their_place_where_they_are_not_latin(desk: Desk) -> None:
    page = board_page(desk, SPOTS)
    boards.add_notes(desk.doc, page.model.board.id, ["five"], "ideator")  # type: ignore[union-attr]
    page.canvas.select({note(page, "one").id})
    press("в", "d")
    assert texts(page).count("one") == 2
    press('"', "3")
    assert [row.style for row in desk.doc.rows(Note, "style = 'analyst'")] == ["analyst"]


@ON_LINUX
def test_a_cyrillic_letter_chooses_from_a_list_of_clusters(desk: Desk) -> None:
    page = board_page(desk, SPOTS)
    page.canvas.select({note(page, "one").id})
    desk.commands.run("note.group")
    QTest.keyClick(page.editor, Qt.Key.Key_Return)
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, PLAIN, spot(page, "two"))
    press("п", "g")
    assert listed().lines
    press("ф", "a")
    assert note(page, "two").cluster == note(page, "one").cluster


@ON_LINUX
def test_cyrillic_words_are_words_in_a_field_and_on_bare_paper(desk: Desk) -> None:
    page = board_page(desk, {})
    press("в", "d")
    press("я", "z")
    assert page.bar.field.toPlainText() == "вя"
    press("ф", "a", CONTROL)  # selects in the field, as Ctrl+A does
    press("к", "k")
    assert page.bar.field.toPlainText() == "к"


def test_redo_and_closer_have_the_keys_that_others_taught(qtbot: QtBot, desk: Desk) -> None:
    page = board_page(desk, SPOTS)
    desk.commands.run("edit.undo")
    QTest.keyClick(page.canvas, "y", CONTROL)
    assert texts(page)[-1] == "four"
    before = page.canvas.sight.camera.scale
    QTest.keyClick(page.canvas, Qt.Key.Key_Equal, CONTROL)
    qtbot.waitUntil(lambda: page.canvas.sight.camera.scale > before)


# chosen by the person


def keys_window(desk: Desk, key: str) -> KeysWindow:
    desk.commands.run("view.preferences")
    preferences = next(each for each in desk.windows.open if isinstance(each, PreferencesWindow))
    preferences.wants_keys.emit()
    window = next(each for each in desk.windows.open if isinstance(each, KeysWindow))
    window.show_command(key)
    return window


def test_other_keys_hold_at_once_and_after_a_restart(desk: Desk) -> None:
    window = keys_window(desk, "clock.toggle")
    QTest.keyClick(window.field, "j", CONTROL | SHIFT | Qt.KeyboardModifier.AltModifier)
    assert window.sentence.text() == "Start or pause the clock: Ctrl+Alt+Shift+J"
    assert desk.commands.keys("clock.toggle") == "Ctrl+Alt+Shift+J"
    assert not desk.commands.run_keys(QKeySequence("Ctrl+Space"))
    assert Shortcuts(table()).keys("clock.toggle") == "Ctrl+Alt+Shift+J"


def test_keys_of_another_action_are_refused_by_its_name(desk: Desk) -> None:
    window = keys_window(desk, "clock.toggle")
    QTest.keyClick(window.field, "f", CONTROL)
    assert window.sentence.text().startswith("Ctrl+F belongs to “Find”.")
    assert desk.commands.keys("clock.toggle") == "Ctrl+Space"


def test_a_letter_alone_is_refused(desk: Desk) -> None:
    window = keys_window(desk, "clock.toggle")
    QTest.keyClick(window.field, "j")
    assert window.sentence.text().startswith("Letters alone are words.")
    assert desk.commands.keys("clock.toggle") == "Ctrl+Space"


def test_one_and_all_are_reset(desk: Desk) -> None:
    window = keys_window(desk, "clock.toggle")
    QTest.keyClick(window.field, Qt.Key.Key_F2, CONTROL)
    window.show_command("find.note")
    window.none.click()
    assert desk.commands.keys("find.note") == ""
    window.reset.click()
    assert (desk.commands.keys("find.note"), desk.commands.keys("clock.toggle")) == ("Ctrl+F", "Ctrl+F2")
    window.reset_all.click()
    assert desk.commands.keys("clock.toggle") == "Ctrl+Space"
    assert not any(Shortcuts(table()).is_changed(row.key) for row in table())


def test_keys_that_someone_else_has_by_now_are_not_taken_back(desk: Desk) -> None:
    shortcuts = desk.commands.shortcuts
    shortcuts.choose("find.note", "")
    shortcuts.choose("clock.toggle", "Ctrl+F")
    window = keys_window(desk, "find.note")
    window.reset.click()
    assert "Start or pause the clock" in window.sentence.text()
    assert shortcuts.keys("find.note") == ""


def test_no_two_actions_of_a_page_have_the_same_keys(desk: Desk) -> None:
    commands: Commands = desk.commands
    rows = [(row.key, row.shortcut) for row in table()] + list(ALSO.items())
    taken = [(key, commands.shortcuts.taken_by(key, keys)) for key, keys in rows]
    assert [(key, other.key) for key, other in taken if other is not None] == []
