"""The room walks through the road map one guideline at a time; a gap is a question, and the rest stays on the
desk."""

from __future__ import annotations

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.plan import kpis, priorities, roadmap, roles
from mission_desk.core.stage import clicker, stage_state
from mission_desk.core.stage.slides import PromptBody, RoadmapBody
from mission_desk.core.stage.stage import Stage
from tests.core.stage import on_stage


@pytest.fixture
def on_road(doc: Document) -> Document:
    on_stage.show_page(doc, "roadmap")
    return doc


def body(doc: Document) -> RoadmapBody:
    shown = Stage(doc).slide().body
    assert isinstance(shown, RoadmapBody)
    return shown


def walk(doc: Document, steps: int) -> list[tuple[str, str]]:
    """Role and sentence of each halt."""
    halts = []
    for _ in range(steps):
        now = body(doc)
        halts.append((now.roles[now.at], now.text))
        clicker.turn(doc, 1, more=False)
    return halts


def test_one_role_after_the_other_each_with_all_its_guidelines(on_road: Document) -> None:
    for role in ("Lead", "Agent", "Trainer"):
        roles.add_role(on_road, role)
    for role, text in (("Agent", "one"), ("Lead", "two"), ("agent", "three"), ("Planner", "four")):
        roadmap.add_guideline(on_road, role=role, text=text)
    halts = walk(on_road, 6)
    assert halts == [
        ("Lead", "two"), ("Agent", "one"), ("Agent", "three"),
        ("Trainer", "Trainer: what do you do differently from Monday on?"), ("Planner", "four"),
        ("Planner", "four"),  # the walk ends
    ]  # fmt: skip
    clicker.turn(on_road, -1, more=False)
    assert body(on_road).roles[body(on_road).at] == "Trainer"


def test_a_gap_is_asked(on_road: Document) -> None:
    roadmap.add_guideline(on_road, role="Agent", text="When it rings, we answer")
    assert [each.texts[0] for each in body(on_road).facts] == [
        "How will we notice?", "By when?", "Who takes this?",
    ]  # fmt: skip
    assert body(on_road).serves is None


def test_what_was_dropped_and_what_is_measured_stay_on_the_desk(on_road: Document) -> None:
    gone = roadmap.add_guideline(on_road, role="Agent", text="SECRET one")
    roadmap.set_state(on_road, [gone], "dropped", "SECRET reason")
    living = roadmap.add_guideline(on_road, role="Agent", text="When it rings, we answer")
    roadmap.edit_guideline(on_road, living, data="SECRET data", data_from="SECRET source")
    kpis.add_kpi(on_road, "SECRET measure")
    roadmap.add_guideline(on_road, role="Lead", text="SECRET until its turn comes")
    assert "SECRET" not in repr(Stage(on_road).slide())


def test_before_there_is_one_the_question_stands_alone(on_road: Document) -> None:
    roles.add_role(on_road, "Agent")
    roadmap.add_guideline(on_road, role="Agent")
    assert Stage(on_road).slide().body == PromptBody(())


def test_it_says_whom_it_serves_and_what_counts(on_road: Document) -> None:
    first = priorities.priorities(on_road, "team")[0].id
    priorities.write_priority(on_road, first, "Solved in one contact")
    roadmap.add_guideline(
        on_road, priority=first, role="Agent", text="We stay", evaluation="Cases that stay solved"
    )
    shown = body(on_road)
    assert shown.serves is not None
    assert shown.counts is not None
    assert shown.serves.texts == ("our priority 1: Solved in one contact",)
    assert shown.counts.texts == ("Cases that stay solved",)


def test_deleting_the_last_one_shows_the_one_before(on_road: Document) -> None:
    for text in ("one", "two"):
        roadmap.add_guideline(on_road, role="Agent", text=text)
    clicker.turn(on_road, 1, more=False)
    roadmap.remove_guidelines(on_road, [roadmap.guidelines(on_road)[1].id])
    assert body(on_road).text == "one"
    assert stage_state.read_state(on_road).guideline == 1
    clicker.turn(on_road, 1, more=False)
    assert body(on_road).text == "one"
