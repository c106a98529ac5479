"""Polls for the tests: opened, filled in and closed in one line each."""

from __future__ import annotations

from collections.abc import Iterable

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Poll
from mission_desk.core.room import people
from mission_desk.core.statement import drafts
from mission_desk.core.vote import ballots, poll_closing, poll_opening, polls, secret_ballots
from mission_desk.core.vote.poll_options import Option, draft_options, free_options
from mission_desk.tally.election import Ballot

TEXTS = ("Bold.", "Calm.", "Cold.")


def seats(doc: Document) -> list[int]:
    return [seat.id for seat in people.seats(doc)]


def seats_of(doc: Document, count: int) -> list[int]:
    """Exactly so many seats in the room."""
    people.set_style_counts(doc, {"ideator": count - count // 2, "analyst": count // 2})
    return seats(doc)


def draft_poll(doc: Document, *, count: int = 2, **how: object) -> int:
    for text in TEXTS[len(drafts.drafts(doc)) : count]:
        drafts.add_draft(doc, text=text)
    return poll_opening.open_poll(doc, "Which?", draft_options(drafts.drafts(doc))[:count], **how)


def free_poll(doc: Document, rule: str, options: int = 3, **how: object) -> int:
    choices: list[Option] = free_options("\n".join(f"Option {n}" for n in range(options)))
    return poll_opening.open_poll(doc, "Which?", choices, rule=rule, **how)


def marks(*given: int | None) -> Ballot:
    return Ballot(tuple(given))


def both(*pairs: tuple[int, int]) -> Ballot:
    """A ballot of pull and drag, (pull, drag) an option."""
    return Ballot(tuple(pull for pull, _ in pairs), tuple(drag for _, drag in pairs))


def vote(doc: Document, poll: int, given: Iterable[Ballot]) -> None:
    """One seat after the other."""
    cast = secret_ballots.cast_secret if doc.row(Poll, poll).secret else ballots.cast
    for seat, ballot in zip(seats(doc), given, strict=False):
        cast(doc, poll, seat, ballot)


def voted(doc: Document, poll: int, given: Iterable[Ballot]) -> Poll:
    """All of them, and closed."""
    vote(doc, poll, given)
    poll_closing.close_poll(doc, poll)
    return doc.row(Poll, poll)


def usual_ballot(poll: Poll, options: int, seat: int = 0) -> Ballot:
    """Some ballot that the poll's rule takes, another one for each seat."""
    rule, high = polls.rule(poll), polls.highest(poll, options)
    if rule.mark == "dots":
        return Ballot(tuple(poll.dots if n == seat % options else 0 for n in range(options)))
    given = tuple(rule.low + (seat * 7 + n * 3) % (high - rule.low + 1) for n in range(options))
    drag = tuple((seat * 5 + n) % 11 for n in range(options)) if rule.mark == "pull" else ()
    return Ballot(given, drag)
