"""Setting up a poll: nothing below a choice moves while it is made, or the next press hits something else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from mission_desk.tally.rules import RULES
from mission_desk.ui.vote.page import VotePage
from tests.ui.vote.voting import press


def places(page: VotePage) -> dict[str, QPoint]:
    """Where the verbs and the two ways are, in the window."""
    QApplication.processEvents()
    parts: dict[str, QWidget] = {
        "open the poll": page.setup._open, "open": page.setup.way.option("open"),
        "secret": page.setup.way.option("secret"), "rules": page.setup.rule.rules,
    }  # fmt: skip
    return {name: part.mapTo(page.window(), QPoint(0, 0)) for name, part in parts.items()}


@pytest.mark.parametrize("size", [(1024, 700), (1366, 720), (1920, 1000)])
def test_open_or_secret_leaves_the_verbs_where_they_are(ready: VotePage, size: tuple[int, int]) -> None:
    ready.window().resize(*size)
    before = places(ready)
    for secret in (True, False):
        ready.setup.set_secret(secret)
        assert places(ready) == before


@pytest.mark.parametrize("size", [(1024, 700), (1024, 768), (1280, 720), (1366, 720), (1920, 1000)])
def test_every_rule_leaves_the_verbs_where_they_are(ready: VotePage, size: tuple[int, int]) -> None:
    ready.window().resize(*size)
    before = places(ready)
    for rule in RULES:
        ready.setup.rule._set_rule(rule)
        assert places(ready) == before, rule


@pytest.mark.parametrize("width", [180, 300, 700])
def test_what_is_promised_takes_the_same_room_open_or_secret(ready: VotePage, width: int) -> None:
    """Also where no taller card stands beside it."""
    heights = set()
    for secret in (True, False):
        ready.setup.set_secret(secret)
        heights.add(ready.setup._way_words.heightForWidth(width))
    assert len(heights) == 1


def test_pressing_secret_leaves_the_button_under_the_mouse(ready: VotePage, qtbot: object) -> None:
    before = places(ready)
    press(qtbot, ready.setup, "Secret")  # type: ignore[arg-type]
    assert ready.setup.secret
    assert places(ready) == before
