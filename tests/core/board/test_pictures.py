"""Pictures are kept once, undone with their note, checked, and forgotten by a clean copy."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from mission_desk.core.board import boards, duplicating, pictures, places
from mission_desk.core.board.pictures import CAPTION, EDGE, LONG_SIDE, Picture
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Note
from mission_desk.core.whole import checkup, copies

WIDE = Picture("png", 800, 400, b"wide")
TALL = Picture("jpeg", 300, 900, b"tall")


def picture_count(doc: Document) -> int:
    return int(doc.value("SELECT count(*) FROM picture"))


def test_a_note_takes_the_shape_of_its_picture() -> None:
    assert pictures.note_size(800, 400) == (LONG_SIDE + 2 * EDGE, 184 + EDGE + CAPTION)
    assert pictures.note_size(1, 10_000)[0] == 120 + 2 * EDGE
    assert pictures.note_size(10_000, 1)[1] == 40 + EDGE + CAPTION


def test_several_are_one_step_and_cover_nothing(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["first"], "ideator")
    added = pictures.add_pictures(doc, board, [WIDE, TALL, WIDE], "ideator")
    boxes = [places.box_of(note) for note in boards.notes_on(doc, board)]
    assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert (len(added), picture_count(doc)) == (3, 2)
    doc.undo()
    assert [note.text for note in boards.notes_on(doc, board)] == ["first"]
    doc.redo()
    assert pictures.picture(doc, doc.row(Note, added[1]).picture) == TALL


def test_what_cannot_be_added_leaves_no_trace(doc: Document, board: int) -> None:
    with pytest.raises(KnownError, match="one paste holds 100"):
        pictures.add_pictures(doc, board, [WIDE] * 101, "ideator")
    assert picture_count(doc) == 0


def test_an_emptied_caption_keeps_the_picture(doc: Document, board: int) -> None:
    (note,) = pictures.add_pictures(doc, board, [WIDE], "ideator")
    boards.edit_note(doc, note, "our shop", h=156)
    size = doc.row(Note, note).h
    boards.edit_note(doc, note, "", h=156)
    assert (doc.row(Note, note).text, doc.row(Note, note).h) == ("", size)


def test_a_copy_of_the_note_shows_the_same_picture(doc: Document, board: int) -> None:
    notes = pictures.add_pictures(doc, board, [WIDE], "ideator")
    (copy,) = duplicating.duplicate_notes(doc, notes)
    assert doc.row(Note, copy).picture == WIDE.key
    assert picture_count(doc) == 1


def test_a_clean_copy_forgets_what_no_note_shows(doc: Document, board: int, tmp_path: Path) -> None:
    gone = pictures.add_pictures(doc, board, [WIDE], "ideator")
    pictures.add_pictures(doc, board, [TALL], "ideator")
    boards.remove_notes(doc, gone)
    copies.save_clean_copy(doc, tmp_path / "clean.mission")
    copies.save_copy(doc, tmp_path / "whole.mission")
    clean, whole = Document.open(tmp_path / "clean.mission"), Document.open(tmp_path / "whole.mission")
    assert (picture_count(clean), picture_count(whole)) == (1, 2)
    clean.close()
    whole.close()
    assert checkup.check(tmp_path / "clean.mission").is_sound


def test_a_damaged_picture_is_found(doc: Document, board: int) -> None:
    pictures.add_pictures(doc, board, [WIDE], "ideator")
    path = doc.path
    doc.close()
    raw = sqlite3.connect(path)
    raw.execute("UPDATE picture SET content = x'00'")
    raw.commit()
    raw.close()
    assert checkup.check(path).problems == ("1 picture is damaged.",)


def test_a_picture_hangs_beside_what_ends_where_no_column_does(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["wide"], "ideator", at=(0, 0))
    boards.add_notes(doc, board, ["more"], "ideator", at=(250, 30))
    area = places.Box(0, 0, 1000, 700)
    first, second, *_, last = pictures.add_pictures(doc, board, [WIDE] * 5, "ideator", area=area)
    wide, high = pictures.note_size(WIDE.width, WIDE.height)
    boxes = [places.box_of(doc.row(Note, each)) for each in (first, second)]
    assert boxes[0] == (250 + 180 + places.GAP, 0, wide, high)
    assert boxes[1] == (0, 30 + 156 + places.GAP, wide, high)  # the first corner below that is free
    lowest = doc.row(Note, last)
    assert lowest.y + lowest.h > area.bottom  # the area is full,
    above = [
        box for box in map(places.box_of, doc.rows(Note)) if box.x < lowest.x + wide and box.right > lowest.x
    ]
    assert lowest.y == max(box.bottom for box in above if box.y < lowest.y) + places.GAP  # and no gap is left


def test_pictures_find_a_place_on_a_full_wall(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["n"] * 400, "ideator", area=places.Box(0, 0, 4000, 700))
    (added,) = pictures.add_pictures(doc, board, [TALL], "ideator", area=places.Box(0, 0, 4000, 700))
    box = places.box_of(doc.row(Note, added))
    others = [places.box_of(each) for each in doc.rows(Note) if each.id != added]
    assert not any(box.overlaps(other) for other in others)
