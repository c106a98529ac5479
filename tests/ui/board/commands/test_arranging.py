"""Notes are selected, dragged, grouped, coloured and deleted with real mouse and keys; everything can be
undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, clustering
from mission_desk.core.file.rows import Cluster, Draft, Note, Source
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.palette import Palette

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    desk_position.show_board(desk.doc, "think-big")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    boards.add_notes(desk.doc, board_page.model.board.id, ["one", "two", "three", "four"], "ideator")
    board_page.canvas.sight.fit()
    board_page.canvas.setFocus()
    return board_page


def spot(page: BoardPage, note: Note) -> QPoint:
    return page.canvas.sight.note_view_box(note).center().toPoint()


def note(page: BoardPage, text: str) -> Note:
    return page.doc.rows(Note, "text = ?", text)[0]


def drag(page: BoardPage, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(page.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(page.canvas, start + (end - start) * part)
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def select(qtbot: QtBot, page: BoardPage, *texts: str) -> None:
    for n, text in enumerate(texts):
        more = CONTROL if n else Qt.KeyboardModifier.NoModifier
        qtbot.mouseClick(page.canvas, Qt.MouseButton.LeftButton, more, spot(page, note(page, text)))


def test_a_dragged_note_lies_where_it_was_dropped(page: BoardPage) -> None:
    before = note(page, "one")
    start = spot(page, before)
    drag(page, start, start + QPoint(60, 200))
    after = note(page, "one")
    scale = page.canvas.sight.camera.scale
    assert (after.x - before.x, after.y - before.y) == (round(60 / scale), round(200 / scale))
    page.doc.undo()
    assert note(page, "one") == before
    assert page.model.notes[before.id] == before


def test_a_shaky_click_moves_nothing(page: BoardPage) -> None:
    before = note(page, "one")
    start = spot(page, before)
    drag(page, start, start + QPoint(1, 2))
    assert note(page, "one") == before


def test_a_rubber_band_selects_what_it_touches(page: BoardPage) -> None:
    box = page.canvas.sight.note_view_box(note(page, "two"))
    drag(page, QPoint(4, 70), box.bottomRight().toPoint() + QPoint(2, 2))
    assert {page.model.notes[n].text for n in page.canvas.selection} == {"one", "two"}


def test_select_all_and_delete_and_undo(qtbot: QtBot, page: BoardPage) -> None:
    qtbot.keyClick(page.canvas, "a", CONTROL)
    assert len(page.canvas.selection) == 4
    qtbot.keyClick(page.canvas, Qt.Key.Key_Delete)
    assert page.doc.rows(Note) == []
    qtbot.keyClick(page.canvas, "z", CONTROL)
    assert len(page.doc.rows(Note)) == 4
    assert len(page.model.notes) == 4
    qtbot.keyClick(page.canvas, "z", CONTROL | SHIFT)
    assert page.model.notes == {}


def test_g_makes_a_cluster_and_asks_for_its_name(qtbot: QtBot, page: BoardPage) -> None:
    select(qtbot, page, "one", "three")
    qtbot.keyClick(page.canvas, "g")
    assert page.editor.isVisible()
    qtbot.keyClicks(page.editor, "No one waits alone")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    cluster = page.doc.rows(Cluster)[0]
    assert cluster.name == "No one waits alone"
    assert {n.text for n in page.doc.rows(Note, "cluster = ?", cluster.id)} == {"one", "three"}


def test_dragged_into_a_cluster_a_note_joins_and_out_it_leaves(qtbot: QtBot, page: BoardPage) -> None:
    cluster = clustering.group_notes(page.doc, [note(page, "one").id, note(page, "two").id], "pair")
    page.canvas.sight.fit()
    drag(page, spot(page, note(page, "four")), spot(page, note(page, "one")))
    assert note(page, "four").cluster == cluster
    drag(page, spot(page, note(page, "four")), spot(page, note(page, "four")) + QPoint(0, 330))
    assert note(page, "four").cluster is None


def test_a_clusters_name_moves_all_of_it(page: BoardPage) -> None:
    cluster = clustering.group_notes(page.doc, [note(page, "one").id, note(page, "two").id], "pair")
    page.canvas.sight.fit()
    before = [note(page, text) for text in ("one", "two")]
    frame = page.model.frames[cluster]
    x, y = page.canvas.sight.camera.to_view(frame.x + 40, frame.y + 14)
    drag(page, QPoint(round(x), round(y)), QPoint(round(x) + 40, round(y) + 90))
    after = [note(page, text) for text in ("one", "two")]
    assert {(b.x - a.x, b.y - a.y) for a, b in zip(before, after, strict=True)} != {(0, 0)}
    assert {n.cluster for n in after} == {cluster}


def test_letters_are_commands_while_notes_are_selected(qtbot: QtBot, page: BoardPage) -> None:
    select(qtbot, page, "two")
    qtbot.keyClick(page.canvas, "3")
    qtbot.keyClick(page.canvas, "+")
    qtbot.keyClick(page.canvas, "+")
    qtbot.keyClick(page.canvas, "-")
    assert (note(page, "two").style, note(page, "two").dots) == ("analyst", 1)
    qtbot.keyClick(page.canvas, "p")
    assert note(page, "two").board == boards.board_by_key(page.doc, "parking").id


def test_arrows_walk_and_ctrl_arrows_push(qtbot: QtBot, page: BoardPage) -> None:
    select(qtbot, page, "one")
    qtbot.keyClick(page.canvas, Qt.Key.Key_Right)
    assert {page.model.notes[n].text for n in page.canvas.selection} == {"two"}
    before = note(page, "two")
    qtbot.keyClick(page.canvas, Qt.Key.Key_Down, CONTROL)
    assert (note(page, "two").x, note(page, "two").y) == (before.x, before.y + 24)


def test_wheel_zooms_around_the_pointer_and_middle_button_pans(qtbot: QtBot, page: BoardPage) -> None:
    canvas = page.canvas
    under = canvas.sight.camera.to_canvas(300, 200)
    canvas.sight.set_camera(canvas.sight.camera.zoomed(1.5, (300, 200)))
    assert canvas.sight.camera.to_canvas(300, 200) == pytest.approx(under)
    before = canvas.sight.camera
    QTest.mousePress(canvas, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, QPoint(300, 200))
    QTest.mouseMove(canvas, QPoint(340, 260))
    QTest.mouseRelease(canvas, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, QPoint(340, 260))
    assert canvas.sight.camera.scale == before.scale
    assert canvas.sight.camera.x == pytest.approx(before.x - 40 / before.scale)
    assert canvas.sight.camera.y == pytest.approx(before.y - 60 / before.scale)


def test_a_concern_is_raised_and_answered_in_the_inspector(qtbot: QtBot, page: BoardPage) -> None:
    select(qtbot, page, "two")
    qtbot.keyClick(page.canvas, "c")
    field = page.inspector.worry_field
    assert field is not None
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "Not at Christmas")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.model.worries == {note(page, "two").id: 1}


def test_notes_become_a_draft(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    select(qtbot, page, "one", "two")
    qtbot.keyClick(page.canvas, "u")
    assert page.doc.rows(Draft)[0].text == "one\ntwo"
    assert len(page.doc.rows(Source)) == 2
    assert desk_position.page(page.doc) == "statement"


def test_the_view_of_a_board_is_remembered(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    page.canvas.sight.zoom(0.5)
    camera = page.canvas.sight.camera
    desk_position.show_board(desk.doc, "gut")
    assert page.canvas.sight.camera != camera
    desk_position.show_board(desk.doc, "think-big")
    assert page.canvas.sight.camera == camera


def test_find_goes_to_the_note(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    desk_position.show_board(desk.doc, "gut")
    desk.commands.run("find.note")
    palette = desk.findChild(Palette)
    qtbot.keyClicks(palette.field, "thr")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk_position.board(desk.doc).key == "think-big"
    assert {page.model.notes[n].text for n in page.canvas.selection} == {"three"}


def test_sending_notes_away_is_said_and_taken_back(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    select(qtbot, page, "two")
    qtbot.keyClick(page.canvas, "p")
    assert desk.messages.last == "1 note sent to “Parking”."
    page.doc.undo()
    assert note(page, "two").board == page.model.board.id
