"""Parts of a step's clock: what is read, where each ends, and what more or less time does to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.agenda.method_file import BadMethodError, read_method, written_method
from mission_desk.core.agenda.methods import shipped_boards, shipped_methods
from mission_desk.core.agenda.room_language import change_language
from mission_desk.core.agenda.step_parts import minutes_of, part_now, parts_of, read_parts
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Step
from mission_desk.core.whole.saving_methods import save_method
from tests.core.day_times import Times

PARTS = "10 alone · 15 aloud · 10 cluster"


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        (PARTS, PARTS),
        ("10 alone, 15 min aloud; 10' cluster", PARTS),
        (" 10alone | 15 aloud/10 m cluster ", PARTS),
        ("5 Minuten still", "5 still"),
        ("5 mindful", "5 mindful"),
        ("", ""),
        (" · ", ""),
        ("alone", None),
        ("10", None),
        ("0 alone", None),
        ("10 alone · aloud", None),
        ("10 " + "a" * 25, None),
        (" · ".join(["1 a"] * 13), None),
    ],
)
def test_what_is_read(text: str, stored: str | None) -> None:
    assert read_parts(text) == stored


@given(st.text(max_size=60))
def test_what_was_read_is_read_the_same_again(text: str) -> None:
    stored = read_parts(text)
    if stored is not None:
        assert read_parts(stored) == stored
        assert (minutes_of(stored) > 0) == bool(stored)


def step_with(doc: Document, parts: str) -> Step:
    outline.set_parts(doc, agenda.steps(doc)[4].id, parts)
    return agenda.steps(doc)[4]


def names_over_time(doc: Document, times: Times, step: Step, *waits: float) -> list[str]:
    names = []
    for seconds in waits:
        times.wait(seconds)
        part = part_now(parts_of(step), agenda.clock(doc, step).remaining(doc.steady()))
        names.append(part.name if part else "")
    return names


def test_the_parts_follow_each_other_and_the_last_one_stays(doc: Document, times: Times) -> None:
    step = step_with(doc, PARTS)
    assert step.minutes == 35
    agenda.set_clock(doc, step, agenda.clock(doc, step).started(doc.steady()))
    seen = names_over_time(doc, times, step, 0, 599, 1, 899, 1, 600, 3600)
    assert seen == ["alone", "alone", "aloud", "aloud", "cluster", "cluster", "cluster"]


def test_a_minute_more_goes_to_the_part_that_runs(doc: Document, times: Times) -> None:
    step = step_with(doc, PARTS)
    agenda.set_clock(doc, step, agenda.clock(doc, step).started(doc.steady()))
    times.wait(590)
    agenda.set_clock(doc, step, agenda.clock(doc, step).lengthened(60))
    assert names_over_time(doc, times, step, 69, 1) == ["alone", "aloud"]


def test_a_shorter_step_shortens_each_part(doc: Document) -> None:
    step_with(doc, PARTS)
    outline.edit_step(doc, agenda.steps(doc)[4].id, minutes=7)
    assert [each.ends for each in parts_of(agenda.steps(doc)[4])] == [300, 120, 0]


def test_parts_and_minutes_are_one_action(doc: Document) -> None:
    before = agenda.steps(doc)[4]
    step_with(doc, "5 a · 6 b")
    doc.undo()
    assert agenda.steps(doc)[4] == before
    assert step_with(doc, "").minutes == before.minutes


def test_words_that_are_no_parts_are_none(doc: Document) -> None:
    outline.edit_step(doc, agenda.steps(doc)[4].id, parts="what another program wrote")
    assert parts_of(agenda.steps(doc)[4]) == ()
    assert part_now((), 10) is None


def test_the_methods_say_them_in_both_languages_and_for_the_whole_step() -> None:
    steps = [step for method in shipped_methods() for step in method.steps if step.parts]
    assert len(steps) >= 8
    for step in steps:
        for text in step.parts.values():
            assert read_parts(text) == text
            assert minutes_of(text) == step.minutes
        assert len({text.count("·") for text in step.parts.values()}) == 1


def test_the_room_changes_their_language_where_nobody_changed_them(doc: Document) -> None:
    outline.set_parts(doc, agenda.steps(doc)[7].id, "20 drafts · 20 vote")
    change_language(doc, "de")
    assert [agenda.steps(doc)[n].parts for n in (4, 7)] == ["10 Stille · 25 laut", "20 drafts · 20 vote"]


def test_a_method_of_ones_own_has_them_too(doc: Document) -> None:
    step_with(doc, PARTS)
    saved = save_method(doc, "Mine")
    assert (
        read_method(written_method(saved, shipped_boards()), shipped_boards()).steps[4].parts["en"] == PARTS
    )
    bad = written_method(saved, shipped_boards()).replace("10 alone", "some alone")
    with pytest.raises(BadMethodError, match="parts"):
        read_method(bad, shipped_boards())
