"""Ballots that are stored with their seat: called out, typed from paper, or cast in the booth of a poll that
is not secret. They are journalled like any other change, and can be changed while the poll is open."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError, KnownError
from mission_desk.core.file.rows import NO_ANSWER, Choice, Mark, Poll, Reason
from mission_desk.core.file.writer import Writer
from mission_desk.core.vote import hands, polls, reasons
from mission_desk.tally.election import DRAG_HIGH, Ballot
from mission_desk.words import tr, trn


def cast(
    doc: Document, poll: int, seat: int, ballot: Ballot, *, reason: str = "", source: object = None
) -> None:
    """A seat's ballot and its reason; a second one replaces the first while the poll is open."""
    row = checked(doc, poll, ballot)
    if row.secret:
        raise KnownError(tr("This poll is secret: ballots come from the booth or from paper."))
    if seat not in polls.seats_done(doc, poll):
        hands.require_room(doc, row, 1)
    with doc.action("poll.cast", source=source) as write:
        _remove(doc, write, poll, seat)
        if reasons.one_line(reason):
            write.insert(Reason, poll=poll, seat=seat, text=reasons.one_line(reason))
        for n, choice in enumerate(polls.ballot_choices(doc, poll)):
            write.insert(
                Mark, poll=poll, choice=choice.id, seat=seat, count=_stored_mark(ballot.marks[n]),
                drag=_stored_mark(ballot.drag[n]) if ballot.drag else NO_ANSWER,
            )  # fmt: skip


def take_back(doc: Document, poll: int, seat: int, *, source: object = None) -> None:
    """Remove the seat's ballot and its reason."""
    polls.open_row(doc, poll)
    with doc.action("poll.uncast", source=source) as write:
        _remove(doc, write, poll, seat)


def _remove(doc: Document, write: Writer, poll: int, seat: int) -> None:
    for mark in doc.rows(Mark, "poll = ? AND seat = ?", poll, seat):
        write.delete(Mark, mark.id)
    for reason in doc.rows(Reason, "poll = ? AND seat = ?", poll, seat):
        write.delete(Reason, reason.id)


def ballot_of(doc: Document, poll: int, seat: int) -> Ballot | None:
    """What a seat's ballot says, to correct it; None for secret polls and seats that have not voted."""
    marks = {mark.choice: mark for mark in doc.rows(Mark, "poll = ? AND seat = ?", poll, seat)}
    return _ballot(doc.row(Poll, poll), polls.ballot_choices(doc, poll), marks) if marks else None


def seat_ballots(doc: Document, poll: Poll) -> list[tuple[int, Ballot]]:
    """(seat, ballot) of everybody who voted, in the order of the seats' ids."""
    choices = polls.ballot_choices(doc, poll.id)
    by_seat: dict[int, dict[int, Mark]] = {}
    for mark in doc.rows(Mark, "poll = ? ORDER BY seat", poll.id):
        by_seat.setdefault(mark.seat, {})[mark.choice] = mark
    return [(seat, _ballot(poll, choices, marks)) for seat, marks in by_seat.items()]


def _ballot(poll: Poll, choices: list[Choice], marks: dict[int, Mark]) -> Ballot:
    def value_of(choice: Choice, field: str) -> int | None:
        value = int(getattr(marks[choice.id], field)) if choice.id in marks else NO_ANSWER
        return None if value == NO_ANSWER else value

    drag = tuple(value_of(choice, "drag") for choice in choices) if polls.asks_drag(poll) else ()
    return Ballot(tuple(value_of(choice, "count") for choice in choices), drag)


def _stored_mark(mark: int | None) -> int:
    return NO_ANSWER if mark is None else mark


def checked(doc: Document, poll: int, ballot: Ballot) -> Poll:
    """The open poll, where its rule allows this ballot; otherwise a KnownError says what is wrong."""
    row = polls.open_row(doc, poll)
    choices = polls.ballot_choices(doc, poll)
    if len(ballot.marks) != len(choices) or len(ballot.drag) not in (0, len(choices)):
        raise BugError(f"a ballot on {len(ballot.marks)} choices came to poll {poll}")
    sentence = complaint(row, choices, ballot)
    if sentence:
        raise KnownError(sentence)
    return row


def complaint(poll: Poll, choices: list[Choice], ballot: Ballot, language: str | None = None) -> str:
    """What is wrong with a ballot, in one sentence; empty where nothing is wrong."""
    rule, high = polls.rule(poll), polls.highest(poll, len(choices))
    if rule.mark == "dots" and sum(mark or 0 for mark in ballot.marks) > poll.dots:
        return trn("A seat has {n} dot.", "A seat has {n} dots.", poll.dots, language)
    for choice, mark in zip(choices, ballot.marks, strict=True):
        if mark is not None and not rule.low <= mark <= high:
            return tr("{name} takes {low} to {high}.", language, name=choice.name, low=rule.low, high=high)
    return _drag_complaint(poll, choices, ballot, language)


def _drag_complaint(poll: Poll, choices: list[Choice], ballot: Ballot, language: str | None) -> str:
    if not polls.asks_drag(poll):
        return ""
    for n, choice in enumerate(choices):
        drag = ballot.drag[n] if ballot.drag else None
        if (drag is None) != (ballot.marks[n] is None):
            return tr("{name} needs both numbers, pull and drag.", language, name=choice.name)
        if drag is not None and not 0 <= drag <= DRAG_HIGH:
            return tr("{name} takes {low} to {high}.", language, name=choice.name, low=0, high=DRAG_HIGH)
    return ""
