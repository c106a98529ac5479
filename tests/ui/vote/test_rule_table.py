"""The vote page and the table of rules: a new row is offered, a poll without a row says so."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mission_desk.core.file.rows import Poll
from mission_desk.ui.vote.page import VotePage
from tests.core.vote.thirteenth import LOWEST, offered
from tests.core.vote.voting import free_poll
from tests.ui.vote.voting import press, set_up, shown_text


def test_a_new_row_is_offered_with_its_words(ready: VotePage) -> None:
    with offered():
        ready.setup.rule.propose(LOWEST, 3)
        assert "The best of the worst marks wins." in shown_text(ready.setup)
        assert set_up(ready, LOWEST).rule == LOWEST
        assert "Lowest mark" in shown_text(ready.aside)


def test_a_poll_by_a_rule_that_is_not_there_can_be_discarded(qtbot: QtBot, ready: VotePage) -> None:
    poll = free_poll(ready.doc, "score")
    with ready.doc.action("poll.thresholds") as write:
        write.update(Poll, poll, rule="later")
    assert "no voting rule “later”" in shown_text(ready)
    press(qtbot, ready.aside, "Discard the poll")
    assert ready.doc.find(Poll, poll) is None
