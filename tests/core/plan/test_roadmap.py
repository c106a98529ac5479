"""Rows of the road map, roles, the words that are offered for them, and the days one looks at them again."""

from __future__ import annotations

from datetime import date

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError
from mission_desk.core.plan import roadmap, roles, suggestions
from mission_desk.core.plan.check_in_days import check_in_days
from mission_desk.core.plan.measures import from_to, number, share_reached
from mission_desk.grammar import languages
from mission_desk.language.sensor.sensor import findings


def texts(doc: Document) -> str:
    return "".join(row.text for row in roadmap.guidelines(doc))


@pytest.fixture
def rows(doc: Document) -> list[int]:
    return roadmap.add_guidelines(doc, [{"text": letter} for letter in "abcde"])


def test_many_rows_come_and_go_in_one_step(doc: Document, rows: list[int]) -> None:
    assert texts(doc) == "abcde"
    roadmap.remove_guidelines(doc, [rows[1], rows[3]])
    assert texts(doc) == "ace"
    doc.undo()
    assert texts(doc) == "abcde"
    doc.undo()
    assert texts(doc) == ""


def test_a_new_row_stands_below_the_one_it_was_asked_from(doc: Document, rows: list[int]) -> None:
    roadmap.add_guideline(doc, after=rows[1], text="x")
    assert texts(doc) == "abxcde"
    roadmap.add_guideline(doc, text="y")
    assert texts(doc) == "abxcdey"


@pytest.mark.parametrize(
    ("taken", "place", "order"),
    [([3], 0, "dabce"), ([0], 5, "bcdea"), ([4, 0], 2, "baecd"), ([1, 2], 2, "abcde"), ([0, 1], 1, "abcde")],
)
def test_rows_are_laid_before_the_one_they_were_dropped_on(
    doc: Document, rows: list[int], taken: list[int], place: int, order: str
) -> None:
    roadmap.place_guidelines(doc, [rows[n] for n in taken], place)
    assert texts(doc) == order
    assert [row.rank for row in roadmap.guidelines(doc)] == list(range(5))


def test_only_a_dropped_one_keeps_a_reason(doc: Document, rows: list[int]) -> None:
    roadmap.set_state(doc, rows[:2], "dropped", " they hang up ")
    first = roadmap.guidelines(doc)[0]
    assert (first.state, first.because) == ("dropped", "they hang up")
    roadmap.set_state(doc, rows[:1], "partly", "no reason needed")
    first = roadmap.guidelines(doc)[0]
    assert (first.state, first.because) == ("partly", "")


def test_several_rows_get_one_owner_in_one_step(doc: Document, rows: list[int]) -> None:
    roadmap.edit_guidelines(doc, rows[1:3], owner="Ruth")
    assert [row.owner for row in roadmap.guidelines(doc)] == ["", "Ruth", "Ruth", "", ""]
    doc.undo()
    assert not any(row.owner for row in roadmap.guidelines(doc))
    with pytest.raises(BugError, match="state"):
        roadmap.edit_guideline(doc, rows[0], state="lived")


def test_a_role_is_one_whatever_its_case_and_renaming_takes_its_guidelines_along(doc: Document) -> None:
    lead = roles.add_role(doc, "Team lead", 4)
    assert roles.add_role(doc, " team  LEAD ") == lead
    roadmap.add_guideline(doc, role="team lead", text="a")
    roadmap.add_guideline(doc, role="Trainer", text="b")
    roadmap.add_guideline(doc, role="TRAINER", text="c")
    assert roles.role_names(doc) == ["Team lead", "Trainer"]
    roles.rename_role(doc, lead, "Coach")
    assert [row.role for row in roadmap.guidelines(doc)] == ["Coach", "Trainer", "TRAINER"]
    doc.undo()
    assert [row.text for row in roles.guidelines_of(doc, "Team lead")] == ["a"]


def test_roles_move_and_a_removed_one_leaves_its_guidelines(doc: Document) -> None:
    first, second = roles.add_role(doc, "Agent"), roles.add_role(doc, "Planner", 2)
    roadmap.add_guideline(doc, role="Agent", text="a")
    roles.move_role(doc, second, -5)
    assert roles.role_names(doc) == ["Planner", "Agent"]
    roles.count_people(doc, second, -3)
    assert roles.roles(doc)[0].people == 0
    roles.remove_role(doc, first)
    assert roles.role_names(doc) == ["Planner", "Agent"]
    assert [row.name for row in roles.roles(doc)] == ["Planner"]


@pytest.mark.parametrize("language", languages())
def test_each_language_offers_the_usual_roles_and_nothing_that_the_sensor_flags(language: str) -> None:
    offered = suggestions.suggestions(language)
    assert len(offered) == 41
    assert len(suggestions.usual_roles(language)) == 24
    assert all(each.role and each.text and each.measure and each.data and each.evaluation for each in offered)
    every = [words for each in offered for words in (each.text, each.measure, each.data, each.evaluation)]
    assert [words for words in every if findings(words, language)] == []
    agent = suggestions.usual_roles(language)[0]
    assert len(suggestions.suggestions_for(agent.upper(), language)) == 4


def test_an_unknown_role_is_offered_nothing() -> None:
    assert suggestions.suggestions_for("Astronaut", "en") == ()


@pytest.mark.parametrize(
    ("day", "days"),
    [
        (date(2026, 11, 23), ["2026-12-23", "2027-02-22", "2027-05-24", "2027-11-23"]),
        (date(2024, 2, 29), ["2024-04-01", "2024-05-29", "2024-08-27", "2025-03-03"]),
    ],
)
def test_a_check_in_on_a_weekend_is_on_the_monday_after(day: date, days: list[str]) -> None:
    assert [each.day.isoformat() for each in check_in_days(day)] == days


class Row:
    def __init__(self, start: str, goal: str, unit: str = "") -> None:
        self.measure, self.start, self.goal, self.unit = "Solved", start, goal, unit


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (Row("61", "80", "%"), "61 → 80 %"), (Row("", "9 of 10"), "? → 9 of 10"), (Row("", " "), ""),
        (Row("18", "", "%"), "18 → ? %"),
    ],
)  # fmt: skip
def test_a_measure_goes_from_to(row: Row, words: str) -> None:
    assert from_to(row) == words


@pytest.mark.parametrize(
    ("ends", "now", "share"),
    [
        (("61", "80"), "80", 1.0), (("18 %", "6 %"), "12", 0.5), (("0", "6"), "-1", 0.0),
        (("5", "5"), "5", None),
        (("not asked", "9"), "3", None), (("1 000", "2 000"), "1 500,0", 0.5),
    ],
)  # fmt: skip
def test_how_far_a_value_has_come(ends: tuple[str, str], now: str, share: float | None) -> None:
    assert share_reached(Row(*ends), now) == share
    assert number("61 %") == 61.0
