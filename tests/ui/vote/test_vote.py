"""A poll from set-up to the chosen draft with real keys and mouse: ballots are in the file, no secret is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core import concerns, drafts, people, polls, stage, standing
from mission_desk.core.document import Document
from mission_desk.core.rows import Draft, Mark, Poll
from mission_desk.core.slides import PollBody
from mission_desk.ui.desk import Desk
from mission_desk.ui.vote.booth import Booth
from mission_desk.ui.vote.page import VotePage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ready(desk: Desk) -> VotePage:
    """Three drafts, four seats, the vote page in sight."""
    people.set_style_counts(desk.doc, {"ideator": 2, "analyst": 1, "heart": 1})
    for text in ("We listen first.", "We call back.", "No one waits."):
        drafts.add_draft(desk.doc, text=text)
    standing.show_page(desk.doc, "vote")
    found = desk.pages["vote"]
    assert isinstance(found, VotePage)
    return found


def press(qtbot: QtBot, within: QWidget, words: str) -> None:
    QApplication.processEvents()  # new widgets come into sight with the next turn of the event loop
    shown = [each for each in within.findChildren(QPushButton) if each.isVisibleTo(within)]
    qtbot.mouseClick(next(each for each in shown if each.text() == words), LEFT)


def said(within: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in within.findChildren(QLabel) if each.isVisibleTo(within))


def poll_of(doc: Document) -> Poll:
    return polls.polls(doc)[0]


def type_ballot(qtbot: QtBot, page: VotePage, keys: str) -> None:
    """A digit for each option from the top, then Enter."""
    for key in keys:
        focus = page.window().focusWidget()
        qtbot.keyClicks(focus, key)
        qtbot.keyClick(focus, Qt.Key.Key_Down)
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)


def closed_poll(page: VotePage, *ballots: tuple[int, int, int]) -> Poll:
    poll = polls.open_poll(page.doc, "Which?", drafts.drafts(page.doc), dots_each=3, secret=False)
    for seat, ballot in zip(people.seats(page.doc), ballots, strict=False):
        polls.cast(page.doc, poll, seat.id, ballot)
    polls.close_poll(page.doc, poll)
    return poll_of(page.doc)


def test_without_drafts_or_seats_the_page_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    people.set_style_counts(desk.doc, {})
    standing.show_page(desk.doc, "vote")
    page = desk.pages["vote"]
    assert "nothing to vote on" in said(page)
    drafts.add_draft(desk.doc, text="We listen.")
    assert "Nobody has a seat yet" in said(page)
    press(qtbot, page, "Say who is in the room")
    assert standing.page(desk.doc) == "scene"


def test_a_poll_is_set_up_and_opened(qtbot: QtBot, ready: VotePage) -> None:
    setup = ready.setup
    qtbot.mouseClick(setup.boxes[drafts.drafts(ready.doc)[1].id], LEFT)
    qtbot.mouseClick(setup.more, LEFT)
    setup.question.selectAll()
    qtbot.keyClicks(setup.question, "Which one?")
    press(qtbot, setup, "Open the poll")
    poll = poll_of(ready.doc)
    assert (poll.question, poll.dots, poll.secret, poll.state) == ("Which one?", 4, 0, "open")
    assert [choice.name for choice in polls.choices(ready.doc, poll.id)] == ["A", "C"]


def test_no_draft_no_poll(qtbot: QtBot, ready: VotePage) -> None:
    for box in ready.setup.boxes.values():
        qtbot.mouseClick(box, LEFT)
    assert "Tick at least one" in said(ready.setup)
    assert not ready.place.commands.action("poll.open").isEnabled()


def test_ballots_are_typed_seat_by_seat(qtbot: QtBot, ready: VotePage) -> None:
    press(qtbot, ready.setup, "Open the poll")
    poll, seats = poll_of(ready.doc).id, people.seats(ready.doc)
    type_ballot(qtbot, ready, "21")
    type_ballot(qtbot, ready, "003")
    assert polls.ballot_of(ready.doc, poll, seats[0].id) == (2, 1, 0)
    assert polls.ballot_of(ready.doc, poll, seats[1].id) == (0, 0, 3)
    assert polls.seats_done(ready.doc, poll) == {seats[0].id, seats[1].id}
    assert "Seat 3" in said(ready.entry)


def test_plus_minus_and_no_more_dots_than_there_are(qtbot: QtBot, ready: VotePage) -> None:
    press(qtbot, ready.setup, "Open the poll")
    first, second, _third = ready.entry.form.rows
    qtbot.keyClicks(first, "2")
    qtbot.keyClicks(second, "++")
    assert ready.entry.form.paper.ballot == (2, 1, 0)
    assert "only 3 dots" in ready.entry.form.running.text()
    qtbot.keyClicks(first, "-")
    qtbot.mouseClick(second.more, LEFT)
    assert ready.entry.form.paper.ballot == (1, 2, 0)
    assert ready.entry.form.running.text() == "3 of 3 dots"
    assert ready.doc.rows(Mark) == []


def test_a_ballot_is_corrected(qtbot: QtBot, ready: VotePage) -> None:
    press(qtbot, ready.setup, "Open the poll")
    poll, seats = poll_of(ready.doc).id, people.seats(ready.doc)
    type_ballot(qtbot, ready, "3")
    ready.entry.seats.setCurrentRow(0)
    assert ready.entry.form.paper.ballot == (3, 0, 0)
    ready.entry.form.focus_first()
    type_ballot(qtbot, ready, "03")
    assert polls.ballot_of(ready.doc, poll, seats[0].id) == (0, 3, 0)
    assert "Seat 2" in said(ready.entry)


def test_nothing_of_an_open_poll_is_shown(qtbot: QtBot, ready: VotePage) -> None:
    press(qtbot, ready.setup, "Open the poll")
    type_ballot(qtbot, ready, "3")
    body = stage.slide(ready.doc, "vote", None, None).body
    assert isinstance(body, PollBody)
    assert {row.dots for row in body.rows} == {None}
    assert ready.entry.form.paper.ballot == (0, 0, 0)
    assert "1 of 4 ballots" in said(ready.entry)


def test_closing_says_how_many_and_undo_opens_again(qtbot: QtBot, ready: VotePage) -> None:
    press(qtbot, ready.setup, "Open the poll")
    assert not ready.place.commands.action("poll.close").isEnabled()
    type_ballot(qtbot, ready, "3")
    press(qtbot, ready.aside, "Close with 1 of 4 ballots")
    assert poll_of(ready.doc).state == "closed"
    ready.doc.undo()
    assert poll_of(ready.doc).state == "open"
    assert ready.entry.isVisible()


def test_the_result_says_who_won_and_chooses_it(qtbot: QtBot, ready: VotePage) -> None:
    draft = drafts.drafts(ready.doc)[1].id
    concerns.raise_concern(ready.doc, "On Sundays too?", draft=draft)
    closed_poll(ready, (0, 3, 0), (1, 2, 0), (3, 0, 0))
    first, second, _third = ready.result.options
    assert (first.words, second.words) == ("4 dots from 2 of 3", "5 dots from 2 of 3")
    assert (first.framed, second.framed) == (False, True)
    assert "On Sundays too?" in said(ready.result)
    assert "kept in the file" in said(ready.result)
    press(qtbot, ready.aside, "Choose B")
    assert drafts.chosen(ready.doc) == ready.doc.row(Draft, draft)
    assert "Chosen" in ready.result.options[1].words


def test_a_tie_is_called_a_tie(qtbot: QtBot, ready: VotePage) -> None:
    closed_poll(ready, (3, 0, 0), (0, 0, 3))
    assert "A and C are level with 3 dots each." in said(ready.aside)
    assert not any(option.framed for option in ready.result.options)
    press(qtbot, ready.aside, "Choose C")
    chosen = drafts.chosen(ready.doc)
    assert chosen is not None
    assert chosen.text == "No one waits."


def test_a_new_poll_after_a_closed_one_and_back(qtbot: QtBot, ready: VotePage) -> None:
    closed_poll(ready, (3, 0, 0))
    press(qtbot, ready.aside, "Vote again")
    assert ready.setup.isVisible()
    press(qtbot, ready.setup, "Back to the last result")
    assert ready.result.isVisible()
    press(qtbot, ready.aside, "Vote again")
    press(qtbot, ready.setup, "Open the poll")
    assert [poll.state for poll in polls.polls(ready.doc)] == ["open", "closed"]


def test_a_poll_opened_by_mistake_is_discarded_and_comes_back(qtbot: QtBot, ready: VotePage) -> None:
    press(qtbot, ready.setup, "Open the poll")
    press(qtbot, ready.aside, "Discard this poll")
    assert polls.polls(ready.doc) == []
    ready.doc.undo()
    assert poll_of(ready.doc).state == "open"


def secret_booth(qtbot: QtBot, page: VotePage) -> Booth:
    qtbot.mouseClick(page.setup.way.option("secret"), LEFT)
    press(qtbot, page.setup, "Open the poll")
    qtbot.mouseClick(page.secret.booth, LEFT)
    assert page.booth is not None
    return page.booth


def test_secret_ballots_come_from_the_booth(qtbot: QtBot, ready: VotePage) -> None:
    booth = secret_booth(qtbot, ready)
    poll = poll_of(ready.doc).id
    for count in (3, 2):
        qtbot.mouseClick(booth.cover.next, LEFT)
        row = next(row for row in booth.ballot.form.rows if row.name == "B")
        qtbot.keyClicks(row, str(count))
        qtbot.mouseClick(booth.ballot.button, LEFT)
        assert "Thank you" in said(booth.cover)
        assert booth.ballot.form.rows == []
        assert not booth.ballot.isVisible()
    assert len(polls.seats_done(ready.doc, poll)) == 2
    assert ready.doc.rows(Mark) == []
    booth.close()
    press(qtbot, ready.aside, "Close with 2 of 4 ballots")
    assert [total.dots for total in polls.result(ready.doc, poll).totals] == [0, 5, 0]
    assert "without names" in said(ready.result)


def test_escape_leaves_the_booth_without_a_ballot(qtbot: QtBot, ready: VotePage) -> None:
    booth = secret_booth(qtbot, ready)
    qtbot.mouseClick(booth.cover.next, LEFT)
    row = booth.ballot.form.rows[0]
    qtbot.keyClicks(row, "2")
    qtbot.keyClick(row, Qt.Key.Key_Escape)
    assert "No ballot was cast" in said(booth.cover)
    assert polls.seats_done(ready.doc, poll_of(ready.doc).id) == set()
    qtbot.mouseClick(booth.cover.end, LEFT)
    assert ready.booth is None


def test_another_seat_may_go_first_and_all_have_voted_in_the_end(qtbot: QtBot, ready: VotePage) -> None:
    booth = secret_booth(qtbot, ready)
    seats = people.seats(ready.doc)
    booth.cover.seats.setCurrentIndex(2)
    for _ in seats:
        qtbot.mouseClick(booth.cover.next, LEFT)
        qtbot.mouseClick(booth.ballot.button, LEFT)
    assert polls.seats_done(ready.doc, poll_of(ready.doc).id) == {seat.id for seat in seats}
    assert "Everybody has voted" in said(booth.cover)
    assert not booth.cover.next.isVisible()


def test_the_order_of_the_drafts_is_shuffled(qtbot: QtBot, ready: VotePage) -> None:
    booth = secret_booth(qtbot, ready)
    orders = set()
    for _ in range(40):
        qtbot.mouseClick(booth.cover.next, LEFT)
        orders.add(tuple(row.name for row in booth.ballot.form.rows))
        qtbot.keyClick(booth.ballot.form.rows[0], Qt.Key.Key_Escape)
    assert len(orders) > 1
    assert all(sorted(order) == ["A", "B", "C"] for order in orders)


def test_leaving_the_page_closes_the_booth(qtbot: QtBot, ready: VotePage) -> None:
    secret_booth(qtbot, ready)
    standing.show_page(ready.doc, "statement")
    assert ready.booth is None


def test_enter_pressed_twice_gives_nobody_an_empty_ballot(qtbot: QtBot, ready: VotePage) -> None:
    press(qtbot, ready.setup, "Open the poll")
    poll, seats = poll_of(ready.doc).id, people.seats(ready.doc)
    type_ballot(qtbot, ready, "3")
    qtbot.keyClick(ready.window().focusWidget(), Qt.Key.Key_Return)
    assert polls.seats_done(ready.doc, poll) == {seats[0].id}
    assert "No dots were given" in said(ready.entry)
    qtbot.keyClick(ready.window().focusWidget(), Qt.Key.Key_Return)
    assert polls.ballot_of(ready.doc, poll, seats[1].id) == (0, 0, 0)
    assert "No dots were given" not in said(ready.entry)


def test_a_click_beside_the_ballot_leaves_the_keys_to_it(qtbot: QtBot, ready: VotePage) -> None:
    press(qtbot, ready.setup, "Open the poll")
    QApplication.processEvents()
    ready.window().setFocus()
    ready.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.keyClicks(ready.window().focusWidget(), "2")
    assert ready.entry.form.paper.ballot == (2, 0, 0)


def test_the_keys_stay_on_the_page_when_the_pressed_button_goes(qtbot: QtBot, ready: VotePage) -> None:
    press(qtbot, ready.setup, "Open the poll")
    QApplication.processEvents()
    verbs = ready.aside.findChildren(QPushButton)
    button = next(verb for verb in verbs if verb.text() == "Discard this poll")
    button.setFocus()
    qtbot.mouseClick(button, LEFT)
    assert polls.polls(ready.doc) == []
    assert ready.hasFocus()
    ready.doc.undo()
    assert polls.polls(ready.doc)


def test_the_booth_is_used_with_enter_alone(qtbot: QtBot, ready: VotePage) -> None:
    poll = polls.open_poll(ready.doc, "Which?", drafts.drafts(ready.doc), dots_each=3, secret=True)
    ready.place.commands.run("poll.booth")
    booth = ready.booth
    assert booth is not None
    QApplication.processEvents()
    qtbot.keyClick(booth.cover.next, Qt.Key.Key_Return)
    qtbot.keyClicks(booth.ballot.form.rows[0], "3")
    qtbot.keyClick(booth.ballot.form.rows[0], Qt.Key.Key_Return)
    qtbot.keyClick(booth.ballot.button, Qt.Key.Key_Return)
    assert len(polls.seats_done(ready.doc, poll)) == 1
    booth.close()
