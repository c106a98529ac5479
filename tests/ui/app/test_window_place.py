"""A window opens where it was closed on the same screens; on others it opens as usual."""

from __future__ import annotations

from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.ui import screens, settings
from mission_desk.ui.app.program import Program
from mission_desk.ui.app.window_place import KEPT_AS

PLACE = QRect(30, 40, 730, 520)


def opened() -> Program:
    program = Program(quits=False)
    program.welcome()
    assert program.window is not None
    return program


def closed_at(program: Program, place: QRect) -> None:
    assert program.window is not None
    program.window.showNormal()
    program.window.setGeometry(place)
    program.window.close()


def test_it_opens_where_it_was_closed(qtbot: QtBot) -> None:
    closed_at(opened(), PLACE)
    again = opened()
    assert again.window is not None
    assert again.window.geometry() == PLACE
    again.window.close()


def test_a_workshop_opens_where_the_welcome_page_stands_and_leaves_it_there(
    qtbot: QtBot, doc: Document
) -> None:
    path = doc.path
    doc.close()
    program = opened()
    assert program.window is not None
    program.window.showNormal()
    program.window.setGeometry(PLACE)
    program.open(path)
    assert program.window.geometry() == PLACE
    program.window.close()


def test_on_other_screens_it_opens_as_usual_and_the_first_ones_are_not_forgotten(qtbot: QtBot) -> None:
    first = opened()
    assert first.window is not None
    usual = first.window.geometry()
    closed_at(first, PLACE)
    here, place = settings.names(KEPT_AS)[0].split("\t")
    assert [f"{each.box.width()}x{each.box.height()}" in here for each in screens.screens()] == [True]
    settings.keep_names(KEPT_AS, [f"laptop 1366x768; hall 1024x768\t{place}"])
    second = opened()
    assert second.window is not None
    assert second.window.geometry() == usual
    second.window.close()
    lines = settings.names(KEPT_AS)
    assert [line.startswith("laptop") for line in lines] == [False, True]


def test_a_desk_beside_a_stage_that_fills_a_screen_is_not_remembered(qtbot: QtBot, doc: Document) -> None:
    path = doc.path
    doc.close()
    program = Program(quits=False)
    program.open(path)
    assert program.window is not None
    program.window.commands.run("stage.here")  # type: ignore[union-attr]
    program.window.close()
    assert settings.names(KEPT_AS) == []


def test_a_damaged_place_is_no_place(qtbot: QtBot) -> None:
    closed_at(opened(), PLACE)
    line = settings.names(KEPT_AS)[0]
    settings.keep_names(KEPT_AS, [line[:-40], "nonsense", ""])
    again = opened()
    assert again.window is not None
    assert again.window.geometry() != PLACE
    again.window.close()
