"""Our three and theirs: whatever is moved, swapped, taken up or decided by a vote, they stay three, nothing
that was written is lost, and Undo leads back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards, clustering, covering
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError
from mission_desk.core.file.plan_rows import Link, Priority
from mission_desk.core.plan import candidates, filling_three, links, priorities
from mission_desk.core.plan.candidates import Proposal
from mission_desk.core.whole.starting import start_workshop
from tests.properties.chooser import Chooser
from tests.properties.plan_acts import (
    draw_link,
    fill_three,
    move_priority,
    take_up,
    treat_link,
    treat_waiting,
    write_priority,
)

ACTS = (write_priority, move_priority, take_up, treat_waiting, fill_three, draw_link, treat_link)


def ours(doc: Document) -> list[str]:
    return [row.text for row in priorities.priorities(doc, "team")]


def waiting(doc: Document) -> list[tuple[str, str]]:
    return [(row.text, row.place) for row in priorities.not_this_year(doc)]


def write_three(doc: Document, *texts: str) -> list[int]:
    rows = priorities.priorities(doc, "team")
    for row, text in zip(rows, texts, strict=False):
        priorities.write_priority(doc, row.id, text)
    return [row.id for row in rows]


def everything(doc: Document) -> tuple[list[Priority], list[Link]]:
    return doc.rows(Priority, "1 ORDER BY id"), doc.rows(Link, "1 ORDER BY id")


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_they_stay_three_and_undo_leads_back(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    doc = start_workshop(tmp_path_factory.mktemp("three") / "day.mission", method("find-our-mission"), "en")
    choose = Chooser(doc, data.draw)
    states = [everything(doc)]
    for act in data.draw(st.lists(st.sampled_from(ACTS), min_size=1, max_size=8)):
        act(doc, choose)
        stands(doc)
        if everything(doc) != states[-1]:
            states.append(everything(doc))
    while doc.undo():
        if everything(doc) != states[-1]:
            states.pop()
        assert everything(doc) == states[-1] or everything(doc) in states
    assert everything(doc) == states[0]
    doc.close()


def stands(doc: Document) -> None:
    for side in ("company", "team"):
        assert [row.rank for row in priorities.priorities(doc, side)] == [0, 1, 2]
    assert all(row.side == "team" for row in priorities.not_this_year(doc))
    three = {row.id for side in ("company", "team") for row in priorities.priorities(doc, side)}
    assert all({row.company, row.team} <= three for row in links.links(doc))


@pytest.mark.parametrize(
    ("row", "by", "order"), [(0, 1, "bac"), (2, -9, "cab"), (1, 5, "acb"), (0, -1, "abc")]
)
def test_one_of_three_moves_among_them(doc: Document, row: int, by: int, order: str) -> None:
    rows = write_three(doc, *"abc")
    priorities.move_priority(doc, rows[row], by)
    assert "".join(ours(doc)) == order


def test_a_candidate_fills_the_first_empty_one_and_a_fourth_wants_in(doc: Document, board: int) -> None:
    notes = boards.add_notes(doc, board, ["One call", "Say it plainly"], "ideator")
    write_three(doc, "a", "", "c")
    second = candidates.take_up(doc, Proposal("One call", note=notes[0]))
    assert ours(doc) == ["a", "One call", "c"]
    assert candidates.origin_words(doc, second) == ["One call"]
    fourth = candidates.take_up(doc, Proposal("Say it plainly", note=notes[1]))
    assert waiting(doc) == [("Say it plainly", "wants in")]
    assert candidates.take_up(doc, Proposal("Say it plainly", note=notes[1])) == fourth
    assert len(waiting(doc)) == 1
    doc.undo()
    assert waiting(doc) == []


def test_a_swap_keeps_the_links_of_both_and_can_be_swapped_back(doc: Document) -> None:
    rows, company = write_three(doc, *"abc"), priorities.priorities(doc, "company")
    links.link(doc, company[0].id, rows[2], "strongly serves")
    fourth = candidates.take_up(doc, Proposal("d"))
    priorities.swap_in(doc, fourth, rows[2])
    assert (ours(doc), waiting(doc), links.links(doc)) == (["a", "b", "d"], [("c", "parked")], [])
    priorities.swap_in(doc, rows[2], fourth)
    assert ours(doc) == ["a", "b", "c"]
    assert [(row.team, row.strength) for row in links.links(doc)] == [(rows[2], "strongly serves")]


def test_one_that_is_swapped_in_takes_the_place_of_the_other(doc: Document) -> None:
    rows = write_three(doc, *"abc")
    priorities.swap_in(doc, candidates.take_up(doc, Proposal("d")), rows[0])
    assert ours(doc) == ["d", "b", "c"]


def test_a_swap_with_an_empty_third_leaves_no_empty_one_waiting(doc: Document) -> None:
    rows = write_three(doc, "a", "b", "c")
    fourth = candidates.take_up(doc, Proposal("d"))
    priorities.write_priority(doc, rows[2], "  ")
    priorities.swap_in(doc, fourth, rows[2])
    assert (ours(doc), waiting(doc)) == (["a", "b", "d"], [])


def test_the_vote_fills_the_three_in_one_step_and_what_stood_there_waits(doc: Document) -> None:
    rows = write_three(doc, *"abc")
    priorities.edit_priority(doc, rows[1], why="because we can")
    won = [Proposal("x"), Proposal("b", priority=rows[1]), Proposal("y")]
    filling_three.fill_three(doc, won, [Proposal("e"), Proposal("f")])
    assert ours(doc) == ["x", "b", "y"]
    assert priorities.priorities(doc, "team")[1].why == "because we can"
    assert waiting(doc) == [(each, "wants in") for each in "acef"]
    doc.undo()
    assert (ours(doc), waiting(doc)) == (["a", "b", "c"], [])


def test_two_winners_leave_the_third_place_empty(doc: Document) -> None:
    write_three(doc, *"abc")
    filling_three.fill_three(doc, [Proposal("x"), Proposal("y")])
    assert ours(doc) == ["x", "y", ""]
    assert [text for text, _ in waiting(doc)] == ["a", "b", "c"]


def test_candidates_are_what_has_dots_and_lies_open_most_dots_first(doc: Document, board: int) -> None:
    notes = boards.add_notes(doc, board, ["calm", "plain", "early", "quiet", "hidden"], "ideator")
    clustering.group_notes(doc, notes[:2], "Voice")
    for note, dots in zip(notes, (2, 1, 3, 0, 9), strict=True):
        if dots:
            boards.add_dots(doc, [note], dots)
    covering.cover_notes(doc, notes[4:])
    offered = [(each.kind, each.words, each.dots, each.notes) for each in candidates.candidates(doc)]
    assert offered == [
        ("cluster", "Voice", 3, 2),
        ("note", "early", 3, 1),
        ("note", "calm", 2, 1),
        ("note", "plain", 1, 1),
    ]
    taken = candidates.take_up(doc, candidates.proposal(candidates.candidates(doc)[0]))
    assert candidates.candidates(doc)[0].priority == taken
    assert candidates.dots_of(doc, taken) == 3


def test_links_are_listed_from_the_companys_first_to_its_last(doc: Document) -> None:
    company, team = (priorities.priorities(doc, side) for side in ("company", "team"))
    drawn = [links.link(doc, company[c].id, team[t].id) for c, t in ((2, 0), (0, 2), (0, 1))]
    assert [row.id for row in links.links(doc)] == [drawn[2], drawn[1], drawn[0]]
    assert links.link(doc, company[2].id, team[0].id) == drawn[0]


@pytest.mark.parametrize("works", [-2, 6])
def test_service_is_rated_from_0_to_5(doc: Document, works: int) -> None:
    with pytest.raises(BugError):
        priorities.rate_service(doc, priorities.priorities(doc, "company")[0].id, works)


def test_only_words_are_typed(doc: Document) -> None:
    with pytest.raises(BugError, match="side"):
        priorities.edit_priority(doc, priorities.priorities(doc, "team")[0].id, side="company")
