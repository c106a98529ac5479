"""The rail on a laptop's low screen, with all that can stand in it at once: steps, how late it is, the note,
the stage's strip, in both languages. Nothing is cut, nothing lies over another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.file.document import Document
from mission_desk.ui.desk.desk import Desk
from mission_desk.words import set_screen_language
from tests.core.day_times import Times
from tests.ui.conftest import shown

NOTE = "Give room to think big; park every objection for the next step, and let silence work. " * 4


@pytest.fixture(params=["en", "de"])
def desk(request: pytest.FixtureRequest, qtbot: QtBot, doc: Document) -> Desk:
    set_screen_language(request.param)
    desk_window = shown(qtbot, doc)
    desk_window.place.preferences.keep("clock.chime", 0)
    return desk_window


def place_of(part: QWidget, desk: Desk) -> QRect:
    return QRect(part.mapTo(desk, QPoint(0, 0)), part.size())


def is_whole(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()


def all_have_room(desk: Desk) -> bool:
    """The parts of the left column lie below each other and above what is below the column."""
    rail, on = desk.rail, desk.stage_control.on
    assert on is not None
    parts = [place_of(part, desk) for part in (rail.head, rail._scroll, rail.below, on.strip)]
    foot = desk._foot.y() if desk._foot.isVisible() else desk.height()
    apart = all(above.bottom() < below.top() for above, below in pairwise(parts))
    return apart and parts[-1].bottom() < foot


def late_on_stage(desk: Desk, times: Times) -> None:
    outline.edit_step(desk.doc, agenda.steps(desk.doc)[0].id, note=NOTE)
    desk.commands.run("day.start")
    times.wait(147 * 60)
    desk.commands.run("stage.show")
    desk.commands.run("stage.freeze")
    desk.rail.late.show_late()


SIZES = [(1366, 749), (1024, 749), (911, 490), (911, 441)]
"""Laptops with the frame of the window taken off: 1366x768, 1024x768, and 1366x768 at 150 %, also above the
system's own bar."""


@pytest.mark.parametrize("size", SIZES)
def test_nothing_of_a_late_day_is_cut(qtbot: QtBot, desk: Desk, times: Times, size: tuple[int, int]) -> None:
    desk.resize(*size)
    assert (desk.width(), desk.height()) == size
    late_on_stage(desk, times)
    rail, on = desk.rail, desk.stage_control.on
    assert on is not None
    qtbot.waitUntil(lambda: all_have_room(desk))
    catch_up, strip = rail.late.catch_up, on.strip
    for part in (rail.late.words, catch_up, strip.freeze, strip.miniature, strip.blank, rail.head.next):
        assert is_whole(part)
    assert rail.late.words.height() >= rail.late.words.heightForWidth(rail.late.words.width())
    assert catch_up.width() >= catch_up.sizeHint().width()
    for key in (on.strip.freeze, on.strip.blank, on.strip.swap):
        assert key.width() >= key.fontMetrics().horizontalAdvance(max(key.text().split("\n"), key=len)) + 8


@pytest.mark.parametrize("size", SIZES)
def test_the_open_step_and_the_two_next_are_whole_in_sight(
    qtbot: QtBot, desk: Desk, times: Times, size: tuple[int, int]
) -> None:
    desk.resize(*size)
    late_on_stage(desk, times)
    rows = desk.rail.steps.rows

    def are_whole(place: int) -> bool:
        seen = rows[place : place + 3]
        return all_have_room(desk) and all(map(is_whole, seen))

    for place in range(len(rows)):
        qtbot.waitUntil(lambda place=place: agenda.current_step(desk.doc).rank == place and are_whole(place))
        assert desk.rail.head.next.isEnabled() == (place + 1 < len(rows))
        qtbot.mouseClick(desk.rail.head.next, Qt.MouseButton.LeftButton)


def test_a_long_note_scrolls_and_the_next_one_begins_at_its_top(
    qtbot: QtBot, desk: Desk, times: Times
) -> None:
    desk.resize(1366, 749)
    late_on_stage(desk, times)
    bar = desk.rail.below.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert desk.rail.note.visibleRegion().boundingRect().bottom() == desk.rail.note.rect().bottom()
    desk.commands.run("step.next")
    assert bar.value() == 0


def test_the_words_of_the_red_frame_cover_nothing(qtbot: QtBot, desk: Desk) -> None:
    desk.resize(1024, 749)
    desk.commands.run("stage.show")
    desk.commands.run("stage.freeze")
    assert desk.stage_control.on is not None
    band = desk.stage_control.on.frame.band
    qtbot.waitUntil(lambda: place_of(desk.top, desk).top() >= band.bottom())
    desk.commands.run("stage.show")
    qtbot.waitUntil(lambda: place_of(desk.top, desk).top() == 0)


def test_the_row_that_has_the_keys_is_in_sight(qtbot: QtBot, desk: Desk, times: Times) -> None:
    desk.resize(1366, 749)
    late_on_stage(desk, times)
    rows = desk.rail.steps.rows
    rows[0].setFocus()
    for row in rows[:-1]:
        qtbot.keyClick(row, Qt.Key.Key_Down)
    assert rows[-1].hasFocus()
    qtbot.waitUntil(lambda: rows[-1].visibleRegion().boundingRect() == rows[-1].rect())
    desk.commands.run("step.edit")
    assert desk.rail.editor is not None
    desk.rail.editor.minutes.setFocus()
    qtbot.keyClicks(desk.rail.editor.minutes, "25")
    qtbot.keyClick(desk.rail.editor.minutes, Qt.Key.Key_Escape)
    assert rows[-1].hasFocus()
    qtbot.waitUntil(lambda: rows[-1].visibleRegion().boundingRect() == rows[-1].rect())


def test_the_editor_is_as_high_as_the_desk_lets_it_be(qtbot: QtBot, desk: Desk) -> None:
    """The strip below the rail does not cut it short."""
    desk.resize(1366, 749)
    desk.commands.run("stage.show")
    desk.commands.run("step.edit")
    assert desk.rail.editor is not None
    assert desk.stage_control.on is not None
    editor, strip = desk.rail.editor, desk.stage_control.on.strip
    qtbot.waitUntil(lambda: place_of(strip, desk).bottom() > place_of(desk.rail, desk).bottom())
    qtbot.waitUntil(lambda: place_of(editor, desk).bottom() == place_of(strip, desk).bottom())


def test_the_open_step_stays_in_sight_when_it_grows_late(qtbot: QtBot, desk: Desk, times: Times) -> None:
    """The card that says so comes by itself, in the middle of a step, and takes its room from the steps."""
    desk.resize(1024, 600)
    desk.commands.run("day.start")
    step = agenda.steps(desk.doc)[-2]
    agenda.open_step(desk.doc, step.id, starts=True)
    rail, row = desk.rail, desk.rail.steps.rows[step.rank]
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect() == row.rect())
    qtbot.waitUntil(lambda: not rail._to_open_step.isActive())
    assert rail.late.isHidden()
    times.wait(300 * 60)
    rail.late.show_late()
    qtbot.waitUntil(lambda: 0 < place_of(rail._scroll, desk).bottom() < place_of(rail.below, desk).top())
    assert rail.late.isVisible()
    assert rail._scroll.height() < rail.steps.height()
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect() == row.rect())
