from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import RECORDED, Note
from mission_desk.core.whole import checkup, copies


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
