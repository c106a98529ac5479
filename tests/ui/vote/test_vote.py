"""A poll from set-up to the closed poll with real keys and mouse, every way of entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards
from mission_desk.core.file.rows import Hand, Mark
from mission_desk.core.room import people
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import drafts
from mission_desk.core.vote import ballots, hands, poll_closing, poll_opening, polls, secret_ballots
from mission_desk.core.vote.outcome import outcome
from mission_desk.core.vote.poll_options import draft_options, note_options
from mission_desk.posters.kinds.ballot_sheets import drawn
from mission_desk.posters.kinds.ballots_from_rows import ballot_sheets
from mission_desk.posters.sheets.paper import paper
from mission_desk.tally.election import Ballot
from mission_desk.tally.rules import RULES
from mission_desk.tally.settings import Settings
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.vote.open_poll import ways
from mission_desk.ui.vote.page import VotePage
from tests.core.vote.voting import both, marks, usual_ballot
from tests.posters import reading
from tests.ui.vote.voting import LEFT, poll_of, press, set_up, shown_text, type_ballot


def test_without_drafts_or_seats_the_page_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    people.set_style_counts(desk.doc, {})
    desk_position.show_page(desk.doc, "vote")
    page = desk.pages["vote"]
    assert "nothing to vote on" in shown_text(page)
    drafts.add_draft(desk.doc, text="We listen.")
    assert "Nobody has a seat yet" in shown_text(page)
    press(qtbot, page, "Say who is in the room")
    assert desk_position.page(desk.doc) == "scene"


def test_a_poll_is_set_up_and_opened(qtbot: QtBot, ready: VotePage) -> None:
    setup = ready.setup
    qtbot.mouseClick(setup.options.boxes[1], LEFT)
    setup.rule.propose("dots", 3)
    qtbot.mouseClick(setup.rule.more, LEFT)
    qtbot.mouseClick(setup.options.none, LEFT)
    setup.question.selectAll()
    qtbot.keyClicks(setup.question, "Which one?")
    press(qtbot, setup, "Open the poll")
    poll = poll_of(ready.doc)
    assert (poll.question, poll.rule, poll.dots, poll.secret) == ("Which one?", "dots", 4, 0)
    assert [choice.name for choice in polls.choices(ready.doc, poll.id)] == ["A", "C", "0"]


def test_statements_are_chosen_by_pull_and_drag_unless_somebody_says_otherwise(
    qtbot: QtBot, ready: VotePage
) -> None:
    press(qtbot, ready.setup, "Open the poll")
    assert poll_of(ready.doc).rule == "pull-and-drag"


def test_a_poll_keeps_the_thresholds_that_were_set_when_it_was_opened(ready: VotePage) -> None:
    preferences = ready.place.preferences
    preferences.keep("vote.gate_drag", 6)
    poll = set_up(ready, "pull-and-drag")
    preferences.keep("vote.gate_drag", 4)
    assert polls.thresholds(poll) == Settings(gate_drag=6.0)


def test_no_option_no_poll(qtbot: QtBot, ready: VotePage) -> None:
    for box in ready.setup.options.boxes:
        qtbot.mouseClick(box, LEFT)
    assert "at least one" in shown_text(ready.setup)
    assert not ready.place.commands.action("poll.open").isEnabled()


def test_notes_and_free_words_are_voted_on_with_dots(qtbot: QtBot, ready: VotePage) -> None:
    board = boards.boards(ready.doc)[0]
    boards.add_notes(ready.doc, board.id, ["one", "two"], "ideator")
    ready.setup.options.turn_to("note")
    assert "one" in shown_text(ready.setup)
    ready.setup.options.turn_to("free")
    for words in ("Pizza", "Soup"):
        qtbot.keyClicks(ready.setup.options.free, words)
        qtbot.keyClick(ready.setup.options.free, Qt.Key.Key_Return)
    press(qtbot, ready.setup, "Open the poll")
    poll = poll_of(ready.doc)
    assert poll.rule == "dots"
    assert [choice.text for choice in polls.choices(ready.doc, poll.id)] == ["Pizza", "Soup"]


def test_ballots_are_typed_seat_by_seat(qtbot: QtBot, ready: VotePage) -> None:
    poll, seats = set_up(ready, "pull-and-drag").id, people.seats(ready.doc)
    type_ballot(qtbot, ready, "51402*")
    type_ballot(qtbot, ready, "12--34")
    assert ballots.ballot_of(ready.doc, poll, seats[0].id) == both((5, 1), (4, 0), (2, 10))
    assert ballots.ballot_of(ready.doc, poll, seats[1].id).marks == (1, None, 3)
    assert polls.seats_done(ready.doc, poll) == {seats[0].id, seats[1].id}
    assert "Seat 3" in shown_text(ready.open)


def test_every_rule_has_its_ballot_and_its_result(qtbot: QtBot, ready: VotePage) -> None:
    for rule in RULES:
        poll, seats = set_up(ready, rule), people.seats(ready.doc)
        assert len(ready.open.seats.form.rows) == 3
        for seat in range(4):
            given = usual_ballot(poll, 3, seat)
            type_ballot(qtbot, ready, keys_of(given, tens=rule == "consensing"))
            assert ballots.ballot_of(ready.doc, poll.id, seats[seat].id) == given, rule
        press(qtbot, ready.aside, "Close the poll")
        assert [each.choice.name for each in ready.result.options] == ["A", "B", "C"]
        assert "Who would win under…" in shown_text(ready.result) or rule in ("approval", "consent")
        assert "How it was counted" in shown_text(ready.result)
        ready.place.commands.run("poll.new")


def keys_of(given: Ballot, *, tens: bool) -> str:
    """As they are typed: each option's mark, and its drag behind it. Where 10 is possible, a 1 is ended by
    Enter."""
    words = {n: str(n) for n in range(10)} | {10: "10"}
    long = words | {1: "1E"}
    marks = [(long if tens else words)[mark] for mark in given.marks]
    drags = [long[mark] for mark in given.drag] or [""] * len(marks)
    return "".join(f"{mark}{drag}" for mark, drag in zip(marks, drags, strict=True))


def test_half_an_answer_is_not_stored(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "pull-and-drag").id
    type_ballot(qtbot, ready, "5-----")
    assert polls.seats_done(ready.doc, poll) == set()
    assert "A needs both numbers" in shown_text(ready.open)


def test_plus_minus_and_no_more_dots_than_there_are(qtbot: QtBot, ready: VotePage) -> None:
    set_up(ready, "dots")
    form = ready.open.seats.form
    qtbot.waitUntil(lambda: form.visibleRegion().boundingRect() == form.rect())  # all rows are laid out
    first, second = form.rows[0].fields[0], form.rows[1].fields[0]
    qtbot.keyClicks(first, "2")
    qtbot.keyClicks(second, "++")
    assert form.draft.ballot.marks == (2, 1, 0)
    assert "too many: 0 left of 3 dots" in form.running.text()
    qtbot.keyClicks(first, "-")
    qtbot.mouseClick(second.more, LEFT)
    assert form.draft.ballot.marks == (1, 2, 0)
    assert form.running.text() == "3 of 3 dots"
    assert ready.doc.rows(Mark) == []


def test_a_ballot_is_corrected_or_taken_back(qtbot: QtBot, ready: VotePage) -> None:
    poll, seats = set_up(ready, "dots").id, people.seats(ready.doc)
    type_ballot(qtbot, ready, "3")
    entry = ready.open.seats
    entry.seats.setCurrentRow(0)
    assert entry.form.draft.ballot.marks == (3, 0, 0)
    entry.form.focus_first()
    type_ballot(qtbot, ready, "03-")
    assert ballots.ballot_of(ready.doc, poll, seats[0].id) == marks(0, 3, 0)
    entry.seats.setCurrentRow(0)
    press(qtbot, entry, "Take the ballot back")
    assert polls.seats_done(ready.doc, poll) == set()


def test_nothing_of_an_open_poll_is_shown(qtbot: QtBot, ready: VotePage) -> None:
    set_up(ready, "dots")
    type_ballot(qtbot, ready, "3")
    body = ready.window().stage_control.current_slide().body
    assert not any(row.is_revealed for row in body.rows)
    assert ready.open.seats.form.draft.ballot.marks == (0, 0, 0)
    assert "1 of 4 ballots" in shown_text(ready.open)
    assert "not secret" in shown_text(ready.open)


def test_closing_says_how_many_and_undo_opens_again(qtbot: QtBot, ready: VotePage) -> None:
    set_up(ready, "dots")
    assert not ready.place.commands.action("poll.close").isEnabled()
    type_ballot(qtbot, ready, "3")
    press(qtbot, ready.aside, "Close with 1 of 4 ballots")
    assert "3 seats are without a ballot" in shown_text(ready)
    assert poll_of(ready.doc).state == "open"
    qtbot.keyClick(ready.window().focusWidget(), Qt.Key.Key_Return)  # the safe answer has the keys
    assert poll_of(ready.doc).state == "open"
    press(qtbot, ready.aside, "Close with 1 of 4 ballots")
    press(qtbot, ready.question, "Close the poll")
    assert poll_of(ready.doc).state == "closed"
    ready.doc.undo()
    assert poll_of(ready.doc).state == "open"
    assert ready.open.isVisible()


def test_a_click_beside_the_ballot_leaves_the_keys_to_it(qtbot: QtBot, ready: VotePage) -> None:
    set_up(ready, "dots")
    QApplication.processEvents()
    ready.window().setFocus()
    ready.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.keyClicks(ready.window().focusWidget(), "2")
    assert ready.open.seats.form.draft.ballot.marks == (2, 0, 0)


def test_the_keys_stay_on_the_page_when_the_pressed_button_goes(qtbot: QtBot, ready: VotePage) -> None:
    set_up(ready, "dots")
    press(qtbot, ready.aside, "Discard the poll")
    assert polls.newest(ready.doc) is None
    assert ready.isAncestorOf(ready.window().focusWidget()) or ready.hasFocus()
    ready.doc.undo()
    assert poll_of(ready.doc).state == "open"


def test_the_keys_go_to_the_poll_that_was_opened(qtbot: QtBot, ready: VotePage) -> None:
    for secret in (False, True):
        ready.setup.set_secret(secret)
        press(qtbot, ready.setup, "Open the poll")
        assert ready.open.isAncestorOf(ready.window().focusWidget())
        press(qtbot, ready.aside, "Discard the poll")


def test_no_copy_of_the_file_while_a_secret_poll_has_ballots(ready: VotePage) -> None:
    poll = set_up(ready, "score", secret=True)
    secret_ballots.cast_secret(ready.doc, poll.id, people.seats(ready.doc)[0].id, marks(1, 2, 3))
    ready.place.commands.run("file.copy")
    assert "no copy is made" in ready.place.messages.last


def test_an_option_is_withdrawn_and_its_ballots_stay(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "score")
    type_ballot(qtbot, ready, "543")
    ready.verbs.withdraw(polls.choices(ready.doc, poll.id)[0].id, "A")
    assert [row.name for row in ready.open.seats.form.rows] == ["B", "C"]
    assert "A is withdrawn" in ready.place.messages.last
    ready.open.seats.focus_entry()
    type_ballot(qtbot, ready, "25")
    poll_closing.close_poll(ready.doc, poll.id)
    assert list(outcome(ready.doc, poll.id).result.figure("sum")) == [6, 8]


# the other ways


def test_which_ways_there_are(ready: VotePage) -> None:
    options = draft_options(drafts.drafts(ready.doc))
    for rule, secret, expected in (
        ("dots", False, ["seats", "hands", "cards", "booth", "paper"]),
        ("score", False, ["seats", "hands", "booth", "paper"]),
        ("star", False, ["seats", "booth", "paper"]),
        ("dots", True, ["booth", "paper"]),
    ):
        poll = poll_opening.open_poll(ready.doc, "Which?", options, rule=rule, secret=secret)
        assert ways(poll_of(ready.doc)) == expected
        shown = [key for key in expected if ready.open.way.option(key).isVisibleTo(ready.open.way)]
        assert shown == expected
        poll_opening.remove_poll(ready.doc, poll)


def test_hands_are_counted_and_must_fit_the_seats(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "score")
    first = polls.choices(ready.doc, poll.id)[0].id
    ready.place.commands.run("poll.way_hands")
    entry = ready.open.hands
    qtbot.keyClicks(entry.cells[first, 5], "3")
    qtbot.keyClick(entry.cells[first, 5], Qt.Key.Key_Return)
    assert hands.counted(ready.doc, poll.id) == {(first, 5): 3}
    qtbot.keyClicks(entry.cells[first, 4], "2")
    qtbot.keyClick(entry.cells[first, 4], Qt.Key.Key_Return)
    assert "5 hands for A, but only 4 seats" in shown_text(entry)
    assert entry.cells[first, 4].text() == ""
    assert hands.counted(ready.doc, poll.id) == {(first, 5): 3}


def test_dots_are_stuck_on_cards_with_plus_and_minus(qtbot: QtBot, ready: VotePage) -> None:
    set_up(ready, "dots")
    ready.place.commands.run("poll.way_cards")
    stepper = ready.window().focusWidget()
    qtbot.keyClicks(stepper, "+++-")
    qtbot.keyClick(stepper, Qt.Key.Key_Down)
    qtbot.keyClicks(ready.window().focusWidget(), "+")
    assert [hand.count for hand in ready.doc.rows(Hand, "1 ORDER BY choice")] == [2, 1]
    assert "3 of 12 dots" in shown_text(ready.open)
    ready.doc.undo()
    assert [hand.count for hand in ready.doc.rows(Hand)] == [2]


def test_paper_is_typed_on_the_number_pad(qtbot: QtBot, ready: VotePage) -> None:
    poll, seats = set_up(ready, "pull-and-drag").id, people.seats(ready.doc)
    ready.place.commands.run("poll.way_paper")
    frame = ready.open.paper.frame
    assert ready.window().focusWidget() is frame
    for key in "3":
        qtbot.keyClicks(frame, key)
    qtbot.keyClick(frame, Qt.Key.Key_Return)
    qtbot.keyClicks(frame, "514*20")
    qtbot.keyClick(frame, Qt.Key.Key_Return)
    assert ballots.ballot_of(ready.doc, poll, seats[2].id) == both((5, 1), (4, 10), (2, 0))
    assert ready.open.paper.pad.seat == "1"  # the next one without a ballot is proposed
    qtbot.keyClick(frame, Qt.Key.Key_Return)
    qtbot.keyClicks(frame, "9")
    assert "A takes 0 to 5" in shown_text(ready.open)


def test_a_seat_that_is_not_there_or_voted_is_noticed_before_its_numbers(
    qtbot: QtBot, ready: VotePage
) -> None:
    poll, seats = set_up(ready, "score", secret=True), people.seats(ready.doc)
    ready.place.commands.run("poll.way_paper")
    frame, entry = ready.open.paper.frame, ready.open.paper
    qtbot.keyClicks(frame, "9")
    qtbot.keyClick(frame, Qt.Key.Key_Return)
    assert "no seat 9" in shown_text(entry)
    for _ in range(2):
        qtbot.keyClicks(frame, "2")
        qtbot.keyClick(frame, Qt.Key.Key_Return)
        qtbot.keyClicks(frame, "543")
        qtbot.keyClick(frame, Qt.Key.Key_Return)
    assert polls.seats_done(ready.doc, poll.id) == {seats[1].id}
    qtbot.keyClick(frame, Qt.Key.Key_Escape)
    qtbot.keyClick(frame, Qt.Key.Key_Return)  # a paper without a number
    qtbot.keyClicks(frame, "111")
    qtbot.keyClick(frame, Qt.Key.Key_Return)
    assert poll_closing.ballots_in(ready.doc, poll) == 2


@pytest.mark.parametrize("name", ["A4", "Letter"])
def test_paper_ballots_are_eight_on_a_sheet(ready: VotePage, name: str) -> None:
    people.set_style_counts(ready.doc, {"ideator": 17})
    for rule in RULES if name == "A4" else ("pull-and-drag",):
        poll = set_up(ready, rule)
        content, sheets = drawn(ballot_sheets(ready.doc, poll, numbered=True), paper(name))
        assert sheets == 3, rule
        poll_opening.remove_poll(ready.doc, poll.id)
    assert reading.words(content).count("No one waits.") == 8
    assert "Seat 17" in reading.words(content, 2)


def test_printing_asks_where_and_says_how_many_sheets(ready: VotePage, tmp_path: Path) -> None:
    poll = set_up(ready, "score", secret=True)
    plain = ballot_sheets(ready.doc, poll, numbered=False)
    assert plain.seats == (None,) * 4
    assert "Seat" not in reading.words(drawn(plain, paper("A4"))[0])


def test_sixty_notes_are_voted_on_with_the_same_page(qtbot: QtBot, ready: VotePage) -> None:
    board = boards.boards(ready.doc)[0].id
    boards.add_notes(ready.doc, board, [f"note {n}" for n in range(60)], "ideator")
    poll = poll_opening.open_poll(ready.doc, "Which?", note_options(ready.doc, board))
    QApplication.processEvents()
    ready.open.show_way("cards")
    qtbot.keyClicks(ready.window().focusWidget(), "++")
    poll_closing.close_poll(ready.doc, poll)
    assert len(ready.result.options) == 60
