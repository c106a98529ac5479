"""What loses a ballot, or counts one that says nothing, is asked once, in the page; the safe answer has the
keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from mission_desk.core.room import people
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import drafts
from mission_desk.core.vote import polls, secret_ballots
from mission_desk.ui.vote.page import VotePage
from tests.core.vote.voting import marks
from tests.ui.vote.voting import LEFT, offers, poll_of, press, set_up, shown_text, typed


def test_enter_alone_stores_no_ballot(qtbot: QtBot, ready: VotePage) -> None:
    poll, seats = set_up(ready, "score").id, people.seats(ready.doc)
    typed(qtbot, ready, "543EEEEEEE")
    assert polls.seats_done(ready.doc, poll) == {seats[0].id}
    assert ready.window().focusWidget() is ready.open.seats.form.rows[0].fields[0]


def test_an_empty_ballot_is_asked_about_once(qtbot: QtBot, ready: VotePage) -> None:
    poll, seats = set_up(ready, "score").id, people.seats(ready.doc)
    typed(qtbot, ready, "---E")
    assert "None of 3 questions" in shown_text(ready.open)
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
    assert "A takes 0 to 5." in shown_text(ready.open)
    assert form.draft.ballot.marks == (None, None, None)
    typed(qtbot, ready, "510")
    assert form.draft.ballot.drag == (10, None, None)
    assert ready.window().focusWidget() is form.rows[1].fields[0]


def test_discarding_a_poll_with_ballots_is_asked_once(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "score", secret=True)
    for seat in people.seats(ready.doc)[:3]:
        secret_ballots.cast_secret(ready.doc, poll.id, seat.id, marks(1, 2, 3))
    press(qtbot, ready.aside, "Discard the poll")
    assert "The poll has 3 secret ballots" in shown_text(ready)
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
    assert "None of 3 questions" in shown_text(entry)
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


def test_a_save_point_that_is_stopped_offers_to_discard_the_poll(qtbot: QtBot, ready: VotePage) -> None:
    ready.doc.mark_point("before the poll")
    poll = set_up(ready, "score", secret=True)
    secret_ballots.cast_secret(ready.doc, poll.id, people.seats(ready.doc)[0].id, marks(1, 2, 3))
    ready.place.commands.run("file.points")
    menu = next(each for each in ready.window().findChildren(QMenu) if each.isVisible())
    menu.actions()[0].trigger()
    assert "1 ballot is open" in ready.place.messages.last
    press(qtbot, ready.window(), "Discard the poll")
    assert ready.question.asks
    assert secret_ballots.ballots_in(ready.doc, poll.id) == 1


def test_an_undo_that_a_sentence_offered_says_where_it_stops(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "score", secret=True)
    secret_ballots.cast_secret(ready.doc, poll.id, people.seats(ready.doc)[0].id, marks(1, 2, 3))
    ready.place.messages.say("Something was done.", "Undo", ready.doc.undo)
    press(qtbot, ready.window(), "Undo")
    assert "1 ballot is open" in ready.place.messages.last
    assert "Discard the poll" in offers(ready.window())


@pytest.mark.parametrize("corrects", [False, True])
def test_another_seat_does_not_drop_a_half_typed_ballot_unasked(
    qtbot: QtBot, ready: VotePage, *, corrects: bool
) -> None:
    """Neither a new one nor a correction of one that is stored."""
    set_up(ready, "score")
    entry = ready.open.seats
    if corrects:
        typed(qtbot, ready, "543E")
        entry.seats.setCurrentRow(0)
        entry.form.focus_first()
    typed(qtbot, ready, "4")
    here, before = entry.seats.currentRow(), entry.form.draft.ballot
    QApplication.processEvents()
    middle = entry.seats.visualItemRect(entry.seats.item(2)).center()
    qtbot.mouseClick(entry.seats.viewport(), LEFT, pos=middle)
    assert "not stored" in shown_text(entry)
    assert ready.window().focusWidget() is entry.question.safe
    qtbot.keyClick(entry.question.safe, Qt.Key.Key_Escape)
    QApplication.processEvents()
    marked = [at for at in range(entry.seats.count()) if entry.seats.item(at).isSelected()]
    assert (marked, entry.seats.currentRow(), entry.form.draft.ballot) == ([here], here, before)
    entry.seats.setCurrentRow(2)
    press(qtbot, entry, "Forget the answers")
    assert (entry.seats.currentRow(), entry.form.draft.is_empty) == (2, True)


@pytest.mark.parametrize("verb", ["Close the poll", "Discard the poll"])
def test_a_half_typed_correction_is_named_before_it_is_lost(qtbot: QtBot, ready: VotePage, verb: str) -> None:
    """All seats are in, so nothing else would be asked."""
    poll = set_up(ready, "score")
    for keys in ("543E", "123E", "321E", "555E"):
        typed(qtbot, ready, keys)
    ready.open.seats.seats.setCurrentRow(0)
    ready.open.seats.form.focus_first()
    typed(qtbot, ready, "1")
    press(qtbot, ready.aside, verb)
    assert "The ballot of Seat 1" in shown_text(ready.question)
    assert "is typed and not stored" in shown_text(ready.question)
    assert ready.window().focusWidget() is ready.question.safe
    qtbot.keyClick(ready.question.safe, Qt.Key.Key_Escape)
    typed(qtbot, ready, "43E")
    press(qtbot, ready.aside, "Close the poll")
    assert ready.doc.row(type(poll), poll.id).state == "closed"


def test_a_first_ballot_half_typed_keeps_a_poll_without_ballots_from_going(
    qtbot: QtBot, ready: VotePage
) -> None:
    set_up(ready, "score")
    typed(qtbot, ready, "5")
    press(qtbot, ready.aside, "Discard the poll")
    assert "Discard the poll all the same?" in shown_text(ready.question)
    press(qtbot, ready.question, "Discard the poll")
    assert polls.newest(ready.doc) is None
    set_up(ready, "score")  # what was typed for the poll before is not asked about any more
    ready.place.commands.run("poll.discard")
    assert polls.newest(ready.doc) is None


def test_a_half_typed_paper_is_named_before_it_is_lost(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "score", secret=True)
    for seat in people.seats(ready.doc)[:3]:
        secret_ballots.cast_secret(ready.doc, poll.id, seat.id, marks(1, 2, 3))
    ready.place.commands.run("poll.way_paper")
    typed(qtbot, ready, "E5")
    ready.place.commands.run("poll.close")
    assert "A paper is typed and not stored: it does not count. 1 seat" in shown_text(ready.question)
    assert ready.window().focusWidget() is ready.question.safe


def test_a_seat_is_left_unasked_where_nothing_would_be_lost(qtbot: QtBot, ready: VotePage) -> None:
    set_up(ready, "score")
    typed(qtbot, ready, "543E")
    for row in (0, 3, 1):
        ready.open.seats.seats.setCurrentRow(row)
        assert not ready.open.seats.question.asks


def test_a_second_secret_round_with_one_missing_says_what_that_tells(qtbot: QtBot, ready: VotePage) -> None:
    people.set_style_counts(ready.doc, {"ideator": 6})
    seats = people.seats(ready.doc)
    for count in (6, 5):
        poll = set_up(ready, "score", secret=True) if count == 6 else poll_of(ready.doc)
        for seat in seats[:count]:
            secret_ballots.cast_secret(ready.doc, poll.id, seat.id, marks(1, 2, 3))
        ready.place.commands.run("poll.close")
        if count == 6:
            ready.place.commands.run("poll.again")
    assert "had 6 ballots, this one has 5" in shown_text(ready.question)
    assert ready.window().focusWidget() is ready.question.safe


def test_paper_for_a_poll_that_was_counted_is_refused_before_it_is_typed(
    qtbot: QtBot, ready: VotePage
) -> None:
    poll = set_up(ready, "score", secret=True)
    for seat in people.seats(ready.doc):
        secret_ballots.cast_secret(ready.doc, poll.id, seat.id, marks(1, 2, 3))
    ready.place.commands.run("poll.close")
    ready.doc.undo()
    ready.place.commands.run("poll.way_paper")
    typed(qtbot, ready, "E")
    assert "was counted" in shown_text(ready.open.paper)
    assert ready.open.paper.pad.takes_seat
