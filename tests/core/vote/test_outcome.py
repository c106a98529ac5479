"""What a closed poll says: places, sentences and winners under the other rules; never more than was voted."""

from __future__ import annotations

import json

import pytest

from mission_desk.core.board import boards, clustering
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Poll
from mission_desk.core.vote import (
    outcome,
    poll_closing,
    poll_opening,
    poll_options,
    polls,
    rounds,
    secret_ballots,
)
from mission_desk.core.vote.poll_options import free_options, lettered, usual_dots
from mission_desk.tally.settings import Settings
from tests.core.vote.voting import both, draft_poll, free_poll, marks, seats_of, vote, voted


def test_equals_share_a_place_and_the_next_one_is_left_out(doc: Document) -> None:
    seats_of(doc, 2)
    poll = voted(doc, free_poll(doc, "score", 4), [marks(5, 5, 3, 0), marks(5, 5, 2, 0)])
    shown = outcome.outcome(doc, poll.id)
    assert [option.place for option in shown.options] == [1, 1, 3, 4]
    assert [option.choice.name for option in shown.best] == ["A", "B"]
    assert [option.choice.name for option in shown.level] == ["A", "B"]
    assert (shown.winner, shown.veiled, shown.ballots) == (None, False, 2)


def test_a_winner_stands_alone(doc: Document) -> None:
    seats_of(doc, 2)
    poll = voted(doc, free_poll(doc, "score", 2), [marks(1, 5), marks(2, 5)])
    shown = outcome.outcome(doc, poll.id)
    assert [option.wins for option in shown.options] == [False, True]
    assert shown.winner == shown.options[1]
    assert shown.level == ()


def test_an_open_poll_tells_nothing(doc: Document) -> None:
    seats_of(doc, 2)
    poll = free_poll(doc, "score", 2)
    vote(doc, poll, [marks(1, 5)])
    for read in (outcome.outcome, lambda d, p: poll_closing.election(d, d.row(Poll, p))):
        with pytest.raises(KnownError, match="still open"):
            read(doc, poll)


@pytest.mark.parametrize(
    ("given", "sentences"),
    [
        # Loved by all; loved by all and too hard for one of four; minded by nobody and loved by nobody.
        ([both((5, 0), (5, 9))] + [both((5, 0), (5, 0))] * 3,
         ["Loved.", "Bold but split: 4 love it, 1 could not live by it. Hear them first."]),
        ([both((3, 0), (4, 6))] * 4,
         ["Common denominator: nobody minds it, nobody loves it.",
          "Too heavy for too many: ask what one word would change it."]),
        ([both((2, 4), (4, 9))] + [both((2, 4), (4, 4))] * 3,
         ["", "To repair: ask the 1 who finds it hard what one word would change it."]),
        ([both((2, 4), (4, 9))] * 4,
         ["", "To repair: ask the 4 who find it hard what one word would change it."]),
    ],
)  # fmt: skip
def test_the_sentence_keeps_the_room_from_settling(doc: Document, given: list, sentences: list[str]) -> None:
    seats_of(doc, 4)
    poll = voted(doc, draft_poll(doc, rule="pull-and-drag"), given)
    shown = outcome.outcome(doc, poll.id)
    assert [option.verdict for option in shown.options] == sentences
    assert [option.repair for option in shown.options] == [False, not sentences[1].startswith("Loved")]


def test_the_sentence_of_a_secret_poll_points_at_nobody(doc: Document) -> None:
    seats_of(doc, 5)
    given = [both((2, 4), (4, 9))] + [both((2, 4), (4, 4))] * 4
    poll = voted(doc, draft_poll(doc, rule="pull-and-drag", secret=True), given)
    (_, hard) = outcome.outcome(doc, poll.id).options
    assert hard.verdict == "To repair: what one word would change it?"


def test_other_rules_name_the_letter_that_wins_or_those_that_are_equal(doc: Document) -> None:
    seats_of(doc, 2)
    poll = voted(doc, free_poll(doc, "score", 2), [marks(5, 4), marks(0, 4)])
    winners = dict(outcome.others(doc, poll))
    assert next(iter(winners)) == "Score"
    assert (winners["Score"], winners["Approval"], winners["Majority judgment"]) == ("B", "B", "B")
    assert (winners["STAR"], winners["Pairwise duel"]) == ("B", "A = B")


@pytest.mark.parametrize(("options", "words"), [(1, "A"), (2, "A = B"), (3, "A = B = C"), (4, "–")])
def test_more_than_three_equals_are_a_dash(doc: Document, options: int, words: str) -> None:
    seats_of(doc, 1)
    poll = voted(doc, free_poll(doc, "score", options), [marks(*[3] * options)])
    assert outcome.others(doc, poll)[0] == ("Score", words)


def test_dots_are_added_up_by_cluster_most_first(doc: Document, board: int) -> None:
    notes = boards.add_notes(doc, board, ["One", "Two", "Three", "Four"], "ideator")
    small = clustering.group_notes(doc, notes[:2], "Small")
    clustering.group_notes(doc, notes[2:], "Large")
    seats_of(doc, 1)
    options = poll_options.note_options(doc, board)
    poll = poll_opening.open_poll(doc, "Which?", options, rule="dots", dots_each=9)
    by_note = {option.note: n for n, option in enumerate(options)}
    given = [0, 0, 0, 0]
    for note, dots in zip(notes, (1, 0, 2, 3), strict=True):
        given[by_note[note]] = dots
    row = voted(doc, poll, [marks(*given)])
    totals = outcome.cluster_totals(doc, row)
    assert [(total.name, total.notes, total.dots) for total in totals] == [("Large", 2, 5), ("Small", 2, 1)]
    assert small is not None
    clustering.ungroup(doc, small)
    assert [total.name for total in outcome.cluster_totals(doc, row)] == ["Large"]


def test_only_dots_are_added_up_by_cluster(doc: Document) -> None:
    seats_of(doc, 1)
    poll = voted(doc, free_poll(doc, "score", 2), [marks(5, 4)])
    assert outcome.cluster_totals(doc, poll) == ()


@pytest.mark.parametrize(("options", "dots"), [(1, 3), (9, 3), (10, 3), (11, 4), (27, 9), (60, 9)])
def test_a_third_of_the_options_are_the_dots_but_three_to_nine(options: int, dots: int) -> None:
    assert usual_dots(options) == dots


def test_letters_go_on_behind_z() -> None:
    names = [option.name for option in free_options("\n".join(f"Word {n}" for n in range(54)))]
    assert (names[0], names[25], names[26], names[51], names[52]) == ("A", "Z", "A1", "Z1", "A2")
    none = poll_options.none_option("en")
    assert [option.name for option in lettered([none])] == ["0"]


def test_sixty_options_can_be_weighed_and_one_more_cannot(doc: Document) -> None:
    with pytest.raises(KnownError, match="more than 60"):
        free_poll(doc, "dots", 61)
    assert free_poll(doc, "dots", 60)
    with pytest.raises(KnownError, match="still open"):
        free_poll(doc, "dots", 2)


def test_another_round_asks_only_about_those_that_are_left(doc: Document) -> None:
    seats_of(doc, 1)
    first = voted(
        doc,
        free_poll(doc, "score", 4, thresholds=polls.written(Settings(approve_from=3))),
        [marks(1, 2, 3, 4)],
    )
    a, b, c, _ = (choice.id for choice in polls.choices(doc, first.id))
    with pytest.raises(KnownError, match="left to vote on"):
        rounds.vote_again(doc, first.id, only=[a], without=[a])
    again = doc.row(Poll, rounds.vote_again(doc, first.id, only=[a, b, c], without=[b]))
    assert [choice.name for choice in polls.choices(doc, again.id)] == ["A", "C"]
    assert (again.rule, again.question, again.earlier) == ("score", "Which?", first.id)
    assert polls.thresholds(again).approve_from == 3
    assert [(each.number, each.poll.id) for each in rounds.rounds(doc, again)] == [
        (1, first.id),
        (2, again.id),
    ]


@pytest.mark.parametrize("thresholds", ["{", "[1]", '{"gate_drag": "much"}', "null", ""])
def test_thresholds_that_cannot_be_read_are_the_usual_ones(doc: Document, thresholds: str) -> None:
    poll = free_poll(doc, "score", 2, thresholds=thresholds)
    assert polls.thresholds(doc.row(Poll, poll)) == Settings()


def test_the_last_option_cannot_be_withdrawn(doc: Document) -> None:
    poll = free_poll(doc, "score", 2)
    first, last = polls.choices(doc, poll)
    poll_opening.withdraw(doc, first.id)
    with pytest.raises(KnownError, match="last option"):
        poll_opening.withdraw(doc, last.id)
    assert [choice.id for choice in polls.choices(doc, poll)] == [last.id]
    assert len(polls.ballot_choices(doc, poll)) == 2


def test_a_poll_keeps_only_the_thresholds_that_were_changed() -> None:
    assert polls.written(Settings()) == ""
    assert json.loads(polls.written(Settings(gate_drag=5.0))) == {"gate_drag": 5.0}


def test_a_withdrawn_option_leaves_the_secret_ballots_at_once(doc: Document) -> None:
    """Not only with the next ballot: a copy of the bytes in between would have its marks."""
    seats_of(doc, 6)
    poll = free_poll(doc, "score", 3, secret=True)
    vote(doc, poll, [marks(1, 2, 3), marks(4, 5, 0)])
    poll_opening.withdraw(doc, polls.choices(doc, poll)[1].id)
    given = {ballot.marks for ballot in secret_ballots.secret_ballots(doc, poll)}
    assert given == {(1, None, 3), (4, None, 0)}


def test_of_few_secret_ballots_no_option_is_extra_than_its_place(doc: Document) -> None:
    seats_of(doc, 3)
    poll = voted(doc, free_poll(doc, "pull-and-drag", 2, secret=True), [both((5, 0), (0, 10))] * 3)
    shown = outcome.outcome(doc, poll.id)
    assert shown.veiled
    extra = [(each.score, each.kind, each.verdict, each.repair, each.bands) for each in shown.options]
    assert extra == [("", "", "", False, ())] * 2
    assert (shown.legend, shown.result.figures, shown.result.steps) == ((), (), ())
    assert (outcome.others(doc, poll), outcome.cluster_totals(doc, poll)) == ((), ())


def test_a_paper_without_a_number_takes_a_place_and_no_seat(doc: Document) -> None:
    seats_of(doc, 3)
    poll = free_poll(doc, "score", 2, secret=True)
    for _ in range(3):
        secret_ballots.cast_secret(doc, poll, None, marks(1, 2))
    assert polls.seats_done(doc, poll) == set()
    assert [seat for (seat,) in doc.records("SELECT seat FROM voted ORDER BY seat DESC")] == [-1, -2, -3]
    with pytest.raises(KnownError, match="as many ballots as seats"):
        secret_ballots.cast_secret(doc, poll, None, marks(1, 2))
