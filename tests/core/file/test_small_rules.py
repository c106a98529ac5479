"""Rules that everything else leans on: what may be stored, what is remembered, which time counts."""

from __future__ import annotations

import re
import sqlite3
import time
from pathlib import Path

import pytest

from mission_desk.core.file import half_typed, session_kinds
from mission_desk.core.file.document import Change, Changes, Document
from mission_desk.core.file.errors import BugError
from mission_desk.core.file.journal import Disagreement, Stacks, backwards
from mission_desk.core.file.monotonic_clock import beside, machine_time
from mission_desk.core.file.opening import journal_path, was_interrupted
from mission_desk.core.file.rows import Seat
from mission_desk.core.file.writer import storable
from mission_desk.core.room import people, scene
from tests.core.conftest import Clock


@pytest.mark.parametrize("words", ["half a thought", "ein halber Gedanke – ä", " "])
def test_half_typed_words_come_back_with_what_they_are_about(doc: Document, path: Path, words: str) -> None:
    half_typed.keep(doc, "concern", words, {"note": 3})
    half_typed.keep(doc, "other", "elsewhere")
    doc.close()
    again = Document.open(path)
    assert half_typed.half_typed(again, "concern") == half_typed.HalfTyped(words, {"note": 3})
    assert half_typed.half_typed(again, "other") == half_typed.HalfTyped("elsewhere", {})
    again.close()


def test_half_typed_words_are_never_undone_and_are_forgotten_where_they_are_handed_in(doc: Document) -> None:
    before = doc.undoable
    heard: list[Changes] = []
    doc.subscribe(heard.append)
    half_typed.keep(doc, "concern", "")
    assert heard == []
    half_typed.keep(doc, "concern", "half")
    half_typed.keep(doc, "concern", "")
    assert [(each.name, each.kind) for each in heard] == [(half_typed.NAME, "aside")] * 2
    assert half_typed.half_typed(doc, "concern").words == ""
    assert doc.value("SELECT count(*) FROM session WHERE key LIKE 'typed.%'") == 0
    assert doc.undoable == before


@pytest.mark.parametrize("stored", ['["words"]', "[1, {}]", '["words", 2]', '"words"', "{", "null"])
def test_a_damaged_field_is_an_empty_one(doc: Document, stored: str) -> None:
    with doc.aside("test") as write:
        write.run("INSERT INTO session VALUES ('typed.concern', ?)", stored)
    assert half_typed.half_typed(doc, "concern") == half_typed.HalfTyped("", {})


@pytest.mark.parametrize(
    ("key", "text", "usable"),
    [
        ("step", "0", True),
        ("step", "-1", False),
        ("step", str(2**53), True),
        ("step", str(2**53 + 1), False),
        ("step", '"1"', False),
        ("visited", "[0, 1]", True),
        ("visited", "[-1]", False),
        ("page", '"vote"', True),
        ("page", '"reading list"', False),
        ("page", "1", False),
        ("bench", '"hunt"', True),
        ("bench", '"anvil"', False),
        ("roadmap.view", '"colour"', False),
        ("day.begun", "1e11", True),
        ("day.begun", "-1e11", True),
        ("day.begun", "1.1e11", False),
        ("view.3", "[1e7, -1e7, 2]", True),
        ("view.3", "[1.1e7, 0, 1]", False),
        ("view.3", "[0, 0]", False),
        ("sight.3", "[0, 0, 1, 1]", True),
        ("sight.3", "[0, 0, 1, -1.1e7]", False),
        ("last_year.minutes", '{"a": 0, "b": 10000}', True),
        ("last_year.minutes", '{"a": 10001}', False),
        ("last_year.minutes", '{"a": -1}', False),
        ("stage", f'{{"a": {2**53}}}', True),
        ("stage", f'{{"a": {-(2**53)}}}', True),
        ("stage", '{"a": [1]}', False),
        ("stage.break", "[1, null, 2.5]", True),
        ("clock.7", '["x"]', True),
        ("clock.7", "{}", False),
        ("typed.x", '["a", {}]', True),
        ("typed.x", '["a"]', False),
        ("unknown", "[[1]]", True),
        ("unknown", "{", False),
        ("step", "null", True),
        ("heart", '{"draft": 1, "state": "gone"}', True),
        ("heart", '{"draft": 1, "state": "lost"}', False),
        ("heart", '{"draft": 1}', False),
        ("heart", '{"draft": 1.5, "state": ""}', False),
    ],
)
def test_the_session_takes_only_what_its_readers_can_use(key: str, text: str, usable: bool) -> None:
    assert session_kinds.is_usable(key, text) == usable


def test_a_key_that_begins_like_another_is_read_as_its_own_kind() -> None:
    assert session_kinds.kind_of("stage.break") == session_kinds.KINDS["stage.break"]
    assert session_kinds.kind_of("clock.12") == session_kinds.KINDS["clock."]
    assert not session_kinds.is_usable("stage.break", '{"a": 1}')


def test_every_value_of_a_days_session_is_usable(doc: Document) -> None:
    assert scene.unusable_session_keys(doc) == []


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("tab\tstays", "tab\tstays"),
        ("\x00\x08\x0b\x1f\x7f\x80\x9f", ""),
        ("\x0e \x0a\x0d", " \n\n"),
        ("turned \u202eround\u202a", "turned round"),
        ("\ud83d\ude00 lone \ud83d", "😀 lone \ufffd"),
        ("\u2029\u202f\u00a0", "\n\u202f\u00a0"),
    ],
)
def test_text_is_stored_in_one_way_and_without_what_turns_or_ends_it(text: str, stored: str) -> None:
    assert storable(text) == stored


@pytest.mark.parametrize(
    ("number", "fits"), [(-(10**9), True), (-(10**9) - 1, False), (10**10, True), (10**10 + 1, False)]
)
def test_numbers_are_places_or_moments(doc: Document, number: int, fits: bool) -> None:
    seat = people.seats(doc)[0].id

    def put() -> None:
        with doc.action("test.number") as write:
            write.update(Seat, seat, number=number)

    if fits:
        put()
        assert doc.row(Seat, seat).number == number
    else:
        with pytest.raises(BugError, match=re.escape(str(number))):
            put()
        assert doc.row(Seat, seat).number != number


def test_a_change_is_asked_for_by_its_table_and_turned_round_in_reverse_order() -> None:
    made = Change("note", 1, None, {"text": "a"})
    edited = Change("seat", 2, {"name": "a"}, {"name": "b"})
    changes = Changes("do", "x", (made, edited))
    assert changes.touches("note")
    assert changes.touches("board", "seat")
    assert not changes.touches("board")
    assert not Changes("do", "x", ()).touches("note")
    assert backwards((made, edited)) == (
        Change("seat", 2, {"name": "b"}, {"name": "a"}),
        Change("note", 1, {"text": "a"}, None),
    )


def test_what_was_undone_is_redone_until_something_else_is_done() -> None:
    stacks = Stacks()
    stacks.did(1, "one")
    stacks.did(2, "two")
    stacks.turn("undo")
    assert (stacks.pile("undo"), stacks.pile("redo")) == ([1], [2])
    assert (stacks.top("undo"), stacks.top("redo")) == ("one", "two")
    stacks.turn("redo")
    stacks.turn("undo")
    stacks.did(3, "three")
    assert (stacks.undo, stacks.redo) == ([1, 3], [])
    with pytest.raises(Disagreement, match="redo of nothing"):
        stacks.turn("redo")
    stacks.turn("undo")
    stacks.forget()
    assert (stacks.undo, stacks.redo) == ([], [])


def test_the_machines_count_never_goes_back_and_names_its_start() -> None:
    clock = machine_time()
    first, second = clock(), clock()
    assert second >= first
    assert clock.era
    assert machine_time().era == clock.era
    assert beside(time.time).era == clock.era


def test_a_made_up_clock_counts_by_itself() -> None:
    clock = Clock()
    steady = beside(clock)
    before = steady()
    clock.wait(5)
    assert steady() - before == 5
    assert steady.era == "made up"


@pytest.mark.parametrize(("left", "interrupted"), [(None, False), (b"", False), (b"x", True)])
def test_a_commit_was_cut_short_where_its_journal_is_not_empty(
    tmp_path: Path, left: bytes | None, interrupted: bool
) -> None:
    path = tmp_path / "day.mission"
    path.write_bytes(b"")
    if left is not None:
        journal_path(path).write_bytes(left)
    assert was_interrupted(path) == interrupted


def test_rows_that_need_each_other_come_back_in_any_order(doc: Document) -> None:
    """The rows of one action are undone one by one: until the last of them a row may miss its neighbour."""
    seats = people.seats(doc)
    people.set_style_counts(doc, {"ideator": 1})
    assert doc.undo()
    assert people.seats(doc) == seats
    with pytest.raises(sqlite3.IntegrityError), doc.action("test.stray") as write:
        write.run("INSERT INTO note (board) VALUES (?)", 999_999)
