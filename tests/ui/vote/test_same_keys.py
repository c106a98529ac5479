"""The same keys give the same ballot in the booth, seat by seat and on paper, in the real windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.tally.election import Ballot
from mission_desk.ui.vote.entry.ballot_form import BallotForm
from mission_desk.ui.vote.page import VotePage
from tests.ui.vote.voting import LEFT, set_up, shown_text, typed

TYPED = {
    "pull-and-drag": ("9510-35<<210E", ((5, 10), (None, 2), (1, 0))),
    "consensing": ("101*<7", ((10,), (1,), (7,))),
    "gradients": ("0981<234", ((8,), (2,), (3,))),
    "dots": ("4121<0", ((1,), (0,), (0,))),
}


@pytest.mark.parametrize("rule", list(TYPED))
def test_keys_mean_one_thing(qtbot: QtBot, ready: VotePage, rule: str) -> None:
    keys, expected = TYPED[rule]
    set_up(ready, rule)
    typed(qtbot, ready, keys)
    by_seat = ready.open.seats.form.keys.rows, ready.open.seats.form.draft.ballot
    ready.place.commands.run("poll.way_paper")
    typed(qtbot, ready, f"E{keys}")
    on_paper = ready.open.paper.pad.keys.draft.ballot
    ready.place.commands.run("poll.booth")
    booth = ready.booth
    QApplication.processEvents()
    qtbot.mouseClick(booth.cover.next, LEFT)
    typed(qtbot, booth, keys)
    order = [row.name for row in booth.ballot.form.rows]
    in_booth = booth.ballot.form.draft.ballot
    booth.close()
    assert by_seat[1] == on_paper
    assert rows_of(on_paper) == expected
    assert [rows_of(in_booth)["ABC".index(name)] for name in order] == list(expected)


def rows_of(ballot: Ballot) -> tuple[tuple[int | None, ...], ...]:
    return tuple((mark, *ballot.drag[n : n + 1]) for n, mark in enumerate(ballot.marks))


def test_digits_of_the_number_pad_are_digits(qtbot: QtBot, ready: VotePage) -> None:
    set_up(ready, "score")
    pad = Qt.KeyboardModifier.KeypadModifier
    for key in (Qt.Key.Key_5, Qt.Key.Key_4, Qt.Key.Key_3):
        qtbot.keyClick(ready.window().focusWidget(), key, pad)
    assert ready.open.seats.form.draft.ballot.marks == (5, 4, 3)


def test_a_digit_that_is_held_fills_one_row(qtbot: QtBot, ready: VotePage) -> None:
    set_up(ready, "score")
    typed(qtbot, ready, "5")
    for _ in range(5):
        again = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_5, Qt.KeyboardModifier.NoModifier, "5", True)
        QApplication.sendEvent(ready.window().focusWidget(), again)
    assert ready.open.seats.form.draft.ballot.marks == (5, None, None)


def test_what_is_refused_stands_below_the_rows_and_goes_with_the_next_key(
    qtbot: QtBot, ready: VotePage
) -> None:
    set_up(ready, "score")
    typed(qtbot, ready, "7")
    assert "A takes 0 to 5." in shown_text(ready.open)
    typed(qtbot, ready, "3")
    assert "A takes 0 to 5." not in shown_text(ready.open)


@pytest.mark.parametrize("way", ["seats", "booth"])
def test_what_is_refused_is_in_sight_on_a_low_screen(qtbot: QtBot, ready: VotePage, way: str) -> None:
    form = form_of(qtbot, ready, way, "pull-and-drag")
    form.window().resize(1024, 560)
    for keys in ("9", "123456"):  # in the first row, and behind the last one
        typed(qtbot, form, keys)
        QApplication.processEvents()
        assert form.running.text()
        assert form.running.visibleRegion().boundingRect() == form.running.rect()


@pytest.mark.parametrize("way", ["seats", "booth"])
def test_tab_goes_from_the_last_row_to_the_button_below(qtbot: QtBot, ready: VotePage, way: str) -> None:
    form = form_of(qtbot, ready, way, "score")
    below = ready.open.seats.next if way == "seats" else ready.booth.ballot.button
    for _ in range(3):
        qtbot.keyClick(form.window().focusWidget(), Qt.Key.Key_Tab)
    assert form.window().focusWidget() is below
    form.focus_first()
    typed(qtbot, form, "543")
    qtbot.keyClick(form.window().focusWidget(), Qt.Key.Key_Tab)
    assert form.window().focusWidget() is below


def test_of_two_questions_the_one_at_hand_is_marked(qtbot: QtBot, ready: VotePage) -> None:
    pull, drag = form_of(qtbot, ready, "seats", "pull-and-drag").rows[0].fields
    assert [pull.property("look"), drag.property("look")] == ["row-on", "clear"]
    typed(qtbot, ready, "5")
    assert [pull.property("look"), drag.property("look")] == ["clear", "row-on"]


def test_the_button_below_stays_under_the_mouse(qtbot: QtBot, ready: VotePage) -> None:
    form_of(qtbot, ready, "seats", "score")
    for _ in range(3):  # each part is laid out a turn after what it stands in
        QApplication.processEvents()
    before = ready.open.seats.next.pos()
    typed(qtbot, ready, "9")
    QApplication.processEvents()
    assert ready.open.seats.next.pos() == before


def form_of(qtbot: QtBot, page: VotePage, way: str, rule: str) -> BallotForm:
    set_up(page, rule)
    if way == "seats":
        return page.open.seats.form
    page.place.commands.run("poll.booth")
    QApplication.processEvents()
    qtbot.mouseClick(page.booth.cover.next, LEFT)
    return page.booth.ballot.form
