"""Open polls: what is counted, corrected, undone, withdrawn and refused."""

from __future__ import annotations

import pytest

from mission_desk.core.board import boards, clustering
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError, KnownError
from mission_desk.core.file.rows import Choice, Draft, Hand, Mark, Poll
from mission_desk.core.room import people
from mission_desk.core.statement import drafts
from mission_desk.core.vote import ballots, hands, poll_closing, poll_opening, poll_options, polls, rounds
from mission_desk.core.vote.outcome import cluster_totals, others, outcome
from mission_desk.core.vote.result_bars import by_style
from mission_desk.tally.rules import RULES
from mission_desk.tally.settings import Settings
from tests.core.vote.voting import (
    both,
    draft_poll,
    free_poll,
    marks,
    seats,
    seats_of,
    usual_ballot,
    vote,
    voted,
)

BALLOTS = [(3, 0), (0, 3), (1, 2), (2, 1), (0, 0), (1, 1), (2, 0), (0, 2), (1, 0), (0, 1), (3, 0), (1, 2)]


@pytest.fixture
def poll(doc: Document) -> int:
    return draft_poll(doc)


def sums(doc: Document, poll: int) -> list[float | None]:
    return list(outcome(doc, poll).result.figure("sum"))


def test_ballots_are_counted_when_the_poll_is_closed(doc: Document, poll: int) -> None:
    vote(doc, poll, [marks(*each) for each in BALLOTS])
    assert polls.seats_done(doc, poll) == set(seats(doc))
    with pytest.raises(KnownError, match="still open"):
        outcome(doc, poll)
    poll_closing.close_poll(doc, poll)
    assert sums(doc, poll) == [14, 12]
    winner = outcome(doc, poll).winner
    assert winner is not None
    assert winner.choice.name == "A"


def test_a_ballot_can_be_corrected_taken_back_and_undone(doc: Document, poll: int) -> None:
    seat = seats(doc)[0]
    ballots.cast(doc, poll, seat, marks(3, 0))
    ballots.cast(doc, poll, seat, marks(0, None))
    assert ballots.ballot_of(doc, poll, seat) == marks(0, None)
    assert len(doc.rows(Mark)) == 2
    ballots.take_back(doc, poll, seat)
    assert ballots.ballot_of(doc, poll, seat) is None
    doc.undo()
    doc.undo()
    assert ballots.ballot_of(doc, poll, seat) == marks(3, 0)


def test_what_cannot_be_counted_is_refused(doc: Document, poll: int) -> None:
    seat = seats(doc)[0]
    for ballot in ((4, 0), (2, 2)):
        with pytest.raises(KnownError, match="3 dots"):
            ballots.cast(doc, poll, seat, marks(*ballot))
    with pytest.raises(KnownError, match="A takes 0 to 3"):
        ballots.cast(doc, poll, seat, marks(-1, 1))
    with pytest.raises(BugError):
        ballots.cast(doc, poll, seat, marks(1, 1, 1))
    with pytest.raises(KnownError, match="still open"):
        draft_poll(doc)
    with pytest.raises(KnownError, match="Nobody has voted yet"):
        poll_closing.close_poll(doc, poll)
    ballots.cast(doc, poll, seat, marks(1, 0))
    poll_closing.close_poll(doc, poll)
    for late in (ballots.cast, lambda *args: ballots.take_back(*args[:3])):
        with pytest.raises(KnownError, match="closed"):
            late(doc, poll, seat, marks(1, 0))
    assert sums(doc, poll) == [1, 0]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_takes_its_ballots_and_tells_a_result(doc: Document, rule: str) -> None:
    poll = free_poll(doc, rule)
    row = doc.row(Poll, poll)
    closed = voted(doc, poll, [usual_ballot(row, 3, n) for n in range(12)])
    poll_outcome = outcome(doc, poll)
    assert poll_outcome.ballots == 12
    assert [each.choice.name for each in poll_outcome.options] == ["A", "B", "C"]
    assert all(sum(band.count for band in each.bands) == 12 for each in poll_outcome.options)
    assert all(each.score for each in poll_outcome.options)
    assert len(others(doc, closed)) >= 1
    assert 3 <= len(poll_outcome.legend) <= 12


@pytest.mark.parametrize("rule", RULES)
def test_out_of_range_is_refused_under_every_rule(doc: Document, rule: str) -> None:
    poll = free_poll(doc, rule)
    high = polls.highest(doc.row(Poll, poll), 3)
    drag = (0, 0, 0) if rule == "pull-and-drag" else ()
    with pytest.raises(KnownError):
        ballots.cast(doc, poll, seats(doc)[0], ballots.Ballot((high + 1, 0, 0), drag))


def test_pull_needs_drag(doc: Document) -> None:
    poll = free_poll(doc, "pull-and-drag", 2)
    seat = seats(doc)[0]
    with pytest.raises(KnownError, match="A needs both"):
        ballots.cast(doc, poll, seat, marks(3, 3))
    with pytest.raises(KnownError, match="B takes 0 to 10"):
        ballots.cast(doc, poll, seat, both((3, 3), (3, 11)))
    ballots.cast(doc, poll, seat, both((3, 3), (5, 10)))
    assert ballots.ballot_of(doc, poll, seat) == both((3, 3), (5, 10))


def test_one_dot_at_most_on_each_where_several_are_not_allowed(doc: Document) -> None:
    poll = free_poll(doc, "dots", several=False)
    with pytest.raises(KnownError, match="A takes 0 to 1"):
        ballots.cast(doc, poll, seats(doc)[0], marks(2, 0, 0))
    ballots.cast(doc, poll, seats(doc)[0], marks(1, 1, 1))


def test_twelve_seats_where_the_bold_draft_is_sent_to_repair(doc: Document) -> None:
    """A is fine for all; B is loved by seven and unbearable for three; C is nobody's."""
    poll = draft_poll(doc, count=3, rule="pull-and-drag")
    bold = [(5, 0)] * 7 + [(4, 1)] * 2 + [(1, 8)] * 3
    row = voted(doc, poll, [both((4, 2), each, (2, 6)) for each in bold])
    poll_outcome = outcome(doc, poll)
    first, second, third = poll_outcome.options
    assert (first.kind, second.kind, third.kind) == ("denominator", "split", "")
    assert (first.wins, second.repair, third.repair) == (True, True, True)
    assert "nobody loves it" in first.verdict
    assert second.verdict == "Bold but split: 7 love it, 3 could not live by it. Hear them first."
    under = dict(others(doc, row))
    assert {under[rule] for rule in ("Score", "Approval", "Systemic consensing")} == {"A"}
    assert {under[rule] for rule in ("STAR", "Majority judgment")} == {"B"}


def test_thresholds_are_settings_of_the_poll(doc: Document) -> None:
    poll = draft_poll(doc, rule="pull-and-drag")
    voted(doc, poll, [both((4, 2), (5, 5))] * 12)
    assert outcome(doc, poll).options[1].repair
    poll_closing.set_thresholds(doc, poll, Settings(gate_drag=5.0))
    poll_outcome = outcome(doc, poll)
    assert poll_outcome.winner is not None
    assert poll_outcome.winner.choice.name == "B"
    assert polls.thresholds(doc.row(Poll, poll)) == Settings(gate_drag=5.0)
    doc.undo()
    assert outcome(doc, poll).options[1].repair
    assert polls.thresholds(Poll(1, "", "dots", 3, 0, "open", 0, thresholds="[oops")) == Settings()


def test_an_option_withdrawn_in_mid_poll_leaves_the_others_as_they_were(doc: Document) -> None:
    poll = free_poll(doc, "score")
    vote(doc, poll, [marks(5, 4, 1)] * 3)
    first = polls.choices(doc, poll)[0]
    poll_opening.withdraw(doc, first.id)
    ballots.cast(doc, poll, seats(doc)[3], marks(None, 2, 5))
    assert [choice.name for choice in polls.choices(doc, poll)] == ["B", "C"]
    poll_opening.withdraw(doc, polls.choices(doc, poll)[0].id)
    with pytest.raises(KnownError, match="last option"):
        poll_opening.withdraw(doc, polls.choices(doc, poll)[0].id)
    doc.undo()
    poll_closing.close_poll(doc, poll)
    assert sums(doc, poll) == [14, 8]
    assert doc.row(Choice, first.id).withdrawn


def test_without_options_there_is_nothing_to_vote_on(doc: Document) -> None:
    with pytest.raises(KnownError, match="nothing to vote on"):
        poll_opening.open_poll(doc, "Which?", [])
    with pytest.raises(KnownError, match="cannot be compared"):
        free_poll(doc, "duel", 1)
    with pytest.raises(KnownError, match="60 options"):
        free_poll(doc, "dots", 61)


def test_a_poll_keeps_the_words_that_were_voted_on(doc: Document, poll: int) -> None:
    draft = drafts.drafts(doc)[0]
    drafts.write_draft(doc, draft.id, "Changed afterwards.")
    drafts.remove_draft(doc, draft.id)
    assert [choice.text for choice in polls.choices(doc, poll)] == ["Bold.", "Calm."]


def test_options_without_a_vote_stay_in_the_result(doc: Document) -> None:
    poll = free_poll(doc, "dots", 4)
    voted(doc, poll, [marks(3, 0, 0, 0)])
    assert [(each.choice.name, each.score) for each in outcome(doc, poll).options][3] == (
        "D",
        "0 dots from 0 of 1",
    )


def test_hands_fit_the_seats_that_have_not_voted(doc: Document) -> None:
    poll = free_poll(doc, "score")
    first, second, _ = polls.choices(doc, poll)
    vote(doc, poll, [marks(5, 0, 0)] * 2)
    hands.set_hands(doc, poll, first.id, 5, 6)
    hands.set_hands(doc, poll, first.id, 4, 4)
    with pytest.raises(KnownError, match="11 hands for A, but only 10"):
        hands.set_hands(doc, poll, first.id, 0, 1)
    hands.set_hands(doc, poll, second.id, 1, 10)
    with pytest.raises(KnownError, match="stand for 10 seats"):
        ballots.cast(doc, poll, seats(doc)[5], marks(1, 1, 1))
    ballots.cast(doc, poll, seats(doc)[0], marks(4, 0, 0))  # a correction needs no further seat
    poll_closing.close_poll(doc, poll)
    assert sums(doc, poll) == [4 + 5 + 30 + 16, 10, 0]
    assert outcome(doc, poll).ballots == 12
    doc.undo()
    doc.undo()
    doc.undo()
    assert sum(hand.count for hand in doc.rows(Hand)) == 10


def test_dots_on_cards_are_taken_back_as_easily_as_they_are_stuck(doc: Document) -> None:
    seats_of(doc, 2)
    poll = free_poll(doc, "dots")
    first, second, _ = polls.choices(doc, poll)
    for _ in range(4):
        hands.add_dots(doc, poll, first.id, 1)
    hands.add_dots(doc, poll, first.id, -1)
    hands.add_dots(doc, poll, second.id, -1)
    for _ in range(3):
        hands.add_dots(doc, poll, second.id, 1)
    with pytest.raises(KnownError, match="2 seats have 6 dots"):
        hands.add_dots(doc, poll, second.id, 1)
    poll_closing.close_poll(doc, poll)
    assert sums(doc, poll) == [3, 3, 0]
    assert outcome(doc, poll).ballots == 2


@pytest.mark.parametrize("rule", ["star", "schulze", "pairs", "duel", "pull-and-drag"])
def test_hands_are_refused_where_they_say_too_little(doc: Document, rule: str) -> None:
    poll = free_poll(doc, rule)
    with pytest.raises(KnownError, match="seat by seat"):
        hands.set_hands(doc, poll, polls.choices(doc, poll)[0].id, 1, 1)


def test_hands_are_refused_in_secret_polls(doc: Document) -> None:
    poll = free_poll(doc, "score", secret=True)
    with pytest.raises(KnownError, match="not secret"):
        hands.set_hands(doc, poll, polls.choices(doc, poll)[0].id, 1, 1)


def test_notes_clusters_priorities_and_free_words_are_options_too(doc: Document) -> None:
    board = boards.board_by_key(doc, "think-big").id
    notes = boards.add_notes(doc, board, ["one", "two", "three"], "ideator")
    clustering.group_notes(doc, notes[:2], "Pair")
    options = poll_options.note_options(doc, board)
    assert [(each.text, each.name) for each in options] == [("one", "A"), ("two", "B"), ("three", "C")]
    assert [each.text for each in poll_options.cluster_options(doc, board)] == ["Pair · 2 notes"]
    assert poll_options.none_option("de").name == "0"
    poll = poll_opening.open_poll(doc, "Which?", options)
    row = voted(doc, poll, [marks(2, 1, 0), marks(0, 0, 3)])
    totals = cluster_totals(doc, row)
    assert [(total.name, total.notes, total.dots) for total in totals] == [("Pair", 2, 3)]


def test_a_deleted_note_stays_in_the_result(doc: Document) -> None:
    board = boards.board_by_key(doc, "think-big").id
    notes = boards.add_notes(doc, board, ["one", "two"], "ideator")
    poll = poll_opening.open_poll(doc, "Which?", poll_options.note_options(doc, board))
    vote(doc, poll, [marks(2, 1)])
    boards.remove_notes(doc, notes)
    poll_closing.close_poll(doc, poll)
    assert [each.choice.text for each in outcome(doc, poll).options] == ["one", "two"]


def test_another_round_takes_the_repaired_words_and_keeps_the_round_before(doc: Document) -> None:
    first = draft_poll(doc, count=3, rule="star")
    voted(doc, first, [marks(5, 4, 0)] * 3)
    loser = polls.choices(doc, first)[2]
    drafts.write_draft(doc, drafts.drafts(doc)[0].id, "Bolder.")
    assert rounds.changed_words(doc, polls.choices(doc, first)[0]) == "Bolder."
    second = rounds.vote_again(doc, first, without=[loser.id])
    assert [choice.text for choice in polls.choices(doc, second)] == ["Bolder.", "Calm."]
    assert [choice.text for choice in polls.choices(doc, first)] == ["Bold.", "Calm.", "Cold."]
    voted(doc, second, [marks(4, 5)] * 3)
    chain = rounds.rounds(doc, doc.row(Poll, second))
    assert [(each.number, each.poll.id) for each in chain] == [(1, first), (2, second)]
    assert outcome(doc, first).options[0].score == "15 points, mean 5"


def test_styles_are_told_apart_only_where_no_group_is_small(doc: Document) -> None:
    people.set_style_counts(doc, {"ideator": 3, "heart": 3})
    row = voted(doc, free_poll(doc, "score"), [marks(5, 0, 0)] * 6)
    style_bands = by_style(doc, row)
    assert [(each.style, each.seats) for each in style_bands] == [("ideator", 3), ("heart", 3)]
    assert style_bands[0].options[0][5].count == 3
    people.set_style_counts(doc, {"ideator": 4, "heart": 2})
    assert by_style(doc, voted(doc, free_poll(doc, "score"), [marks(5, 0, 0)] * 6)) == ()
    people.set_style_counts(doc, {"ideator": 4, "heart": 4})
    assert by_style(doc, voted(doc, free_poll(doc, "score", secret=True), [marks(5, 0, 0)] * 8)) == ()


def test_choices_of_a_deleted_draft_cannot_be_repaired(doc: Document) -> None:
    poll = draft_poll(doc)
    voted(doc, poll, [marks(1, 0)])
    drafts.remove_draft(doc, doc.rows(Draft)[0].id)
    again = rounds.vote_again(doc, poll)
    assert [choice.text for choice in polls.choices(doc, again)] == ["Bold.", "Calm."]


@pytest.mark.parametrize("rule", RULES)
def test_a_closed_poll_whose_seats_have_left_still_tells_something(doc: Document, rule: str) -> None:
    poll = free_poll(doc, rule)
    row = voted(doc, poll, [usual_ballot(doc.row(Poll, poll), 3)])
    people.set_style_counts(doc, {"heart": 2})
    poll_outcome = outcome(doc, poll)
    assert (poll_outcome.ballots, poll_outcome.winner) == (0, None)
    assert [each.place for each in poll_outcome.options] == [1, 1, 1]
    assert all(name == "–" or "=" in name for _, name in others(doc, row))
