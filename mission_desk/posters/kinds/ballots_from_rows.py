"""Makes the paper ballots of a poll, in the workshop's own language."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Poll
from mission_desk.core.room import people, scene
from mission_desk.core.vote import polls
from mission_desk.core.vote.ballot_scales import scales
from mission_desk.posters.kinds.ballot_sheets import BallotSheets


def ballot_sheets(doc: Document, poll: Poll, *, numbered: bool) -> BallotSheets:
    """One ballot a seat. Without numbers an open poll has a line to write the seat on; a secret one none."""
    language = scene.workshop(doc).language
    choices = polls.choices(doc, poll.id)
    blank = None if poll.secret else ""
    seats = tuple(str(seat.number) if numbered else blank for seat in people.seats(doc))
    return BallotSheets(
        poll.question,
        tuple((choice.name, choice.text) for choice in choices),
        scales(poll, len(polls.ballot_choices(doc, poll.id)), language),
        seats or (blank,) * 8,
        language,
        bool(poll.reasons),
    )
