"""What is told once and for all: the window with its rows, and that a settings file cannot break it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.clock import Clock
from mission_desk.core.stage import desk_position
from mission_desk.paths import settings_dir
from mission_desk.ui import settings
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.desk.preferences_window import PreferencesWindow
from mission_desk.ui.palette import Palette
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.parsed_field import ParsedField
from mission_desk.ui.preferences import Preferences
from mission_desk.words import set_screen_language


def opened(qtbot: QtBot, desk: Desk) -> PreferencesWindow:
    qtbot.keyClick(desk, ",", Qt.KeyboardModifier.ControlModifier)
    preferences_window = desk.findChild(PreferencesWindow)
    assert isinstance(preferences_window, PreferencesWindow)
    qtbot.waitExposed(preferences_window)
    return preferences_window


def test_a_switch_holds_at_once_and_the_next_time(qtbot: QtBot, desk: Desk) -> None:
    assert desk.place.preferences.on("clock.chime")
    choice = opened(qtbot, desk).fields["clock.chime"]
    assert isinstance(choice, Choice)
    with qtbot.waitSignal(desk.place.preferences.changed):
        qtbot.mouseClick(choice.option("0"), Qt.MouseButton.LeftButton)
    assert not desk.place.preferences.on("clock.chime")
    assert not Preferences().on("clock.chime")


def test_a_number_is_typed_or_moved_within_its_bounds(qtbot: QtBot, desk: Desk) -> None:
    field = opened(qtbot, desk).fields["clock.soon"]
    assert isinstance(field, ParsedField)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "12")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert desk.place.preferences.value("clock.soon") == 13
    field.selectAll()
    qtbot.keyClicks(field, "900")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.findChild(PreferencesWindow) is not None
    assert desk.place.preferences.value("clock.soon") == 13
    assert field.property("look") == "bad"


def test_the_numbers_of_a_section_stand_below_each_other(qtbot: QtBot, desk: Desk) -> None:
    fields = opened(qtbot, desk).fields
    rights = {
        field.geometry().right()
        for key, field in fields.items()
        if key.startswith("vote.") and isinstance(field, ParsedField)
    }
    assert len(rights) == 1


def test_ctrl_k_finds_the_preferences(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk, "k", Qt.KeyboardModifier.ControlModifier)
    palette = desk.findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "preferences")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.findChild(PreferencesWindow) is not None


def test_a_foreign_settings_file_changes_nothing_it_must_not() -> None:
    (settings_dir() / "settings.json").write_text('{"clock.soon": 100000, "clock.chime": "loud"}', "utf-8")
    preferences = Preferences()
    assert preferences.value("clock.soon") == 120
    assert preferences.on("clock.chime")
    preferences.keep("clock.soon", 7)
    assert Preferences().value("clock.soon") == 7
    settings.keep_screen_language("de")
    assert Preferences().value("clock.soon") == 7  # one does not throw away the other


def test_german(qtbot: QtBot, desk: Desk) -> None:
    set_screen_language("de")
    window = PreferencesWindow(desk, desk.place.preferences)
    assert window.windowTitle() == "Einstellungen"
    window.close()


def test_every_window_follows_a_preference(desk: Desk) -> None:
    desk.commands.run("stage.show")
    assert desk.stage_control.window is not None
    dark = desk.stage_control.window.grab().toImage().pixelColor(2, 2)
    agenda.set_clock(desk.doc, agenda.current_step(desk.doc), Clock(600, 240, None))
    assert desk._clock._face.tone == "soon"
    desk.place.preferences.keep("clock.soon", 3)
    assert desk._clock._face.tone == "calm"
    assert desk.stage_control.current_slide().tones.soon == 180
    desk.place.preferences.keep("stage.light", 1)
    assert desk.stage_control.window.grab().toImage().pixelColor(2, 2) != dark


def test_a_number_that_is_half_typed_when_the_desk_closes_is_kept_and_disturbs_nobody(
    qtbot: QtBot, desk: Desk
) -> None:
    """The file is let go of by then: whoever still read it would find it closed."""
    desk_position.show_page(desk.doc, "vote")
    desk.commands.run("stage.show")
    field = opened(qtbot, desk).fields["clock.soon"]
    assert isinstance(field, ParsedField)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "12")
    desk.close()
    field.hand_on()
    assert Preferences().value("clock.soon") == 12
