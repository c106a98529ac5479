"""A workshop that lacks what the desk needs is completed once, and nothing that is there is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Board, Concern, Note, Step, Version, Workshop
from mission_desk.core.room import scene
from mission_desk.core.statement import concerns, drafts, parts
from mission_desk.core.whole import checkup, copies
from mission_desk.core.whole.mending import mend
from mission_desk.core.whole.saving_methods import save_method
from mission_desk.core.whole.starting import start_workshop
from mission_desk.words import set_screen_language
from tests.damaged_workshops import BROKEN, by_hand

METHOD = method("find-our-mission")


def changed(doc: Document, *statements: str | tuple[str, object]) -> Document:
    """The workshop after another program had it."""
    path = doc.path
    doc.close()
    by_hand(path, "PRAGMA foreign_keys = OFF", *statements)
    return Document.open(path)


def test_a_whole_workshop_is_left_alone(doc: Document) -> None:
    entries, files = doc.value("SELECT count(*) FROM action"), sorted(doc.path.parent.iterdir())
    assert mend(doc) == ""
    assert (doc.value("SELECT count(*) FROM action"), sorted(doc.path.parent.iterdir())) == (entries, files)


@pytest.mark.parametrize("table", ["step", "board", "workshop"])
def test_what_is_missing_comes_from_the_method_and_the_file_is_kept_as_it_was(
    doc: Document, table: str
) -> None:
    boards.add_notes(doc, boards.boards(doc)[0].id, ["stays"], "ideator")
    steps, walls = agenda.steps(doc), boards.boards(doc)
    again = changed(doc, f"DELETE FROM {table}")
    sentence = mend(again)
    assert "was not complete and was put in order" in sentence
    assert scene.is_complete(again)
    assert [step.key for step in agenda.steps(again)] == [step.key for step in steps]
    assert [board.key for board in boards.boards(again)] == [board.key for board in walls]
    assert [note.text for note in again.rows(Note)] == ["stays"]
    assert again.row(Workshop, 1).method == METHOD.key
    (copy,) = (each for each in again.path.parent.iterdir() if each.name in sentence and each != again.path)
    assert copy.stat().st_size > 0
    assert not again.undo()
    assert mend(again) == ""
    again.close()


@pytest.mark.parametrize(
    ("stored", "screen", "spoken"), [("de", "en", "de"), ("xx", "de", "de"), ("xx", "en", "en")]
)
def test_what_is_missing_is_written_in_the_workshops_language_or_the_screens(
    doc: Document, stored: str, screen: str, spoken: str
) -> None:
    set_screen_language(screen)
    again = changed(doc, "DELETE FROM step", ("UPDATE workshop SET language = ?", (stored,)))
    mend(again)
    assert [step.title for step in agenda.steps(again)] == [step.title[spoken] for step in METHOD.steps]
    assert {board.key for board in boards.boards(again)} == {board.key for board in METHOD.boards}
    again.close()


def test_rows_that_refer_to_nothing_go_to_the_first_board_or_stand_alone_or_go(
    doc: Document, board: int
) -> None:
    (note,) = boards.add_notes(doc, board, ["stays"], "ideator")
    draft = drafts.add_draft(doc, text="We are calm.")
    drafts.keep_version(doc, draft)
    concern = concerns.raise_concern(doc, "Really?", draft=draft)
    again = changed(
        doc,
        f"UPDATE note SET board = 999, cluster = 999 WHERE id = {note}",
        f"UPDATE version SET draft = 999 WHERE draft = {draft}",
    )
    assert not scene.is_complete(again)
    assert "was put in order" in mend(again)
    row = again.row(Note, note)
    assert (row.board, row.cluster, row.text) == (boards.boards(again)[0].id, None, "stays")
    assert again.rows(Version) == []
    assert again.find(Concern, concern) is not None
    assert scene.is_complete(again)
    again.close()


def test_words_that_nobody_knows_are_replaced_and_the_file_is_kept_as_it_was(
    doc: Document, board: int
) -> None:
    (note,) = boards.add_notes(doc, board, ["stays"], "ideator")
    draft = drafts.add_draft(doc, text="We are calm.")
    parts.mark_part(doc, draft, "serve", "We")
    parts.mark_part(doc, draft, "do", "are")
    again = changed(
        doc,
        "UPDATE note SET style = 'sage'",
        "UPDATE step SET lead = 'heart sage', page = 'reading list' WHERE rank = 0",
        "UPDATE part SET key = 'sing' WHERE key = 'do'",
    )
    assert not scene.is_complete(again)
    sentence = mend(again)
    assert "had words that this program does not know, such as “heart sage”" in sentence
    assert (again.row(Note, note).style, again.row(Note, note).text) == ("parking", "stays")
    first = agenda.steps(again)[0]
    assert (agenda.leads(first), first.page) == (("heart",), "board")
    assert parts.parts(again, draft) == {"serve": "We"}
    assert not again.undo()
    assert scene.is_complete(again)
    assert mend(again) == ""
    (copy,) = (each for each in again.path.parent.iterdir() if each.name in sentence and each != again.path)
    again.close()
    whole = Document.open(copy)
    assert whole.value("SELECT style FROM note") == "sage"
    whole.close()


def test_letters_that_cannot_be_read_are_marked_and_all_others_stay(doc: Document, board: int) -> None:
    one, two = boards.add_notes(doc, board, ["one", "zwei ä"], "ideator")
    again = changed(doc, (f"UPDATE note SET text = CAST(? AS TEXT) WHERE id = {one}", (BROKEN,)))
    sentence = mend(again)
    assert "some letters could not be read" in sentence
    again.close()
    whole = Document.open(again.path)
    assert (whole.row(Note, one).text, whole.row(Note, two).text) == (
        BROKEN.decode(errors="replace"),
        "zwei ä",
    )
    assert mend(whole) == ""
    whole.close()


def test_a_session_that_cannot_be_used_is_forgotten_key_by_key(doc: Document) -> None:
    doc.keep("page", "vote")
    again = changed(doc, ("INSERT OR REPLACE INTO session VALUES ('draft', ?)", (json.dumps("no number"),)))
    assert "no longer says where the day stood" in mend(again)
    assert again.value("SELECT count(*) FROM session WHERE key = 'draft'") == 0
    assert again.session_value("page") == "vote"
    assert mend(again) == ""
    again.close()


def test_a_new_workshop_is_set_up_behind_a_barrier(tmp_path: Path) -> None:
    doc = start_workshop(tmp_path / "new.mission", METHOD, "en")
    assert not doc.undo()
    assert (scene.workshop(doc).starts, scene.workshop(doc).language) == (540, "en")
    assert [board.rank for board in doc.rows(Board, "1 ORDER BY rank")] == list(range(len(METHOD.boards)))
    assert [step.rank for step in doc.rows(Step, "1 ORDER BY rank")] == list(range(len(METHOD.steps)))
    styles = [style for (style,) in doc.records("SELECT style FROM seat ORDER BY number")]
    assert styles == ["ideator"] * 3 + ["strategist"] * 3 + ["analyst"] * 3 + ["heart"] * 3
    doc.close()


def test_a_clean_copy_has_the_rows_and_one_entry_and_a_moment(
    doc: Document, board: int, tmp_path: Path
) -> None:
    boards.add_notes(doc, board, ["stays"], "ideator")
    doc.mark_point("Before")
    copies.save_clean_copy(doc, tmp_path / "clean.mission")
    clean = Document.open(tmp_path / "clean.mission")
    assert [note.text for note in clean.rows(Note)] == ["stays"]
    assert clean.records("SELECT kind, at FROM action") == [("barrier", int(doc.now() * 1000))]
    assert copies.save_points(clean) == []
    clean.close()
    judged = checkup.check(tmp_path / "clean.mission")
    assert (judged.is_sound, judged.clean_copy, judged.actions) == (True, True, 1)


def test_save_points_stand_newest_first_up_to_the_last_barrier(doc: Document) -> None:
    for name in ("One", "Two"):
        doc.mark_point(name)
    assert [point.name for point in copies.save_points(doc)] == ["Two", "One"]
    doc.barrier("test")
    doc.mark_point("Three")
    assert [point.name for point in copies.save_points(doc)] == ["Three"]


def test_a_history_that_does_not_agree_with_the_rows_is_named_by_its_entry(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["one"], "ideator")
    last = doc.value("SELECT max(id) FROM action")
    path = doc.path
    doc.close()
    assert checkup.check(path).is_sound
    by_hand(path, "UPDATE note SET text = 'two'")
    (problem,) = checkup.check(path).problems
    assert f"at entry {last}" in problem
    by_hand(path, "UPDATE note SET text = 'one'", "INSERT INTO mute (finding) VALUES ('x')")
    (problem,) = checkup.check(path).problems
    assert "rows that no action made: mute" in problem
    by_hand(path, "DELETE FROM mute", f"UPDATE action SET name = 'x' WHERE id = {last}")
    (problem,) = checkup.check(path).problems
    assert f"first at entry {last}" in problem


@pytest.mark.parametrize(
    ("titles", "keys"),
    [
        (["Our day", "Our day", "Our day!"], ["our-day", "our-day-2", "our-day-3"]),
        (["Half a day"], ["half-a-day-2"]),
        (["!!!"], ["method"]),
        (["a" * 60], ["a" * 40]),
        (["a" * 39 + " b"], ["a" * 39]),
    ],
)
def test_a_method_of_ones_own_gets_a_key_that_nobody_has(
    doc: Document, titles: list[str], keys: list[str]
) -> None:
    assert [save_method(doc, title).key for title in titles] == keys
