"""Agenda, people, drafts, concerns, priorities, road map and review: each in a few sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.clock import Clock, face
from mission_desk.core.agenda.methods import method, methods
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.file.rows import Concern, Note, Seat, Source, Verdict
from mission_desk.core.plan import editions, links, priorities, roadmap
from mission_desk.core.room import people, scene
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import concerns, drafts
from mission_desk.core.whole.starting import start_workshop
from tests.core.conftest import Clock as Moments


def test_every_method_makes_a_workshop_in_every_language(tmp_path: Path) -> None:
    for each in methods():
        for language in ("en", "de"):
            doc = start_workshop(tmp_path / f"{each.key}.{language}.mission", each, language)
            assert len(agenda.steps(doc)) == len(each.steps)
            assert agenda.planned_end(doc) == 540 + each.minutes
            assert all(step.title and step.prompt for step in agenda.steps(doc))
            assert [board.key for board in boards.boards(doc)] == [board.key for board in each.boards]
            assert scene.workshop(doc).language == language
            assert not doc.undo()
            doc.close()


def test_an_unknown_method_is_named_with_those_there_are() -> None:
    with pytest.raises(KnownError, match=r"no method “x”.*half-a-day"):
        method("x")


def test_any_step_opens_at_any_time_and_turns_to_its_page(doc: Document) -> None:
    steps = agenda.steps(doc)
    assert agenda.current_step(doc) == steps[0]
    agenda.open_step(doc, steps[4].id)
    assert desk_position.page(doc) == "board"
    assert desk_position.board(doc).key == "think-big"
    agenda.open_step(doc, steps[1].id)
    agenda.open_step(doc, steps[8].id)
    assert [agenda.is_done(doc, step) for step in steps[:5]] == [True, True, False, False, True]
    assert agenda.neighbour(doc, 1) == steps[9]
    assert agenda.neighbour(doc, 50) == steps[-1]
    assert agenda.neighbour(doc, -50) == steps[0]


def test_a_steps_clock_runs_on_over_a_restart(doc: Document, path: Path, clock: Moments) -> None:
    step = agenda.steps(doc)[0]
    still = agenda.clock(doc, step)
    assert still == Clock(1200, 1200, None)
    agenda.set_clock(doc, step, still.started(doc.steady()).lengthened(60))
    doc.close()
    clock.wait(10)
    again = Document.open(path, clock)
    assert agenda.clock(again, step).remaining(again.steady()) == 1250
    again.close()


def test_a_clock_pauses_resets_and_goes_over_time() -> None:
    running = Clock(60, 60, None).started(100)
    assert running.started(105) == running
    assert running.paused(130) == Clock(60, 30, None)
    assert running.paused(170).remaining(0) == -10
    assert running.paused(130).reset(45) == Clock(45, 45, None)
    assert [face(seconds) for seconds in (760, 3900, 0, -30, 0.2)] == [
        "12:40",
        "1:05:00",
        "00:00",
        "+00:30",
        "00:01",
    ]


def test_seats_are_counted_by_style_and_named_ones_stay(doc: Document) -> None:
    seat = next(each for each in people.seats(doc) if each.style == "analyst")
    people.name_seat(doc, seat.id, "Ruth")
    people.set_style_counts(doc, {"ideator": 2, "strategist": 0, "analyst": 1, "heart": 5})
    assert people.style_counts(doc) == {"ideator": 2, "strategist": 0, "analyst": 1, "heart": 5}
    assert [each.number for each in people.seats(doc)] == list(range(1, 9))
    assert doc.rows(Seat, "style = 'analyst'")[0].name == "Ruth"
    assert people.seat_label(doc.rows(Seat, "style = 'analyst'")[0]) == "Ruth"
    assert people.seat_label(people.seats(doc)[0]) == "Seat 1"
    with pytest.raises(KnownError, match="500 seats"):
        people.set_style_counts(doc, {"ideator": 501})


def test_a_draft_is_written_kept_and_restored(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="one")
    first = drafts.keep_version(doc, draft)
    assert drafts.keep_version(doc, draft) is None
    drafts.write_draft(doc, draft, "two")
    assert first is not None
    drafts.restore_version(doc, first)
    assert drafts.drafts(doc)[0].text == "one"
    assert [version.text for version in drafts.versions(doc, draft)] == ["two", "one"]
    with pytest.raises(KnownError, match="a statement holds"):
        drafts.write_draft(doc, draft, "x" * 3000)


def test_a_draft_is_built_from_notes_and_remembers_them(doc: Document, board: int) -> None:
    one, two = boards.add_notes(doc, board, ["one", "two"], "ideator")
    draft = drafts.draft_from_notes(doc, [one])
    drafts.use_notes(doc, draft, [one, two])
    assert drafts.drafts(doc)[0].text == "one\none\ntwo"
    assert [note.id for note in drafts.sources(doc, draft)] == [one, two]
    boards.remove_notes(doc, [one])
    assert len(doc.rows(Source)) == 1
    doc.undo()
    assert len(doc.rows(Source)) == 2


def test_one_draft_is_chosen_and_letters_close_up(doc: Document) -> None:
    first, second = drafts.add_draft(doc, text="a"), drafts.add_draft(doc, text="b")
    drafts.choose(doc, first)
    drafts.choose(doc, second)
    assert drafts.chosen(doc).id == second
    assert [drafts.letter(draft) for draft in drafts.drafts(doc)] == ["A", "B"]
    drafts.remove_draft(doc, first)
    assert [drafts.letter(draft) for draft in drafts.drafts(doc)] == ["A"]


def test_a_concern_stays_until_it_is_answered_or_accepted(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["one"], "ideator")
    assert concerns.raise_concern(doc, "  ", note=note) is None
    first = concerns.raise_concern(doc, "Really?", note=note)
    second = concerns.raise_concern(doc, "Every day?", note=note, style="heart")
    assert concerns.open_counts(doc, board) == {note: 2}
    concerns.answer_concern(doc, first, " Yes. ")
    concerns.accept_concern(doc, second)
    assert concerns.open_counts(doc, board) == {}
    assert doc.row(Concern, first).answer == "Yes."
    concerns.reopen_concern(doc, second)
    assert [each.id for each in concerns.concerns_on(doc, note=note)] == [second, first]
    concerns.remove_concern(doc, second)
    assert len(doc.rows(Concern)) == 1


def test_priorities_are_linked_and_gaps_are_named(doc: Document) -> None:
    company, team = priorities.priorities(doc, "company"), priorities.priorities(doc, "team")
    assert (len(company), len(team)) == (3, 3)
    for row in (*company[:2], team[0]):
        priorities.write_priority(doc, row.id, "written")
    links.link(doc, company[0].id, team[0].id)
    assert [row.id for row in links.unlinked(doc, "company")] == [company[1].id]
    assert links.unlinked(doc, "team") == []
    links.unlink(doc, links.links(doc)[0].id)
    assert links.links(doc) == []


def test_guidelines_move_up_and_down(doc: Document) -> None:
    rows = [roadmap.add_guideline(doc, role=role) for role in "abc"]
    roadmap.place_guidelines(doc, [rows[2]], 1)
    assert [row.role for row in roadmap.guidelines(doc)] == ["a", "c", "b"]
    roadmap.edit_guideline(doc, rows[0], owner="Head of service", due="2027-01-31")
    assert doc.row(Guideline, rows[0]).owner == "Head of service"
    roadmap.remove_guidelines(doc, [rows[1]])
    assert [row.role for row in roadmap.guidelines(doc)] == ["a", "c"]


def test_next_year_starts_from_what_was_promised(doc: Document, tmp_path: Path) -> None:
    draft = drafts.add_draft(doc, text="We are the calm voice.")
    drafts.choose(doc, draft)
    priorities.write_priority(doc, priorities.priorities(doc, "team")[0].id, "One call.")
    roadmap.add_guideline(doc, role="Agent", text="Stay on the line.")
    scene.edit_workshop(doc, company="Northwind", team="Service")
    last = editions.read_edition(doc)
    new = start_workshop(tmp_path / "next.mission", method("annual-review"), "en")
    editions.continue_edition(new, last)
    assert scene.workshop(new).last_year == "We are the calm voice."
    assert scene.workshop(new).title == "Service — Annual review"
    assert [(row.subject, row.promise) for row in editions.verdicts(new)] == [
        ("statement", "We are the calm voice."),
        ("priority", "One call."),
        ("guideline", "Agent: Stay on the line."),
    ]
    assert not new.undo()
    verdict = editions.verdicts(new)[0].id
    editions.judge(new, verdict, "partly")
    editions.write_verdict(new, verdict, "In the evenings.")
    own = editions.add_promise(new, "priority", " And one more. ")
    assert new.row(Verdict, own).promise == "And one more."
    editions.remove_promise(new, own)
    assert (new.row(Verdict, verdict).answer, new.row(Verdict, verdict).text) == (
        "partly",
        "In the evenings.",
    )
    new.close()


def test_a_note_that_is_gone_is_told_from_one_that_is_there(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["one"], "ideator")
    assert doc.find(Note, note)
    assert doc.find(Note, note + 1) is None
    assert doc.find(Note, None) is None
