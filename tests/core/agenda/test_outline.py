"""The agenda as it is edited: bounds, order, who leads, and which step is open."""

from __future__ import annotations

import pytest

from mission_desk.core.agenda import agenda, lateness, outline, real_times
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Step
from mission_desk.core.stage import desk_position
from tests.core.day_times import Times


def keys(doc: Document) -> list[str]:
    return [step.key for step in agenda.steps(doc)]


def test_a_new_step_gets_a_key_that_nobody_has(doc: Document) -> None:
    first = outline.add_step(doc)
    outline.add_step(doc, first, title="Coffee")
    outline.remove_step(doc, first)
    outline.add_step(doc, agenda.steps(doc)[0].id)
    assert [key for key in keys(doc) if key.startswith("own")] == ["own-1", "own-2"]
    assert keys(doc)[1] == "own-1"
    assert [step.rank for step in agenda.steps(doc)] == list(range(len(keys(doc))))
    coffee = agenda.steps(doc)[-1]
    assert (coffee.title, coffee.minutes, coffee.lead, coffee.capture) == ("Coffee", 15, "", "everybody")


def test_where_the_open_step_goes_the_next_is_open_and_no_page_turns(doc: Document) -> None:
    every = agenda.steps(doc)
    desk_position.show_page(doc, "vote")
    agenda.open_step(doc, every[2].id, turns=False)
    outline.remove_step(doc, every[2].id)
    assert agenda.current_step(doc).id == every[3].id
    agenda.open_step(doc, every[-1].id, turns=False)
    outline.remove_step(doc, every[-1].id)
    assert agenda.current_step(doc).id == every[-2].id
    assert desk_position.page(doc) == "vote"
    outline.remove_step(doc, every[0].id)
    assert agenda.current_step(doc).id == every[-2].id


def test_the_neighbour_of_an_end_is_that_end(doc: Document) -> None:
    every = agenda.steps(doc)
    assert agenda.neighbour(doc, -1) == every[0]
    assert agenda.neighbour(doc, 2) == every[2]
    assert agenda.neighbour(doc, 99) == every[-1]


def test_a_step_is_done_when_it_was_visited_and_a_later_one_is_open(doc: Document) -> None:
    one, two, three, *_ = agenda.steps(doc)
    agenda.open_step(doc, three.id)
    assert [agenda.is_done(doc, step) for step in (one, two, three)] == [True, False, False]
    assert agenda.visited_steps(doc) == [one.id, three.id]
    agenda.open_step(doc, one.id)
    assert [agenda.is_done(doc, step) for step in (one, two, three)] == [False, False, False]
    assert agenda.visited_steps(doc) == [one.id, three.id]


@pytest.mark.parametrize(("real", "stored"), [(1, 1), (600, 600), (601, 600)])
def test_last_years_minutes_are_planned_with_up_to_the_longest(doc: Document, real: int, stored: int) -> None:
    first, second, *_ = agenda.steps(doc)
    outline.take_minutes(doc, {first.key: real, "gone": 5}, name="steps.real")
    assert [doc.row(Step, step.id).minutes for step in (first, second)] == [stored, second.minutes]
    doc.keep(real_times.LAST_MINUTES, {first.key: stored, second.key: second.minutes + 1, "gone": 3})
    assert real_times.last_minutes(doc) == {second.key: second.minutes + 1}


def test_typing_in_one_column_of_a_step_is_one_entry(doc: Document) -> None:
    one, two, *_ = (step.id for step in agenda.steps(doc))
    before = doc.value("SELECT count(*) FROM action")
    for title in ("a", "ab"):
        outline.edit_step(doc, one, title=title)
    outline.edit_step(doc, one, prompt="a")
    outline.edit_step(doc, two, title="a")
    assert doc.value("SELECT count(*) FROM action") - before == 3


@pytest.mark.parametrize(("place", "at"), [(0, 0), (2, 2), (10, 10), (99, -1), (-3, 0)])
def test_a_step_is_moved_to_its_place_or_the_nearest_end(doc: Document, place: int, at: int) -> None:
    before = agenda.steps(doc)
    moved = before[4]
    outline.move_step(doc, moved.id, place)
    every = agenda.steps(doc)
    assert every[at].id == moved.id
    assert [step.rank for step in every] == list(range(len(before)))


def test_a_new_step_stands_below_the_one_it_was_asked_for_on_its_page(doc: Document) -> None:
    before = agenda.steps(doc)
    fifth = before[4]
    outline.add_step(doc, fifth.id, title="More")
    outline.add_step(doc, title="Last")
    every = agenda.steps(doc)
    assert (every[5].title, every[5].page, every[5].board) == ("More", fifth.page, fifth.board)
    assert (every[5].key, every[-1].key, every[-1].title) == ("own-1", "own-2", "Last")
    assert [step.rank for step in every] == list(range(len(before) + 2))
    outline.remove_step(doc, every[5].id)
    outline.add_step(doc, title="Again")
    assert agenda.steps(doc)[-1].key == "own-1"


@pytest.mark.parametrize(("minutes", "stored"), [(-1, 0), (0, 0), (600, 600), (601, 600)])
def test_minutes_of_a_step_are_bounded(doc: Document, minutes: int, stored: int) -> None:
    first = agenda.steps(doc)[0]
    outline.edit_step(doc, first.id, minutes=minutes)
    assert doc.row(Step, first.id).minutes == stored
    outline.take_minutes(doc, {first.key: 601, "no such step": 3}, name="test")
    assert doc.row(Step, first.id).minutes == 600


def test_styles_lead_in_the_order_in_which_they_were_asked(doc: Document) -> None:
    first = agenda.steps(doc)[0]
    for style, leads, after in (
        ("heart", True, ("heart",)),
        ("analyst", True, ("heart", "analyst")),
        ("heart", True, ("analyst", "heart")),
        ("analyst", False, ("heart",)),
        ("ideator", False, ("heart",)),
    ):
        outline.set_lead(doc, first.id, style, leads)
        assert agenda.leads(doc.row(Step, first.id)) == after


def test_going_back_does_not_bring_later_steps_again(doc: Document, times: Times) -> None:
    agenda.begin_day(doc)
    every = agenda.steps(doc)
    for step in every[:4]:
        agenda.open_step(doc, step.id)
        times.wait(90)
    agenda.open_step(doc, every[1].id)
    assert [step.id for step in lateness.later_steps(doc)] == [step.id for step in every[4:]]
