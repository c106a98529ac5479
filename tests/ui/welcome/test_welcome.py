"""The welcome window asks the program for what was pressed, clicked or dropped, in the screen's language."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from mission_desk.paths import methods_dir, resource, settings_dir
from mission_desk.ui import settings
from mission_desk.ui.look import theme
from mission_desk.ui.welcome.window import WelcomeWindow
from mission_desk.ui.welcome.words import ago, duration, shortened
from mission_desk.words import set_screen_language

DAY = 86_400


@pytest.fixture
def window(qtbot: QtBot) -> WelcomeWindow:
    return shown(qtbot)


def shown(qtbot: QtBot, width: int = 1600, height: int = 900) -> WelcomeWindow:
    welcome = WelcomeWindow(theme.LIGHT)
    qtbot.addWidget(welcome)
    welcome.resize(width, height)
    welcome.show()
    with qtbot.waitActive(welcome):
        welcome.activateWindow()
    return welcome


def words_of(window: WelcomeWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def write_recents(*entries: dict[str, object]) -> None:
    rows = []
    for entry in entries:
        path = settings_dir() / str(entry["name"])
        path.write_text("a workshop")
        usual = {
            "title": "Northwind",
            "notes": 63,
            "step": 8,
            "steps": 11,
            "chosen": "",
            "at": int(time.time()),
        }
        rows.append(usual | {"path": str(path)} | {key: entry[key] for key in entry if key != "name"})
    (settings_dir() / "recent.json").write_text(json.dumps(rows), "utf-8")


def test_enter_starts_the_method_in_the_frame(window: WelcomeWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.starts) as caught:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert caught.args == ["find-our-mission", "en", None]


def test_the_arrow_keys_go_from_card_to_card(window: WelcomeWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert window.focusWidget() is window.methods[1]
    assert window.methods[1].buttons[0].isVisible()
    assert not window.methods[0].buttons[0].isVisible()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.focusWidget() not in window.methods


def test_a_click_chooses_and_the_button_starts(window: WelcomeWindow, qtbot: QtBot) -> None:
    card = window.methods[2]
    with qtbot.assertNotEmitted(window.starts):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.starts) as caught:
        qtbot.mouseClick(card.buttons[0], Qt.MouseButton.LeftButton)
    assert caught.args == ["priorities-and-road-map", "en", None]


def test_a_workshop_may_speak_another_language_than_the_screen(window: WelcomeWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.language_choice.option("de"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.starts) as caught:
        qtbot.keyClick(window.methods[1], Qt.Key.Key_Return)
    assert caught.args == ["half-a-day", "de", None]
    assert "Half a day" in words_of(window)


def test_the_screen_changes_its_language_and_remembers_it(window: WelcomeWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.screen_choice.option("de"), Qt.MouseButton.LeftButton)
    assert settings.screen_language() == "de"
    assert "Unsere Mission finden" in words_of(window)
    with qtbot.waitSignal(window.starts) as caught:
        qtbot.keyClick(window.methods[0], Qt.Key.Key_Return)
    assert caught.args == ["find-our-mission", "de", None]


def test_the_four_cards_are_of_one_width_in_german_too(qtbot: QtBot) -> None:
    window = shown(qtbot, 1366, 749)
    qtbot.mouseClick(window.screen_choice.option("de"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.methods[0].isVisible() and window.methods[0].width() > 200)
    widths = [card.width() for card in window.methods[:4]]
    assert max(widths) - min(widths) <= 1


def test_damaged_settings_are_no_settings() -> None:
    (settings_dir() / "settings.json").write_text("[1, 2")
    assert settings.screen_language()
    settings.keep_screen_language("en")
    assert settings.screen_language() == "en"


def test_the_review_starts_without_last_years_file(window: WelcomeWindow, qtbot: QtBot) -> None:
    review = window.methods[3]
    qtbot.mouseClick(review, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.starts) as caught:
        qtbot.mouseClick(review.buttons[1], Qt.MouseButton.LeftButton)
    assert caught.args == ["annual-review", "en", None]


def test_a_year_later_the_review_is_one_click_away(qtbot: QtBot) -> None:
    old = int(time.time()) - 365 * DAY
    write_recents({"name": "old.mission", "chosen": "Nobody hangs up alone.", "at": old})
    window = shown(qtbot)
    assert "12 months ago · review is due" in words_of(window)
    assert "old.mission · chosen: “Nobody hangs up alone.”" in words_of(window)
    button = window.recent[0].findChild(type(window.methods[0].buttons[0]))
    with qtbot.waitSignal(window.starts) as caught:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert caught.args == ["annual-review", "en", settings_dir() / "old.mission"]


def test_a_recent_workshop_opens(qtbot: QtBot) -> None:
    write_recents({"name": "day.mission", "at": int(time.time()) - DAY})
    window = shown(qtbot)
    assert "day.mission · 63 notes · step 8 of 11" in words_of(window)
    assert "yesterday" in words_of(window)
    with qtbot.waitSignal(window.opens) as caught:
        qtbot.mouseClick(window.recent[0], Qt.MouseButton.LeftButton)
    assert caught.args == [settings_dir() / "day.mission"]


def test_an_empty_list_says_what_will_stand_there(window: WelcomeWindow) -> None:
    assert "Your first workshop will stand here." in words_of(window)


def test_the_sample_is_one_key_away(window: WelcomeWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.samples):
        qtbot.keyClick(window.sample, Qt.Key.Key_Space)


def drop(window: WelcomeWindow, *names: str) -> bool:
    """Carry the files over the window and let them go there; whether the window took them."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(Path("/somewhere") / name)) for name in names])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(200, 200), copy, carried, left, plain)
    QApplication.sendEvent(window, over)
    if over.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), copy, carried, left, plain))
    return over.isAccepted()


def test_a_dropped_workshop_opens(window: WelcomeWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.opens) as caught:
        assert drop(window, "day.mission")
    assert caught.args[0].name == "day.mission"


def test_other_things_cannot_be_dropped(window: WelcomeWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.opens):
        assert not drop(window, "day.docx")
        assert not drop(window, "one.mission", "two.mission")


@pytest.mark.parametrize("size", [(1600, 900), (1366, 768), (1024, 768), (800, 600), (560, 400)])
@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_is_cut_at_the_side(qtbot: QtBot, size: tuple[int, int], language: str) -> None:
    set_screen_language(language)
    write_recents({"name": "day.mission", "chosen": "A long statement. " * 12, "title": "A long title " * 6})
    area = shown(qtbot, *size).findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())


def test_times_are_said_as_people_say_them() -> None:
    assert [ago(days) for days in (0, 1, 6, 20, 200)] == [
        "today", "yesterday", "6 days ago", "2 weeks ago", "7 months ago",
    ]  # fmt: skip
    assert [duration(minutes) for minutes in (90, 150, 180, 280)] == ["90 min", "2 h 30", "3 h", "4 h 40"]
    assert shortened("word " * 40).endswith("…")


def test_a_method_of_ones_own_stands_below_and_can_be_put_away(qtbot: QtBot) -> None:
    ships = resource("methods", "half-a-day.toml").read_text("utf-8")
    methods_dir().mkdir(parents=True)
    (methods_dir() / "mine.toml").write_text(ships.replace('key = "half-a-day"', 'key = "mine"', 1), "utf-8")
    (methods_dir() / "foreign.toml").write_text("<html>", "utf-8")
    window = shown(qtbot)
    assert [card.key for card in window.methods][4:] == ["mine"]
    assert "foreign.toml" in window.messages.last
    assert window.messages.banner.isVisible()
    with qtbot.waitSignal(window.starts) as started:
        window.methods[4].buttons[0].click()
    assert started.args[0] == "mine"
    window.methods[4].buttons[1].click()
    assert len(window.methods) == 4
    undo = next(each for each in window.findChildren(QPushButton) if each.text() == "Undo")
    undo.click()
    assert len(window.methods) == 5
