from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from mission_desk.core import copies, drafts, people, polls
from mission_desk.core.document import Changes, Document
from mission_desk.core.errors import BugError, KnownError
from mission_desk.core.rows import Mark, Poll

BALLOTS = [(3, 0), (0, 3), (1, 2), (2, 1), (0, 0), (1, 1), (2, 0), (0, 2), (1, 0), (0, 1), (3, 0), (1, 2)]


@pytest.fixture
def poll(doc: Document) -> int:
    return start(doc, secret=False)


@pytest.fixture
def booth(doc: Document) -> int:
    return start(doc, secret=True)


def start(doc: Document, secret: bool) -> int:
    if not drafts.drafts(doc):
        drafts.add_draft(doc, text="Bold.")
        drafts.add_draft(doc, text="Calm.")
    return polls.open_poll(doc, "Which?", drafts.drafts(doc), dots_each=3, secret=secret)


def seats(doc: Document) -> list[int]:
    return [seat.id for seat in people.seats(doc)]


def test_open_ballots_are_counted_when_the_poll_is_closed(doc: Document, poll: int) -> None:
    for seat, ballot in zip(seats(doc), BALLOTS, strict=True):
        polls.cast(doc, poll, seat, ballot)
    assert polls.seats_done(doc, poll) == set(seats(doc))
    with pytest.raises(KnownError, match="still open"):
        polls.result(doc, poll)
    polls.close_poll(doc, poll)
    assert [total.dots for total in polls.result(doc, poll).totals] == [14, 12]
    assert polls.result(doc, poll).winner == 0


def test_an_open_ballot_can_be_corrected_and_undone(doc: Document, poll: int) -> None:
    seat = seats(doc)[0]
    polls.cast(doc, poll, seat, (3, 0))
    polls.cast(doc, poll, seat, (0, 3))
    assert polls.ballot_of(doc, poll, seat) == (0, 3)
    assert len(doc.rows(Mark)) == 2
    doc.undo()
    assert polls.ballot_of(doc, poll, seat) == (3, 0)
    doc.undo()
    assert polls.ballot_of(doc, poll, seat) is None


def test_what_cannot_be_counted_is_refused(doc: Document, poll: int) -> None:
    seat = seats(doc)[0]
    for ballot in ((4, 0), (2, 2), (-1, 1)):
        with pytest.raises(KnownError, match="3 dots"):
            polls.cast(doc, poll, seat, ballot)
    with pytest.raises(BugError):
        polls.cast(doc, poll, seat, (1, 1, 1))
    with pytest.raises(KnownError, match="still open"):
        start(doc, secret=False)
    polls.close_poll(doc, poll)
    with pytest.raises(KnownError, match="closed"):
        polls.cast(doc, poll, seat, (1, 0))
    assert polls.ballots(doc, poll) == []


def test_without_drafts_there_is_nothing_to_vote_on(doc: Document) -> None:
    with pytest.raises(KnownError, match="nothing to vote on"):
        polls.open_poll(doc, "Which?", [], dots_each=3, secret=False)


def test_a_poll_keeps_the_words_that_were_voted_on(doc: Document, poll: int) -> None:
    draft = drafts.drafts(doc)[0]
    drafts.write_draft(doc, draft.id, "Changed afterwards.")
    drafts.remove_draft(doc, draft.id)
    assert [choice.text for choice in polls.choices(doc, poll)] == ["Bold.", "Calm."]


def test_secret_ballots_are_counted_and_each_seat_votes_once(doc: Document, booth: int) -> None:
    for seat, ballot in zip(seats(doc), BALLOTS, strict=True):
        polls.cast_secret(doc, booth, seat, ballot)
    with pytest.raises(KnownError, match="voted already"):
        polls.cast_secret(doc, booth, seats(doc)[3], (0, 0))
    with pytest.raises(KnownError, match="secret"):
        polls.cast(doc, booth, seats(doc)[3], (0, 0))
    with pytest.raises(KnownError, match="still open"):
        polls.ballots(doc, booth)
    polls.close_poll(doc, booth)
    assert Counter(polls.ballots(doc, booth)) == Counter(BALLOTS)


def test_a_secret_ballot_is_told_to_nobody(doc: Document, booth: int) -> None:
    heard: list[Changes] = []
    doc.subscribe(heard.append)
    entries = doc.value("SELECT count(*) FROM action")
    polls.cast_secret(doc, booth, seats(doc)[0], (3, 0))
    assert [(changes.kind, changes.rows) for changes in heard] == [("aside", ())]
    assert doc.value("SELECT count(*) FROM action") == entries
    assert polls.ballot_of(doc, booth, seats(doc)[0]) is None


def test_nothing_in_the_file_leads_from_a_seat_to_its_ballot(doc: Document, path: Path) -> None:
    """Over many polls with the same voters in the same order, no order that the file keeps (row numbers,
    keys, pages) is the order of voting more often than chance; and no ballot's words stand near a seat or a
    time."""
    first_is_first = 0
    rounds = 30
    for _ in range(rounds):
        booth = start(doc, secret=True)
        voters = seats(doc)[::-1]
        for number, seat in enumerate(voters):
            polls.cast_secret(doc, booth, seat, BALLOTS[number])
        polls.close_poll(doc, booth)
        by_row = [
            json.loads(text)
            for (text,) in doc.records("SELECT content FROM sealed WHERE poll = ? ORDER BY rowid", booth)
        ]
        by_key = [
            json.loads(text)
            for (text,) in doc.records("SELECT content FROM sealed WHERE poll = ? ORDER BY key", booth)
        ]
        first_is_first += by_row[0] == list(BALLOTS[0]) and by_key[0] == list(BALLOTS[0])
        order = [seat for (seat,) in doc.records("SELECT seat FROM voted WHERE poll = ?", booth)]
        assert order == sorted(seats(doc))
    assert first_is_first < rounds / 3
    assert doc.rows(Mark) == []
    assert "sealed" not in str(doc.records("SELECT tbl, before, after FROM change"))
    doc.close()
    content = path.read_bytes()
    spots = [n for n in range(len(content)) if content.startswith(b"[3, 0]", n)]
    assert len(spots) == rounds * BALLOTS.count((3, 0)), "a ballot lies in the file more than once"


def test_no_ballot_stays_in_the_journal_of_sqlite(doc: Document, booth: int, path: Path) -> None:
    for seat, ballot in zip(seats(doc), BALLOTS, strict=True):
        polls.cast_secret(doc, booth, seat, ballot)
        assert path.with_name("day.mission-journal").stat().st_size == 0


def test_undoing_and_redoing_a_poll_keeps_its_secret_ballots(doc: Document, booth: int) -> None:
    polls.cast_secret(doc, booth, seats(doc)[0], (3, 0))
    polls.close_poll(doc, booth)
    doc.undo()
    doc.undo()
    assert doc.rows(Poll) == []
    doc.redo()
    doc.redo()
    assert polls.ballots(doc, booth) == [(3, 0)]


def test_a_later_poll_never_takes_the_ballots_of_an_undone_one(doc: Document) -> None:
    """The way back over a save point finds the first poll as it was, though another one was opened in
    between."""
    drafts.add_draft(doc, text="Bold.")
    drafts.add_draft(doc, text="Calm.")
    point = doc.mark_point("before the vote")
    first = start(doc, secret=True)
    polls.cast_secret(doc, first, seats(doc)[0], (3, 0))
    polls.close_poll(doc, first)
    doc.go_back_to(point)
    second = start(doc, secret=True)
    assert second != first
    assert polls.seats_done(doc, second) == set()
    polls.cast_secret(doc, second, seats(doc)[0], (0, 3))
    doc.undo()
    doc.undo()
    assert polls.ballots(doc, first) == [(3, 0)]


def test_a_clean_copy_forgets_the_ballots_of_polls_that_are_gone(
    doc: Document, booth: int, path: Path
) -> None:
    polls.cast_secret(doc, booth, seats(doc)[0], (3, 0))
    polls.remove_poll(doc, booth)
    copies.save_clean_copy(doc, path.with_name("clean.mission"))
    assert b"[3, 0]" not in path.with_name("clean.mission").read_bytes()
