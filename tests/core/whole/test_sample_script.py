"""The sample is what its script tells, in both languages: every word, dot, link and answer."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Cluster, Concern, Feeling, Note, Part, Poll, Seat, Source
from mission_desk.core.plan import links, priorities, roadmap, warning_signs
from mission_desk.core.room import scene
from mission_desk.core.statement import drafts, gut_feelings
from mission_desk.core.vote import ballots, polls
from mission_desk.core.whole.sample import DayClock, build_sample
from mission_desk.grammar import language_file

Script = dict[str, Any]


@pytest.fixture(scope="module", params=["en", "de"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def script(language: str) -> Script:
    return tomllib.loads(language_file(language, "sample", "day.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def day(language: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    path = tmp_path_factory.mktemp("sample") / "sample.mission"
    build_sample(path, language)
    doc = Document.open(path)
    yield doc
    doc.close()


def names(doc: Document) -> dict[int | None, str]:
    return {None: "", **{cluster.id: cluster.name for cluster in doc.rows(Cluster)}}


def test_the_scene_and_the_seats_are_those_of_the_script(day: Document, script: Script) -> None:
    about = scene.workshop(day)
    for field in ("title", "company", "team", "mission", "vision", "place"):
        assert getattr(about, field) == script[field]
    seats = [(seat.name, seat.style) for seat in day.rows(Seat, "1 ORDER BY number")]
    assert seats == [(seat["name"], seat["style"]) for seat in script["seat"]]


def test_every_note_hangs_on_its_board_in_its_cluster_with_its_dots(day: Document, script: Script) -> None:
    by_key = {cluster["key"]: cluster["name"] for cluster in script["cluster"]}
    clusters, keys = names(day), {board.id: board.key for board in boards.boards(day)}
    hanging = [
        (keys[note.board], note.text, note.style, note.dots, clusters[note.cluster])
        for note in day.rows(Note)
    ]
    scripted = [
        (note["board"], note["text"], note["style"], note["dots"], by_key.get(note["cluster"], ""))
        for note in script["note"]
    ]
    assert sorted(hanging) == sorted(scripted)
    assert sorted(clusters.values()) == sorted(["", *by_key.values()])
    assert day.value("SELECT count(*) FROM note WHERE covered = 1") == 0


def test_drafts_have_their_versions_their_notes_and_what_was_named(day: Document, script: Script) -> None:
    texts = {note["key"]: note["text"] for note in script["note"]}
    written = [draft for draft in drafts.drafts(day) if not drafts.is_vision(draft)]
    for draft, table in zip(written, script["draft"], strict=True):
        assert (drafts.letter(draft), draft.name, draft.audience) == (
            table["letter"],
            table["name"],
            table["audience"],
        )
        versions = [version.text for version in reversed(drafts.versions(day, draft.id))]
        assert versions == [version["text"] for version in table["versions"]]
        sources = {note.text for note in drafts.sources(day, draft.id)}
        assert {texts[key] for key in table["notes"]} <= sources
    bench, chosen = script["workbench"], drafts.chosen(day)
    assert chosen is not None
    assert drafts.letter(chosen) == bench["draft"] == script["poll"]["chosen"]
    parts = {(part.key, part.phrase) for part in day.rows(Part, "draft = ?", chosen.id)}
    assert parts == set(bench["parts"].items())
    ties = {day.row(Note, row.note).text: row.phrase for row in day.rows(Source, "draft = ?", chosen.id)}
    assert all(ties[texts[key]] == phrase for key, phrase in bench["ties"].items())
    served = priorities.priorities(day, "company")[bench["serves"] - 1]
    assert chosen.priority == served.id
    vision = drafts.chosen_vision(day)
    assert vision is not None
    assert (vision.name, vision.text) == (script["our_vision"]["name"], script["our_vision"]["text"])


def test_concerns_stand_as_they_ended(day: Document, script: Script) -> None:
    rows = {row.text: row for row in day.rows(Concern)}
    assert len(rows) == len(script["concern"])
    for table in script["concern"]:
        row, is_settled = rows[table["text"]], table.get("phrase") == script["workbench"]["settled"]
        assert row.state == ("changed" if is_settled else table["state"])
        assert (row.style, row.phrase) == (table["style"], table.get("phrase", ""))
        assert row.answer == ("" if row.state == "open" else table.get("answer", ""))


def test_feelings_and_ballots_are_those_of_each_seat(day: Document, script: Script) -> None:
    chosen = drafts.chosen(day)
    assert chosen is not None
    asked = day.records("SELECT id FROM gut WHERE draft = ? ORDER BY id", chosen.id)
    for (gut,), table in zip(asked, script["workbench"]["gut"], strict=True):
        by_seat = {row.seat: (row.score, row.word) for row in day.rows(Feeling, "gut = ?", gut)}
        given = [by_seat[seat.id] for seat in day.rows(Seat, "1 ORDER BY number")]
        assert given == list(zip(table["scores"], table["words"], strict=True))
    assert gut_feelings.strip(day, gut_feelings.newest(day, chosen.id)) is not None
    poll = day.row(Poll, polls.polls(day)[0].id)
    assert (poll.question, poll.rule, poll.state) == (
        script["poll"]["question"],
        script["poll"]["rule"],
        "closed",
    )
    cast = {seat: (list(ballot.marks), list(ballot.drag)) for seat, ballot in ballots.seat_ballots(day, poll)}
    voted = [cast[seat.id] for seat in day.rows(Seat, "1 ORDER BY number")]
    assert voted == [(ballot["pull"], ballot["drag"]) for ballot in script["poll"]["ballots"]]


def test_priorities_links_and_the_road_map_are_those_of_the_script(day: Document, script: Script) -> None:
    sides = {side: priorities.priorities(day, side) for side in ("company", "team")}
    for side, rows in sides.items():
        scripted = [row["text"] for row in script["priority"] if row["side"] == side]
        assert [row.text for row in rows] == scripted
    drawn = [(sides["company"][n["company"] - 1].id, sides["team"][n["team"] - 1].id) for n in script["link"]]
    assert [(link.company, link.team) for link in links.links(day)] == drawn
    texts = {note["key"]: note["text"] for note in script["note"]}
    for row, table in zip(roadmap.guidelines(day), script["guideline"], strict=True):
        words = {field: value for field, value in table.items() if field not in ("serves", "warning")}
        assert {field: getattr(row, field) for field in words} == words
        assert warning_signs.sign_words(day, row) == texts.get(table.get("warning"), "")


def test_every_entry_is_later_than_the_one_before_and_none_was_joined(day: Document) -> None:
    moments = [at for (at,) in day.records("SELECT at FROM action WHERE kind = 'do' ORDER BY id")]
    assert moments == sorted(moments)
    assert len(moments) > 250
    assert day.value("SELECT count(*) FROM action WHERE name = 'seat.name'") == 12
    notes = day.records("SELECT at FROM note ORDER BY id")
    assert [at for (at,) in notes] == sorted(at for (at,) in notes)
    assert agenda.current_step(day).key == "celebrate"


def test_undo_reaches_back_to_the_start_of_the_day_and_not_into_its_set_up(day: Document) -> None:
    entries = day.records("SELECT kind, name FROM action ORDER BY id")
    assert entries[:2] == [("do", "workshop.new"), ("barrier", "workshop.ready")]
    assert ("barrier", "workshop.ready") not in entries[2:]


def test_the_clock_of_the_sample_never_stands_still_and_never_goes_back() -> None:
    midnight = datetime(2026, 11, 23)
    clock = DayClock(midnight)
    clock.go_to(60)
    assert clock() == midnight.timestamp() + 3600
    clock.go_to(60)
    assert clock() == midnight.timestamp() + 3603
    clock.go_to(30)
    clock.breathe()
    assert clock() == midnight.timestamp() + 3609


def test_the_script_names_only_what_it_has(script: Script) -> None:
    notes = {note["key"] for note in script["note"]}
    assert len(notes) == len(script["note"]) == 124
    assert {note["cluster"] for note in script["note"]} <= {"", *(each["key"] for each in script["cluster"])}
