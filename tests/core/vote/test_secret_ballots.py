"""Secret polls: nothing leads from a seat to its ballot, nothing is told too early, nothing can be added to a
result that was seen."""

from __future__ import annotations

import itertools
import json
import logging
import random
import sqlite3
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from mission_desk.core.file.document import Changes, Document
from mission_desk.core.file.errors import BugError, KnownError
from mission_desk.core.file.rows import Mark, Poll
from mission_desk.core.file.undo_limits import PollHasBallots
from mission_desk.core.room import people
from mission_desk.core.statement import drafts
from mission_desk.core.vote import ballots, poll_closing, poll_opening, polls, rounds, secret_ballots
from mission_desk.core.vote.outcome import outcome
from mission_desk.core.whole import copies
from mission_desk.tally.election import Ballot
from tests.core.vote.voting import both, draft_poll, free_poll, marks, seats, seats_of, vote, voted

BALLOTS = [(3, 0), (0, 3), (1, 2), (2, 1), (0, 0), (1, 1), (2, 0), (0, 2), (1, 0), (0, 1), (3, 0), (1, 2)]
VOTERS = 30
BY_CHANCE = 10  # of 30; a shuffle of 30 has that many in place once in a million


@pytest.fixture
def booth(doc: Document) -> int:
    return draft_poll(doc, secret=True)


def test_secret_ballots_are_counted_and_each_seat_votes_once(doc: Document, booth: int) -> None:
    vote(doc, booth, [marks(*each) for each in BALLOTS])
    with pytest.raises(KnownError, match="voted already"):
        secret_ballots.cast_secret(doc, booth, seats(doc)[3], marks(0, 0))
    with pytest.raises(KnownError, match="secret"):
        ballots.cast(doc, booth, seats(doc)[3], marks(0, 0))
    with pytest.raises(KnownError, match="still open"):
        outcome(doc, booth)
    poll_closing.close_poll(doc, booth)
    counted = secret_ballots.secret_ballots(doc, booth)
    assert Counter(ballot.marks for ballot in counted) == Counter(BALLOTS)
    assert doc.value("SELECT count(*) FROM voted") == 0


def test_both_numbers_of_pull_and_drag_are_kept(doc: Document) -> None:
    poll = draft_poll(doc, rule="pull-and-drag", secret=True)
    voted(doc, poll, [both((5, 1), (2, 9))] * 5)
    assert secret_ballots.secret_ballots(doc, poll) == [both((5, 1), (2, 9))] * 5


def test_a_secret_ballot_is_told_to_nobody(doc: Document, booth: int) -> None:
    heard: list[Changes] = []
    doc.subscribe(heard.append)
    entries = doc.value("SELECT count(*) FROM action")
    secret_ballots.cast_secret(doc, booth, seats(doc)[0], marks(3, 0))
    assert [(changes.kind, changes.rows) for changes in heard] == [("aside", ())]
    assert doc.value("SELECT count(*) FROM action") == entries
    assert ballots.ballot_of(doc, booth, seats(doc)[0]) is None


def test_an_open_poll_takes_no_secret_ballots(doc: Document) -> None:
    with pytest.raises(BugError):
        secret_ballots.cast_secret(doc, draft_poll(doc), seats(doc)[0], marks(1, 0))


def test_papers_without_a_seat_are_no_more_than_the_seats(doc: Document, booth: int) -> None:
    seats_of(doc, 2)
    secret_ballots.cast_secret(doc, booth, None, marks(3, 0))
    secret_ballots.cast_secret(doc, booth, None, marks(0, 3))
    assert (secret_ballots.ballots_in(doc, booth), polls.seats_done(doc, booth)) == (2, set())
    with pytest.raises(KnownError, match="as many ballots as seats"):
        secret_ballots.cast_secret(doc, booth, seats(doc)[0], marks(0, 3))
    assert secret_ballots.ballots_in(doc, booth) == 2


# what the bytes tell


def linked(content: bytes, cast: Sequence[tuple[int, bytes]]) -> int:
    """How many of the voters (seat, ballot as it is written), in the order in which they voted, can be found
    again in these bytes: by the order of the ballots in them, or by the seat that stands nearest."""
    spots = {ballot: content.find(ballot) for _, ballot in cast}
    places = sorted((spot, ballot) for ballot, spot in spots.items() if spot >= 0)
    order = [ballot for _, ballot in places]
    by_time = [ballot for _, ballot in cast]
    by_seat = [ballot for _, ballot in sorted(cast)]
    ways = [order, order[::-1]]
    by_order = max(_in_place(way, true) for way, true in itertools.product(ways, (by_time, by_seat)))
    near = sum(_names(content, spots[ballot], seat) for seat, ballot in cast if spots[ballot] >= 0)
    return max(by_order, near)


def _in_place(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    return sum(a == b for a, b in zip(one, other, strict=False))


def _names(content: bytes, spot: int, seat: int) -> bool:
    return f'"seat":{seat},'.encode() in content[max(0, spot - 120) : spot]


def different_ballots() -> list[Ballot]:
    every = list(itertools.product(range(6), repeat=3))
    return [Ballot(given) for given in random.Random(7).sample(every, VOTERS)]


def written(ballot: Ballot) -> bytes:
    return json.dumps(list(ballot.marks)).encode()


def in_some_order(doc: Document) -> list[int]:
    order = seats_of(doc, VOTERS)
    random.Random(11).shuffle(order)
    return order


def test_no_way_leads_from_a_seat_to_its_ballot(
    doc: Document, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The file, its copies and every log record, after the poll was closed; before, no copy is made."""
    caplog.set_level(logging.DEBUG)
    poll = free_poll(doc, "score", secret=True)
    cast = list(zip(in_some_order(doc), different_ballots(), strict=True))
    for seat, ballot in cast:
        secret_ballots.cast_secret(doc, poll, seat, ballot)
        assert path.with_name("day.mission-journal").stat().st_size == 0
    with pytest.raises(KnownError, match="voted already"):
        secret_ballots.cast_secret(doc, poll, cast[0][0], cast[0][1])
    for save in (copies.save_copy, copies.save_clean_copy):
        with pytest.raises(KnownError, match="no copy is made"):
            save(doc, path.with_name("early.mission"))
    assert not path.with_name("early.mission").exists()
    poll_closing.close_poll(doc, poll)
    assert path.with_name("day.mission-journal").stat().st_size == 0
    copies.save_copy(doc, path.with_name("copy.mission"))
    copies.save_clean_copy(doc, path.with_name("clean.mission"))
    doc.close()
    traces = [(seat, written(ballot)) for seat, ballot in cast]
    for name in ("day.mission", "copy.mission", "clean.mission"):
        content = path.with_name(name).read_bytes()
        assert all(content.count(ballot) == 1 for _, ballot in traces), name
        assert linked(content, traces) < BY_CHANCE, name
    logged = "\n".join(record.getMessage() for record in caplog.records).encode()
    assert not any(ballot in logged for _, ballot in traces)


@pytest.mark.parametrize("design", ["two tables", "a journal", "seats beside"])
def test_the_same_search_finds_everybody_in_a_naive_file(doc: Document, path: Path, design: str) -> None:
    """Ordinary rows in the order of voting; a journal of every ballot; the seat in the ballot's row."""
    doc.close()
    file = sqlite3.connect(path, isolation_level=None)
    file.execute("CREATE TABLE cast_ballot (content TEXT)")
    cast = list(zip(range(1, VOTERS + 1), different_ballots(), strict=True))
    random.Random(5).shuffle(cast)
    if design == "a journal":
        file.execute("PRAGMA secure_delete=OFF")
    rows = [(seat, written(ballot)) for seat, ballot in cast]
    for seat, content in rows if design == "two tables" else sorted(rows, key=lambda row: row[1]):
        text = content.decode()
        file.execute(
            "INSERT INTO cast_ballot VALUES (?)",
            (text if design == "two tables" else f'{{"seat":{seat},"b":{text}}}',),
        )
    if design == "a journal":
        file.execute("DELETE FROM cast_ballot")
    file.close()
    assert linked(path.read_bytes(), rows) == VOTERS


def test_neither_the_order_of_keys_nor_of_rows_is_the_order_of_voting(doc: Document) -> None:
    """Over many polls with the same voters in the same order; and who has voted lies in the order of the
    seats."""
    first_is_first, count = 0, 20
    for _ in range(count):
        poll = draft_poll(doc, secret=True)
        for n, seat in enumerate(seats(doc)[::-1]):
            secret_ballots.cast_secret(doc, poll, seat, marks(*BALLOTS[n]))
        order = [seat for (seat,) in doc.records("SELECT seat FROM voted WHERE poll = ?", poll)]
        assert order == sorted(seats(doc))
        for key in ("rowid", "key"):
            (content,) = doc.records(f"SELECT content FROM sealed WHERE poll = ? ORDER BY {key}", poll)[0]
            first_is_first += content == json.dumps(list(BALLOTS[0]))
        poll_closing.close_poll(doc, poll)
    assert first_is_first < count
    assert doc.rows(Mark) == []
    assert "sealed" not in str(doc.records("SELECT tbl, before, after FROM change"))


# closing once


def test_a_closed_secret_poll_takes_no_further_ballot_also_after_undo(doc: Document) -> None:
    """Else the difference of two results would be that ballot."""
    poll = free_poll(doc, "score", secret=True)
    vote(doc, poll, [marks(n % 6, 1, 2) for n in range(11)])
    poll_closing.close_poll(doc, poll)
    before = outcome(doc, poll)
    doc.undo()
    assert doc.row(Poll, poll).state == "open"
    with pytest.raises(KnownError, match="give itself away"):
        secret_ballots.cast_secret(doc, poll, seats(doc)[11], marks(5, 5, 5))
    poll_closing.close_poll(doc, poll)
    assert outcome(doc, poll) == before


def test_undoing_and_redoing_a_closed_poll_keeps_its_ballots(doc: Document, booth: int) -> None:
    vote(doc, booth, [marks(3, 0)] * 5)
    poll_closing.close_poll(doc, booth)
    for turn in (doc.undo, doc.undo, doc.redo, doc.redo):
        turn()
    assert secret_ballots.secret_ballots(doc, booth) == [marks(3, 0)] * 5


def test_discarding_an_open_secret_poll_destroys_its_ballots(doc: Document, path: Path) -> None:
    poll = free_poll(doc, "score", secret=True)
    vote(doc, poll, [marks(5, 4, 3)])
    poll_opening.remove_poll(doc, poll)
    doc.undo()
    assert (secret_ballots.ballots_in(doc, poll), polls.seats_done(doc, poll)) == (0, set())
    doc.close()
    assert b"[5, 4, 3]" not in path.read_bytes()


def test_a_later_poll_never_takes_the_ballots_of_an_undone_one(doc: Document) -> None:
    """The way back over a save point finds the first poll as it was, though another one was opened in
    between."""
    drafts.add_draft(doc, text="Bold.")
    drafts.add_draft(doc, text="Calm.")
    point = doc.mark_point("before the vote")
    first = draft_poll(doc, secret=True)
    vote(doc, first, [marks(3, 0)] * 5)
    poll_closing.close_poll(doc, first)
    doc.go_back_to(point)
    second = draft_poll(doc, secret=True)
    assert second != first
    assert polls.seats_done(doc, second) == set()
    voted(doc, second, [marks(0, 3)])
    for _ in range(3):  # the closing, the opening, the way back
        doc.undo()
    assert secret_ballots.secret_ballots(doc, first) == [marks(3, 0)] * 5


def test_a_clean_copy_forgets_the_ballots_of_polls_that_are_gone(
    doc: Document, booth: int, path: Path
) -> None:
    vote(doc, booth, [marks(3, 0)] * 5)
    poll_closing.close_poll(doc, booth)
    poll_opening.remove_poll(doc, booth)
    copies.save_clean_copy(doc, path.with_name("clean.mission"))
    assert b"[3, 0]" not in path.with_name("clean.mission").read_bytes()


def test_another_round_asks_everybody_again(doc: Document) -> None:
    poll = free_poll(doc, "score", secret=True)
    voted(doc, poll, [marks(5, 0, 0)] * 6)
    again = rounds.vote_again(doc, poll)
    assert doc.row(Poll, again).secret
    assert (secret_ballots.ballots_in(doc, again), polls.seats_done(doc, again)) == (0, set())
    people.set_style_counts(doc, {"ideator": 13})
    vote(doc, again, [marks(5, 0, 0)] * 13)
    assert secret_ballots.ballots_in(doc, again) == 13


def test_a_rescued_file_says_what_two_files_would_tell(doc: Document, booth: int, path: Path) -> None:
    vote(doc, booth, [marks(3, 0)])
    path.rename(path.with_name("elsewhere.mission"))
    warning = doc.check_place() or ""
    assert "delete the other file" in warning
    assert secret_ballots.ballots_in(doc, booth) == 1


# withdrawing an option


def test_a_withdrawn_option_is_struck_from_all_ballots_and_stays_out(doc: Document) -> None:
    """Else early ballots would have a mark where late ones cannot."""
    poll = free_poll(doc, "pull-and-drag", secret=True)
    secret_ballots.cast_secret(doc, poll, seats(doc)[0], both((5, 1), (4, 2), (3, 3)))
    poll_opening.withdraw(doc, polls.choices(doc, poll)[1].id)
    with pytest.raises(PollHasBallots, match="who voted first"):
        doc.undo()
    secret_ballots.cast_secret(doc, poll, seats(doc)[1], Ballot((1, None, 2), (3, None, 4)))
    secret_ballots.cast_secret(doc, poll, seats(doc)[2], Ballot((None, None, None)))
    stored = sorted(text for (text,) in doc.records("SELECT content FROM sealed"))
    assert stored == [
        '[[1, "x", 2], [3, "x", 4]]',
        '[[5, "x", 3], [1, "x", 3]]',
        '[[null, "x", null], [null, "x", null]]',
    ]


def test_redo_takes_no_option_away_from_ballots_that_came_since(doc: Document) -> None:
    poll = free_poll(doc, "score", secret=True)
    poll_opening.withdraw(doc, polls.choices(doc, poll)[1].id)
    assert doc.undo()
    secret_ballots.cast_secret(doc, poll, seats(doc)[0], marks(5, 4, 3))
    with pytest.raises(PollHasBallots):
        doc.redo()
    assert len(polls.choices(doc, poll)) == 3
