"""Voting again: without an option, between the best, or after a repair. Earlier rounds stay as they were, so
that they can be compared."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import FEWEST_SECRET, Choice, Poll
from mission_desk.core.vote import polls, secret_ballots
from mission_desk.core.vote.poll_opening import open_poll
from mission_desk.core.vote.poll_options import present_words
from mission_desk.words import tr


class Round(Struct, frozen=True):
    number: int
    poll: Poll


def rounds(doc: Document, poll: Poll) -> list[Round]:
    """All rounds up to this one, the first one first."""
    chain, seen = [poll], {poll.id}
    while chain[0].earlier is not None and chain[0].earlier not in seen:
        before = doc.find(Poll, chain[0].earlier)
        if before is None:
            break
        seen.add(before.id)
        chain.insert(0, before)
    return [Round(number, each) for number, each in enumerate(chain, 1)]


class Likeness(Struct, frozen=True):
    """How many ballots the secret round before had, and how many seats can vote now, or did."""

    before: int
    seats: int


def likeness(doc: Document, poll: int) -> Likeness | None:
    """Where so few people came or left since this secret poll that its result and the next one, compared,
    would tell how they voted; None where no number of it was told, or many are new."""
    row = doc.row(Poll, poll)
    before, seats = secret_ballots.ballots_in(doc, poll), polls.present(doc)
    if not row.secret or row.state == "open" or before < FEWEST_SECRET:
        return None
    few = max(abs(len(seats) - before), len(seats & _seats_since(doc, poll)))
    return Likeness(before, len(seats)) if 0 < few < FEWEST_SECRET else None


def likeness_when_closed(doc: Document, poll: int) -> Likeness | None:
    """The same for this open secret round, if it is closed with the ballots that are in: who was in the round
    before and is missing now is told by the difference too."""
    row = doc.row(Poll, poll)
    earlier = doc.find(Poll, row.earlier) if row.earlier is not None else None
    if not row.secret or earlier is None or not earlier.secret:
        return None
    before, voted = (secret_ballots.ballots_in(doc, each.id) for each in (earlier, row))
    has_numbers = min(before, voted) >= FEWEST_SECRET
    return Likeness(before, voted) if has_numbers and 0 < abs(before - voted) < FEWEST_SECRET else None


def quick_first(doc: Document, poll: Poll) -> Poll | None:
    """The closed round before anybody talked that this one followed."""
    earlier = (each.poll for each in rounds(doc, poll) if each.poll.quick and each.poll.id != poll.id)
    return next((each for each in earlier if each.state == "closed" and polls.has_rule(each)), None)


def first_to_forget(doc: Document, poll: Poll) -> Poll | None:
    """The secret first round of this secret one, if it is closed with the ballots that are in and so few
    came, left or are missing that the two counts, subtracted, would tell how they voted."""
    first = quick_first(doc, poll) if poll.secret else None
    if first is None or not first.secret or secret_ballots.kept_order(doc, first.id):
        return None
    apart = abs(secret_ballots.ballots_in(doc, first.id) - secret_ballots.ballots_in(doc, poll.id))
    return first if likeness(doc, first.id) or 0 < apart < FEWEST_SECRET else None


def _seats_since(doc: Document, poll: int) -> set[int]:
    """Seats that were added after the poll was closed, by the journal."""
    sql = (
        "SELECT row FROM change WHERE tbl = 'seat' AND before IS NULL AND action > "
        "(SELECT max(action) FROM change WHERE tbl = 'poll' AND row = ?)"
    )
    return {seat for (seat,) in doc.records(sql, poll)}


def vote_again(
    doc: Document,
    poll: int,
    *,
    only: Collection[int] | None = None,
    without: Collection[int] = (),
    source: object = None,
) -> int:
    """Another round under the same rule with the words of now; `only` and `without` are choices' ids."""
    row = doc.row(Poll, poll)
    again = [
        choice
        for choice in polls.choices(doc, poll)
        if choice.id not in without and (only is None or choice.id in only)
    ]
    if not again:
        raise KnownError(tr("Nothing would be left to vote on."))
    return open_poll(
        doc, row.question, [present_words(doc, choice) for choice in again], rule=row.rule,
        dots_each=row.dots, several=bool(row.several), secret=bool(row.secret), earlier=poll,
        thresholds=row.thresholds, quorum=row.quorum, reasons=bool(row.reasons), source=source,
    )  # fmt: skip


def changed_words(doc: Document, choice: Choice) -> str:
    """What the draft says now, where it was repaired since this round; else empty."""
    now = present_words(doc, choice).text
    return now if now != choice.text else ""
