"""A ballot and a result are never wider than their page: what sticks out at the right can neither be read nor
scrolled to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from mission_desk.core.room import people
from mission_desk.grammar import languages
from mission_desk.ui.vote.page import VotePage
from mission_desk.words import set_screen_language
from tests.core.vote.voting import marks, usual_ballot, voted
from tests.ui.vote.voting import set_up


@pytest.fixture(autouse=True, params=languages())
def language(request: pytest.FixtureRequest) -> Iterator[None]:
    """German words are longer."""
    set_screen_language(request.param)
    yield
    set_screen_language("en")


def sticks_out(page: VotePage) -> list[int]:
    """By how many px the content of the page, and of what scrolls in it, is wider than what is seen of it."""
    for _ in range(3):  # cards find their columns a turn later
        QApplication.processEvents()
    within = (*page.findChildren(QScrollArea), *page.side.findChildren(QScrollArea))
    areas = [each for each in within if each.isVisible()]
    assert areas
    wider = (area.widget().width() - area.viewport().width() for area in areas)
    return [each for each in wider if each > 0]


@pytest.mark.parametrize("size", [(1024, 768), (1366, 720), (1600, 900)])
def test_a_result_with_all_thinking_styles(ready: VotePage, size: tuple[int, int]) -> None:
    """The bars of four styles side by side are the widest part of it."""
    people.set_style_counts(ready.doc, {"ideator": 3, "strategist": 3, "analyst": 3, "heart": 3})
    ready.window().resize(*size)
    for rule in ("pull-and-drag", "gradients", "dots"):
        poll = set_up(ready, rule)
        voted(ready.doc, poll.id, [usual_ballot(poll, 3, n) for n in range(12)])
        assert sticks_out(ready) == [], rule
        ready.place.commands.run("poll.new")


@pytest.mark.parametrize("size", [(1024, 768), (1366, 720)])
@pytest.mark.parametrize("rule", ["pull-and-drag", "consensing", "gradients"])
def test_the_ballot_of_a_seat_and_the_paper(ready: VotePage, rule: str, size: tuple[int, int]) -> None:
    """Pull and drag has the longest row: eleven buttons."""
    ready.window().resize(*size)
    set_up(ready, rule)
    assert sticks_out(ready) == []
    ready.place.commands.run("poll.way_paper")
    assert sticks_out(ready) == []


def test_what_equals_lead_to_fits_beside_them(ready: VotePage) -> None:
    """The most verbs there can be: a run-off, the walk, the priorities."""
    ready.window().resize(1366, 720)
    ready.setup.options.turn_to("free")
    ready.setup.options.free.setPlainText("calm\nquick\nkind\nloud")
    poll = set_up(ready, "score")
    voted(ready.doc, poll.id, [marks(5, 5, 3, 1), marks(4, 4, 1, 5)] * 2)
    assert sticks_out(ready) == []
