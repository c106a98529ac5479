"""What the room decided by a poll stands under its result, and never before all of it was revealed."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.stage import revealing
from mission_desk.core.stage.slides import PollBody
from mission_desk.core.stage.stage_vote import poll_body
from mission_desk.core.vote import poll_closing
from tests.core.vote.voting import free_poll, marks, seats_of, voted


def decision(doc: Document) -> str:
    body = poll_body(doc, "en")
    assert isinstance(body, PollBody)
    return body.decision


def test_the_decision_comes_with_the_last_option_and_goes_when_one_is_hidden(doc: Document) -> None:
    seats_of(doc, 6)
    poll = voted(doc, free_poll(doc, "score"), [marks(1, 5, 3)] * 3 + [marks(1, 0, 3)] * 3)
    poll_closing.write_decision(doc, poll.id, "We decided on B because it is bold.")
    revealing.reveal(doc, 2)
    assert decision(doc) == ""
    revealing.reveal(doc, 1)
    assert decision(doc) == "We decided on B because it is bold."
    revealing.walk_divided(doc)
    assert decision(doc) == ""  # one option alone is shown, and not the result
    revealing.reveal_all(doc)
    revealing.reveal_all(doc)
    assert decision(doc) == "We decided on B because it is bold."
    revealing.reveal(doc, -1)
    assert decision(doc) == ""


def test_a_decision_of_an_earlier_poll_is_not_shown_under_the_next(doc: Document) -> None:
    seats_of(doc, 6)
    poll = voted(doc, free_poll(doc, "score"), [marks(1, 5, 3)] * 6)
    poll_closing.write_decision(doc, poll.id, "We decided on B because it is bold.")
    voted(doc, free_poll(doc, "score"), [marks(1, 5, 3)] * 6)
    revealing.reveal_all(doc)
    assert decision(doc) == ""
