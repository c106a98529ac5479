"""A result is revealed option by option: what is on the stage depends on what was revealed and on nothing
else. No length, axis, count, place or mark may tell of the options that are still veiled."""

from __future__ import annotations

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Poll
from mission_desk.core.stage import revealing
from mission_desk.core.stage.slides import PollBody
from mission_desk.core.stage.stage_vote import poll_body
from mission_desk.core.statement import drafts
from mission_desk.posters.from_rows import result_poster
from mission_desk.tally.election import Ballot
from mission_desk.tally.rules import RULES
from tests.core.vote.voting import both, draft_poll, free_poll, marks, usual_ballot, voted

# Rules that count each option by itself: there the same marks for A say the same of A.
BY_ITSELF = {
    "dots": (marks(1, 2, 0), marks(1, 1, 1)), "score": (marks(3, 5, 0), marks(3, 0, 1)),
    "approval": (marks(1, 1, 0), marks(1, 0, 0)), "majority": (marks(4, 5, 5), marks(4, 0, 1)),
    "consensing": (marks(2, 0, 9), marks(2, 8, 3)), "gradients": (marks(6, 8, 2), marks(6, 1, 8)),
    "consent": (marks(0, 1, 2), marks(0, 2, 0)), "star": (marks(3, 5, 0), marks(3, 1, 2)),
    "pull-and-drag": (both((3, 2), (5, 0), (1, 9)), both((3, 2), (0, 7), (5, 1))),
}  # fmt: skip


def shown(doc: Document) -> PollBody:
    body = poll_body(doc, "en")
    assert isinstance(body, PollBody)
    return body


def polled(doc: Document, rule: str, ballots: list[Ballot], *, secret: bool = False) -> Poll:
    return voted(doc, free_poll(doc, rule, secret=secret), ballots)


@pytest.mark.parametrize("rule", BY_ITSELF)
def test_the_first_option_looks_the_same_whatever_the_others_got(doc: Document, rule: str) -> None:
    bodies = []
    for ballot in BY_ITSELF[rule]:
        polled(doc, rule, [ballot] * 6)
        revealing.reveal(doc, 1)
        bodies.append(shown(doc))
        assert [row.is_revealed for row in bodies[-1].rows] == [True, False, False]
    assert bodies[0] == bodies[1]


@pytest.mark.parametrize("rule", RULES)
def test_a_closed_poll_tells_nothing_before_the_first_click(doc: Document, rule: str) -> None:
    """It looks as it did while it was open, but for the word that it is closed."""
    poll = doc.row(Poll, free_poll(doc, rule))
    while_open = shown(doc)
    voted(doc, poll.id, [usual_ballot(poll, 3, n) for n in range(6)])
    body = shown(doc)
    assert body.closed
    assert (body.rows, body.most, body.bars) == (while_open.rows, while_open.most, while_open.bars)
    revealing.reveal(doc, 1)
    assert shown(doc).legend == body.legend
    assert shown(doc).rows[1:] == while_open.rows[1:]


def test_the_chosen_draft_is_not_marked_before_all_is_revealed(doc: Document) -> None:
    """It was chosen on the desk already, and would be the winner's name."""
    poll = draft_poll(doc, count=3, rule="score")
    voted(doc, poll, [marks(1, 5, 3)] * 6)
    drafts.choose(doc, drafts.drafts(doc)[0].id)
    marked = []
    for _ in range(4):
        marked.append([row.chosen for row in shown(doc).rows])
        revealing.reveal(doc, 1)
    assert marked == [[False] * 3, [False] * 3, [False] * 3, [True, False, False]]
    revealing.reveal(doc, -1)
    assert not any(row.chosen for row in shown(doc).rows)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("given", [4, 5])
def test_few_secret_ballots_have_no_bar_and_no_legend_on_stage_and_poster(
    doc: Document, rule: str, given: int
) -> None:
    """An axis without a bar would still say which rule's marks to think of, and a length is a number."""
    poll = doc.row(Poll, free_poll(doc, rule, secret=True))
    voted(doc, poll.id, [usual_ballot(poll, 3, n) for n in range(given)])
    revealing.reveal_all(doc)
    body, poster = shown(doc), result_poster(doc, doc.row(Poll, poll.id))
    drawn_on_stage = (body.legend, body.most, [(row.bar, row.dots, row.seats) for row in body.rows])
    drawn_on_paper = (poster.legend, [(row.bar, row.count, row.total) for row in poster.rows])
    veiled = (drawn_on_stage, drawn_on_paper) == (((), 0, [((), None, None)] * 3), ((), [((), 0, 0)] * 3))
    assert veiled == (given < 5)
    words = [row.score for row in body.rows]
    assert all(each.startswith("Place ") for each in words) == (given < 5)
