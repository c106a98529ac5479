"""Hands that were counted and dots that were stuck on cards: numbers without seats. They are known option by
option only, so they serve the rules that add up each option by itself."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Choice, Hand, Poll
from mission_desk.core.file.writer import Writer
from mission_desk.core.vote import polls
from mission_desk.tally.election import Ballot
from mission_desk.words import tr, trn


def allow(poll: Poll) -> bool:
    """Whether hands can be counted: not for rules that ask what the same person thinks of two options, and
    not where nobody may see."""
    return polls.has_rule(poll) and polls.rule(poll).by_hand and not poll.secret


def counted(doc: Document, poll: int) -> dict[tuple[int, int], int]:
    """(choice, value) -> people."""
    return {(row.choice, row.value): row.count for row in doc.rows(Hand, "poll = ?", poll)}


def room(doc: Document, poll: int) -> int:
    """The number of seats that have not voted in another way."""
    return len(polls.present(doc) - polls.seats_done(doc, poll))


def used(doc: Document, poll: Poll) -> int:
    """How many people the hands stand for, at the least."""
    totals: dict[int, int] = {}
    dots = 0
    for (choice, value), count in counted(doc, poll.id).items():
        totals[choice] = totals.get(choice, 0) + count
        dots += value * count
    if polls.takes_dots(poll):
        most = max(totals.values(), default=0) if not poll.several else 0
        return max(most, -(-dots // poll.dots))
    return max(totals.values(), default=0)


def set_hands(
    doc: Document, poll: int, choice: int, value: int, count: int, *, source: object = None
) -> None:
    """So many people give `value` to this option; 0 takes them back. KnownError where the sum does not fit
    the seats."""
    row = _hand_poll(doc, poll)
    before = counted(doc, poll)
    after = {**before, (choice, value): max(0, count)}
    require_fit(doc, row, choice, after)
    with doc.action("poll.hands", source=source) as write:
        put(doc, write, poll, choice, value, count)


def put(doc: Document, write: Writer, poll: int, choice: int, value: int, count: int) -> None:
    """Inside an action: so many people and no other number; 0 for none."""
    for hand in doc.rows(Hand, "poll = ? AND choice = ? AND value = ?", poll, choice, value):
        write.delete(Hand, hand.id)
    if count > 0:
        write.insert(Hand, poll=poll, choice=choice, value=value, count=count)


def add_dots(doc: Document, poll: int, choice: int, by: int, *, source: object = None) -> None:
    """Add dots to a card, or take some away."""
    present = counted(doc, poll).get((choice, 1), 0)
    if present or by > 0:
        set_hands(doc, poll, choice, 1, present + by, source=source)


def require_room(doc: Document, poll: Poll, seats: int) -> None:
    """KnownError where so many seats cannot vote one by one, because they may be among the counted hands
    already."""
    taken = used(doc, poll)
    if taken and room(doc, poll.id) - seats < taken:
        raise KnownError(
            trn(
                "The hands already stand for {n} seat, so this ballot is one too many. Lower them first.",
                "The hands already stand for {n} seats, so this ballot is one too many. Lower them first.",
                taken,
            )
        )


def _hand_poll(doc: Document, poll: int) -> Poll:
    row = polls.open_row(doc, poll)
    if row.secret:
        raise KnownError(tr("A show of hands is not secret. Use the booth or paper in this poll."))
    if not allow(row):
        raise KnownError(
            tr("Hands do not say what one person thinks of two options. Take the ballots seat by seat.")
        )
    return row


def require_fit(doc: Document, poll: Poll, choice: int, after: dict[tuple[int, int], int]) -> None:
    """KnownError where so many hands, (choice, value) -> people, are more than the seats that are left."""
    seats = room(doc, poll.id)
    people = sum(count for (each, _), count in after.items() if each == choice)
    dots = sum(value * count for (_, value), count in after.items())
    if polls.takes_dots(poll) and dots > seats * poll.dots:
        raise KnownError(
            trn(
                "{seats} seats have {n} dot between them; this would be more. Nothing was changed.",
                "{seats} seats have {n} dots between them; this would be more. Nothing was changed.",
                seats * poll.dots,
                seats=seats,
            )
        )
    if (not polls.takes_dots(poll) or not poll.several) and people > seats:
        name = doc.row(Choice, choice).name
        raise KnownError(
            trn(
                "{hands} hands for {name}, but only {n} seat has not voted yet. Nothing was changed.",
                "{hands} hands for {name}, but only {n} seats have not voted yet. Nothing was changed.",
                seats,
                hands=people,
                name=name,
            )
        )


def hand_ballots(doc: Document, poll: Poll) -> list[Ballot]:
    """As many ballots as the hands stand for, with each option's values in its own column. Nobody knows
    which of them belong together, and the rules that take hands do not need it."""
    counts, size = sorted(counted(doc, poll.id).items()), used(doc, poll)
    columns = [
        [value for (each, value), count in counts if each == choice.id for _ in range(count)]
        for choice in polls.ballot_choices(doc, poll.id)
    ]
    if polls.takes_dots(poll):
        return _dealt([sum(column) for column in columns], size, poll)
    whole = [[*column, *[None] * (size - len(column))] for column in columns]
    return [Ballot(tuple(column[n] for column in whole)) for n in range(size)]


def _dealt(sums: list[int], size: int, poll: Poll) -> list[Ballot]:
    """Dots dealt to as many ballots as they need, each dot to the ballot that has the fewest."""
    rows = [[0] * len(sums) for _ in range(size)]
    for option, dots in enumerate(sums):
        for _ in range(dots):
            rows.sort(key=lambda row: (row[option] > 0 and not poll.several, sum(row)))
            rows[0][option] += 1
    return [Ballot(tuple(row)) for row in rows]
