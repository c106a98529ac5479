"""The same keys give the same ballot in the booth, seat by seat and on paper, in the real windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.tally.election import Ballot
from mission_desk.ui.vote.page import VotePage
from tests.ui.vote.voting import LEFT, said, set_up, typed

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
    by_seat = ready.open.seats.form.keys.rows, ready.open.seats.form.paper.ballot
    ready.place.commands.run("poll.way_paper")
    typed(qtbot, ready, f"E{keys}")
    on_paper = ready.open.paper.pad.keys.paper.ballot
    ready.place.commands.run("poll.booth")
    booth = ready.booth
    QApplication.processEvents()
    qtbot.mouseClick(booth.cover.next, LEFT)
    typed(qtbot, booth, keys)
    order = [row.name for row in booth.ballot.form.rows]
    in_booth = booth.ballot.form.paper.ballot
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
    assert ready.open.seats.form.paper.ballot.marks == (5, 4, 3)


def test_a_digit_that_is_held_fills_one_row(qtbot: QtBot, ready: VotePage) -> None:
    set_up(ready, "score")
    typed(qtbot, ready, "5")
    for _ in range(5):
        again = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_5, Qt.KeyboardModifier.NoModifier, "5", True)
        QApplication.sendEvent(ready.window().focusWidget(), again)
    assert ready.open.seats.form.paper.ballot.marks == (5, None, None)


def test_what_is_refused_stands_below_the_rows_and_goes_with_the_next_key(
    qtbot: QtBot, ready: VotePage
) -> None:
    set_up(ready, "score")
    typed(qtbot, ready, "7")
    assert "A takes 0 to 5." in said(ready.open)
    typed(qtbot, ready, "3")
    assert "A takes 0 to 5." not in said(ready.open)
