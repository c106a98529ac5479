"""The room reads one reason at a time: what is not read yet is not in the slide, and gaps come as a question
at the end."""

from __future__ import annotations

import json

import pytest
from msgspec import to_builtins

from mission_desk.core.agenda import agenda
from mission_desk.core.file.document import Document
from mission_desk.core.plan import candidates, links, priorities
from mission_desk.core.plan.candidates import Proposal
from mission_desk.core.stage import clicker, stage_state
from mission_desk.core.stage.slides import PrioritiesBody
from mission_desk.core.stage.stage import now


@pytest.fixture
def day(doc: Document) -> Document:
    """Two links of three, in the step that asks for them."""
    sides = [priorities.priorities(doc, side) for side in ("company", "team")]
    for side, rows in zip("tu", sides, strict=True):
        for row in rows:
            priorities.write_priority(doc, row.id, f"{side}{row.rank}")
    for place, because in ((1, "they stay"), (0, "they come")):
        link = links.link(doc, sides[0][place].id, sides[1][place].id)
        links.write_because(doc, link, because)
    agenda.open_step(doc, next(step.id for step in agenda.steps(doc) if step.page == "priorities"))
    return doc


def body(doc: Document) -> PrioritiesBody:
    shown = now(doc).body
    assert isinstance(shown, PrioritiesBody)
    return shown


def read(doc: Document) -> str:
    reason = body(doc).reason
    return f"{reason.head} {reason.words} · {reason.progress}" if reason else ""


def step(doc: Document, by: int) -> None:
    clicker.turn(doc, by, more=False)


def test_the_walk_begins_with_none_and_ends_with_all(day: Document) -> None:
    seen = [read(day)]
    for _ in range(4):
        step(day, 1)
        seen.append(read(day))
    assert seen == [
        "",
        "Our first serves their first, because they come · Reason 1 of 2",
        "Our second serves their second, because they stay · Reason 2 of 2",
        "",
        "",
    ]
    step(day, -1)
    assert read(day).endswith("Reason 2 of 2")
    for _ in range(5):
        step(day, -1)
    assert read(day) == ""


def test_a_reason_that_is_not_read_is_nowhere_in_the_slide(day: Document) -> None:
    def words() -> str:
        return json.dumps(to_builtins(now(day).body))

    assert "they" not in words()
    step(day, 1)
    assert "they come" in words()
    assert "they stay" not in words()
    step(day, 1)
    assert "they come" not in words()


def test_why_touch_and_what_waits_stay_on_the_desk(day: Document) -> None:
    for side in ("company", "team"):
        for row in priorities.priorities(day, side):
            priorities.edit_priority(day, row.id, why="SECRET", touch="SECRET", unlinked_because="SECRET")
    candidates.take_up(day, Proposal("SECRET"))
    for _ in range(4):
        assert "SECRET" not in json.dumps(to_builtins(now(day)))
        step(day, 1)


def test_a_gap_is_a_question_once_the_last_reason_is_read(day: Document) -> None:
    asked = []
    for _ in range(4):
        asked.append(body(day).question)
        step(day, 1)
    assert asked == ["", "", "Next: who of us serves “t2”?", "Next: who of us serves “t2”?"]
    third = priorities.priorities(day, "company")[2].id
    priorities.edit_priority(day, third, unlinked_because="the factory does it")
    assert body(day).question == "Next: which of theirs does “u2” serve?"
    priorities.edit_priority(day, priorities.priorities(day, "team")[2].id, unlinked_because="ours")
    assert body(day).question == ""


def test_a_link_without_a_reason_asks_the_room(day: Document) -> None:
    first = links.links(day)[0]
    links.write_because(day, first.id, " ")
    links.set_strength(day, first.id, "strongly serves")
    step(day, 1)
    assert (
        read(day) == "Our first strongly serves their first, because Who ends this sentence? · Reason 1 of 2"
    )
    assert body(day).strong == (True, False)


def test_a_link_that_goes_while_it_is_read_leaves_the_stage_true(day: Document) -> None:
    step(day, 1)
    step(day, 1)
    links.unlink(day, links.links(day)[1].id)
    assert read(day) == ""
    step(day, -1)
    assert read(day).endswith("they come · Reason 1 of 1")


def test_the_walk_begins_anew_when_the_step_is_opened_again(day: Document) -> None:
    step(day, 1)
    opened = agenda.current_step(day)
    agenda.open_step(day, agenda.steps(day)[0].id)
    agenda.open_step(day, opened.id)
    assert stage_state.read_state(day).reason == 0
    assert read(day) == ""
