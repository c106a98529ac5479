"""Set the scene: what is typed is in the file, and Undo takes it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Seat
from mission_desk.core.plan import priorities
from mission_desk.core.room import people, scene
from mission_desk.core.stage import desk_position
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.scene.page import ScenePage
from mission_desk.words import set_screen_language

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def page(desk: Desk, doc: Document) -> ScenePage:
    desk_position.show_page(doc, "scene")
    scene_page = desk.pages["scene"]
    assert isinstance(scene_page, ScenePage)
    return scene_page


def write(qtbot: QtBot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def test_words_are_saved_as_typed_and_undone(page: ScenePage, doc: Document, qtbot: QtBot) -> None:
    field = page.whose.fields["team"]
    field.setFocus()
    qtbot.keyClicks(field, "Night shift")
    qtbot.waitUntil(lambda: scene.workshop(doc).team == "Night shift")  # after the pause, without leaving
    qtbot.keyClick(field, *UNDO)
    assert scene.workshop(doc).team == ""
    assert field.text() == ""


def test_mission_and_priorities_of_the_company(page: ScenePage, doc: Document, qtbot: QtBot) -> None:
    write(qtbot, page.company.fields["mission"], "Shops that outlive their founders.")
    write(qtbot, page.three.fields[1], "Win the south")
    assert scene.workshop(doc).mission == "Shops that outlive their founders."
    assert [each.text for each in priorities.priorities(doc, "company")] == ["", "Win the south", ""]


def test_day_and_time_as_people_write_them(page: ScenePage, doc: Document, qtbot: QtBot) -> None:
    write(qtbot, page.when.day, "24.12.2026")
    write(qtbot, page.when.starts, "9:30")
    assert (scene.workshop(doc).day, scene.workshop(doc).starts) == ("2026-12-24", 570)
    assert page.when.day.text() == "24 Dec 2026"
    qtbot.keyClick(page.when.starts, Qt.Key.Key_Up)
    assert page.when.starts.text() == "09:45"
    assert scene.workshop(doc).starts == 585


def test_what_is_no_day_changes_nothing(page: ScenePage, doc: Document, qtbot: QtBot) -> None:
    before = scene.workshop(doc).day
    write(qtbot, page.when.day, "after lunch")
    assert scene.workshop(doc).day == before
    assert page.when.day.text() == "after lunch"
    assert page.when.day.property("look") == "bad"
    write(qtbot, page.when.day, "2026-12-01")
    assert scene.workshop(doc).day == "2026-12-01"
    assert page.when.day.property("look") == ""


def test_seats_by_button_by_number_and_by_key(page: ScenePage, doc: Document, qtbot: QtBot) -> None:
    steppers = page.seats.steppers
    qtbot.mouseClick(steppers["ideator"].more, Qt.MouseButton.LeftButton)
    write(qtbot, steppers["heart"].field, "12")
    qtbot.keyClick(steppers["analyst"].field, Qt.Key.Key_Down)
    assert people.style_counts(doc) == {"ideator": 4, "strategist": 3, "analyst": 2, "heart": 12}
    assert page.seats.total.text() == "21 seats in all"


def test_more_seats_than_a_workshop_holds_are_refused(
    page: ScenePage, desk: Desk, doc: Document, qtbot: QtBot
) -> None:
    write(qtbot, page.seats.steppers["heart"].field, "999")
    assert people.style_counts(doc)["heart"] == 3
    assert page.seats.steppers["heart"].field.text() == "3"
    assert "500" in desk.messages.last


def test_names_open_in_sight_on_a_low_screen(desk: Desk, page: ScenePage, qtbot: QtBot) -> None:
    desk.resize(1366, 749)
    area = page.findChild(QScrollArea)
    qtbot.mouseClick(page.seats.names_button, Qt.MouseButton.LeftButton)
    first = page.seats.names.fields[0]
    qtbot.waitUntil(lambda: first.mapTo(area, first.rect().bottomLeft()).y() < area.height() - first.height())
    assert first.hasFocus()


def test_the_day_begins_and_the_cursor_stays(desk: Desk, page: ScenePage, qtbot: QtBot) -> None:
    page.when.where.setFocus()
    desk.commands.run("day.start")
    assert page.when.where.hasFocus()


def test_names_one_by_one_and_as_a_list(page: ScenePage, doc: Document, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.seats.names_button, Qt.MouseButton.LeftButton)
    fields = page.seats.names.fields
    qtbot.keyClicks(fields[0], "Maya")
    qtbot.keyClick(fields[0], Qt.Key.Key_Return)
    assert fields[1].hasFocus()
    QApplication.clipboard().setText("Tom\nPriya\nLuis")
    qtbot.keyClick(fields[1], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [seat.name for seat in doc.rows(Seat, "1 ORDER BY number")][:5] == [
        "Maya",
        "Tom",
        "Priya",
        "Luis",
        "",
    ]
    qtbot.keyClick(fields[1], *UNDO)
    assert [seat.name for seat in people.seats(doc)][:3] == ["Maya", "", ""]


def test_another_language_for_the_room(page: ScenePage, desk: Desk, doc: Document, qtbot: QtBot) -> None:
    outline.edit_step(doc, agenda.steps(doc)[1].id, title="Our own words")
    qtbot.mouseClick(page.when.language.option("de"), Qt.MouseButton.LeftButton)
    assert scene.workshop(doc).language == "de"
    assert [step.title for step in agenda.steps(doc)][:2] == ["Ankommen", "Our own words"]
    assert boards.boards(doc)[0].title == "Kunden"
    assert "Deutsch" in desk.messages.last
    qtbot.keyClick(page.when.where, *UNDO)
    assert scene.workshop(doc).language == "en"
    assert agenda.steps(doc)[0].title == "Set the scene"


def test_leaving_hands_on_what_is_half_typed(page: ScenePage, doc: Document, qtbot: QtBot) -> None:
    page.whose.fields["company"].setFocus()
    qtbot.keyClicks(page.whose.fields["company"], "North")
    desk_position.show_page(doc, "roadmap")
    assert scene.workshop(doc).company == "North"


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [1600, 1024, 800])
def test_nothing_is_cut_at_the_side(qtbot: QtBot, sample_doc: Document, width: int, language: str) -> None:
    set_screen_language(language)
    desk_position.show_page(sample_doc, "scene")
    desk = Desk(sample_doc, theme.LIGHT)
    qtbot.addWidget(desk)
    desk.resize(width, 768)
    desk.show()
    area = desk.pages["scene"].findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
