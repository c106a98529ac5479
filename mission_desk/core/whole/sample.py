"""The sample workshop: a finished day, described in `resources/i18n/<language>/sample/day.toml` and made by
the ordinary actions in the order of a real day, so that Undo in the sample goes back through the day."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards, clustering, covering, regions
from mission_desk.core.file.closed_sets import THINKING_STYLES, Side
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Seat
from mission_desk.core.file.sqlite_errors import writing
from mission_desk.core.file.whole_copy import moved_into_place
from mission_desk.core.room import people, scene
from mission_desk.core.statement import concerns, drafts
from mission_desk.core.vote import ballots, poll_closing, poll_opening, poll_options
from mission_desk.core.whole import sample_plan, sample_workbench
from mission_desk.core.whole.sample_places import Table, spots_of
from mission_desk.core.whole.starting import start_workshop
from mission_desk.grammar import SOURCE, language_file
from mission_desk.tally.election import Ballot
from mission_desk.words import tr

METHOD = "find-our-mission"
OPENS_ON = "think-big"
BREATH = 3.0  # seconds between two actions: closer ones would join as typing does


class DayClock:
    """A clock that shows the time it was set to and never goes back."""

    def __init__(self, midnight: datetime) -> None:
        self._midnight = midnight
        self._moment = midnight.timestamp()

    def __call__(self) -> float:
        return self._moment

    def go_to(self, minutes: int) -> None:
        """Set the clock to so many minutes after midnight, but always some seconds later than before."""
        wanted = (self._midnight + timedelta(minutes=minutes)).timestamp()
        self._moment = max(wanted, self._moment + BREATH)

    def breathe(self) -> None:
        self._moment += BREATH


def build_sample(path: Path, language: str, now: Callable[[], float] = time.time) -> None:
    """Make the sample at `path`; KnownError where something is there already. Its date is the one in the
    file, or today by `now` where that is earlier, so that no entry has a date in the future."""
    if path.exists() or path.is_symlink():
        raise KnownError(
            tr("There is already a file “{name}”. Choose another name; it was not touched.", name=path.name)
        )
    if not path.parent.is_dir():
        raise KnownError(tr("The folder “{name}” does not exist. Choose another one.", name=str(path.parent)))
    script = tomllib.loads(_script(language).read_text("utf-8"))
    day = min(date.fromisoformat(script["day"]), date.fromtimestamp(now()))
    clock = DayClock(datetime(day.year, day.month, day.day))
    with writing(path), moved_into_place(path) as fresh:
        clock.go_to(_minutes("08:30"))
        doc = start_workshop(fresh, method(METHOD), language, clock)
        try:
            _Day(doc, script, clock).live()
        finally:
            doc.close()


def _script(language: str) -> Path:
    """The day in that language; in English where it has none."""
    file = language_file(language, "sample", "day.toml")
    return file if file.is_file() else language_file(SOURCE, "sample", "day.toml")


def _minutes(time_of_day: str) -> int:
    hours, minutes = time_of_day.split(":")
    return int(hours) * 60 + int(minutes)


class _Day:
    """Collects the actions with their times, then performs them in the order of time."""

    def __init__(self, doc: Document, script: Table, clock: DayClock) -> None:
        self.doc = doc
        self.script = script
        self.clock = clock
        self.board = {board.key: board for board in boards.boards(doc)}
        self.spots = spots_of(doc, script)
        self.notes: dict[str, int] = {}
        self.drafts: dict[str, int] = {}
        self._events: list[tuple[int, Callable[[], object]]] = []

    def live(self) -> None:
        self._set_up()
        self._walk_the_agenda()
        self._write_notes()
        self._group_notes()
        self._write_drafts()
        self._raise_concerns()
        self._work_at_the_bench()
        self._vote()
        self._look_ahead()
        for minutes, happen in sorted(self._events, key=lambda event: event[0]):
            self.clock.go_to(minutes)
            happen()
        last = agenda.steps(self.doc)[-1]
        agenda.open_step(self.doc, last.id)
        self.clock.go_to(agenda.planned_end(self.doc))
        agenda.end_day(self.doc)
        self.doc.keep_all({"board": OPENS_ON, "draft": self.drafts[self.script["poll"]["chosen"]]})

    def _at(self, minutes: int, happen: Callable[[], object]) -> None:
        self._events.append((minutes, happen))

    def _set_up(self) -> None:
        script = self.script
        names = ("title", "company", "team", "mission", "vision", "place", "day")
        values = {name: script[name] for name in names}
        self._at(
            _minutes("08:40"),
            lambda: scene.edit_workshop(self.doc, starts=_minutes(script["starts"]), **values),
        )
        self._at(_minutes("08:45"), self._fill_seats)
        self._at(_minutes("09:24"), partial(self._write_priorities, "company"))

    def _fill_seats(self) -> None:
        seat_tables = self.script["seat"]
        counts = {style: sum(seat["style"] == style for seat in seat_tables) for style in THINKING_STYLES}
        people.set_style_counts(self.doc, counts)
        for style in THINKING_STYLES:
            names = [seat["name"] for seat in seat_tables if seat["style"] == style]
            seats = self.doc.rows(Seat, "style = ? ORDER BY number", style)
            for seat, name in zip(seats, names, strict=True):
                self.clock.breathe()
                people.name_seat(self.doc, seat.id, name)

    def _write_priorities(self, side: Side) -> None:
        tables = self.script["priority"]
        sample_plan.write_priorities(self.doc, tables, side, self.notes, self.clock.breathe)

    def _walk_the_agenda(self) -> None:
        """Every step opens at its planned minute, before the other actions of that minute."""
        minutes = _minutes(self.script["starts"])
        self._at(minutes, partial(agenda.begin_day, self.doc))
        for step in agenda.steps(self.doc):
            self._at(minutes, partial(agenda.open_step, self.doc, step.id))
            minutes += step.minutes

    def _write_notes(self) -> None:
        for note in self.script["note"]:
            self._at(_minutes(note["at"]), partial(self._write_note, note))

    def _write_note(self, note: Table) -> None:
        board = self.board[note["board"]].id
        field = next((r for r in regions.regions_on(self.doc, board) if r.key == note["region"]), None)
        spot = self.spots.get(note["key"])
        (self.notes[note["key"]],) = boards.add_notes(
            self.doc, board, [note["text"]], note["style"], at=spot, region=field
        )

    def _group_notes(self) -> None:
        """After the last note of a board was written, its covered notes are turned over, then its clusters
        are made, then the dots are added."""
        for key, board in self.board.items():
            on_board = [note for note in self.script["note"] if note["board"] == key]
            if key == "parking" or not on_board:
                continue
            last = max(_minutes(note["at"]) for note in on_board)
            self._at(last + 1, partial(self._uncover, board.id))
            for cluster in self.script["cluster"]:
                if cluster["board"] == board.key:
                    self._at(last + 1, partial(self._group, cluster))
            for note in on_board:
                if note["dots"]:
                    self._at(last + 2, partial(self._dot, note))

    def _uncover(self, board: int) -> None:
        """Turn the notes over that were written in silence."""
        if hidden := covering.covered_on(self.doc, board):
            covering.uncover_notes(self.doc, hidden)

    def _group(self, cluster: Table) -> None:
        members = [
            self.notes[note["key"]] for note in self.script["note"] if note["cluster"] == cluster["key"]
        ]
        clustering.group_notes(self.doc, members, cluster["name"])

    def _dot(self, note: Table) -> None:
        boards.add_dots(self.doc, [self.notes[note["key"]]], note["dots"])

    def _write_drafts(self) -> None:
        for draft in self.script["draft"]:
            first = _minutes(draft["versions"][0]["at"])
            self._at(first - 1, partial(self._begin_draft, draft))
            for version in draft["versions"]:
                self._at(_minutes(version["at"]), partial(self._keep, draft["letter"], version["text"]))

    def _begin_draft(self, table: Table) -> None:
        draft = drafts.draft_from_notes(self.doc, [self.notes[key] for key in table["notes"]])
        self.drafts[table["letter"]] = draft
        self.clock.breathe()
        drafts.rename_draft(self.doc, draft, table["name"])
        self.clock.breathe()
        drafts.set_audience(self.doc, draft, table["audience"])

    def _keep(self, letter: str, text: str) -> None:
        drafts.write_draft(self.doc, self.drafts[letter], text)
        self.clock.breathe()
        drafts.keep_version(self.doc, self.drafts[letter])

    def _raise_concerns(self) -> None:
        for concern in self.script["concern"]:
            self._at(_minutes(concern["at"]), partial(self._raise, concern))

    def _raise(self, table: Table) -> None:
        concern = concerns.raise_concern(
            self.doc,
            table["text"],
            note=self.notes[table["note"]] if "note" in table else None,
            draft=self.drafts[table["draft"]] if "draft" in table else None,
            phrase=table.get("phrase", ""),
            style=table["style"],
        )
        if concern is None or table["state"] == "open":
            return
        self.clock.breathe()
        concerns.answer_concern(self.doc, concern, table["answer"])
        if table["state"] == "accepted":
            self.clock.breathe()
            concerns.accept_concern(self.doc, concern)

    def _work_at_the_bench(self) -> None:
        bench = self.script["workbench"]

        def chosen() -> int:
            return self.drafts[bench["draft"]]

        def record_feelings(asked: Table) -> None:
            sample_workbench.say_feelings(self.doc, chosen(), asked, breathe)

        breathe = self.clock.breathe
        for asked in bench["gut"]:
            self._at(_minutes(asked["at"]), partial(record_feelings, asked))
        settled = bench["settled"]
        self._at(_minutes("12:13"), lambda: sample_workbench.settle(self.doc, chosen(), settled))
        name_words = sample_workbench.name_words
        self._at(_minutes("12:14"), lambda: name_words(self.doc, chosen(), bench, self.notes, breathe))

    def _vote(self) -> None:
        language = scene.workshop(self.doc).language
        self._at(_minutes("12:15"), lambda: self.doc.mark_point(tr("Before the vote", language)))
        self._at(_minutes("12:16"), self._run_the_poll)
        self._at(
            _minutes("12:19"), lambda: drafts.choose(self.doc, self.drafts[self.script["poll"]["chosen"]])
        )
        self._at(_minutes("12:19"), self._choose_vision)
        self._at(_minutes("12:19"), lambda: self.doc.mark_point(tr("Before lunch", language)))

    def _choose_vision(self) -> None:
        """After the vote: one sentence about ten years on, chosen beside the mission."""
        table = self.script["our_vision"]
        draft = drafts.draft_from_notes(self.doc, [self.notes[table["note"]]])
        for act in (
            partial(drafts.set_kind, self.doc, draft, "vision"),
            partial(drafts.rename_draft, self.doc, draft, table["name"]),
            partial(drafts.write_draft, self.doc, draft, table["text"]),
            partial(drafts.keep_version, self.doc, draft),
            partial(drafts.choose, self.doc, draft),
        ):
            self.clock.breathe()
            act()

    def _run_the_poll(self) -> None:
        table = self.script["poll"]
        options = poll_options.draft_options(drafts.drafts(self.doc))
        poll = poll_opening.open_poll(self.doc, table["question"], options, rule=table["rule"])
        for seat, ballot in zip(people.seats(self.doc), table["ballots"], strict=True):
            self.clock.breathe()
            ballots.cast(self.doc, poll, seat.id, Ballot(tuple(ballot["pull"]), tuple(ballot["drag"])))
        self.clock.breathe()
        poll_closing.close_poll(self.doc, poll)

    def _look_ahead(self) -> None:
        breathe = self.clock.breathe
        self._at(_minutes("12:28"), partial(self._write_priorities, "team"))
        linked = partial(sample_plan.link_priorities, self.doc, self.script, self.notes, breathe)
        self._at(_minutes("12:40"), linked)
        self._at(_minutes("12:56"), partial(sample_plan.list_roles, self.doc, self.script, breathe))
        for number, table in enumerate(self.script["guideline"]):
            added = partial(sample_plan.add_guideline, self.doc, table, self.notes, breathe)
            self._at(_minutes("12:58") + 5 * number, added)
