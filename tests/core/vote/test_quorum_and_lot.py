"""With too few ballots nobody wins, and a lot is drawn once, in the open, among those who are level."""

from __future__ import annotations

from collections import Counter

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Poll
from mission_desk.core.plan import priorities
from mission_desk.core.vote import parting_equals, poll_opening, poll_options, rounds, voted_three
from mission_desk.core.vote.outcome import others, outcome, pairs, top_three
from mission_desk.exchange.readable import polls_to_text
from mission_desk.exchange.show import describe_polls
from mission_desk.posters.from_rows import result_poster
from mission_desk.tally.rules import RULES
from tests.core.vote.voting import both, free_poll, marks, seats_of, usual_ballot, voted

TIE = [marks(5, 5, 1)] * 6


@pytest.mark.parametrize(("quorum", "wins"), [(6, True), (7, False)])
@pytest.mark.parametrize("secret", [True, False])
def test_below_the_quorum_nobody_wins_nor_is_level(
    doc: Document, quorum: int, wins: bool, secret: bool
) -> None:
    seats_of(doc, 9)
    poll = voted(doc, free_poll(doc, "score", quorum=quorum, secret=secret), [marks(1, 5, 3)] * 6)
    result = outcome(doc, poll.id)
    assert (result.winner is not None, result.lacking) == (wins, 0 if wins else 1)
    assert [option.place for option in result.options] == [3, 1, 2]
    sentence = "6 ballots, and the quorum is 7: nothing is decided."
    for record in (polls_to_text(describe_polls(doc)), result_poster(doc).note):
        assert (sentence in record) is not wins
    assert describe_polls(doc)[0].winner == ("B" if wins else "")


@pytest.mark.parametrize(
    ("how", "names"), [({"quorum": 6}, True), ({"quorum": 7}, False), ({"quick": True}, False)]
)
def test_no_rule_names_a_winner_where_nothing_is_decided(
    doc: Document, how: dict[str, int], names: bool
) -> None:
    seats_of(doc, 9)
    poll = voted(doc, free_poll(doc, "score", **how), [marks(1, 5, 3)] * 6)
    assert bool(others(doc, poll)) is names
    assert bool(describe_polls(doc)[0].under) is names
    if not names:
        with pytest.raises(KnownError, match="Our three stay as they are"):
            voted_three.fill_from_poll(doc, poll.id)
        assert not any(row.text for row in priorities.priorities(doc, "team"))


def test_few_secret_ballots_below_the_quorum_have_an_order_and_no_winner(doc: Document) -> None:
    seats_of(doc, 9)
    poll = voted(doc, free_poll(doc, "score", quorum=5, secret=True), [marks(1, 5, 3)] * 4)
    result = outcome(doc, poll.id)
    assert (result.veiled, result.winner, result.level, result.lacking) == (True, None, (), 1)


def test_below_the_quorum_no_lot_is_drawn_and_another_round_has_the_same(doc: Document) -> None:
    seats_of(doc, 9)
    poll = voted(doc, free_poll(doc, "score", quorum=7), TIE)
    with pytest.raises(KnownError, match="level"):
        parting_equals.draw_lot(doc, poll.id, "7")
    assert doc.row(Poll, rounds.vote_again(doc, poll.id)).quorum == 7


@pytest.mark.parametrize("secret", [True, False])
@pytest.mark.parametrize("given", [4, 6])
def test_a_lot_falls_on_one_of_the_level_options_and_says_its_seed(
    doc: Document, secret: bool, given: int
) -> None:
    seats_of(doc, 6)
    poll = voted(doc, free_poll(doc, "score", secret=secret), TIE[:given])
    parting_equals.draw_lot(doc, poll.id, "  17 March ")
    result = outcome(doc, poll.id)
    assert result.winner is not None
    fell_on = result.winner.choice.name
    assert fell_on == "AB"[parting_equals.fallen(["A", "B"], "17 March")]
    assert f"The lot with the seed “17 March” fell on {fell_on}." in polls_to_text(describe_polls(doc))
    with pytest.raises(KnownError, match="already"):
        parting_equals.draw_lot(doc, poll.id, "18 March")
    doc.undo()
    assert outcome(doc, poll.id).winner is None


def test_where_somebody_wins_there_is_no_lot(doc: Document) -> None:
    seats_of(doc, 6)
    poll = voted(doc, free_poll(doc, "score"), [marks(5, 4, 1)] * 6)
    with pytest.raises(KnownError, match="level"):
        parting_equals.draw_lot(doc, poll.id)


def test_a_lot_is_fair_and_does_not_know_the_order_of_the_names() -> None:
    fell = Counter("ABC"[parting_equals.fallen("ABC", str(seed))] for seed in range(3000))
    assert all(abs(count - 1000) < 100 for count in fell.values())
    for seed in "1234567":
        assert "ABC"[parting_equals.fallen("ABC", seed)] == "CAB"[parting_equals.fallen("CAB", seed)]


def test_pairs_say_how_many_prefer_one_to_the_other(doc: Document) -> None:
    seats_of(doc, 5)
    score = voted(doc, free_poll(doc, "score"), [marks(5, 3, None)] * 3 + [marks(1, 2, 2)] * 2)
    assert pairs(doc, score) == ((0, 3, 3), (2, 0, 3), (2, 0, 0))
    places = voted(doc, free_poll(doc, "schulze"), [marks(1, 2, 3)] * 3 + [marks(3, 1, 1)] * 2)
    assert pairs(doc, places) == ((0, 3, 3), (2, 0, 3), (2, 0, 0))
    hard = voted(doc, free_poll(doc, "pull-and-drag"), [both((5, 0), (3, 9), (1, 0))] * 4)
    assert pairs(doc, hard)[0] == (0, 4, 4)


@pytest.mark.parametrize("rule", RULES)
def test_pairs_of_few_secret_ballots_are_not_told(doc: Document, rule: str) -> None:
    poll = free_poll(doc, rule, secret=True)
    row = doc.row(Poll, poll)
    assert pairs(doc, voted(doc, poll, [usual_ballot(row, 3, n) for n in range(4)])) == ()


def names_of_three(doc: Document, *given: int, kind: str = "free", **how: object) -> str:
    options = poll_options.free_options("\n".join(f"Option {n}" for n in range(len(given))))
    if kind != "free":
        options = [poll_options.Option(kind, each.text, each.name) for each in options]  # type: ignore[arg-type]
    poll = poll_opening.open_poll(doc, "Which?", options, rule="score", **how)  # type: ignore[arg-type]
    voted(doc, poll, [marks(*given)] * 5)
    return "".join(option.choice.name for option in top_three(outcome(doc, poll)))


def test_the_top_three_are_three_or_nothing(doc: Document) -> None:
    seats_of(doc, 5)
    assert names_of_three(doc, 1, 5, 3, 4) == "BDC"
    assert names_of_three(doc, 4, 5, 4, 1) == "BAC"
    assert names_of_three(doc, 1, 5, 3, 3, 3) == ""
    assert names_of_three(doc, 5, 4, 3) == ""
    assert names_of_three(doc, 1, 5, 3, 4, quorum=6) == ""
    assert names_of_three(doc, 1, 5, 3, 4, kind="priority") == "BDC"
    assert names_of_three(doc, 1, 5, 3, 4, kind="draft") == names_of_three(doc, 1, 5, 3, 4, kind="none") == ""
