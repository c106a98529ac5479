"""How late the group is, and the ways out: each one action, and one Undo takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.core.agenda import agenda, day_times, lateness, outline, real_times
from mission_desk.core.agenda.lateness import Outlook
from mission_desk.core.agenda.methods import (
    method,
)
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.plan import editions
from mission_desk.core.room import scene
from mission_desk.core.stage import desk_position
from mission_desk.core.whole.starting import start_workshop
from mission_desk.written import time_of_day
from tests.core.day_times import Times

END = 13 * 60 + 40


def go_on(doc: Document, times: Times, minutes: float) -> None:
    """So long in the open step, then the next one."""
    times.wait(minutes * 60)
    agenda.open_step(doc, agenda.neighbour(doc, 1).id)


def late_by_seven(doc: Document, times: Times) -> None:
    agenda.begin_day(doc)
    for minutes in (20, 27, 25):
        go_on(doc, times, minutes)


def test_planned_times_follow_the_start_and_the_minutes(doc: Document) -> None:
    starts = list(agenda.planned_starts(doc).values())
    assert [time_of_day(start) for start in starts[::-1][:4]] == ["09:00", "09:20", "09:40", "10:05"]
    scene.edit_workshop(doc, starts=8 * 60)
    assert agenda.planned_end(doc) == END - 60


def test_nobody_is_late_before_the_day(doc: Document, times: Times) -> None:
    times.wait(3600)
    assert lateness.outlook(doc) is None


def test_a_late_group_is_told_by_how_much(doc: Document, times: Times) -> None:
    late_by_seven(doc, times)
    assert lateness.outlook(doc) == Outlook(END, END + 7)
    times.wait(15 * 60)
    assert lateness.outlook(doc) == Outlook(END, END + 7)  # within the step nothing is lost
    times.wait(8 * 60)
    assert lateness.outlook(doc) == Outlook(END, END + 10)


def test_a_late_start_and_a_pause_count_too(doc: Document, times: Times) -> None:
    times.wait(4 * 60)
    agenda.begin_day(doc)
    step = agenda.current_step(doc)
    agenda.set_clock(doc, step, agenda.clock(doc, step).paused(doc.steady()))
    times.wait(6 * 60)
    assert lateness.outlook(doc) == Outlook(END, END + 10)


def test_later_steps_give_in_proportion(doc: Document, times: Times) -> None:
    late_by_seven(doc, times)
    before = {step.id: step.minutes for step in agenda.steps(doc)}
    lateness.take_from_later(doc)
    given = {step.key: before[step.id] - step.minutes for step in agenda.steps(doc)}
    assert sum(given.values()) == 7
    assert given["think-big"] >= given["gut-feeling"]
    assert not any(list(given.values())[:4])
    assert lateness.outlook(doc) == Outlook(END, END)
    last = agenda.steps(doc)[-1]
    assert agenda.planned_starts(doc)[last.id] == END - last.minutes
    doc.undo()
    assert lateness.outlook(doc) == Outlook(END, END + 7)


def test_no_step_is_cut_to_nothing(doc: Document, times: Times) -> None:
    agenda.begin_day(doc)
    times.wait(20 * 3600 / 4)
    lateness.take_from_later(doc)
    assert min(step.minutes for step in agenda.steps(doc)) >= lateness.SHORTEST
    expected = lateness.outlook(doc)
    assert expected is not None
    assert expected.late > 0  # there was not enough to take, and it says so


def test_a_dropped_step_gives_its_minutes(doc: Document, times: Times) -> None:
    late_by_seven(doc, times)
    count = len(agenda.steps(doc))
    gut = next(step for step in lateness.later_steps(doc) if step.key == "gut-feeling")
    lateness.drop_step(doc, gut.id)
    assert lateness.outlook(doc) == Outlook(END, END + 7 - gut.minutes)
    assert [step.rank for step in agenda.steps(doc)] == list(range(count - 1))
    doc.undo()
    assert lateness.outlook(doc) == Outlook(END, END + 7)
    assert [step.rank for step in agenda.steps(doc)] == list(range(count))


def test_the_end_is_agreed_anew(doc: Document, times: Times) -> None:
    late_by_seven(doc, times)
    lateness.end_later(doc)
    assert lateness.outlook(doc) == Outlook(END + 7, END + 7)
    assert agenda.planned_end(doc) == END + 7
    doc.undo()
    assert agenda.planned_end(doc) == END


def test_looking_back_or_ahead_makes_nobody_late(doc: Document, times: Times) -> None:
    agenda.begin_day(doc)
    for minutes in (20, 20, 25):
        go_on(doc, times, minutes)
    times.wait(120)
    for place in (0, 3, 9, 3):
        agenda.open_step(doc, agenda.steps(doc)[place].id)
        times.wait(5)
    assert [step.rank for step in lateness.later_steps(doc)] == list(range(4, len(agenda.steps(doc))))
    expected = lateness.outlook(doc)
    assert expected is not None
    assert expected.late <= 1


def test_real_times_are_kept_and_planned_with(doc: Document, times: Times) -> None:
    late_by_seven(doc, times)
    steps = agenda.steps(doc)
    assert [day_times.took(doc, step) for step in steps[:4]] == [20, 27, 25, None]
    outline.take_minutes(doc, {steps[1].key: 27}, name="times.real")
    assert agenda.steps(doc)[1].minutes == 27


def test_a_rehearsal_is_forgotten_and_can_be_brought_back(doc: Document, times: Times) -> None:
    late_by_seven(doc, times)
    agenda.end_day(doc)
    assert lateness.outlook(doc) is None
    times.wait(3600)
    before = agenda.begin_day(doc)
    assert day_times.took(doc, agenda.steps(doc)[1]) is None
    doc.keep_all(before)
    assert day_times.took(doc, agenda.steps(doc)[1]) == 27


def test_a_day_left_open_overnight_is_over(doc: Document, times: Times) -> None:
    late_by_seven(doc, times)
    times.wait(22 * 3600)
    assert not day_times.is_running(doc)
    assert day_times.took(doc, agenda.current_step(doc)) is None
    assert day_times.took(doc, agenda.steps(doc)[1]) == 27


def test_steps_come_go_and_move(doc: Document) -> None:
    first, second, *_, last = agenda.steps(doc)
    new = outline.add_step(doc, first.id, title="Coffee")
    assert [step.title for step in agenda.steps(doc)][:3] == [first.title, "Coffee", second.title]
    outline.move_step(doc, new, 99)
    assert agenda.steps(doc)[-1].title == "Coffee"
    agenda.open_step(doc, new)
    outline.remove_step(doc, new)
    assert agenda.current_step(doc).id == last.id
    for _ in range(3):
        doc.undo()
    assert [step.title for step in agenda.steps(doc)][:2] == [first.title, second.title]


def test_a_step_that_is_taken_out_while_it_is_open_hands_its_clock_on(doc: Document, times: Times) -> None:
    """Else it would run on for a step that nobody sees, and count as held when Undo brings it back."""
    agenda.begin_day(doc)
    times.wait(5 * 60)
    first, second = agenda.steps(doc)[:2]
    page = desk_position.page(doc)
    outline.remove_step(doc, first.id)
    assert (agenda.current_step(doc).id, desk_position.page(doc)) == (second.id, page)
    assert agenda.clock(doc, agenda.current_step(doc)).runs
    times.wait(10 * 60)
    doc.undo()
    assert not agenda.clock(doc, first).runs
    assert (day_times.took(doc, first), day_times.took(doc, second)) == (5, 10)


def test_where_undo_takes_the_open_step_the_one_before_is_open(doc: Document) -> None:
    agenda.begin_day(doc)
    third = agenda.steps(doc)[2].id
    agenda.open_step(doc, third)
    agenda.open_step(doc, outline.add_step(doc, third, title="Coffee"))
    doc.undo()
    assert agenda.current_step(doc).id == third
    doc.redo()
    assert agenda.current_step(doc).title == "Coffee"


def test_the_last_step_stays(doc: Document) -> None:
    for step in agenda.steps(doc)[1:]:
        outline.remove_step(doc, step.id)
    with pytest.raises(KnownError, match="at least one step"):
        outline.remove_step(doc, agenda.steps(doc)[0].id)


def test_minutes_that_are_given_to_a_step_are_on_its_clock(doc: Document, times: Times) -> None:
    agenda.begin_day(doc)
    step = agenda.current_step(doc)
    times.wait(300)
    outline.edit_step(doc, step.id, minutes=30)
    step = agenda.current_step(doc)
    assert agenda.clock(doc, step).remaining(doc.steady()) == 25 * 60
    doc.undo()
    assert agenda.clock(doc, agenda.current_step(doc)).remaining(doc.steady()) == 15 * 60


def test_next_years_edition_can_plan_with_this_years_real_times(
    doc: Document, times: Times, tmp_path: Path
) -> None:
    late_by_seven(doc, times)
    last = editions.read_edition(doc)
    assert dict(last.minutes) == {"set-the-scene": 20, "company-mission": 27, "our-customers": 25}
    new = start_workshop(tmp_path / "next.mission", method("find-our-mission"), "en", times.now)
    editions.continue_edition(new, last)
    assert agenda.steps(new)[1].minutes == 20
    assert real_times.last_minutes(new) == {"company-mission": 27}
    outline.take_minutes(new, real_times.last_minutes(new), name="times.real")
    assert agenda.steps(new)[1].minutes == 27
    assert real_times.last_minutes(new) == {}
    new.undo()
    assert agenda.steps(new)[1].minutes == 20
    new.close()


@pytest.mark.parametrize(("shorter", "late"), [(0, 0), (7, 7), (-7, -7)])
def test_late_is_what_is_expected_beyond_what_was_agreed(shorter: int, late: int) -> None:
    assert lateness.Outlook(600, 600 + shorter).late == late


def test_nothing_is_taken_from_later_steps_of_a_group_in_time(doc: Document) -> None:
    assert lateness.shares(doc) == {}
    agenda.begin_day(doc)
    assert lateness.shares(doc) == {}
    ends = agenda.planned_end(doc)
    lateness.end_later(doc)
    assert agenda.planned_end(doc) == ends


@pytest.mark.parametrize(("minutes", "taken"), [([5, 5], []), ([6, 5], [1]), ([15, 10], [10, 5])])
def test_a_step_is_shortened_to_five_minutes_and_not_below(
    doc: Document, times: Times, minutes: list[int], taken: list[int]
) -> None:
    every = agenda.steps(doc)
    for step in every[1 + len(minutes) :]:
        outline.remove_step(doc, step.id)
    for step, length in zip(every[1:], minutes, strict=False):
        outline.edit_step(doc, step.id, minutes=length)
    agenda.begin_day(doc)
    scene.edit_workshop(doc, ends=agenda.planned_end(doc))
    times.wait(every[0].minutes * 60 + 3600)
    assert list(lateness.shares(doc).values()) == taken
