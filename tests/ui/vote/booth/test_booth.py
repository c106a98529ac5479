"""The booth: one ballot at a time, hidden before the next person, in the order of nobody."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.file.rows import Mark
from mission_desk.core.room import people
from mission_desk.core.stage import desk_position
from mission_desk.core.vote import ballots, poll_opening, polls, secret_ballots
from mission_desk.core.vote.outcome import outcome
from mission_desk.tally.rules import RULES
from mission_desk.ui.vote.booth.booth import Booth
from mission_desk.ui.vote.page import VotePage
from tests.ui.vote.voting import LEFT, poll_of, press, set_up, shown_text, typed


def booth_of(page: VotePage, rule: str = "dots", *, secret: bool = True) -> Booth:
    set_up(page, rule, secret=secret)
    page.place.commands.run("poll.booth")
    assert page.booth is not None
    QApplication.processEvents()
    return page.booth


def hand_in(qtbot: QtBot, booth: Booth) -> None:
    qtbot.mouseClick(booth.ballot.button, LEFT)
    qtbot.mouseClick(booth.waiting.next, LEFT)


def test_secret_ballots_come_from_the_booth(qtbot: QtBot, ready: VotePage) -> None:
    booth = booth_of(ready)
    poll = poll_of(ready.doc).id
    for count in (3, 2):
        qtbot.mouseClick(booth.cover.next, LEFT)
        row = next(row for row in booth.ballot.form.rows if row.name == "B")
        qtbot.keyClicks(row.fields[0], str(count))
        hand_in(qtbot, booth)
        assert "Thank you" in shown_text(booth.cover)
        assert booth.ballot.form.rows == []
        assert not booth.ballot.isVisible()
    assert len(polls.seats_done(ready.doc, poll)) == 2
    assert ready.doc.rows(Mark) == []
    booth.close()
    press(qtbot, ready.aside, "Close with 2 of 4 ballots")
    press(qtbot, ready.question, "Close the poll")
    assert secret_ballots.ballots_in(ready.doc, poll) == 2
    winner = outcome(ready.doc, poll).winner
    assert winner is not None
    assert winner.choice.name == "B"
    assert "only this order was kept" in shown_text(ready.result)


def test_a_ballot_from_the_booth_of_an_open_poll_can_be_corrected(qtbot: QtBot, ready: VotePage) -> None:
    booth = booth_of(ready, "score", secret=False)
    qtbot.mouseClick(booth.cover.next, LEFT)
    row = next(row for row in booth.ballot.form.rows if row.name == "C")
    qtbot.mouseClick(row.fields[0].buttons[4], LEFT)
    hand_in(qtbot, booth)
    seat = people.seats(ready.doc)[0].id
    assert ballots.ballot_of(ready.doc, poll_of(ready.doc).id, seat).marks == (None, None, 4)


@pytest.mark.parametrize("secret", [True, False])
def test_only_a_secret_ballot_is_promised_to_be_lost(qtbot: QtBot, ready: VotePage, *, secret: bool) -> None:
    booth = booth_of(ready, "score", secret=secret)
    assert ("nobody can find it again" in shown_text(booth.waiting)) == secret
    assert ("the facilitator can" in shown_text(booth.waiting)) != secret
    booth.close()


def test_every_rule_is_voted_on_by_touch(qtbot: QtBot, ready: VotePage) -> None:
    for rule in RULES:
        booth = booth_of(ready, rule)
        qtbot.mouseClick(booth.cover.next, LEFT)
        QApplication.processEvents()
        for row in booth.ballot.form.rows:
            for field in row.fields:
                target = field.more if RULES[rule].mark == "dots" else list(field.buttons.values())[-1]
                assert target.height() >= 40
                qtbot.mouseClick(target, LEFT)
        hand_in(qtbot, booth)
        poll = poll_of(ready.doc).id
        assert secret_ballots.ballots_in(ready.doc, poll) == 1, rule
        booth.close()
        poll_opening.remove_poll(ready.doc, poll)


def test_half_an_answer_is_said_before_it_is_cast(qtbot: QtBot, ready: VotePage) -> None:
    booth = booth_of(ready, "pull-and-drag")
    qtbot.mouseClick(booth.cover.next, LEFT)
    qtbot.keyClicks(booth.ballot.form.rows[0].fields[0], "5")
    assert "1 of 6 answered" in shown_text(booth.ballot)
    qtbot.mouseClick(booth.ballot.button, LEFT)
    assert "needs both numbers" in shown_text(booth.ballot)
    assert secret_ballots.ballots_in(ready.doc, poll_of(ready.doc).id) == 0


def test_escape_leaves_the_booth_without_a_ballot(qtbot: QtBot, ready: VotePage) -> None:
    booth = booth_of(ready)
    qtbot.mouseClick(booth.cover.next, LEFT)
    field = booth.ballot.form.rows[0].fields[0]
    qtbot.keyClicks(field, "2")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert "1 answer was given" in shown_text(booth.ballot)
    assert booth.focusWidget() is booth.ballot.question.safe
    press(qtbot, booth.ballot, "Leave without a ballot")
    assert "No ballot was cast" in shown_text(booth.cover)
    assert polls.seats_done(ready.doc, poll_of(ready.doc).id) == set()
    qtbot.mouseClick(booth.cover.end, LEFT)
    assert ready.booth is None


def test_another_seat_may_go_first_and_all_have_voted_in_the_end(qtbot: QtBot, ready: VotePage) -> None:
    booth = booth_of(ready)
    seats = people.seats(ready.doc)
    booth.cover.seats.setCurrentIndex(2)
    for _ in seats:
        qtbot.mouseClick(booth.cover.next, LEFT)
        qtbot.keyClicks(booth.ballot.form.rows[0].fields[0], "1")
        hand_in(qtbot, booth)
    assert polls.seats_done(ready.doc, poll_of(ready.doc).id) == {seat.id for seat in seats}
    assert "Everybody has voted" in shown_text(booth.cover)
    assert not booth.cover.next.isVisible()


def test_the_order_of_the_options_is_shuffled(qtbot: QtBot, ready: VotePage) -> None:
    booth = booth_of(ready)
    orders = set()
    for _ in range(40):
        qtbot.mouseClick(booth.cover.next, LEFT)
        orders.add(tuple(row.name for row in booth.ballot.form.rows))
        qtbot.keyClick(booth.ballot.form.rows[0].fields[0], Qt.Key.Key_Escape)
    assert len(orders) > 1
    assert all(sorted(order) == ["A", "B", "C"] for order in orders)


def test_leaving_the_page_closes_the_booth(qtbot: QtBot, ready: VotePage) -> None:
    booth_of(ready)
    desk_position.show_page(ready.doc, "statement")
    assert ready.booth is None


def test_after_the_booth_the_keys_are_on_the_vote_page(qtbot: QtBot, ready: VotePage) -> None:
    """The menu's button must not get them: Enter would open the menu in front of the room."""
    booth = booth_of(ready)
    ready.window().findChildren(QAbstractButton)[0].setFocus()  # as Qt does when the booth's button goes grey
    qtbot.mouseClick(booth.cover.end, LEFT)
    focus = ready.window().focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.text() == "Open the booth"


def test_enter_goes_through_the_rows_and_casts_nothing(qtbot: QtBot, ready: VotePage) -> None:
    booth = booth_of(ready, "score")
    qtbot.keyClick(booth.cover.next, Qt.Key.Key_Return)
    typed(qtbot, booth, "EEEEEE")
    assert booth.focusWidget() is booth.ballot.form.rows[0].fields[0]
    typed(qtbot, booth, "543EEEE")
    assert booth.focusWidget() is booth.ballot.form
    assert "Every question is answered" in shown_text(booth.ballot)
    qtbot.mouseClick(booth.ballot.button, LEFT)
    typed(qtbot, booth, "EEE")
    assert secret_ballots.ballots_in(ready.doc, poll_of(ready.doc).id) == 0
    booth.close()


def test_a_ballot_is_in_memory_until_next_person(qtbot: QtBot, ready: VotePage) -> None:
    booth, heard = booth_of(ready, "score"), []
    ready.doc.subscribe(heard.append)
    before = [tuple(ready.doc.records(f"SELECT * FROM {name}")) for name in ("sealed", "voted", "change")]
    qtbot.mouseClick(booth.cover.next, LEFT)
    typed(qtbot, booth, "543")
    assert "not counted yet" in shown_text(booth.ballot)
    qtbot.mouseClick(booth.ballot.button, LEFT)
    assert "not counted yet" in shown_text(booth.waiting)
    assert "5" not in shown_text(booth.waiting)
    qtbot.mouseClick(booth.waiting.change, LEFT)
    typed(qtbot, booth, "1")
    qtbot.mouseClick(booth.ballot.button, LEFT)
    after = [tuple(ready.doc.records(f"SELECT * FROM {name}")) for name in ("sealed", "voted", "change")]
    assert (after, heard) == (before, [])
    order = [row.name for row in booth.ballot.form.rows]
    qtbot.mouseClick(booth.waiting.next, LEFT)
    given = dict(zip(order, (1, 4, 3), strict=True))
    (content,) = ready.doc.records("SELECT content FROM sealed")[0]
    assert json.loads(content) == [given[name] for name in "ABC"]
    booth.close()


def test_an_empty_ballot_is_asked_about_once(qtbot: QtBot, ready: VotePage) -> None:
    booth = booth_of(ready, "pull-and-drag")
    qtbot.mouseClick(booth.cover.next, LEFT)
    qtbot.mouseClick(booth.ballot.button, LEFT)
    assert "None of 6 questions" in shown_text(booth.ballot)
    typed(qtbot, booth, "E")  # the safe answer has the keys
    assert booth.ballot.isVisible()
    assert not booth.ballot.question.asks
    qtbot.mouseClick(booth.ballot.button, LEFT)
    press(qtbot, booth.ballot, "Hand in an empty ballot")
    qtbot.mouseClick(booth.waiting.next, LEFT)
    assert secret_ballots.ballots_in(ready.doc, poll_of(ready.doc).id) == 1
    booth.close()


def test_a_booth_that_ends_says_which_ballot_was_not_counted(qtbot: QtBot, ready: VotePage) -> None:
    booth = booth_of(ready, "score")
    qtbot.mouseClick(booth.cover.next, LEFT)
    typed(qtbot, booth, "543")
    qtbot.mouseClick(booth.ballot.button, LEFT)
    desk_position.show_page(ready.doc, "statement")
    assert "seat 1 was not counted" in ready.place.messages.last
    assert polls.seats_done(ready.doc, poll_of(ready.doc).id) == set()


def test_nothing_of_the_booth_is_on_the_stage(qtbot: QtBot, ready: VotePage) -> None:
    booth = booth_of(ready, "score")
    qtbot.mouseClick(booth.cover.next, LEFT)
    qtbot.keyClicks(booth.ballot.form.rows[0].fields[0], "5")
    before = ready.window().stage_control.current_slide()
    hand_in(qtbot, booth)
    after = ready.window().stage_control.current_slide()
    assert before.body.rows == after.body.rows
    assert not any(row.is_revealed for row in after.body.rows)
    booth.close()


def test_an_option_that_is_withdrawn_leaves_the_ballot_at_hand(qtbot: QtBot, ready: VotePage) -> None:
    booth, poll = booth_of(ready, "score"), poll_of(ready.doc).id
    qtbot.mouseClick(booth.cover.next, LEFT)
    typed(qtbot, booth, "543")
    order = [row.name for row in booth.ballot.form.rows]
    choice = next(each for each in polls.choices(ready.doc, poll) if each.name == "B")
    poll_opening.withdraw(ready.doc, choice.id)
    assert [row.name for row in booth.ballot.form.rows] == [name for name in order if name != "B"]
    hand_in(qtbot, booth)
    given = dict(zip(order, (5, 4, 3), strict=True)) | {"B": secret_ballots.STRUCK}
    (content,) = ready.doc.records("SELECT content FROM sealed")[0]
    assert json.loads(content) == [given[name] for name in "ABC"]
    booth.close()
