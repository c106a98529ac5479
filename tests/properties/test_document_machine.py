"""A random day: every act of core in any order, with undo, redo, reopening, save points and failures, against
snapshots of all rows and against a mirror that only follows what listeners are told."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import asdict

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.file.document import Changes, Document
from mission_desk.core.file.rows import RECORDED, Draft, Note
from mission_desk.core.file.undo_limits import PollHasBallots
from mission_desk.core.statement import drafts
from mission_desk.core.vote import poll_closing, polls, secret_ballots
from mission_desk.core.whole import checkup
from mission_desk.core.whole.starting import start_workshop
from tests.properties.acts import ACTS
from tests.properties.chooser import Chooser

Snapshot = dict[tuple[str, int], dict[str, object]]


def snapshot(doc: Document) -> Snapshot:
    return {(kind.__name__.lower(), row.id): asdict(row) for kind in RECORDED for row in doc.rows(kind)}


class Mirror:
    """A window that knows only what it was told."""

    def __init__(self, doc: Document) -> None:
        self.rows = snapshot(doc)

    def follow(self, changes: Changes) -> None:
        for change in changes.rows:
            key = (change.table, change.id)
            if change.after is None:
                del self.rows[key]
            elif change.before is None:
                assert key not in self.rows
                self.rows[key] = dict(change.after)
            else:
                assert {name: self.rows[key][name] for name in change.before} == change.before
                self.rows[key] |= change.after


class Day(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="day-"))
        self.path = self.folder / "day.mission"
        self.moment = 1_795_000_000.0
        self.past: list[Snapshot] = []
        self.future: list[Snapshot] = []
        self.points: list[tuple[int, Snapshot]] = []

    @initialize()
    def start(self) -> None:
        self.doc = start_workshop(self.path, method("find-our-mission"), "en", self.clock)
        self.mirror = Mirror(self.doc)
        self.doc.subscribe(self.mirror.follow)
        self.now = snapshot(self.doc)
        self.count = self.deeds()
        self.begin()

    def begin(self) -> None:
        """Something to act on: on an empty board most acts find nothing."""
        board = boards.boards(self.doc)[2].id
        boards.add_notes(self.doc, board, ["one", "two", "three"], "ideator")
        self.note_what_happened()
        drafts.add_draft(self.doc, text="We are the calm voice.")
        self.note_what_happened()

    def clock(self) -> float:
        return self.moment

    def deeds(self) -> int:
        return int(self.doc.value("SELECT count(*) FROM action WHERE kind = 'do'"))

    def note_what_happened(self) -> None:
        """An act is one entry that undo takes back, or nothing at all."""
        count, state = self.deeds(), snapshot(self.doc)
        if count == self.count:
            assert state == self.now
            return
        assert count == self.count + 1
        self.past.append(self.now)
        self.future.clear()
        self.now, self.count = state, count

    @rule(act=st.sampled_from(ACTS), data=st.data())
    def act(self, act: object, data: st.DataObject) -> None:
        self.moment += 5
        act(self.doc, Chooser(self.doc, data.draw))
        self.note_what_happened()

    @rule(words=st.lists(st.text(max_size=10), min_size=2, max_size=4))
    def type_in_a_draft(self, words: list[str]) -> None:
        """Typing joins into one entry."""
        self.moment += 5
        draft = next(iter(self.doc.rows(Draft)), None)
        for text in words if draft else ():
            self.moment += 0.5
            drafts.write_draft(self.doc, draft.id, text)
        self.note_what_happened()

    @rule()
    def fail(self) -> None:
        """An act that breaks halfway leaves no trace."""
        try:
            with self.doc.action("broken") as write:
                for note in self.doc.rows(Note):
                    write.delete(Note, note.id)
                boards.board_by_key(self.doc, "no such board")
        except Exception:
            self.note_what_happened()

    def stops(self, turn: Callable[[], object]) -> bool:
        """Whether secret ballots that were not counted stand in the way; then nothing changes."""
        try:
            turn()
        except PollHasBallots:
            assert secret_ballots.waiting(self.doc)
            return True
        return False

    @rule()
    def undo(self) -> None:
        if not self.stops(self.doc.undo) and self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        if not self.stops(self.doc.redo) and self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def reopen(self) -> None:
        self.doc.close()
        self.doc = Document.open(self.path, self.clock)
        self.doc.subscribe(self.mirror.follow)

    @rule()
    def keep_point(self) -> None:
        self.points.append((self.doc.mark_point("here"), self.now))

    @precondition(lambda self: self.points)
    @rule(data=st.data())
    def go_back(self, data: st.DataObject) -> None:
        self.moment += 5
        point, then = data.draw(st.sampled_from(self.points))
        if not self.stops(lambda: self.doc.go_back_to(point)):
            assert snapshot(self.doc) == then
        self.note_what_happened()

    @rule(often=st.integers(0, 9))
    def barrier(self, often: int) -> None:
        if often == 0:
            self.doc.barrier("done")
            self.past.clear()
            self.future.clear()
            self.points.clear()

    @invariant()
    def rows_are_what_they_should_be(self) -> None:
        if hasattr(self, "doc"):
            assert snapshot(self.doc) == self.now
            assert self.mirror.rows == self.now
            assert (self.doc.undoable is None) == (not self.past)
            assert (self.doc.redoable is None) == (not self.future)

    @invariant()
    def secret_ballots_belong_to_a_poll_or_were_counted(self) -> None:
        """Else no copy of the file could ever be made again."""
        if hasattr(self, "doc"):
            orphans = "poll NOT IN (SELECT poll FROM counted) AND poll NOT IN (SELECT id FROM poll)"
            assert self.doc.value(f"SELECT count(*) FROM sealed WHERE {orphans}") == 0

    def teardown(self) -> None:
        try:
            self.walk_back_and_forward()
        finally:
            self.doc.close()
            report = checkup.check(self.path)
            shutil.rmtree(self.folder)
        assert report.is_sound, report.problems

    def close_the_poll(self) -> None:
        """Undo would stop before an open one with secret ballots."""
        poll = polls.newest(self.doc)
        if poll is not None and secret_ballots.waiting(self.doc):
            poll_closing.close_poll(self.doc, poll.id)
            self.note_what_happened()

    def walk_back_and_forward(self) -> None:
        self.close_the_poll()
        while self.doc.redo():
            self.past.append(self.now)
            self.now = self.future.pop()
        end, start = self.now, self.past[0] if self.past else self.now
        while self.doc.undo():
            self.now = self.past.pop()
            assert snapshot(self.doc) == self.now
        assert snapshot(self.doc) == start
        while self.doc.redo():
            pass
        assert snapshot(self.doc) == end
        assert self.mirror.rows == end


class TestDay(Day.TestCase):
    settings = settings(max_examples=15, stateful_step_count=40, suppress_health_check=list(HealthCheck))


@pytest.mark.soak
class TestManyDays(Day.TestCase):
    settings = settings(max_examples=400, stateful_step_count=60, suppress_health_check=list(HealthCheck))
