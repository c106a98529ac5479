"""What is missing: each gap is there until it is closed or honestly answered, and not a moment longer."""

from __future__ import annotations

from datetime import date

import pytest

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.plan import candidates, gaps, kpis, links, priorities, roadmap, roadmap_gaps, roles
from mission_desk.core.plan.candidates import Proposal

TODAY = date(2027, 2, 22)


@pytest.fixture
def six(doc: Document) -> tuple[list[int], list[int]]:
    """Theirs and ours, all written."""
    sides = [[row.id for row in priorities.priorities(doc, side)] for side in ("company", "team")]
    for side, rows in zip("tu", sides, strict=True):
        for number, row in enumerate(rows):
            priorities.write_priority(doc, row, f"{side}{number}")
    return sides[0], sides[1]


def named(doc: Document) -> list[tuple[str, int]]:
    return [(gap.kind, gap.priority) for gap in gaps.gaps(doc)]


def test_before_one_of_ours_is_written_nothing_is_missing(doc: Document) -> None:
    priorities.write_priority(doc, priorities.priorities(doc, "company")[0].id, "Keep customers")
    assert gaps.gaps(doc) == []


def test_a_link_without_a_reason_closes_nothing_but_the_ends(
    doc: Document, six: tuple[list[int], list[int]]
) -> None:
    theirs, ours = six
    drawn = [links.link(doc, *ends) for ends in zip(theirs, ours, strict=True)]
    assert named(doc) == [("no because", each) for each in ours]
    links.write_because(doc, drawn[0], "they stay")
    links.write_because(doc, drawn[1], " \n ")
    assert named(doc) == [("no because", each) for each in ours[1:]]


def test_the_honest_way_out_counts_as_an_answer_on_both_sides(
    doc: Document, six: tuple[list[int], list[int]]
) -> None:
    theirs, ours = six
    for one, other in zip(theirs[:2], ours[:2], strict=True):
        links.write_because(doc, links.link(doc, one, other), "so")
    assert named(doc) == [("served by nobody", theirs[2]), ("serves none", ours[2])]
    priorities.edit_priority(doc, theirs[2], unlinked_because="the factory does it")
    priorities.edit_priority(doc, ours[2], unlinked_because="it is ours alone")
    assert named(doc) == []


def test_a_fourth_wants_in_until_it_is_parked_and_says_what_speaks_for_it(
    doc: Document, six: tuple[list[int], list[int]], board: int
) -> None:
    for row in (*six[0], *six[1]):
        priorities.edit_priority(doc, row, unlinked_because="so")
    note = boards.add_notes(doc, board, ["Ring first"], "ideator")[0]
    boards.add_dots(doc, [note], 3)
    fourth = candidates.take_up(doc, Proposal("Ring first", note=note))
    (gap,) = gaps.gaps(doc)
    assert (gap.kind, gap.priority, gap.dots, gap.third, gap.third_dots) == (
        "wants in", fourth, 3, six[1][2], None,
    )  # fmt: skip
    assert (gaps.fix(gap.kind), gaps.way_out(gap.kind)) == ("swap with our third", "park")
    priorities.park(doc, fourth)
    assert gaps.gaps(doc) == []
    priorities.want_in(doc, fourth)
    assert named(doc) == [("wants in", fourth)]


def missing(doc: Document) -> list[tuple[str, int, str]]:
    return [(gap.kind, len(gap.rows), gap.name) for gap in roadmap_gaps.roadmap_gaps(doc, TODAY)]


def full(doc: Document, **words: str) -> int:
    usual = {"role": "Agent", "text": "When a shop calls, we stay.", "measure": "Solved", "owner": "Ruth"}
    return roadmap.add_guideline(doc, **{**usual, "due": "2027-02-22", **words})


def test_a_row_that_holds_nothing_or_a_role_alone_is_not_counted(doc: Document) -> None:
    roadmap.add_guideline(doc)
    roadmap.add_guideline(doc, text=" \n")
    roadmap.add_guideline(doc, role="Agent")
    assert roadmap.written_guidelines(doc) == []
    assert missing(doc) == [("role without guideline", 0, "Agent")]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ({"owner": " "}, "no owner"), ({"measure": ""}, "no measure"), ({"due": ""}, "no date"),
        ({"due": "after the summer"}, "no date"), ({"due": "2027-02-21"}, "overdue"),
    ],
)  # fmt: skip
def test_a_row_lacks_what_it_does_not_say(doc: Document, words: dict[str, str], kind: str) -> None:
    row = full(doc, **words)
    assert missing(doc) == [(kind, 1, "")]
    roadmap.set_state(doc, [row], "dropped", "they hang up")
    assert missing(doc) == [("role without guideline", 0, "Agent")]


def test_a_date_is_over_the_day_after_and_not_when_it_is_lived(doc: Document) -> None:
    full(doc)
    assert missing(doc) == []
    late = full(doc, due="2027-02-21")
    assert missing(doc) == [("overdue", 1, "")]
    roadmap.set_state(doc, [late], "lived")
    assert missing(doc) == []


def test_an_owner_of_five_is_fine_and_one_of_six_is_named(doc: Document) -> None:
    for _ in range(5):
        full(doc)
    assert missing(doc) == []
    full(doc, owner=" ruth ")
    assert missing(doc) == [("owner of many", 6, "Ruth")]


def test_roles_and_priorities_want_a_guideline_of_their_own(doc: Document) -> None:
    ours = priorities.priorities(doc, "team")[0].id
    priorities.write_priority(doc, ours, "Solved in one contact")
    roles.add_role(doc, "Trainer", 1)
    row = full(doc)
    assert missing(doc) == [
        ("role without guideline", 0, "Trainer"),
        ("priority without guideline", 0, "Solved in one contact"),
    ]
    roadmap.edit_guideline(doc, row, role="trainer")
    roadmap.serve_priority(doc, [row], ours)
    assert missing(doc) == []


def test_every_measure_of_today_wants_an_answer_and_changed_says_to_which(doc: Document) -> None:
    calls = kpis.add_kpi(doc, "Calls an hour")
    kpis.add_kpi(doc)
    lacking = [("measure of today without answer", 0, "Calls an hour")]
    assert missing(doc) == lacking
    kpis.answer_kpi(doc, calls, "changed")
    assert missing(doc) == lacking
    kpis.edit_kpi(doc, calls, changed_to="Solved for a week")
    assert missing(doc) == []
