"""A voting rule is one row of the table: one that is put there is offered, voted by, counted and told, and
one that is not there is never taken for another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from msgspec import structs

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Poll
from mission_desk.core.stage import desk_position, revealing
from mission_desk.core.stage.slides import PollBody
from mission_desk.core.stage.stage_vote import poll_body
from mission_desk.core.vote import ballots, hands, outcome, poll_closing, poll_opening, polls
from mission_desk.core.vote.ballot_scales import scales
from mission_desk.core.vote.poll_options import free_options
from mission_desk.exchange.show import describe_polls, to_json
from mission_desk.posters.from_rows import result_poster
from mission_desk.tally.rules import RULES, Mark, Rule, allowed_by
from tests.core.vote.thirteenth import BY_DOTS, LOWEST, THIRTEENTH, offered
from tests.core.vote.voting import free_poll, marks, seats_of, voted


@pytest.fixture
def thirteenth() -> Iterator[Rule]:
    with offered() as rule:
        yield rule


@pytest.fixture
def strange(doc: Document) -> Poll:
    """A closed poll by a rule that a later program has."""
    seats_of(doc, 2)
    poll = voted(doc, free_poll(doc, "score", 2), [marks(5, 1), marks(4, 2)])
    with doc.action("poll.thresholds") as write:
        write.update(Poll, poll.id, rule="later")
    return doc.row(Poll, poll.id)


def test_a_new_row_is_voted_by_counted_and_told(doc: Document, thirteenth: Rule) -> None:
    seats_of(doc, 2)
    poll = free_poll(doc, LOWEST)
    (scale,) = scales(doc.row(Poll, poll), 3)
    assert scale.values == (0, 1, 2, 3, 4, 5)
    with pytest.raises(KnownError, match="takes 0 to 5"):
        ballots.cast(doc, poll, 1, marks(6, 0, 0))
    row = voted(doc, poll, [marks(5, 3, 1), marks(2, 3, 5)])
    shown = outcome.outcome(doc, poll)
    assert shown.winner is not None
    assert shown.winner.choice.name == shown.options[1].choice.name
    assert shown.winner.score == "Nobody gives less than 3"
    assert polls.rule_name(row.rule) == "Lowest mark"
    assert outcome.others(doc, row)[0][0] == "Lowest mark"
    assert result_poster(doc).rows[1].score == "Nobody gives less than 3"


def test_the_dots_of_a_new_row_are_shown_whatever_figures_it_has(doc: Document) -> None:
    """On the stage, on the poster and in the export."""
    seats_of(doc, 2)
    with offered(BY_DOTS):
        poll = voted(doc, free_poll(doc, BY_DOTS.key, 3), [marks(2, 1, 0), marks(1, 0, 0)])
        revealing.reveal(doc, 3)
        body = poll_body(doc, "en")
        assert isinstance(body, PollBody)
        assert [(row.dots, row.seats) for row in body.rows] == [(3, 2), (1, 1), (0, 0)]
        assert [(row.count, row.total) for row in result_poster(doc, poll).rows] == [(3, 4), (1, 4), (0, 4)]
        assert [(each.dots, each.seats) for each in describe_polls(doc)[0].choices] == [
            (3, 2),
            (1, 1),
            (0, 0),
        ]


def test_a_new_row_says_what_it_allows(doc: Document, thirteenth: Rule) -> None:
    with pytest.raises(KnownError, match="cannot be compared"):
        poll_opening.open_poll(doc, "Which?", free_options("One\nTwo"), rule=LOWEST)
    assert hands.allow(doc.row(Poll, free_poll(doc, LOWEST)))
    assert LOWEST in allowed_by("star")
    assert LOWEST not in allowed_by("dots")


@pytest.mark.parametrize("field", Rule.__struct_fields__)
def test_a_row_that_leaves_something_out_cannot_be_built(field: str) -> None:
    whole = structs.asdict(THIRTEENTH)
    del whole[field]
    with pytest.raises(TypeError, match=field):
        Rule(**whole)


def test_every_mark_has_its_scale_and_a_rule_that_asks_for_it() -> None:
    assert {rule.mark for rule in RULES.values()} == set(get_args(Mark))


def test_every_rule_reads_its_own_ballots() -> None:
    assert [key for key, rule in RULES.items() if rule.mark not in rule.reads] == []


def test_no_poll_is_opened_by_a_rule_that_is_not_there(doc: Document) -> None:
    with pytest.raises(KnownError, match="no voting rule “later”"):
        free_poll(doc, "later")
    assert polls.newest(doc) is None


def test_a_rule_that_is_not_there_is_never_counted_as_another(doc: Document, strange: Poll) -> None:
    with pytest.raises(KnownError, match="no voting rule “later”"):
        outcome.outcome(doc, strange.id)
    with pytest.raises(KnownError, match="no voting rule “later”"):
        result_poster(doc)
    assert ballots.seat_ballots(doc, strange)[0][1] == marks(5, 1)


def test_the_rest_of_a_workshop_with_a_strange_poll_is_shown(doc: Document, strange: Poll) -> None:
    desk_position.show_page(doc, "vote")
    body = poll_body(doc, "en")
    assert isinstance(body, PollBody)
    assert not any(row.score or row.bar for row in body.rows)
    assert '"rule": "later"' in to_json(doc)
    poll_closing.forget_few(doc)
    again = free_poll(doc, "dots")
    assert doc.row(Poll, again).state == "open"
