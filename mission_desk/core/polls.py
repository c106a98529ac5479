"""Polls: a question, its choices, one ballot a seat. Open ballots are journalled like any other change.
Secret ones lie in `sealed` under random keys, rewritten in random order with every ballot, apart from the
seats that have voted."""

from __future__ import annotations

import json
import random
import secrets
from collections.abc import Sequence

from mission_desk.core.document import Document
from mission_desk.core.drafts import letter, put_version
from mission_desk.core.errors import BugError, KnownError
from mission_desk.core.rows import Choice, Draft, Mark, Poll, Seat
from mission_desk.core.writer import Writer
from mission_desk.tally import dots
from mission_desk.tally.dots import Ballot, DotResult
from mission_desk.words import tr, trn

DEFAULT_DOTS = 3


def polls(doc: Document) -> list[Poll]:
    """Newest first."""
    return doc.rows(Poll, "1 ORDER BY id DESC")


def choices(doc: Document, poll: int) -> list[Choice]:
    return doc.rows(Choice, "poll = ? ORDER BY rank", poll)


def open_poll(
    doc: Document,
    question: str,
    drafts: Sequence[Draft],
    *,
    dots_each: int,
    secret: bool,
    source: object = None,
) -> int:
    """Open a poll on these drafts' present words; its id."""
    if not drafts:
        raise KnownError(tr("There is nothing to vote on yet. Write a draft first."))
    if polls(doc) and polls(doc)[0].state == "open":
        raise KnownError(tr("A poll is still open. Close it before the next one."))
    with doc.action("poll.open", source=source) as write:
        poll = write.insert(
            Poll,
            id=_unused_number(doc),
            question=question,
            rule="dots",
            dots=dots_each,
            secret=int(secret),
            state="open",
            at=int(doc.now()),
        )
        for rank, draft in enumerate(drafts):
            name = letter(draft)
            if draft.text.strip():  # what was voted on is found again among the versions
                put_version(doc, write, draft.id)
            write.insert(Choice, poll=poll, rank=rank, draft=draft.id, name=name, text=draft.text.strip())
    return poll


def _unused_number(doc: Document) -> int:
    """Never that of an earlier poll, not even of one that was undone: its secret ballots still lie in the
    file, and Redo or the way back over a save point must find them."""
    sql = (
        "SELECT max(coalesce((SELECT max(id) FROM poll), 0), coalesce((SELECT max(poll) FROM sealed), 0), "
        "coalesce((SELECT max(row) FROM change WHERE tbl = 'poll'), 0))"
    )
    return int(doc.value(sql)) + 1


def seats_done(doc: Document, poll: int) -> set[int]:
    """Seats whose ballot is in; never how they voted."""
    secret = {seat for (seat,) in doc.records("SELECT seat FROM voted WHERE poll = ?", poll)}
    return secret | {seat for (seat,) in doc.records("SELECT DISTINCT seat FROM mark WHERE poll = ?", poll)}


def cast(doc: Document, poll: int, seat: int, ballot: Ballot, *, source: object = None) -> None:
    """A seat's ballot, said aloud and typed by the facilitator; a second one replaces the first while the
    poll is open."""
    row = _open(doc, poll, ballot)
    if row.secret:
        raise KnownError(tr("This poll is secret: ballots are cast in the booth only."))
    with doc.action("poll.cast", source=source) as write:
        for mark in doc.rows(Mark, "poll = ? AND seat = ?", poll, seat):
            write.delete(Mark, mark.id)
        for choice, count in zip(choices(doc, poll), ballot, strict=True):
            write.insert(Mark, poll=poll, choice=choice.id, seat=seat, count=count)


def cast_secret(doc: Document, poll: int, seat: int, ballot: Ballot) -> None:
    """A ballot from the booth. It cannot be changed or found again: nothing in the file leads from the seat
    to it."""
    _open(doc, poll, ballot)
    if seat in seats_done(doc, poll):
        raise KnownError(tr("This seat has voted already. Pass the laptop on to the next one."))
    ballots = [*_sealed(doc, poll), ballot]
    random.SystemRandom().shuffle(ballots)
    with doc.aside("poll.cast") as write:
        write.run("DELETE FROM sealed WHERE poll = ?", poll)
        for sealed in ballots:
            write.run("INSERT INTO sealed VALUES (?, ?, ?)", secrets.token_hex(8), poll, json.dumps(sealed))
        _mark_as_voted(doc, write, poll, seat)


def _mark_as_voted(doc: Document, write: Writer, poll: int, seat: int) -> None:
    """Written anew in the order of the seats: the order of insertion would be the order of voting."""
    voted = sorted({*seats_done(doc, poll), seat})
    write.run("DELETE FROM voted WHERE poll = ?", poll)
    for number in voted:
        write.run("INSERT INTO voted VALUES (?, ?)", poll, number)


def _open(doc: Document, poll: int, ballot: Ballot) -> Poll:
    row = doc.row(Poll, poll)
    if row.state != "open":
        raise KnownError(tr("This poll is closed. The ballot was not counted."))
    if len(ballot) != len(choices(doc, poll)):
        raise BugError(f"a ballot on {len(ballot)} choices came to poll {poll}")
    if dots.too_many(ballot, row.dots):
        raise KnownError(trn("A seat has {n} dot.", "A seat has {n} dots.", row.dots))
    return row


def _sealed(doc: Document, poll: int) -> list[Ballot]:
    found = doc.records("SELECT content FROM sealed WHERE poll = ? ORDER BY key", poll)
    return [tuple(json.loads(content)) for (content,) in found]


def ballots(doc: Document, poll: int) -> list[Ballot]:
    """Every ballot of a closed poll, without seats. KnownError while it is open: nobody counts half a
    vote."""
    row = doc.row(Poll, poll)
    if row.state == "open":
        raise KnownError(tr("The poll is still open. Close it to see the result."))
    if row.secret:
        return _sealed(doc, poll)
    order = [choice.id for choice in choices(doc, poll)]
    by_seat: dict[int, dict[int, int]] = {}
    for mark in doc.rows(Mark, "poll = ? ORDER BY seat", poll):
        by_seat.setdefault(mark.seat, {})[mark.choice] = mark.count
    return [tuple(counts.get(choice, 0) for choice in order) for counts in by_seat.values()]


def ballot_of(doc: Document, poll: int, seat: int) -> Ballot | None:
    """What a seat's open ballot says, to correct it; None for secret polls and seats that have not voted."""
    counts = {mark.choice: mark.count for mark in doc.rows(Mark, "poll = ? AND seat = ?", poll, seat)}
    return tuple(counts.get(choice.id, 0) for choice in choices(doc, poll)) if counts else None


def close_poll(doc: Document, poll: int, *, source: object = None) -> None:
    with doc.action("poll.close", source=source) as write:
        write.update(Poll, poll, state="closed")


def result(doc: Document, poll: int) -> DotResult:
    return dots.tally(ballots(doc, poll), len(choices(doc, poll)))


def remove_poll(doc: Document, poll: int, *, source: object = None) -> None:
    with doc.action("poll.remove", source=source) as write:
        write.delete(Poll, poll)


def seats(doc: Document) -> list[Seat]:
    return doc.rows(Seat, "1 ORDER BY number")
