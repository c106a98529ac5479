from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

import pytest

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda import day_times as real_day
from mission_desk.core.board import boards, places
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import RECORDED, Concern, Note, Region, Step, Version
from mission_desk.core.plan import priorities, roadmap
from mission_desk.core.room import people, scene
from mission_desk.core.statement import drafts
from mission_desk.core.vote import polls
from mission_desk.core.vote.outcome import outcome
from mission_desk.core.whole import checkup, copies
from mission_desk.core.whole.sample import build_sample


@pytest.fixture(scope="module", params=["en", "de"])
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.mission"
    build_sample(path, request.param)
    return path


@pytest.fixture
def day(sample: Path):
    doc = Document.open(sample)
    yield doc
    doc.close()


def test_it_is_a_whole_day(day: Document) -> None:
    assert len(day.rows(Note)) == 124
    assert [len(drafts.versions(day, draft.id)) for draft in drafts.drafts(day)] == [7, 4, 2, 1]
    assert len(day.rows(Version)) == 14
    assert {concern.state for concern in day.rows(Concern)} == {"open", "answered", "accepted", "changed"}
    assert len(roadmap.guidelines(day)) == 7
    assert all(row.text for side in ("company", "team") for row in priorities.priorities(day, side))
    assert len([seat for seat in people.seats(day) if seat.name]) == 12
    poll = polls.polls(day)[0]
    poll_outcome = outcome(day, poll.id)
    assert (poll.state, poll_outcome.winner.choice.name if poll_outcome.winner else "") == ("closed", "A")
    assert [each.kind for each in poll_outcome.options] == ["loved", "denominator", "split"]
    chosen = drafts.chosen(day)
    assert chosen is not None
    assert chosen.text == drafts.versions(day, chosen.id)[0].text
    assert scene.workshop(day).starts == 540


def test_a_drafts_words_are_those_of_its_newest_version(day: Document) -> None:
    for draft in drafts.drafts(day):
        assert draft.text == drafts.versions(day, draft.id)[0].text
        assert drafts.sources(day, draft.id)


def test_every_step_was_visited_and_the_last_one_is_open(day: Document) -> None:
    assert set(day.session_value("visited")) == {step.id for step in day.rows(Step)}
    assert agenda.current_step(day).key == "celebrate"
    assert day.session_value("board") == "think-big"


def test_no_note_lies_on_another_or_in_a_strange_frame(day: Document) -> None:
    for board in boards.boards(day):
        notes = boards.notes_on(day, board.id)
        frames = boards.cluster_boxes(notes)
        for n, note in enumerate(notes):
            box = places.box_of(note)
            assert [other.id for other in notes[n + 1 :] if box.overlaps(places.box_of(other))] == []
            assert [
                each for each, frame in frames.items() if each != note.cluster and box.overlaps(frame)
            ] == []


def test_notes_on_boards_with_regions_lie_inside_one(day: Document) -> None:
    for board in boards.boards(day):
        regions = [Box(row.x, row.y, row.w, row.h) for row in day.rows(Region, "board = ?", board.id)]
        for note in boards.notes_on(day, board.id) if regions else ():
            box = places.box_of(note)
            assert any(
                region.holds(box.x, box.y) and region.holds(box.right, box.bottom) for region in regions
            )


def test_times_walk_through_the_day(day: Document) -> None:
    times = [at for (at,) in day.records("SELECT at FROM action ORDER BY id")]
    assert times == sorted(times)
    first, last = (datetime.fromtimestamp(times[n] / 1000) for n in (0, -1))
    assert first.date() == last.date()
    assert (first.hour, last.hour) == (8, 13)
    note = day.rows(Note, "1 ORDER BY id LIMIT 1")[0]
    assert datetime.fromtimestamp(note.at).strftime("%H:%M") == "09:14"


def test_undo_walks_back_through_the_day_and_redo_forward(sample: Path, tmp_path: Path) -> None:
    doc = Document.open(sample)
    copies.save_copy(doc, tmp_path / "copy.mission")
    doc.close()
    copy = Document.open(tmp_path / "copy.mission")
    full = [row for kind in RECORDED for row in copy.rows(kind, "1 ORDER BY id")]
    steps = 0
    while copy.undo():
        steps += 1
    assert steps > 200
    assert copy.rows(Note) == []
    while copy.redo():
        pass
    assert [row for kind in RECORDED for row in copy.rows(kind, "1 ORDER BY id")] == full
    copy.close()


def test_it_is_sound_with_two_save_points(sample: Path) -> None:
    assert checkup.check(sample).is_sound
    doc = Document.open(sample)
    points = copies.save_points(doc)
    assert len(points) == 2
    doc.close()


def test_a_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "sample.mission"
    path.write_text("mine")
    with pytest.raises(KnownError, match="already a file"):
        build_sample(path, "en")
    assert path.read_text() == "mine"
    with pytest.raises(KnownError, match="does not exist"):
        build_sample(tmp_path / "nowhere" / "sample.mission", "en")
    assert [each.name for each in tmp_path.iterdir()] == ["sample.mission"]


def test_nothing_in_it_was_written_tomorrow(tmp_path: Path) -> None:
    long_ago = time.mktime((2026, 3, 2, 10, 0, 0, 0, 0, -1))
    build_sample(tmp_path / "sample.mission", "en", lambda: long_ago)
    doc = Document.open(tmp_path / "sample.mission")
    newest = doc.value("SELECT max(at) FROM action") / 1000
    assert datetime.fromtimestamp(newest).date() == datetime(2026, 3, 2).date()
    assert scene.workshop(doc).day == "2026-11-23"
    doc.close()


def test_the_day_of_the_sample_went_as_planned_and_is_over(day: Document) -> None:
    every = agenda.steps(day)
    assert not real_day.is_running(day)
    assert [real_day.took(day, step) for step in every] == [step.minutes for step in every]
    assert not any(agenda.clock(day, step).runs for step in every)
