"""Clocks of the steps: what they show, and what is left after a crash, a restart and a new wall time."""

from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.core.agenda import agenda, clock_storage, day_times, lateness
from mission_desk.core.agenda.clock import Clock, Tones, face
from mission_desk.core.agenda.methods import (
    method,
)
from mission_desk.core.file.document import Document
from mission_desk.core.whole.starting import start_workshop
from tests.core.day_times import Times


def keys(doc: Document) -> list[str]:
    return [step.key for step in agenda.steps(doc)]


def test_a_clock_counts_while_it_runs_and_stands_where_it_was_stopped() -> None:
    still = Clock(600, 600, None)
    running = still.started(100)
    assert (still.runs, running.runs, running.started(500)) == (False, True, running)
    assert [running.remaining(now) for now in (100, 160, 800)] == [600, 540, -100]
    stopped = running.paused(160)
    assert (stopped, stopped.remaining(900)) == (Clock(600, 540, None), 540)
    assert running.lengthened(60) == Clock(660, 660, 100)
    assert running.lengthened(-700) == Clock(0, -100, 100)
    assert stopped.reset(900) == Clock(900, 900, None)


@pytest.mark.parametrize(
    "stored",
    [None, 7, "x", [], [1, 2], ["1", 2, None], [1, "2", None], [None, 2, None], [1, None, None], [1, 2, "x"]],
)
def test_what_is_no_clock_is_none(doc: Document, stored: object) -> None:
    assert clock_storage.from_stored(doc, stored) is None


def test_a_clock_runs_on_over_a_crash_a_restart_and_a_set_wall(doc: Document, times: Times) -> None:
    stored = clock_storage.to_stored(doc, Clock(600, 600, doc.steady()))
    assert stored == [600, 600, times.wall, times.count, times.era]
    assert clock_storage.to_stored(doc, Clock(600, 540, None)) == [600, 540, None, None, ""]
    times.wait(60)
    times.set_wall(3600)
    left = clock_storage.from_stored(doc, stored)
    assert left is not None
    assert left.remaining(doc.steady()) == 540


@pytest.mark.parametrize(("away", "left"), [(300, 300), (-300, 600)])
def test_after_the_machine_was_restarted_the_walls_time_counts_and_never_the_future(
    path: Path, times: Times, away: float, left: float
) -> None:
    doc = start_workshop(path, method("half-a-day"), "en", times.now)
    doc.steady = times.steady
    stored = clock_storage.to_stored(doc, Clock(600, 600, doc.steady()))
    times.start_anew(away)
    doc.steady = times.steady
    clock = clock_storage.from_stored(doc, stored)
    assert clock is not None
    assert clock.remaining(doc.steady()) == left
    doc.close()


@pytest.mark.parametrize(
    ("jump", "corrected"), [(0, False), (2.0, False), (-2.0, False), (2.1, True), (-2.1, True)]
)
def test_clocks_are_stored_anew_where_the_wall_was_set(
    doc: Document, times: Times, jump: float, corrected: bool
) -> None:
    agenda.begin_day(doc)
    key = f"clock.{agenda.current_step(doc).id}"
    before = doc.session_value(key)
    times.wait(10)
    times.set_wall(jump)
    agenda.correct_stored_clocks(doc)
    after = doc.session_value(key)
    assert (after != before) == corrected
    assert after[5] == before[5]
    assert after[2] == (times.wall - 10 if corrected else before[2])
    assert agenda.clock(doc, agenda.current_step(doc)).remaining(doc.steady()) == before[0] - 10


def test_a_clock_that_stands_is_never_stored_anew(doc: Document, times: Times) -> None:
    step = agenda.current_step(doc)
    agenda.set_clock(doc, step, Clock(600, 300, None))
    before = doc.session_value(f"clock.{step.id}")
    times.set_wall(500)
    agenda.correct_stored_clocks(doc)
    assert doc.session_value(f"clock.{step.id}") == before


def test_the_day_begins_with_the_first_clock_and_ends_with_the_last(doc: Document, times: Times) -> None:
    one, two, *_ = agenda.steps(doc)
    agenda.set_clock(doc, two, agenda.clock(doc, two).started(doc.steady()))
    assert not day_times.is_running(doc)
    agenda.set_clock(doc, one, agenda.clock(doc, one).started(doc.steady()))
    assert day_times.is_running(doc)
    times.wait(90)
    assert day_times.time_of_day(doc) == 9 * 3600 + 90
    agenda.end_day(doc)
    assert not day_times.is_running(doc)
    assert not agenda.clock(doc, one).runs
    assert day_times.took(doc, one) == 2
    assert lateness.outlook(doc) is None


@pytest.mark.parametrize(("left", "tone"), [(300, "calm"), (299.9, "soon"), (0, "soon"), (-0.1, "warn")])
def test_time_gets_short_in_the_last_five_minutes(left: float, tone: str) -> None:
    assert Tones().tone(left) == tone


def test_after_a_restart_a_running_clock_is_stored_by_the_new_count(doc: Document, times: Times) -> None:
    """Once: the clocks of a machine that was started anew count from another moment."""
    agenda.begin_day(doc)
    step = agenda.current_step(doc)
    times.start_anew(60)
    doc.steady = times.steady
    agenda.correct_stored_clocks(doc)
    stored = doc.session_value(f"clock.{step.id}")
    assert (stored[3], stored[4]) == (times.count - 60, times.era)
    agenda.correct_stored_clocks(doc)
    assert doc.session_value(f"clock.{step.id}") == stored


def test_a_time_without_its_beginning_is_none(doc: Document, times: Times) -> None:
    agenda.begin_day(doc)
    step = agenda.current_step(doc)
    times.wait(120)
    assert day_times.took(doc, step) == 2
    doc.keep(f"begun.{step.id}", None)
    assert (day_times.spent(doc, step), day_times.was_held(doc, step)) == (None, False)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "00:00"),
        (0.001, "00:01"),
        (1, "00:01"),
        (59, "00:59"),
        (59.5, "01:00"),
        (60, "01:00"),
        (3599, "59:59"),
        (3600, "1:00:00"),
        (3661, "1:01:01"),
        (-0.5, "00:00"),
        (-1, "+00:01"),
        (-3600, "+1:00:00"),
    ],
)
def test_a_clock_reads_as_the_room_does(seconds: float, shown: str) -> None:
    assert face(seconds) == shown


@pytest.mark.parametrize(
    ("left", "tone"),
    [(301, "calm"), (300, "calm"), (299.9, "soon"), (10, "soon"), (9.9, "warn"), (-1, "warn")],
)
def test_a_clock_turns_colour_below_its_limits(left: float, tone: str) -> None:
    assert Tones(300, 10).tone(left) == tone


def test_over_time_is_a_warning_wherever_the_warning_begins() -> None:
    assert [Tones(300, -60).tone(left) for left in (0, -0.1)] == ["soon", "warn"]


def test_a_shortened_clock_has_no_negative_length() -> None:
    assert Clock(60, 60, None).lengthened(-90) == Clock(0, -30, None)


def test_a_step_counts_as_worked_on_from_a_minute_on(doc: Document, times: Times) -> None:
    first, second, third = agenda.steps(doc)[:3]
    agenda.begin_day(doc)
    times.wait(59)
    agenda.open_step(doc, second.id)
    times.wait(60)
    agenda.open_step(doc, third.id)
    assert [day_times.was_held(doc, step) for step in (first, second, third)] == [False, True, False]
    assert [day_times.took(doc, step) for step in (first, second, third)] == [None, 1, None]
    times.wait(150)
    assert day_times.took(doc, third) == 2
    agenda.open_step(doc, first.id)
    times.wait(600)
    assert day_times.took(doc, third) == 2
    assert day_times.took(doc, first) == 11


def test_a_step_that_was_never_open_has_no_time_and_leaves_none(doc: Document, times: Times) -> None:
    last = agenda.steps(doc)[-1]
    assert day_times.spent(doc, last) is None
    assert day_times.left(doc, last) == {}
    agenda.begin_day(doc)
    times.wait(60)
    first = agenda.steps(doc)[0]
    assert set(day_times.left(doc, first)) == {day_times.keys(first)[0]}
    agenda.open_step(doc, last.id)
    assert day_times.left(doc, first) == {}


def test_a_step_left_open_for_longer_than_a_day_is_forgotten(doc: Document, times: Times) -> None:
    first = agenda.steps(doc)[0]
    agenda.begin_day(doc)
    times.wait(day_times.LONGEST - 1)
    assert day_times.is_running(doc)
    assert day_times.spent(doc, first) is not None
    times.wait(2)
    assert not day_times.is_running(doc)
    assert day_times.spent(doc, first) is None


def test_while_the_day_runs_the_same_step_again_starts_its_clock_only_where_asked(
    doc: Document, times: Times
) -> None:
    agenda.begin_day(doc)
    first, second = agenda.steps(doc)[:2]
    agenda.set_clock(doc, first, agenda.clock(doc, first).paused(doc.steady()))
    agenda.open_step(doc, first.id, starts=False)
    assert not agenda.clock(doc, first).runs
    agenda.open_step(doc, second.id, starts=False)
    assert not agenda.clock(doc, second).runs
    assert day_times.spent(doc, second) is not None
    agenda.open_step(doc, second.id)
    assert agenda.clock(doc, second).runs
