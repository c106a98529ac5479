"""What a room is divided over comes first, and of few secret ballots nobody learns it."""

from __future__ import annotations

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Poll
from mission_desk.core.vote.bar_layout import Band
from mission_desk.core.vote.dividing import division, in_order, most_divided
from mission_desk.core.vote.outcome import outcome
from mission_desk.tally.rules import RULES
from tests.core.vote.voting import free_poll, marks, seats_of, usual_ballot, voted


def bar(*counts: int, missing: int = 0) -> list[Band]:
    """From one end of a scale of five to the other."""
    return [*(Band(str(n), count, float(n)) for n, count in enumerate(counts)), Band("-", missing, None)]


def test_half_at_each_end_is_most_divided_and_one_voice_is_not_at_all() -> None:
    assert division(bar(5, 0, 0, 0, 5)) == 1
    assert division(bar(0, 0, 10, 0, 0)) == division(bar(0, 0, 0, 0, 10)) == division(bar(0, 0, 0, 0, 0)) == 0
    assert 0 < division(bar(0, 3, 0, 3, 0)) < division(bar(1, 2, 0, 2, 1)) < division(bar(3, 0, 0, 0, 3))


def test_no_answer_is_no_stance() -> None:
    assert division(bar(4, 0, 0, 0, 4, missing=9)) == 1


def test_a_scale_of_two_answers_can_divide_as_far_as_one_of_eleven() -> None:
    assert division([Band("no", 3, 2.0), Band("yes", 3, 4.0)]) == 1


def test_the_most_divided_come_first_and_equals_as_on_the_ballot(doc: Document) -> None:
    seats_of(doc, 6)
    ballots = [marks(3, 5, 1, 5, 2)] * 3 + [marks(3, 0, 1, 0, 4)] * 3
    poll = voted(doc, free_poll(doc, "score", 5), ballots)
    shown = outcome(doc, poll.id)
    assert [option.choice.name for option in in_order(shown, "divided")] == ["B", "D", "E", "A", "C"]
    assert [option.choice.name for option in in_order(shown, "best")] == ["A", "E", "B", "D", "C"]
    assert [option.choice.name for option in in_order(shown, "ballot")] == list("ABCDE")
    assert [option.choice.name for option in most_divided(shown)] == ["B", "D", "E"]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("given", [4, 5])
def test_few_secret_ballots_do_not_tell_what_divides(doc: Document, rule: str, given: int) -> None:
    poll = free_poll(doc, rule, secret=True)
    row = doc.row(Poll, poll)
    voted(doc, poll, [usual_ballot(row, 3, n) for n in range(given)])
    assert bool(most_divided(outcome(doc, poll))) == (given == 5)
