"""Notes are copied and pasted with real keys: on their board, on another, and as lines anywhere else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.board import clustering, covering, note_properties, pictures
from mission_desk.core.board.pictures import Picture
from mission_desk.core.board.places import Box
from mission_desk.core.file.rows import Cluster, Note
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.board.writing.pasted import NOTES
from tests.ui.board.hands import CONTROL, grouped, note, press, rows, select, take_back, texts


def copy(page: BoardPage) -> None:
    page.canvas.setFocus()
    press(page, "c", CONTROL)


def paste(page: BoardPage) -> None:
    press(page, "v", CONTROL)


def on_board(page: BoardPage, key: str) -> list[Note]:
    return page.doc.rows(Note, "board = (SELECT id FROM board WHERE key = ?) ORDER BY id", key)


def test_copied_notes_are_pasted_beside_themselves(page: BoardPage) -> None:
    select(page, "one", "two")
    copy(page)
    assert page.place.messages.last == "2 notes copied."
    paste(page)
    assert texts(page) == ["one", "two", "three", "four", "one", "two"]
    assert page.canvas.selection == {row.id for row in rows(page)[4:]}
    take_back(page)
    assert len(texts(page)) == 4


def test_pasted_on_another_board_they_bring_what_they_are(page: BoardPage) -> None:
    (hung,) = pictures.add_pictures(page.doc, page.model.board.id, [Picture("png", 80, 40, b"x")], "heart")
    note_properties.resize_notes(
        page.doc, {note(page, "one").id: Box(0, 0, 300, 200)}, lambda _text, _width: 100
    )
    cluster = grouped(page, "two", "three")
    clustering.fold_clusters(page.doc, [cluster], True)
    press(page, "a", CONTROL)
    copy(page)
    press(page, Qt.Key.Key_Tab, CONTROL)  # the keys are in the capture bar now
    paste(page)
    there = on_board(page, "long-view")
    assert {(row.text, row.style, row.w, row.picture) for row in there} == {
        (row.text, row.style, row.w, row.picture) for row in on_board(page, "think-big")
    }
    assert page.doc.row(Note, hung).picture in {row.picture for row in there}
    old, new = page.doc.rows(Cluster, "1 ORDER BY id")
    assert (new.name, new.folded, new.board) == (old.name, 1, page.model.board.id)
    assert {row.text for row in there if row.cluster == new.id} == {"two", "three"}
    assert page.canvas.selection == {row.id for row in there}
    page.doc.undo()
    assert on_board(page, "long-view") == []


def test_for_other_programs_they_are_lines(page: BoardPage) -> None:
    covering.cover_notes(page.doc, [note(page, "two").id])
    press(page, "a", CONTROL)
    copy(page)
    assert QGuiApplication.clipboard().text() == "one\nthree\nfour"  # what lies face down stays here


def test_into_words_that_are_being_typed_they_are_text(page: BoardPage) -> None:
    select(page, "one")
    copy(page)
    page.bar.field.setFocus()
    QTest.keyClicks(page.bar.field, "as in ")
    paste(page)
    assert page.bar.field.toPlainText() == "as in one"
    assert len(texts(page)) == 4


@pytest.mark.parametrize("content", [b"", b"{", b"null", b"7", b'["elsewhere.mission", 1]', b'["x", [1]]'])
def test_what_is_not_of_this_workshop_comes_as_lines(page: BoardPage, content: bytes) -> None:
    source = QMimeData()
    source.setText("red\ngreen")
    source.setData(NOTES, content)
    QGuiApplication.clipboard().setMimeData(source)
    page.canvas.setFocus()
    paste(page)
    assert page.bar.pasted.sentence == "2 notes"
    press(page, Qt.Key.Key_Escape)


def test_pasted_in_a_silent_step_they_lie_face_down(page: BoardPage) -> None:
    select(page, "one")
    copy(page)
    outline.edit_step(page.doc, agenda.current_step(page.doc).id, capture="blind", page="board", board="")
    desk_position.show_board(page.doc, "long-view")
    paste(page)
    assert [row.covered for row in on_board(page, "long-view")] == [1]


def test_in_the_list_and_in_a_field_the_same_key_copies(page: BoardPage) -> None:
    page.place.commands.run("board.list")
    page.canvas.select({note(page, "one").id, note(page, "two").id})
    copy(page)
    assert page.place.messages.last == "2 notes copied."
    paste(page)
    assert texts(page)[4:] == ["one", "two"]
    page.canvas.select({note(page, "three").id})
    field = page.inspector.worry_field
    field.setFocus()
    QTest.keyClicks(field, "why")
    field.selectAll()
    press(page, "c", CONTROL)
    assert QGuiApplication.clipboard().text() == "why"
    paste(page)
    assert (field.text(), len(texts(page))) == ("why", 6)
