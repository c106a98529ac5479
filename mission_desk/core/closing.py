"""Closing a poll, and the election that can be counted from then on."""

from __future__ import annotations

from mission_desk.core import ballots, hands, polls, sealed
from mission_desk.core.document import Document
from mission_desk.core.errors import KnownError
from mission_desk.core.rows import Poll
from mission_desk.tally.election import Ballot, Election
from mission_desk.words import tr


def close_poll(doc: Document, poll: int, *, source: object = None) -> None:
    """Closing with seats missing is allowed; without a ballot there is nothing to close. A secret poll is
    counted for good: Undo opens it again, but nobody can vote in it."""
    row = polls.open_row(doc, poll)
    if not ballots_in(doc, row):
        raise KnownError(tr("Nobody has voted yet. Discard the poll, or take the first ballot."))
    with doc.action("poll.close", source=source) as write:
        write.update(Poll, poll, state="closed")
        if row.secret:
            sealed.count_for_good(doc, write, poll)
    if row.secret:
        doc.shrink()


def ballots_in(doc: Document, poll: Poll) -> int:
    """How many ballots are in, hands included; never what they say."""
    if poll.secret:
        return sealed.ballots_in(doc, poll.id)
    return len(polls.seats_done(doc, poll.id)) + hands.used(doc, poll)


def is_veiled(doc: Document, poll: Poll) -> bool:
    """A closed secret poll with so few ballots that a number would give somebody away: only the order is
    told."""
    return bool(poll.secret) and 0 < sealed.ballots_in(doc, poll.id) < polls.FEWEST


def election(doc: Document, poll: Poll) -> Election:
    """Every ballot of a closed poll on the options that were not withdrawn. KnownError while it is open:
    nobody counts half a vote."""
    if poll.state == "open":
        raise KnownError(tr("The poll is still open. Close it to see the result."))
    places = polls.ballot_choices(doc, poll.id)
    names = tuple(choice.name for choice in places)
    whole = Election(names, tuple(_all_ballots(doc, poll)))
    return whole.only([n for n, choice in enumerate(places) if not choice.withdrawn])


def _all_ballots(doc: Document, poll: Poll) -> list[Ballot]:
    if poll.secret:
        return sealed.secret_ballots(doc, poll.id)
    seated = [ballot for _, ballot in ballots.seat_ballots(doc, poll)]
    return [*seated, *hands.hand_ballots(doc, poll)]
