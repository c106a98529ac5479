"""From the dots of the day to our three: taken up with one key, ticked, voted on, and filled in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.plan import candidates, priorities
from mission_desk.core.stage import desk_position
from mission_desk.core.vote import ballots, poll_closing, polls
from mission_desk.tally.election import Ballot
from mission_desk.ui.plan.priorities.page import PrioritiesPage
from tests.ui.conftest import Desk
from tests.ui.plan.priorities.conftest import opened

LEFT = Qt.MouseButton.LeftButton


def ours(doc: Document) -> list[str]:
    return [row.text for row in priorities.priorities(doc, "team")]


def test_the_most_dotted_stands_first_and_says_what_became_of_it(sample: PrioritiesPage) -> None:
    rows = sample.candidates.rows
    assert [row.candidate.dots for row in rows][:4] == [13, 6, 6, 5]
    assert rows[0].candidate.kind == "cluster"


def test_enter_takes_one_up_and_a_fourth_wants_in(
    sample: PrioritiesPage, sample_doc: Document, qtbot: QtBot
) -> None:
    row = sample.candidates.rows[0]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert [(each.text, each.place) for each in priorities.not_this_year(sample_doc)][-1] == (
        "No one waits alone", "wants in",
    )  # fmt: skip
    qtbot.keyClick(sample, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(priorities.not_this_year(sample_doc)) == 1


def test_space_ticks_arrows_go_and_v_opens_the_vote_that_fills_the_three_in_one_step(
    sample_desk: Desk, sample_doc: Document, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    rows = page.candidates.rows
    assert not page.candidates.vote.isVisible()
    qtbot.waitUntil(rows[0].isVisible)
    rows[0].setFocus()
    for _ in range(4):
        here = page.window().focusWidget()
        qtbot.keyClick(here, Qt.Key.Key_Space)
        qtbot.keyClick(here, Qt.Key.Key_Down)
    assert page.candidates.vote.text() == "Vote on these 4"
    before = ours(sample_doc)
    qtbot.keyClick(page.window().focusWidget(), "v")
    assert desk_position.page(sample_doc) == "vote"
    poll = polls.polls(sample_doc)[0]
    for seat in range(3):
        number = sample_doc.records("SELECT id FROM seat ORDER BY number")[seat][0]
        ballots.cast(sample_doc, poll.id, number, Ballot((1, 1, 1, 0)))
    poll_closing.close_poll(sample_doc, poll.id)
    page = opened(sample_desk)
    offer = page.candidates.offer
    assert offer.isVisible()
    qtbot.mouseClick(offer.take, LEFT)
    assert ours(sample_doc) == ["No one waits alone", "We give time back", "Words a friend would use"]
    assert not offer.isVisible()
    assert {row.text for row in priorities.not_this_year(sample_doc)} >= set(before)
    sample_doc.undo()
    assert ours(sample_doc) == before


def test_another_one_can_be_typed(page: PrioritiesPage, doc: Document, qtbot: QtBot) -> None:
    field = page.candidates.another
    field.setFocus()
    qtbot.keyClicks(field, "Laugh together")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert ours(doc) == ["Laugh together", "", ""]
    assert field.toPlainText() == ""
    assert candidates.candidates(doc) == []
