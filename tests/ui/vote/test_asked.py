"""What loses a ballot, or counts one that says nothing, is asked once, in the page; the safe answer has the
keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_desk.core.room import people
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import drafts
from mission_desk.core.vote import polls, secret_ballots
from mission_desk.ui.vote.page import VotePage
from tests.core.vote.voting import marks
from tests.ui.vote.voting import poll_of, press, said, set_up, typed


def test_enter_alone_stores_no_ballot(qtbot: QtBot, ready: VotePage) -> None:
    poll, seats = set_up(ready, "score").id, people.seats(ready.doc)
    typed(qtbot, ready, "543EEEEEEE")
    assert polls.seats_done(ready.doc, poll) == {seats[0].id}
    assert ready.window().focusWidget() is ready.open.seats.form.rows[0].fields[0]


def test_an_empty_ballot_is_asked_about_once(qtbot: QtBot, ready: VotePage) -> None:
    poll, seats = set_up(ready, "score").id, people.seats(ready.doc)
    typed(qtbot, ready, "---E")
    assert "None of 3 questions" in said(ready.open)
    typed(qtbot, ready, "E")  # the safe answer has the keys
    assert polls.seats_done(ready.doc, poll) == set()
    press(qtbot, ready.open.seats, "Store, next seat")
    press(qtbot, ready.open.seats, "Store an empty ballot")
    assert polls.seats_done(ready.doc, poll) == {seats[0].id}
    assert not ready.open.seats.question.asks
    assert ready.window().focusWidget() is ready.open.seats.form.rows[0].fields[0]


def test_a_digit_that_the_row_does_not_have_is_refused(qtbot: QtBot, ready: VotePage) -> None:
    set_up(ready, "pull-and-drag")
    typed(qtbot, ready, "9")
    form = ready.open.seats.form
    assert "A takes 0 to 5." in said(ready.open)
    assert form.paper.ballot.marks == (None, None, None)
    typed(qtbot, ready, "510")
    assert form.paper.ballot.drag == (10, None, None)
    assert ready.window().focusWidget() is form.rows[1].fields[0]


def test_discarding_a_poll_with_ballots_is_asked_once(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "score", secret=True)
    for seat in people.seats(ready.doc)[:3]:
        secret_ballots.cast_secret(ready.doc, poll.id, seat.id, marks(1, 2, 3))
    press(qtbot, ready.aside, "Discard the poll")
    assert "The poll has 3 secret ballots" in said(ready)
    assert ready.window().focusWidget() is ready.question.safe
    qtbot.keyClick(ready.question.safe, Qt.Key.Key_Escape)
    assert secret_ballots.ballots_in(ready.doc, poll.id) == 3
    press(qtbot, ready.aside, "Discard the poll")
    press(qtbot, ready.question, "Discard the poll")
    assert polls.newest(ready.doc) is None
    assert not secret_ballots.waiting(ready.doc)


def test_undo_stops_at_an_open_poll_and_offers_to_discard_it(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "score", secret=True)
    for seat in people.seats(ready.doc)[:3]:
        secret_ballots.cast_secret(ready.doc, poll.id, seat.id, marks(1, 2, 3))
    desk_position.show_page(ready.doc, "board")
    qtbot.keyClick(ready.window(), "z", Qt.KeyboardModifier.ControlModifier)
    assert "3 ballots is open" in ready.place.messages.last
    assert secret_ballots.ballots_in(ready.doc, poll.id) == 3
    press(qtbot, ready.window(), "Discard the poll")
    assert desk_position.page(ready.doc) == "vote"
    assert ready.question.asks
    assert ready.window().focusWidget() is ready.question.safe
    qtbot.keyClick(ready.question.safe, Qt.Key.Key_Return)
    assert secret_ballots.ballots_in(ready.doc, poll.id) == 3


def test_discarding_leaves_the_keys_on_the_page(qtbot: QtBot, ready: VotePage) -> None:
    set_up(ready, "score")
    typed(qtbot, ready, "543E")
    press(qtbot, ready.aside, "Discard the poll")
    press(qtbot, ready.question, "Discard the poll")
    assert ready.hasFocus() or ready.isAncestorOf(ready.window().focusWidget())
    ready.doc.undo()
    assert len(polls.seats_done(ready.doc, poll_of(ready.doc).id)) == 1


def test_an_empty_paper_is_asked_about_once(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "score", secret=True)
    ready.place.commands.run("poll.way_paper")
    typed(qtbot, ready, "E---E")
    entry = ready.open.paper
    assert "None of 3 questions" in said(entry)
    typed(qtbot, ready, "E")
    assert secret_ballots.ballots_in(ready.doc, poll.id) == 0
    typed(qtbot, ready, "E")  # the ballot is still there, and so is the question
    press(qtbot, entry, "Store an empty ballot")
    assert secret_ballots.ballots_in(ready.doc, poll.id) == 1
    assert ready.window().focusWidget() is entry.frame


def test_what_was_asked_once_leaves_nothing_behind(qtbot: QtBot, ready: VotePage) -> None:
    """Ballot after ballot in a window that lives on: what was deleted meanwhile must not be asked again."""
    poll = set_up(ready, "score")
    for _ in range(2):
        typed(qtbot, ready, "---EE")
        QTest.qWait(1)  # deferred deletions are done
        typed(qtbot, ready, "<<<543E")
    assert len(polls.seats_done(ready.doc, poll.id)) == 2


def test_what_is_asked_comes_into_sight(qtbot: QtBot, ready: VotePage) -> None:
    for n in range(9):
        drafts.add_draft(ready.doc, text=f"One more {n}.")
    set_up(ready, "score")
    QTest.qWait(1)
    press(qtbot, ready.open.seats, "Store, next seat")
    safe = ready.open.seats.question.safe
    qtbot.waitUntil(lambda: safe.visibleRegion().boundingRect().height() == safe.height())
