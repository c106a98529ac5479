"""The pointer stands on the note that the mouse is on, however differently the stage sets the board; notes
are read out in the order that the room sees; a board as on the desk leaves nothing out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, clustering, moving
from mission_desk.core.board.covering import cover_notes
from mission_desk.core.file.document import Document
from mission_desk.core.stage import reading_out, stage_state
from mission_desk.core.stage.slides import BoardBody
from mission_desk.core.stage.stage import now
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.stage.board import board_body
from mission_desk.ui.stage.board.board_parts import BoardLayout
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.stage_window import StageWindow
from tests.core.stage import on_stage

BOARDS = ["think-big", "customers", "challenge"]  # clusters, fields, both
BOX = QRectF(72, 200, 1136, 440)


@pytest.fixture
def stage(qtbot: QtBot, sample_desk: Desk) -> StageWindow:
    sample_desk.commands.run("stage.show")
    window = sample_desk.stage_control.window
    assert window is not None
    window.showNormal()
    window.setGeometry(3_000, 0, 1_280, 720)  # away from the desk
    with qtbot.waitActive(sample_desk):
        sample_desk.activateWindow()
    return window


@pytest.mark.parametrize("face", ["canvas", "list"])
@pytest.mark.parametrize("arranged", [False, True])
@pytest.mark.parametrize("key", BOARDS)
def test_the_pointer_is_on_the_note_under_the_mouse(
    qtbot: QtBot, sample_desk: Desk, stage: StageWindow, key: str, arranged: bool, face: str
) -> None:
    doc = sample_desk.doc
    on_stage.show_board(doc, key)
    doc.keep("face", face)
    stage_state.change(doc, arranged=arranged)
    page = sample_desk.pages["board"]
    assert isinstance(page, BoardPage)
    view = page.canvas.front
    QTest.keyPress(sample_desk.windowHandle(), Qt.Key.Key_F9)
    notes = [note for note in page.model.notes.values() if stage._laid_out().box_of(note.id)]
    assert len(notes) > 3
    for note in notes[:3]:
        view.reveal(note)
        QCursor.setPos(view.surface().mapToGlobal(view.note_view_box(note).center().toPoint()))
        box = stage._laid_out().box_of(note.id)
        assert box is not None

        def is_on_it(box: QRectF = box) -> bool:
            at = stage._pointed
            return at is not None and box.contains(at.x * stage.width(), at.y * stage.height())

        qtbot.waitUntil(is_on_it, timeout=2_000)
    QTest.keyRelease(sample_desk.windowHandle(), Qt.Key.Key_F9)


def test_beside_all_notes_the_pointer_is_on_none(qtbot: QtBot, sample_desk: Desk, stage: StageWindow) -> None:
    on_stage.show_board(sample_desk.doc, "think-big")
    page = sample_desk.pages["board"]
    assert isinstance(page, BoardPage)
    note = next(iter(page.model.notes.values()))
    QCursor.setPos(page.canvas.mapToGlobal(page.canvas.sight.note_view_box(note).center().toPoint()))
    QTest.keyPress(sample_desk.windowHandle(), Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: stage._pointed is not None)
    QCursor.setPos(sample_desk.mapToGlobal(QPoint(20, 20)))
    qtbot.waitUntil(lambda: stage._pointed is None)
    QTest.keyRelease(sample_desk.windowHandle(), Qt.Key.Key_F9)


def laid_out(doc: Document) -> BoardLayout:
    body = now(doc).body
    assert isinstance(body, BoardBody)
    return board_body.lay_out(body, BOX, Measure(1_280, 720), "en")


def leaves(layout: BoardLayout) -> Iterator[BoardLayout]:
    yield layout
    while layout.rest is not None:
        layout = board_body.lay_out(layout.rest, BOX, Measure(1_280, 720), "en")
        yield layout


@pytest.mark.parametrize("key", BOARDS)
def test_notes_are_read_out_in_the_order_that_the_room_sees(sample_doc: Document, key: str) -> None:
    on_stage.show_board(sample_doc, key)
    board = boards.board_by_key(sample_doc, key).id
    ids = [note.id for note in boards.notes_on(sample_doc, board)]
    clustering.group_notes(sample_doc, [ids[0], ids[-1]], "First and last")
    cover_notes(sample_doc, ids[1:2])
    layout = laid_out(sample_doc)
    seen = [row for placed in layout.notes for row in placed.note.rows if not placed.note.covered]
    read = [note.id for note in reading_out.picked(sample_doc, board, "")]
    assert [row for row in read if row in seen] == seen
    assert len(read) == len(ids) - 1
    for one, other in pairwise(layout.notes):
        assert other.box.top() > one.box.top() + 1 or other.box.left() > one.box.left() + 1


def test_a_random_order_has_all_notes_and_stays_when_another_comes(sample_doc: Document) -> None:
    on_stage.show_board(sample_doc, "think-big")
    board = boards.board_by_key(sample_doc, "think-big").id
    reading_out.read_shuffled(sample_doc)
    pick = stage_state.read_state(sample_doc).pick
    before = [note.id for note in reading_out.picked(sample_doc, board, pick)]
    as_seen = [note.id for note in reading_out.picked(sample_doc, board, "")]
    assert sorted(before) == sorted(as_seen)
    assert before != as_seen
    (fresh,) = boards.add_notes(sample_doc, board, ["A new one"], "ideator")
    after = [note.id for note in reading_out.picked(sample_doc, board, pick)]
    assert [each for each in after if each != fresh] == before


def test_as_on_the_desk_shows_every_note_leaf_by_leaf(sample_doc: Document) -> None:
    on_stage.show_board(sample_doc, "parking")
    board = boards.board_by_key(sample_doc, "parking").id
    ids = boards.add_notes(sample_doc, board, [f"Thought {n}" for n in range(60)], "ideator")
    for n, note in enumerate(ids):
        moving.move_notes(sample_doc, [note], n % 10 * 260, n // 10 * 300)
    stage_state.arrange(sample_doc)
    sample_doc.keep(f"sight.{board}", [0, 0, 900, 600])
    first = laid_out(sample_doc)
    assert len(first.notes) < 30
    shown = [row for leaf in leaves(first) for placed in leaf.notes for row in placed.note.rows]
    assert sorted(shown) == sorted(note.id for note in boards.notes_on(sample_doc, board))
