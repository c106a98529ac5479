"""Closing a poll, and the election that can be counted from then on."""

from __future__ import annotations

from contextlib import suppress

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import FEWEST_SECRET, Choice, Poll
from mission_desk.core.file.writer import Writer
from mission_desk.core.vote import ballots, hands, polls, rounds, secret_ballots
from mission_desk.tally.election import Ballot, Election
from mission_desk.tally.settings import Settings
from mission_desk.words import tr


def close_poll(doc: Document, poll: int, *, source: object = None) -> None:
    """Close the poll, also where seats are missing; KnownError where there is no ballot. A secret poll is
    counted for good: Undo opens it again, but nobody can vote in it."""
    row = polls.open_row(doc, poll)
    if not ballots_in(doc, row):
        raise KnownError(tr("Nobody has voted yet. Discard the poll, or take the first ballot."))
    order, first = order_only(doc, row), rounds.first_to_forget(doc, row)
    with doc.action("poll.close", source=source) as write:
        write.update(Poll, poll, state="closed")
        if row.secret:
            _keep_withdrawn(doc, write, poll)
            secret_ballots.count_for_good(doc, write, poll, order)
        if first is not None:  # of two counts of nearly the same people the difference is a ballot
            secret_ballots.count_for_good(doc, write, first.id, _order(doc, first))
    if row.secret:
        doc.shrink()


def _keep_withdrawn(doc: Document, write: Writer, poll: int) -> None:
    """Undo can show a struck option again after the poll was counted; a result would call it unloved."""
    gone = secret_ballots.left_out(doc, poll)
    for choice in polls.choices(doc, poll):
        if choice.id in gone:
            write.update(Choice, choice.id, withdrawn=1)


def order_only(doc: Document, poll: Poll) -> secret_ballots.Order | None:
    """The order of the options, where there are so few secret ballots that nothing else may be told."""
    if not is_veiled(doc, poll):
        return None
    return secret_ballots.kept_order(doc, poll.id) or _order(doc, poll)


def _order(doc: Document, poll: Poll) -> secret_ballots.Order:
    ids = [choice.id for choice in polls.choices(doc, poll.id)]
    votes = _votes(doc, poll)
    result = polls.rule(poll).count(votes, polls.thresholds(poll))
    winner = None if result.winner is None else ids[result.winner]
    ranking = tuple(tuple(ids[n] for n in group) for group in result.ranking)
    return secret_ballots.Order(len(votes.ballots), winner, ranking)


def forget_few(doc: Document) -> None:
    """Called when a file is opened. An earlier release stored the few ballots of a closed secret poll; only
    their order may stay. A file that cannot be written (a full disk) opens all the same."""
    orders = orders_of_few(doc)
    if not orders or not doc.writable:
        return
    with suppress(KnownError):
        with doc.aside("poll.forget") as write:
            for poll, order in orders.items():
                secret_ballots.count_for_good(doc, write, poll, order)
        doc.shrink()


def orders_of_few(doc: Document) -> dict[int, secret_ballots.Order]:
    """By poll: what is to be kept of counted secret ballots that are too few for marks, where the file still
    has the marks."""
    small = (
        poll
        for poll in polls.polls(doc)
        if is_veiled(doc, poll) and secret_ballots.is_counted(doc, poll.id) and polls.has_rule(poll)
    )
    return {poll.id: _order(doc, poll) for poll in small if not secret_ballots.kept_order(doc, poll.id)}


def set_thresholds(doc: Document, poll: int, settings: Settings, *, source: object = None) -> None:
    """Count the same ballots by other thresholds. KnownError for so few secret ballots that one threshold
    after the other would tell every number in them."""
    row = doc.row(Poll, poll)
    if is_veiled(doc, row):
        raise KnownError(
            tr("So few secret ballots are counted once and not by other thresholds. Nothing was changed.")
        )
    with doc.action("poll.thresholds", merge=f"thresholds:{poll}", source=source) as write:
        write.update(Poll, poll, thresholds=polls.written(settings))


def write_decision(doc: Document, poll: int, text: str, *, source: object = None) -> None:
    """What the room decided by a closed poll, and why: one line."""
    require_closed(doc.row(Poll, poll))
    with doc.action("poll.decide", merge=f"decision:{poll}", source=source) as write:
        write.update(Poll, poll, decision=" ".join(text.split()))


def chosen_since(doc: Document, poll: int, draft: int) -> bool:
    """Whether the room chose this draft after the poll was closed, by the journal. A clean copy has none:
    what is chosen in it counts as decided."""
    closed = "tbl = 'poll' AND row = ? AND json_extract(after, '$.state') = 'closed'"
    choosing = "tbl = 'draft' AND row = ? AND json_extract(after, '$.chosen') = 1"
    last = f"coalesce((SELECT max(action) FROM change WHERE {closed}), 0)"
    return bool(
        doc.value(f"SELECT coalesce(max(action), 1) > {last} FROM change WHERE {choosing}", poll, draft)
    )


def ballots_in(doc: Document, poll: Poll) -> int:
    """How many ballots are in, hands included; never what they say."""
    if poll.secret:
        return secret_ballots.ballots_in(doc, poll.id)
    return len(polls.seats_done(doc, poll.id)) + hands.used(doc, poll)


def is_veiled(doc: Document, poll: Poll) -> bool:
    """A secret poll with so few ballots that a number would give somebody away, or whose next round would:
    only the order is told."""
    if not poll.secret:
        return False
    few = 0 < secret_ballots.ballots_in(doc, poll.id) < FEWEST_SECRET
    return few or secret_ballots.kept_order(doc, poll.id) is not None


def election(doc: Document, poll: Poll) -> Election:
    """Every ballot of a closed poll on the options that were not withdrawn. KnownError while it is open,
    because a vote must not be counted before its end."""
    require_closed(poll)
    return _votes(doc, poll)


def require_closed(poll: Poll) -> None:
    if poll.state == "open":
        raise KnownError(tr("The poll is still open. Close it to see the result."))


def _votes(doc: Document, poll: Poll) -> Election:
    places = polls.ballot_choices(doc, poll.id)
    names = tuple(choice.name for choice in places)
    whole = Election(names, tuple(_all_ballots(doc, poll)))
    return whole.only([n for n, choice in enumerate(places) if not choice.withdrawn])


def _all_ballots(doc: Document, poll: Poll) -> list[Ballot]:
    if poll.secret:
        return secret_ballots.secret_ballots(doc, poll.id)
    seated = [ballot for _, ballot in ballots.seat_ballots(doc, poll)]
    return [*seated, *hands.hand_ballots(doc, poll)]
