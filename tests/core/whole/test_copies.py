from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from mission_desk.core.board import boards, pictures
from mission_desk.core.board.pictures import Picture
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import RECORDED, Note
from mission_desk.core.vote import poll_closing
from mission_desk.core.whole import checkup, copies
from tests.core.vote.voting import free_poll, marks, vote


def everything(doc: Document) -> list[object]:
    return [row for kind in RECORDED for row in doc.rows(kind, "1 ORDER BY id")]


def test_a_copy_has_the_whole_history(doc: Document, board: int, tmp_path: Path) -> None:
    boards.add_notes(doc, board, ["one"], "ideator")
    copies.save_copy(doc, tmp_path / "copy.mission")
    boards.add_notes(doc, board, ["two"], "ideator")
    copy = Document.open(tmp_path / "copy.mission")
    assert [note.text for note in copy.rows(Note)] == ["one"]
    assert copy.undo()
    copy.close()
    assert checkup.check(tmp_path / "copy.mission").is_sound
    assert doc.path == tmp_path / "day.mission"


def test_a_clean_copy_has_the_rows_and_no_byte_of_the_past(doc: Document, board: int, tmp_path: Path) -> None:
    keep, drop = boards.add_notes(doc, board, ["kept words", "deleted words"], "ideator")
    boards.edit_note(doc, keep, "better words")
    boards.remove_notes(doc, [drop])
    doc.keep("find", "searched words")
    target = tmp_path / "clean.mission"
    copies.save_clean_copy(doc, target)
    content = target.read_bytes()
    assert b"better words" in content
    assert not [words for words in (b"kept words", b"deleted words", b"searched words") if words in content]
    report = checkup.check(target)
    assert report.is_sound
    assert (report.clean_copy, report.actions) == (True, 1)


def test_work_goes_on_in_a_clean_copy(doc: Document, board: int, tmp_path: Path) -> None:
    boards.add_notes(doc, board, ["one"], "ideator")
    target = tmp_path / "clean.mission"
    copies.save_clean_copy(doc, target)
    clean = Document.open(target)
    assert everything(clean) == everything(doc)
    assert not clean.undo()
    boards.add_notes(clean, board, ["two"], "ideator")
    point = clean.mark_point("here")
    boards.add_notes(clean, board, ["three"], "ideator")
    clean.go_back_to(point)
    assert clean.undo()
    clean.close()
    assert checkup.check(target).is_sound


def test_rows_that_no_action_made_are_found_where_the_history_begins_with_one(
    doc: Document, board: int, tmp_path: Path
) -> None:
    """The mark of a clean copy counts as the first entry only."""
    boards.add_notes(doc, board, ["one"], "ideator")
    doc.barrier("copy.clean")
    doc.close()
    assert checkup.check(doc.path).is_sound
    assert not checkup.check(doc.path).clean_copy


def test_a_changed_row_is_found_by_the_walk_back(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["one"], "ideator")
    path = doc.path
    doc.connection.execute("DROP TRIGGER temp.note_update")
    doc.connection.execute("UPDATE note SET text = 'uno'")
    doc.close()
    assert "does not agree with its history" in checkup.check(path).problems[0]


def test_a_row_from_nowhere_is_found_by_the_walk_back(doc: Document, board: int) -> None:
    doc.connection.execute("DROP TRIGGER temp.seat_insert")
    doc.connection.execute("INSERT INTO seat (number, name, style) VALUES (13, 'ghost', 'heart')")
    doc.close()
    assert checkup.check(doc.path).problems == ("There are rows that no action made: seat.",)


def test_a_copy_onto_the_workshop_itself_is_refused(doc: Document, tmp_path: Path) -> None:
    (tmp_path / "link.mission").symlink_to(doc.path)
    for target in (doc.path, tmp_path / "link.mission"):
        for save in (copies.save_copy, copies.save_clean_copy):
            with pytest.raises(KnownError, match="another name"):
                save(doc, target)


def test_a_copy_into_a_folder_that_is_not_there(doc: Document, tmp_path: Path) -> None:
    for save in (copies.save_copy, copies.save_clean_copy):
        with pytest.raises(KnownError, match="cannot be written in that folder"):
            save(doc, tmp_path / "nowhere" / "copy.mission")
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == [
        "day.mission",
        "day.mission-journal",
    ]


def test_save_points_are_those_after_the_last_barrier(doc: Document) -> None:
    doc.mark_point("too early")
    doc.barrier("import")
    doc.mark_point("first")
    second = doc.mark_point("second")
    points = copies.save_points(doc)
    assert [point.name for point in points] == ["second", "first"]
    assert points[0].id == second


@pytest.mark.parametrize("save", [copies.save_copy, copies.save_clean_copy])
def test_no_copy_is_made_while_secret_ballots_wait(
    doc: Document, tmp_path: Path, save: Callable[[Document, Path], None]
) -> None:
    """Compared with the file later, it would tell how those in between voted."""
    poll = free_poll(doc, "score", secret=True)
    vote(doc, poll, [marks(1, 2, 3)])
    target = tmp_path / "copy.mission"
    with pytest.raises(KnownError, match="secret poll is open"):
        save(doc, target)
    assert not target.exists()
    poll_closing.close_poll(doc, poll)
    save(doc, target)
    assert checkup.check(target).is_sound


def test_a_clean_copy_says_so_and_a_new_workshop_does_not(doc: Document, board: int, tmp_path: Path) -> None:
    target = tmp_path / "clean.mission"
    copies.save_clean_copy(doc, target)
    copies.save_copy(doc, tmp_path / "copy.mission")
    checks = [checkup.check(tmp_path / name) for name in ("clean.mission", "copy.mission")]
    assert [(each.clean_copy, each.actions, each.problems) for each in checks] == [
        (True, 1, ()),
        (False, doc.value("SELECT count(*) FROM action"), ()),
    ]


def test_a_damaged_picture_is_told_by_its_number(doc: Document, board: int) -> None:
    pictures.add_pictures(doc, board, [Picture("png", 1, 1, bytes([n])) for n in range(3)], "ideator")
    path = doc.path
    doc.close()
    problems: list[str] = []
    for key in (1, 2):
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE picture SET content = x'ff' WHERE rowid = ?", (key,))
        connection.close()
        problems += checkup.check(path).problems
    assert problems == ["1 picture is damaged.", "2 pictures are damaged."]


def test_tables_that_are_not_ours_are_told_and_nothing_else_is_judged(doc: Document) -> None:
    path = doc.path
    doc.close()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE other (a)")
    connection.close()
    judged = checkup.check(path)
    assert (judged.problems, judged.actions, judged.clean_copy) == (
        ("Its tables are not those of a Mission Desk workshop.",), 0, False,
    )  # fmt: skip
    assert judged.version > 0
