"""Steps, their clocks and their languages: bounds, order, and what the facilitator wrote stays."""

from __future__ import annotations

import pytest

from mission_desk.core.agenda import agenda, day_times, lateness, outline
from mission_desk.core.agenda.clock import Clock, Tones, face
from mission_desk.core.agenda.methods import method, own_methods, shipped_methods, usual_title
from mission_desk.core.agenda.room_language import change_language
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Board, Region, Step
from mission_desk.core.room import scene
from mission_desk.paths import methods_dir, resource
from tests.core.day_times import Times


def titles(doc: Document) -> list[str]:
    return [step.title for step in agenda.steps(doc)]


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


@pytest.mark.parametrize(("place", "at"), [(0, 0), (2, 2), (10, 10), (99, 10), (-3, 0)])
def test_a_step_is_moved_to_its_place_or_the_nearest_end(doc: Document, place: int, at: int) -> None:
    moved = agenda.steps(doc)[4]
    outline.move_step(doc, moved.id, place)
    every = agenda.steps(doc)
    assert every[at].id == moved.id
    assert [step.rank for step in every] == list(range(11))


def test_a_new_step_stands_below_the_one_it_was_asked_for_on_its_page(doc: Document) -> None:
    fifth = agenda.steps(doc)[4]
    outline.add_step(doc, fifth.id, title="More")
    outline.add_step(doc, title="Last")
    every = agenda.steps(doc)
    assert (every[5].title, every[5].page, every[5].board) == ("More", fifth.page, fifth.board)
    assert (every[5].key, every[-1].key, every[-1].title) == ("own-1", "own-2", "Last")
    assert [step.rank for step in every] == list(range(13))
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


def test_who_leads_is_said_style_by_style(doc: Document) -> None:
    first = agenda.steps(doc)[0]
    for style, leads, after in (
        ("heart", True, ("heart",)),
        ("analyst", True, ("heart", "analyst")),
        ("heart", True, ("analyst", "heart")),
        ("analyst", False, ("heart",)),
        ("ideator", False, ("heart",)),
    ):
        outline.set_lead(doc, first.id, style, leads)
        assert sorted(agenda.leads(doc.row(Step, first.id))) == sorted(after)


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


def test_going_back_does_not_bring_later_steps_again(doc: Document, times: Times) -> None:
    agenda.begin_day(doc)
    every = agenda.steps(doc)
    for step in every[:4]:
        agenda.open_step(doc, step.id)
        times.wait(90)
    agenda.open_step(doc, every[1].id)
    assert [step.id for step in lateness.later_steps(doc)] == [step.id for step in every[4:]]


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


def test_the_language_changes_the_methods_words_and_never_the_facilitators(doc: Document) -> None:
    steps, made = agenda.steps(doc), method("find-our-mission")
    outline.edit_step(doc, steps[0].id, title="Mine")
    own = outline.add_step(doc, title="Own")
    with doc.action("test.words") as write:
        write.update(Board, boards.boards(doc)[0].id, title="My board")
    change_language(doc, "de")
    german = {step.key: step for step in made.steps}
    for step in agenda.steps(doc):
        if step.id == own:
            assert step.title == "Own"
        else:
            assert step.title == ("Mine" if step.id == steps[0].id else german[step.key].title["de"])
            assert step.prompt == german[step.key].prompt["de"]
            assert step.note == german[step.key].note["de"]
    assert scene.workshop(doc).title == usual_title(made, "de")
    by_key = {board.key: board for board in made.boards}
    for n, board in enumerate(boards.boards(doc)):
        assert board.title == ("My board" if n == 0 else by_key[board.key].title["de"])
        regions = {region.key: region for region in by_key[board.key].regions}
        for region in doc.rows(Region, "board = ?", board.id):
            assert (region.title, region.hint) == (
                regions[region.key].title["de"],
                regions[region.key].hint["de"],
            )
    assert doc.undo()
    assert scene.workshop(doc).language == "en"
    assert titles(doc)[1] == german[steps[1].key].title["en"]


def put(name: str, key: str, title: str) -> None:
    text = resource("methods", "half-a-day.toml").read_text("utf-8")
    text = text.replace('key = "half-a-day"', f'key = "{key}"', 1)
    first = text.index("title = ")
    text = text[:first] + f'title = {{ en = "{title}" }}' + text[text.index("\n", first) :]
    methods_dir().mkdir(parents=True, exist_ok=True)
    (methods_dir() / name).write_text(text, "utf-8")


def test_own_methods_stand_by_title_and_a_key_is_given_once() -> None:
    put("a.toml", "mine", "Zebra")
    put("b.toml", "yours", "Apple")
    put("c.toml", "mine", "Middle")
    own, complaints = own_methods()
    assert [each.key for each in own] == ["yours", "mine"]
    assert len(complaints) == 1
    assert "c.toml" in complaints[0]
    assert method("yours").title["en"] == "Apple"
    with pytest.raises(KnownError, match=r"no method “none”.*mine"):
        method("none")


def test_forty_files_of_ones_own_are_looked_at() -> None:
    for n in range(41):
        put(f"{n:02}.toml", f"own-{n:02}", f"Title {n:02}")
    own, _ = own_methods()
    assert [each.key for each in own] == [f"own-{n:02}" for n in range(40)]


def test_methods_that_ship_stand_in_their_order() -> None:
    ranks = [each.rank for each in shipped_methods()]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


@pytest.mark.parametrize(
    ("team", "title"),
    [("", "Our team — Half a day"), (" Support ", "Support — Half a day"), (" ", "Our team — Half a day")],
)
def test_a_workshop_is_called_by_its_team_and_method(team: str, title: str) -> None:
    assert usual_title(method("half-a-day"), "en", team) == title
