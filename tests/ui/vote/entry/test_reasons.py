"""The line for a reason: the last question of a ballot in every way of voting, gone with the ballot."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.file.rows import Poll, Reason
from mission_desk.core.stage import revealing
from mission_desk.core.vote import ballots, poll_closing, reasons
from mission_desk.posters.kinds.ballot_sheets import drawn
from mission_desk.posters.kinds.ballots_from_rows import ballot_sheets
from mission_desk.posters.sheets.paper import paper
from mission_desk.ui.vote.page import VotePage
from tests.posters import reading
from tests.ui.vote.voting import LEFT, press, set_up, shown_text, typed


def asking(qtbot: QtBot, page: VotePage, *, secret: bool = False) -> Poll:
    press(qtbot, page.setup, "More")
    qtbot.mouseClick(page.setup.more.reasons, LEFT)
    return set_up(page, "score", secret=secret)


def test_only_the_poll_with_the_switch_asks_for_reasons(qtbot: QtBot, ready: VotePage) -> None:
    poll = asking(qtbot, ready)
    assert poll.reasons
    assert ready.open.seats.form.reason.isVisible()
    ready.place.commands.run("poll.discard")
    assert not set_up(ready, "score").reasons
    assert not ready.open.seats.form.reason.isVisible()


def test_seat_by_seat_the_reason_follows_the_last_row_and_enter_stores_both(
    qtbot: QtBot, ready: VotePage
) -> None:
    poll = asking(qtbot, ready)
    ready.open.seats.form.focus_first()
    typed(qtbot, ready, "153too loud 24/7E")
    typed(qtbot, ready, "111E")
    typed(qtbot, ready, "155<4bold")
    assert [row.text for row in doc_reasons(ready)] == ["too loud 24/7"]
    typed(qtbot, ready, "E")
    assert [row.text for row in doc_reasons(ready)] == ["too loud 24/7", "bold"]
    assert len(poll_ballots(ready, poll)) == 3


def doc_reasons(page: VotePage) -> list[Reason]:
    return page.doc.rows(Reason)


def poll_ballots(page: VotePage, poll: Poll) -> list[object]:
    return list(ballots.seat_ballots(page.doc, poll))


def test_a_corrected_ballot_shows_its_reason_and_an_unstored_one_is_asked_about(
    qtbot: QtBot, ready: VotePage
) -> None:
    poll = asking(qtbot, ready)
    form = ready.open.seats.form
    form.focus_first()
    typed(qtbot, ready, "153too loudE")
    ready.open.seats.seats.setCurrentRow(0)
    ready.open.seats.seats.chosen.emit(doc_reasons(ready)[0].seat)
    assert form.reason.text() == "too loud"
    assert not ready.open.seats.unstored(poll)
    form.reason.setFocus()
    typed(qtbot, ready, "er")
    assert ready.open.seats.unstored(poll)


def test_the_booth_stores_the_reason_apart_and_shows_nothing_of_it_to_the_next(
    qtbot: QtBot, ready: VotePage
) -> None:
    poll = asking(qtbot, ready, secret=True)
    ready.place.commands.run("poll.booth")
    booth = ready.booth
    assert booth is not None
    QApplication.processEvents()
    qtbot.mouseClick(booth.cover.next, LEFT)
    typed(qtbot, booth, "153zebraE")
    assert not ready.doc.records("SELECT text FROM sealed_reason")  # Enter casts no ballot in a booth
    qtbot.mouseClick(booth.ballot.button, LEFT)
    assert b"zebra" not in ready.doc.path.read_bytes()
    qtbot.mouseClick(booth.waiting.next, LEFT)
    assert ready.doc.records("SELECT text FROM sealed_reason") == [("zebra",)]
    assert doc_reasons(ready) == []
    field = booth.ballot.form.reason
    assert field.text() == ""
    qtbot.mouseClick(booth.cover.next, LEFT)
    assert (field.text(), field.isUndoAvailable(), field.isRedoAvailable()) == ("", False, False)
    assert poll.secret


def test_leaving_the_booth_asks_before_it_forgets_a_reason(qtbot: QtBot, ready: VotePage) -> None:
    asking(qtbot, ready, secret=True)
    ready.place.commands.run("poll.booth")
    booth = ready.booth
    assert booth is not None
    QApplication.processEvents()
    qtbot.mouseClick(booth.cover.next, LEFT)
    booth.ballot.form.reason.setFocus()
    typed(qtbot, booth, "zebra")
    booth.ballot.ask_to_leave()
    assert booth.ballot.question.asks


def test_from_paper_the_reason_follows_the_numbers(qtbot: QtBot, ready: VotePage) -> None:
    poll = asking(qtbot, ready)
    ready.place.commands.run("poll.way_paper")
    ready.open.paper.focus_entry()
    typed(qtbot, ready, "1E153Etoo loudE")
    typed(qtbot, ready, "E111EE")
    assert [row.text for row in doc_reasons(ready)] == ["too loud"]
    assert len(poll_ballots(ready, poll)) == 2
    assert ready.open.paper.reason.text() == ""


def test_what_is_called_out_while_hands_are_counted_belongs_to_no_seat(qtbot: QtBot, ready: VotePage) -> None:
    asking(qtbot, ready)
    ready.place.commands.run("poll.way_hands")
    field = ready.open.hands.reason.field
    field.setFocus()
    typed(qtbot, ready, "too loudE")
    assert [(row.seat, row.text) for row in doc_reasons(ready)] == [(None, "too loud")]
    assert field.text() == ""
    assert "1 reason" in shown_text(ready.open.hands)


def test_a_paper_ballot_has_a_line_for_the_reason(qtbot: QtBot, ready: VotePage) -> None:
    poll = asking(qtbot, ready)
    content, _ = drawn(ballot_sheets(ready.doc, poll, numbered=True), paper("A4"))
    assert "Why?" in reading.words(content)


def test_desk_and_stage_show_the_reasons_of_the_result(qtbot: QtBot, ready: VotePage) -> None:
    poll = asking(qtbot, ready)
    ready.open.seats.form.focus_first()
    typed(qtbot, ready, "153too loudE")
    poll_closing.close_poll(ready.doc, poll.id)
    assert "too loud" in shown_text(ready.result)
    revealing.reveal_all(ready.doc)
    revealing.show_reasons(ready.doc)
    assert revealing.shows_reasons(ready.doc, ready.doc.row(Poll, poll.id))
    assert reasons.shuffled(ready.doc, ready.doc.row(Poll, poll.id)) == ("too loud",)
