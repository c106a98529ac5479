"""A new edition takes over last year's promises and people; priorities and guidelines keep their order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from mission_desk.core.agenda.methods import method
from mission_desk.core.agenda.real_times import LAST_MINUTES
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Workshop
from mission_desk.core.plan import editions, links, priorities, roadmap
from mission_desk.core.room import people, scene
from mission_desk.core.statement import drafts
from mission_desk.core.whole.starting import start_workshop


@pytest.fixture
def last_year(doc: Document) -> editions.LastYear:
    scene.edit_workshop(
        doc, title="Day one", company="Northwind", team="Support", mission="M", vision="V", place="Hall"
    )
    drafts.choose(doc, drafts.add_draft(doc, text=" We are calm. "))
    for side in ("company", "team"):
        for row in priorities.priorities(doc, side)[:2]:
            priorities.write_priority(doc, row.id, f"{side} {row.rank}")
    roadmap.add_guideline(doc, role="Agent", text="Stay.")
    roadmap.add_guideline(doc, role="Lead", text="Listen.")
    people.set_style_counts(doc, {"ideator": 1, "heart": 2})
    people.name_seat(doc, people.seats(doc)[1].id, "Ada")
    return editions.read_edition(doc)


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Document]:
    doc = start_workshop(tmp_path / "new.mission", method("find-our-mission"), "en")
    yield doc
    doc.close()


def test_a_new_edition_takes_over_every_column_that_is_not_of_one_year(
    last_year: editions.LastYear, new: Document
) -> None:
    """A new column too, without a line of code: what the team had typed once it need not type again."""
    names = [name for name in Workshop.__struct_fields__ if name not in editions.OF_ONE_YEAR]
    typed = replace(last_year.workshop, day="2015-04-07", **{name: f"typed as {name}" for name in names})
    editions.continue_edition(new, replace(last_year, workshop=typed))
    about = scene.workshop(new)
    assert [getattr(about, name) for name in names] == [f"typed as {name}" for name in names]
    assert about.day != typed.day


def test_a_new_edition_has_last_years_words_people_and_promises(
    last_year: editions.LastYear, new: Document
) -> None:
    editions.continue_edition(new, last_year)
    about = scene.workshop(new)
    assert (about.company, about.team, about.mission, about.vision, about.place) == (
        "Northwind", "Support", "M", "V", "Hall",
    )  # fmt: skip
    assert (about.last_year, about.title != "Day one") == ("We are calm.", True)
    for side in ("company", "team"):
        texts = [row.text for row in priorities.priorities(new, side)]
        assert texts == [f"{side} 0", f"{side} 1", ""]
    assert [(seat.number, seat.name, seat.style) for seat in people.seats(new)] == [
        (1, "", "ideator"),
        (2, "Ada", "heart"),
        (3, "", "heart"),
    ]
    assert [(each.subject, each.promise, each.answer) for each in editions.verdicts(new)] == [
        ("statement", "We are calm.", ""),
        ("priority", "team 0", ""),
        ("priority", "team 1", ""),
        ("guideline", "Agent: Stay.", ""),
        ("guideline", "Lead: Listen.", ""),
    ]
    assert roadmap.guidelines(new) == []
    assert not new.undo()


def test_how_long_steps_really_took_goes_over_into_the_next_year(
    last_year: editions.LastYear, new: Document
) -> None:
    editions.continue_edition(new, replace(last_year, minutes=(("think-big", 25),)))
    assert new.session_value(LAST_MINUTES) == {"think-big": 25}


def test_promises_can_be_typed_judged_and_taken_back(doc: Document) -> None:
    first, second, third = (editions.add_promise(doc, "priority", f" {n} ") for n in "abc")
    editions.judge(doc, second, "lived")
    editions.write_verdict(doc, second, "Fewer calls.")
    editions.remove_promise(doc, first)
    rows = editions.verdicts(doc)
    assert [(row.id, row.promise, row.answer, row.text) for row in rows] == [
        (second, "b", "lived", "Fewer calls."),
        (third, "c", "", ""),
    ]
    assert rows[1].rank - rows[0].rank == 1
    editions.judge(doc, second, "")
    assert editions.verdicts(doc)[0].answer == ""


def test_three_priorities_a_side_stand_in_their_order(doc: Document) -> None:
    rows = priorities.priorities(doc, "team")
    assert [row.rank for row in rows] == [0, 1, 2]
    with doc.action("test.turn") as write:
        for row, rank in zip(rows, (2, 1, 0), strict=True):
            write.update(type(row), row.id, rank=rank)
    assert [row.id for row in priorities.priorities(doc, "team")] == [row.id for row in reversed(rows)]


def test_a_link_is_made_and_taken_away_and_a_gap_is_a_written_priority_without_one(doc: Document) -> None:
    company, team = priorities.priorities(doc, "company"), priorities.priorities(doc, "team")
    for row in (*company[:2], *team[:2]):
        priorities.write_priority(doc, row.id, f"Words {row.id}")
    links.link(doc, company[0].id, team[1].id)
    assert doc.undoable == "priority.link"
    assert [(link.company, link.team) for link in links.links(doc)] == [(company[0].id, team[1].id)]
    assert [row.id for row in links.unlinked(doc, "company")] == [company[1].id]
    assert [row.id for row in links.unlinked(doc, "team")] == [team[0].id]
    links.unlink(doc, links.links(doc)[0].id)
    assert doc.undoable == "priority.unlink"
    assert links.links(doc) == []


@pytest.mark.parametrize(
    ("row", "before", "order"),
    [
        (0, 0, "abcd"), (0, 2, "bacd"), (1, 0, "bacd"), (1, 4, "acdb"), (2, 99, "abdc"), (3, 0, "dabc"),
        (3, 4, "abcd"), (3, 2, "abdc"),
    ],
)  # fmt: skip
def test_a_guideline_moves_up_and_down_and_never_past_an_end(
    doc: Document, row: int, before: int, order: str
) -> None:
    ids = [roadmap.add_guideline(doc, role=role) for role in "abcd"]
    roadmap.place_guidelines(doc, [ids[row]], before)
    assert "".join(each.role for each in roadmap.guidelines(doc)) == order
    assert [each.rank for each in roadmap.guidelines(doc)] == [0, 1, 2, 3]


def test_a_guideline_is_added_at_the_end_and_has_only_what_was_given(doc: Document) -> None:
    first = roadmap.add_guideline(doc, role=" Agent ", due="2027-01-01")
    second = roadmap.add_guideline(doc, role="Lead")
    roadmap.edit_guideline(doc, second, text="Listen.")
    rows = roadmap.guidelines(doc)
    assert [(row.role, row.text, row.due, row.rank) for row in rows] == [
        ("Agent", "", "2027-01-01", 0),
        ("Lead", "Listen.", "", 1),
    ]
    roadmap.remove_guidelines(doc, [first])
    assert [row.id for row in roadmap.guidelines(doc)] == [second]
