"""What was undone while its field is open: words that were typed are not lost, and nothing breaks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mission_desk.core.board import boards, clustering
from mission_desk.core.file.rows import Cluster
from mission_desk.ui.board.page import BoardPage
from tests.ui.board.hands import CONTROL, note, press, select, texts


def test_a_note_that_is_undone_while_it_is_edited(page: BoardPage) -> None:
    boards.add_notes(page.doc, page.model.board.id, ["five"], "ideator", at=(700, 400))
    select(page, "five")
    press(page, Qt.Key.Key_F2)
    press(page, "z", CONTROL)
    assert "five" not in texts(page)
    QTest.keyClicks(page.editor, "words")
    press(page, Qt.Key.Key_Return)
    assert texts(page) == ["one", "two", "three", "four", "words"]
    assert (note(page, "words").x, note(page, "words").y) == (700, 400)
    assert not page.editor.isVisible()


def test_a_note_that_is_undone_while_nothing_was_typed_stays_undone(page: BoardPage) -> None:
    boards.add_notes(page.doc, page.model.board.id, ["five"], "ideator", at=(700, 400))
    select(page, "five")
    press(page, Qt.Key.Key_F2)
    press(page, "z", CONTROL)
    press(page, Qt.Key.Key_Return)
    assert texts(page) == ["one", "two", "three", "four"]


def test_a_cluster_that_is_undone_while_it_is_named(page: BoardPage) -> None:
    clustering.group_notes(page.doc, [note(page, "one").id, note(page, "two").id], "Calm")
    select(page, "one")
    press(page, "r")
    press(page, "z", CONTROL)
    assert page.doc.rows(Cluster) == []
    QTest.keyClicks(page.editor, "words")
    press(page, Qt.Key.Key_Return)
    assert page.doc.rows(Cluster) == []
