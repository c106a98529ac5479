"""What a facilitator can do to polls, for the walk."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import strategies as st

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Choice, Poll, Seat
from mission_desk.core.statement import drafts
from mission_desk.core.vote import ballots, hands, poll_closing, poll_opening, polls, rounds, secret_ballots
from mission_desk.core.vote.poll_options import draft_options
from mission_desk.tally.election import Ballot
from mission_desk.tally.rules import RULES
from tests.properties.chooser import Chooser


def open_poll(doc: Document, choose: Chooser) -> None:
    secret, rule = choose.draw(st.booleans()), choose.draw(st.sampled_from(tuple(RULES)))
    options = draft_options(drafts.drafts(doc))
    with suppress(KnownError):
        poll_opening.open_poll(doc, choose.words(), options, rule=rule, secret=secret)


def cast(doc: Document, choose: Chooser) -> None:
    poll, seat = choose.one(Poll), choose.one(Seat)
    if not (poll and seat):
        return
    options = len(polls.ballot_choices(doc, poll.id))
    rows = [choose.draw(st.lists(st.integers(0, 2), min_size=options, max_size=options)) for _ in range(2)]
    ballot = Ballot(tuple(rows[0]), tuple(rows[1]) if poll.rule == "pull-and-drag" else ())
    with suppress(KnownError):
        (secret_ballots.cast_secret if poll.secret else ballots.cast)(doc, poll.id, seat.id, ballot)


def count_hands(doc: Document, choose: Chooser) -> None:
    if choice := choose.one(Choice):
        value, count = choose.draw(st.integers(0, 3)), choose.draw(st.integers(0, 5))
        with suppress(KnownError):
            hands.set_hands(doc, choice.poll, choice.id, value, count)


def treat_poll(doc: Document, choose: Chooser) -> None:
    if poll := choose.one(Poll):
        ways = (poll_closing.close_poll, poll_closing.close_poll, poll_opening.remove_poll, rounds.vote_again)
        with suppress(KnownError):
            choose.draw(st.sampled_from(ways))(doc, poll.id)


def withdraw(doc: Document, choose: Chooser) -> None:
    if choice := choose.one(Choice):
        with suppress(KnownError):
            poll_opening.withdraw(doc, choice.id)
