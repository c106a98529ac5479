"""A clock as a value and as it is stored; steps that come, go and are edited while one of them is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.core.agenda import agenda, clock_storage, day_times, lateness, outline, real_times
from mission_desk.core.agenda.clock import Clock, Tones
from mission_desk.core.agenda.methods import (
    LARGEST,
    method,
    own_methods,
    shipped_boards,
    shipped_methods,
)
from mission_desk.core.agenda.room_language import change_language
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Step
from mission_desk.core.stage import desk_position
from mission_desk.core.whole.starting import start_workshop
from mission_desk.paths import methods_dir, resource
from tests.core.day_times import Times


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


def test_styles_lead_in_the_order_in_which_they_were_asked(doc: Document) -> None:
    step = agenda.steps(doc)[0].id
    outline.edit_step(doc, step, lead="")
    for style, leads in (("heart", True), ("analyst", True), ("heart", True), ("analyst", False)):
        outline.set_lead(doc, step, style, leads)
    assert agenda.leads(doc.row(Step, step)) == ("heart",)


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


def put(name: str, content: bytes) -> None:
    methods_dir().mkdir(parents=True, exist_ok=True)
    (methods_dir() / name).write_bytes(content)


def test_a_bad_file_of_ones_own_is_one_sentence_and_stops_nothing() -> None:
    good = resource("methods", "half-a-day.toml").read_bytes()
    put("a.toml", b"\xff\xfe\xff")
    put("b.toml", good + b"#" * LARGEST)
    put("c.toml", good)
    put("d.toml", b"\xef\xbb\xbf" + good.replace(b'key = "half-a-day"', b'key = "mine"', 1))
    own, complaints = own_methods()
    assert [each.key for each in own] == ["mine"]
    expected = [
        ("a.toml", "cannot be read"),
        ("b.toml", "no text of a method's size"),
        ("c.toml", "another method"),
    ]
    for sentence, (name, words) in zip(complaints, expected, strict=True):
        assert name in sentence
        assert words in sentence
    with pytest.raises(KnownError, match=r"no method “x”.*half-a-day.*mine.*a\.toml"):
        method("x")
    assert method("mine").minutes == method("half-a-day").minutes


def test_what_ships_is_read_once_and_boards_are_no_method() -> None:
    assert shipped_methods() is shipped_methods()
    assert shipped_boards() is shipped_boards()
    assert "boards" not in [each.key for each in shipped_methods()]


@pytest.mark.parametrize(("left", "tone"), [(300, "calm"), (299.9, "soon"), (0, "soon"), (-0.1, "warn")])
def test_time_gets_short_in_the_last_five_minutes(left: float, tone: str) -> None:
    assert Tones().tone(left) == tone


def test_the_language_changes_the_words_of_the_workshops_own_method(path: Path) -> None:
    last = shipped_methods()[-1]
    doc = start_workshop(path, last, "en")
    change_language(doc, "de")
    assert [step.title for step in agenda.steps(doc)] == [step.title["de"] for step in last.steps]
    doc.close()


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
