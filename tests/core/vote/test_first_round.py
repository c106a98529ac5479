"""A quick round before anybody talks decides nothing and stands beside the next; of two secret rounds nothing
can be subtracted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import FEWEST_SECRET, Poll
from mission_desk.core.room import people
from mission_desk.core.stage import revealing
from mission_desk.core.stage.slides import PollBody
from mission_desk.core.stage.stage_vote import poll_body
from mission_desk.core.vote import ballots, poll_closing, reasons, rounds, secret_ballots
from mission_desk.core.vote.first_round import before_talking
from mission_desk.core.vote.outcome import others, outcome, top_three
from mission_desk.exchange.readable import polls_to_text
from mission_desk.exchange.show import describe_polls, to_json
from mission_desk.posters.from_rows import result_poster
from tests.core.vote.voting import free_poll, marks, seats, seats_of, usual_ballot, voted

FIRST = [marks(5, 0, 3)] * 8
NEXT = [marks(1, 5, 2)] * 8


def first_round(doc: Document, *, secret: bool = False, count: int = 8, **how: object) -> Poll:
    seats_of(doc, count)
    return voted(doc, free_poll(doc, "score", secret=secret, quick=True, **how), FIRST[:count])


def cast_by(doc: Document, poll: int, voters: Sequence[int]) -> Poll:
    secret = doc.row(Poll, poll).secret
    for seat, ballot in zip(voters, NEXT, strict=False):
        (secret_ballots.cast_secret if secret else ballots.cast)(doc, poll, seat, ballot)
    poll_closing.close_poll(doc, poll)
    return doc.row(Poll, poll)


@pytest.mark.parametrize("secret", [True, False])
def test_a_first_round_shows_its_split_and_decides_nothing(doc: Document, secret: bool) -> None:
    poll = first_round(doc, secret=secret)
    result = outcome(doc, poll.id)
    assert (result.winner, result.level, top_three(result)) == (None, (), ())
    assert result.options[0].score == "40 points, mean 5"
    assert describe_polls(doc)[0].winner == ""
    for record in (polls_to_text(describe_polls(doc)), result_poster(doc).note):
        assert "it decides nothing" in record
    again = doc.row(Poll, rounds.vote_again(doc, poll.id))
    assert (again.quick, again.earlier, again.secret) == (0, poll.id, int(secret))


def test_in_a_first_round_nobody_is_level_for_a_lot(doc: Document) -> None:
    seats_of(doc, 6)
    poll = voted(doc, free_poll(doc, "score", quick=True), [marks(5, 5, 1)] * 6)
    assert outcome(doc, poll.id).level == ()


@pytest.mark.parametrize("secret", [True, False])
def test_its_split_stands_beside_the_next_round_everywhere(doc: Document, secret: bool) -> None:
    again = rounds.vote_again(doc, first_round(doc, secret=secret).id)
    cast_by(doc, again, seats(doc))
    words = [f"before we talked: {n * 8} points, mean {n}" for n in (5, 0, 3)]
    assert [choice.before for choice in describe_polls(doc)[0].choices] == words
    assert "before we talked: 40 points" in polls_to_text(describe_polls(doc))
    assert [row.verdict for row in result_poster(doc).rows] == words
    body = poll_body(doc, "en")
    assert isinstance(body, PollBody)
    assert [row.before for row in body.rows] == ["", "", ""]
    revealing.reveal(doc, 1)
    body = poll_body(doc, "en")
    assert isinstance(body, PollBody)
    assert [row.before for row in body.rows] == [words[0], "", ""]
    assert outcome(doc, again).winner is not None


def test_the_split_of_an_open_round_is_kept_for_the_options_that_are_left(doc: Document) -> None:
    first = first_round(doc)
    again = rounds.vote_again(doc, first.id, only=[outcome(doc, first.id).options[2].choice.id])
    third = rounds.vote_again(doc, cast_by_open(doc, again).id)
    assert before_talking(doc, doc.row(Poll, third)) == {}
    cast_by_open(doc, third)
    assert [each.score for each in before_talking(doc, doc.row(Poll, third)).values()] == [
        "24 points, mean 3"
    ]


def cast_by_open(doc: Document, poll: int) -> Poll:
    return voted(doc, poll, [marks(4)] * 8)


def numbers_of(doc: Document, poll: int) -> bool:
    """Whether any number of this poll is told or lies in the file."""
    row = doc.row(Poll, poll)
    scores = [option.score for option in outcome(doc, poll).options]
    stored = doc.records("SELECT content FROM sealed WHERE poll = ? AND content LIKE '[%'", poll)
    return any(scores) or bool(stored) or bool(others(doc, row))


MISSING = [(0, True), (1, False), (FEWEST_SECRET - 1, False)]


@pytest.mark.parametrize(("missing", "stays"), MISSING)
def test_of_secret_rounds_that_nearly_the_same_people_voted_in_the_first_has_no_number(
    doc: Document, missing: int, stays: bool
) -> None:
    """Its count less the next one is how the few voted who are missing."""
    first = first_round(doc, secret=True, count=8)
    again = rounds.vote_again(doc, first.id)
    assert numbers_of(doc, first.id)
    cast_by(doc, again, seats(doc)[missing:])
    assert numbers_of(doc, first.id) is stays
    assert ("40 points" in to_json(doc)) is stays
    before = [choice.before for choice in describe_polls(doc)[0].choices]
    assert (before == [f"before we talked: Place {n}" for n in (1, 3, 2)]) is not stays


def test_somebody_for_somebody_is_a_difference_too(doc: Document) -> None:
    """As many ballots as before, but one person left and another one came."""
    first = first_round(doc, secret=True, count=8)
    people.set_style_counts(doc, {"ideator": 4, "analyst": 3, "heart": 1})
    again = rounds.vote_again(doc, first.id)
    assert len(seats(doc)) == 8
    cast_by(doc, again, seats(doc))
    assert not numbers_of(doc, first.id)


def test_many_new_people_leave_both_counts(doc: Document) -> None:
    first = first_round(doc, secret=True, count=8)
    seats_of(doc, 8 + FEWEST_SECRET)
    again = rounds.vote_again(doc, first.id)
    for seat in seats(doc):
        secret_ballots.cast_secret(doc, again, seat, marks(1, 5, 2))
    poll_closing.close_poll(doc, again)
    assert numbers_of(doc, first.id)


def test_a_third_round_cannot_be_subtracted_from_the_first_either(doc: Document) -> None:
    first = first_round(doc, secret=True, count=8)
    second = cast_by(doc, rounds.vote_again(doc, first.id), seats(doc))
    assert numbers_of(doc, first.id)
    cast_by(doc, rounds.vote_again(doc, second.id), seats(doc)[1:])
    assert not numbers_of(doc, first.id)


def test_undo_and_redo_bring_no_number_of_it_back(doc: Document, path: Path) -> None:
    first = first_round(doc, secret=True, count=8)
    cast_by(doc, rounds.vote_again(doc, first.id), seats(doc)[1:])
    for turn in (doc.undo, doc.redo):
        turn()
        assert not numbers_of(doc, first.id)
    assert b"[5, 0, 3]" not in path.read_bytes()


def test_its_reasons_stay_they_cannot_be_subtracted(doc: Document) -> None:
    numbers = seats_of(doc, 8)
    first = free_poll(doc, "score", secret=True, quick=True, reasons=True)
    for n, seat in enumerate(numbers):
        secret_ballots.cast_secret(doc, first, seat, FIRST[n], reason=f"zebra {n}")
    poll_closing.close_poll(doc, first)
    cast_by(doc, rounds.vote_again(doc, first), numbers[1:])
    assert not numbers_of(doc, first)
    assert len(reasons.shuffled(doc, doc.row(Poll, first))) == 8


@pytest.mark.parametrize("rule", ["dots", "pull-and-drag", "consent"])
def test_every_kind_of_ballot_has_a_first_round(doc: Document, rule: str) -> None:
    seats_of(doc, 6)
    row = doc.row(Poll, free_poll(doc, rule, quick=True))
    given = [usual_ballot(row, 3, n) for n in range(6)]
    first = voted(doc, row.id, given)
    again = voted(doc, rounds.vote_again(doc, first.id), given)
    assert all(choice.before for choice in describe_polls(doc)[0].choices)
    assert len(before_talking(doc, again)) == 3
