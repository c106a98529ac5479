"""Every limit of a poll on both sides of its edge: just below, at, just above."""

from __future__ import annotations

from contextlib import suppress

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import FEWEST_SECRET, Poll, Seat
from mission_desk.core.room import people
from mission_desk.core.vote import ballots, hands, poll_closing, poll_opening, polls, secret_ballots
from mission_desk.core.vote.outcome import outcome
from mission_desk.core.vote.poll_opening import MOST_OPTIONS
from mission_desk.core.vote.poll_options import free_options
from mission_desk.core.vote.result_bars import SMALLEST_GROUP, bands, by_style
from mission_desk.tally.election import Ballot, Election
from mission_desk.tally.rules import RULES
from mission_desk.tally.settings import Settings
from tests.core.vote.voting import both, free_poll, marks, seats, seats_of, usual_ballot, voted


def is_taken(doc: Document, poll: int, ballot: Ballot) -> bool:
    with suppress(KnownError):
        ballots.cast(doc, poll, seats(doc)[0], ballot)
        return True
    return False


@pytest.mark.parametrize(("given", "veiled"), [(4, True), (5, False), (6, False)])
@pytest.mark.parametrize("rule", RULES)
def test_so_many_secret_ballots_tell_more_than_the_order(
    doc: Document, rule: str, given: int, veiled: bool
) -> None:
    assert FEWEST_SECRET == 5
    poll = doc.row(Poll, free_poll(doc, rule, secret=True))
    closed = voted(doc, poll.id, [usual_ballot(poll, 3, n) for n in range(given)])
    assert (poll_closing.is_veiled(doc, closed), outcome(doc, poll.id).veiled) == (veiled, veiled)
    order = secret_ballots.kept_order(doc, poll.id)
    assert (order is not None, len(secret_ballots.secret_ballots(doc, poll.id))) == (
        veiled, 0 if veiled else given,
    )  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_a_ballot_takes_its_lowest_and_highest_mark_and_none_beyond(doc: Document, rule: str) -> None:
    poll = doc.row(Poll, free_poll(doc, rule, dots_each=3))
    low, high = polls.rule(poll).low, polls.highest(poll, 3)
    rest = (0, 0) if RULES[rule].mark == "dots" else (low, low)
    drag = (0, 0, 0) if rule == "pull-and-drag" else ()
    taken = [is_taken(doc, poll.id, Ballot((mark, *rest), drag)) for mark in (low - 1, low, high, high + 1)]
    assert taken == [False, True, True, False]


@pytest.mark.parametrize(("drag", "taken"), [(-1, False), (0, True), (10, True), (11, False)])
def test_drag_is_from_0_to_10(doc: Document, drag: int, taken: bool) -> None:
    poll = free_poll(doc, "pull-and-drag")
    assert is_taken(doc, poll, both((3, drag), (3, 0), (3, 0))) == taken


@pytest.mark.parametrize(("given", "taken"), [((1, 1, 0), True), ((1, 1, 1), True), ((2, 1, 1), False)])
def test_a_seat_gives_at_most_its_dots(doc: Document, given: tuple[int, ...], taken: bool) -> None:
    assert is_taken(doc, free_poll(doc, "dots", dots_each=3), marks(*given)) == taken


@pytest.mark.parametrize(("dots", "taken"), [(0, True), (1, True), (2, False)])
def test_one_dot_an_option_where_several_are_not_allowed(doc: Document, dots: int, taken: bool) -> None:
    poll = free_poll(doc, "dots", dots_each=3, several=False)
    assert is_taken(doc, poll, marks(dots, 0, 0)) == taken


@pytest.mark.parametrize("count", [MOST_OPTIONS - 1, MOST_OPTIONS, MOST_OPTIONS + 1])
def test_so_many_options_can_be_weighed(doc: Document, count: int) -> None:
    with suppress(KnownError):
        free_poll(doc, "dots", count)
    assert len(polls.polls(doc)) == (count <= MOST_OPTIONS)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_enough_options_or_none(doc: Document, rule: str) -> None:
    least = RULES[rule].least_options
    for count in (least - 1, least, least + 1):
        with suppress(KnownError):
            poll = poll_opening.open_poll(doc, "Which?", free_options("x\n" * count), rule=rule)
            poll_opening.remove_poll(doc, poll)
            assert count >= least
            continue
        assert count < least


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_last_option_cannot_be_withdrawn(doc: Document, count: int) -> None:
    poll = free_poll(doc, "score", count)
    with suppress(KnownError):
        poll_opening.withdraw(doc, polls.choices(doc, poll)[0].id)
    assert len(polls.choices(doc, poll)) == max(1, count - 1)


@pytest.mark.parametrize("people", [11, 12, 13])
def test_as_many_hands_as_seats(doc: Document, people: int) -> None:
    seats_of(doc, 12)
    poll = free_poll(doc, "approval")
    first = polls.choices(doc, poll)[0].id
    with suppress(KnownError):
        hands.set_hands(doc, poll, first, 1, people)
    assert hands.counted(doc, poll).get((first, 1), 0) == (people if people <= 12 else 0)


@pytest.mark.parametrize("dots", [35, 36, 37])
def test_as_many_dots_on_cards_as_the_seats_have(doc: Document, dots: int) -> None:
    seats_of(doc, 12)
    poll = free_poll(doc, "dots", dots_each=3)
    first = polls.choices(doc, poll)[0].id
    with suppress(KnownError):
        hands.set_hands(doc, poll, first, 1, dots)
    assert hands.counted(doc, poll).get((first, 1), 0) == (dots if dots <= 36 else 0)


@pytest.mark.parametrize("papers", [2, 3, 4])
def test_as_many_secret_ballots_as_seats(doc: Document, papers: int) -> None:
    seats_of(doc, 3)
    poll = free_poll(doc, "score", secret=True)
    for _ in range(papers):
        with suppress(KnownError):
            secret_ballots.cast_secret(doc, poll, None, marks(1, 2, 3))
    assert secret_ballots.ballots_in(doc, poll) == min(papers, 3)


@pytest.mark.parametrize("smaller", [SMALLEST_GROUP - 1, SMALLEST_GROUP, SMALLEST_GROUP + 1])
def test_a_thinking_style_with_so_few_has_no_bar(doc: Document, smaller: int) -> None:
    people.set_style_counts(doc, {"ideator": 6, "analyst": smaller})
    poll = free_poll(doc, "score")
    row = voted(doc, poll, [marks(n % 6, 1, 2) for n in range(6 + smaller)])
    assert len(doc.rows(Seat)) == 6 + smaller
    assert bool(by_style(doc, row)) == (smaller >= SMALLEST_GROUP)


@pytest.mark.parametrize(
    ("pull", "drag", "stance"),
    [
        (5, 9, "block"), (5, 8, "block"), (5, 7, "reservations"),
        (5, 5, "reservations"), (5, 4, "love it"), (5, 3, "love it"),
        (4, 4, "support"), (3, 4, "support"), (2, 4, "can live"), (0, 4, "can live"),
    ],
)  # fmt: skip
def test_where_the_bands_of_a_result_part(doc: Document, pull: int, drag: int, stance: str) -> None:
    row = doc.row(Poll, free_poll(doc, "pull-and-drag", 1))
    shown = bands(row, Election(("A",), (both((pull, drag)),)), 0, Settings(), "en")
    assert [band.words for band in shown if band.count] == [stance]


@pytest.mark.parametrize("length", [polls.NAMED - 1, polls.NAMED, polls.NAMED + 1])
def test_an_unknown_rule_is_named_up_to_a_length(length: int) -> None:
    with pytest.raises(KnownError) as refused:
        polls.rule_named("z" * length)
    assert "z" * min(length, polls.NAMED) in str(refused.value)
    assert "z" * (polls.NAMED + 1) not in str(refused.value)


@pytest.mark.parametrize(("rank", "letter"), [(0, "A"), (25, "Z"), (26, "A1"), (51, "Z1"), (52, "A2")])
def test_letters_go_on_behind_z(doc: Document, rank: int, letter: str) -> None:
    poll = free_poll(doc, "dots", 53)
    assert polls.choices(doc, poll)[rank].name == letter
