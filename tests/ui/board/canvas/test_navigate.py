"""The view is moved by wheel, trackpad, space bar, middle button, keys, fingers and pen, and each board is
found again as it was left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.camera import Camera
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from tests.ui.board.hands import (
    CONTROL,
    LEFT,
    MIDDLE,
    PLAIN,
    SHIFT,
    drag,
    move,
    note,
    pen,
    press,
    select,
    spot,
    touch_screen,
    view,
    wheel,
)

AT = QPoint(500, 300)


def moved(before: Camera, after: Camera) -> tuple[int, int]:
    """How far the paper went, in pixels."""
    return round((before.x - after.x) * after.scale), round((before.y - after.y) * after.scale)


def at(page: BoardPage, place: QPoint) -> tuple[float, float]:
    return page.canvas.sight.camera.to_canvas(place.x(), place.y())


# wheel and trackpad


def test_a_wheel_zooms_where_it_points(page: BoardPage) -> None:
    before, under = page.canvas.sight.camera, at(page, AT)
    wheel(page, AT, QPoint(0, 120))
    assert page.canvas.sight.camera.scale > before.scale * 1.1
    assert at(page, AT) == pytest.approx(under, abs=1)


def test_two_fingers_on_a_trackpad_pan_and_with_ctrl_zoom(page: BoardPage) -> None:
    before = page.canvas.sight.camera
    wheel(page, AT, QPoint(-30, 45), QPoint(-20, 30))
    assert page.canvas.sight.camera.scale == before.scale
    assert moved(before, page.canvas.sight.camera) == (-20, 30)
    wheel(page, AT, QPoint(0, 45), QPoint(0, 30), CONTROL)
    assert page.canvas.sight.camera.scale > before.scale


def test_a_trackpad_that_tells_no_pixels_is_known_by_going_across(page: BoardPage) -> None:
    before = page.canvas.sight.camera
    wheel(page, AT, QPoint(17, 4))
    assert page.canvas.sight.camera.scale == before.scale
    assert moved(before, page.canvas.sight.camera) == (17, 4)


def test_shift_and_the_wheel_pan_across(page: BoardPage) -> None:
    before = page.canvas.sight.camera
    wheel(page, AT, QPoint(0, -120), None, SHIFT)
    assert moved(before, page.canvas.sight.camera) == (-120, 0)


def test_a_pinch_zooms(page: BoardPage) -> None:
    before, under = page.canvas.sight.camera, at(page, AT)
    place = QPointF(AT)
    where = page.canvas.mapToGlobal(place)
    sent = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, place, place,
        where, 0.2, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(page.canvas, sent)
    assert page.canvas.sight.camera.scale == pytest.approx(before.scale * 1.2)
    assert at(page, AT) == pytest.approx(under, abs=1)


# space bar and middle button


@pytest.mark.parametrize("chosen", [False, True])
def test_the_space_bar_holds_the_paper(page: BoardPage, chosen: bool) -> None:
    if chosen:
        select(page, "one")
    before, selection = page.canvas.sight.camera, page.canvas.selection
    QTest.keyPress(page.canvas, Qt.Key.Key_Space)
    drag(page, spot(page, "four"), QPoint(80, -60))
    QTest.keyRelease(page.canvas, Qt.Key.Key_Space)
    assert moved(before, page.canvas.sight.camera) == (80, -60)
    assert page.canvas.selection == selection
    assert note(page, "four").x == 130
    select(page, "four")
    assert page.canvas.selection == {note(page, "four").id}


def test_the_space_bar_holds_the_paper_from_the_empty_bar_too(page: BoardPage) -> None:
    field = page.bar.field
    field.setFocus()
    before = page.canvas.sight.camera
    QTest.keyPress(field, Qt.Key.Key_Space)
    drag(page, AT, QPoint(50, 40))
    assert moved(before, page.canvas.sight.camera) == (50, 40)
    QTest.keyRelease(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert field.toPlainText() == ""
    QTest.keyClicks(field, "a b")
    assert field.toPlainText() == "a b"


def test_the_middle_button_drags_the_paper(page: BoardPage) -> None:
    before = page.canvas.sight.camera
    drag(page, spot(page, "one"), QPoint(-70, 30), MIDDLE)
    assert moved(before, page.canvas.sight.camera) == (-70, 30)
    assert note(page, "one").x == 0


# keys and map


def test_keys_show_everything_full_size_and_the_selection(page: BoardPage) -> None:
    press(page, "0", CONTROL | SHIFT)
    everything = page.canvas.sight.camera
    press(page, "1", CONTROL | SHIFT)
    assert page.canvas.sight.camera.scale == 1
    select(page, "three")
    press(page, "2", CONTROL | SHIFT)
    box = page.canvas.sight.note_view_box(note(page, "three"))
    assert page.canvas.sight.camera.scale > everything.scale
    assert page.canvas.rect().contains(box.toRect())
    press(page, "0", CONTROL | SHIFT)
    assert page.canvas.sight.camera == everything


def test_the_map_goes_where_it_is_pressed(page: BoardPage) -> None:
    page.canvas.sight.zoom(2)
    QTest.mouseClick(page.map, LEFT, PLAIN, QPoint(12, 12))
    corner = page.canvas.sight.area()
    QTest.mouseClick(page.map, LEFT, PLAIN, QPoint(page.map.width() - 12, page.map.height() - 12))
    assert page.canvas.sight.area().x > corner.x
    assert page.canvas.sight.area().y > corner.y


def test_each_board_is_found_again_as_it_was_left(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    wheel(page, AT, QPoint(0, 240))
    drag(page, AT, QPoint(33, 44), MIDDLE)
    left = page.canvas.sight.camera
    press(page, Qt.Key.Key_Tab, CONTROL)
    assert page.model.board.key != "think-big"
    assert page.canvas.sight.camera != left
    press(page, Qt.Key.Key_Tab, CONTROL | SHIFT)
    assert page.canvas.sight.camera == left
    desk_position.show_page(desk.doc, "statement")
    stored = desk.doc.session_value(f"view.{page.model.board.id}")
    assert stored == (left.x, left.y, left.scale)
    desk_position.show_page(desk.doc, "board")
    assert page.canvas.sight.camera == left


# fingers


def test_one_finger_drags_a_note(page: BoardPage) -> None:
    screen, start = touch_screen(), spot(page, "four")
    QTest.touchEvent(page.canvas, screen).press(0, start, page.canvas).commit()
    QTest.touchEvent(page.canvas, screen).move(0, start + QPoint(90, 30), page.canvas).commit()
    QTest.touchEvent(page.canvas, screen).move(0, start + QPoint(200, 60), page.canvas).commit()
    QTest.touchEvent(page.canvas, screen).release(0, start + QPoint(200, 60), page.canvas).commit()
    assert (note(page, "four").x, note(page, "four").y) == (330, 480)
    assert page.doc.undo()
    assert (note(page, "four").x, note(page, "four").y) == (130, 420)


def test_two_fingers_pan_and_zoom_and_move_no_note(page: BoardPage) -> None:
    screen, before = touch_screen(), page.doc.rows(Note)
    a, b = spot(page, "four"), spot(page, "four") + QPoint(100, 0)
    camera, under = page.canvas.sight.camera, at(page, (a + b) / 2)
    QTest.touchEvent(page.canvas, screen).press(0, a, page.canvas).commit()
    QTest.touchEvent(page.canvas, screen).move(0, a, page.canvas).press(1, b, page.canvas).commit()
    a, b = a + QPoint(-20, 50), b + QPoint(80, 50)
    QTest.touchEvent(page.canvas, screen).move(0, a, page.canvas).move(1, b, page.canvas).commit()
    assert page.canvas.sight.camera.scale == pytest.approx(camera.scale * 2)
    assert at(page, (a + b) / 2) == pytest.approx(under, abs=1)
    QTest.touchEvent(page.canvas, screen).move(0, a, page.canvas).release(1, b, page.canvas).commit()
    QTest.touchEvent(page.canvas, screen).move(0, a + QPoint(70, 70), page.canvas).commit()
    QTest.touchEvent(page.canvas, screen).release(0, a + QPoint(70, 70), page.canvas).commit()
    assert page.doc.rows(Note) == before


def test_one_finger_on_bare_paper_pans_and_selects_nothing(page: BoardPage) -> None:
    screen, start, before = touch_screen(), view(page, 500, 500), page.canvas.sight.camera
    QTest.touchEvent(page.canvas, screen).press(0, start, page.canvas).commit()
    for step in (QPoint(-100, -90), QPoint(-250, -300)):
        QTest.touchEvent(page.canvas, screen).move(0, start + step, page.canvas).commit()
    QTest.touchEvent(page.canvas, screen).release(0, start + QPoint(-250, -300), page.canvas).commit()
    assert moved(before, page.canvas.sight.camera) == (-250, -300)
    assert page.canvas.selection == frozenset()


def test_a_second_tap_writes_in_place(page: BoardPage) -> None:
    screen, where = touch_screen(), view(page, 500, 500)
    for _ in range(2):
        QTest.touchEvent(page.canvas, screen).press(0, where, page.canvas).commit()
        QTest.touchEvent(page.canvas, screen).release(0, where, page.canvas).commit()
    assert page.editor.isVisible()
    QTest.keyClicks(page.editor, "tapped")
    press(page, Qt.Key.Key_Return)
    assert note(page, "tapped").y < 500 < note(page, "tapped").y + 156


# pen


def test_a_pen_drags_and_its_side_button_pans(page: BoardPage) -> None:
    start = spot(page, "four")
    pen(page, QEvent.Type.TabletPress, start)
    pen(page, QEvent.Type.TabletMove, start + QPoint(100, 20))
    pen(page, QEvent.Type.TabletMove, start + QPoint(200, 60))
    pen(page, QEvent.Type.TabletRelease, start + QPoint(200, 60))
    assert (note(page, "four").x, note(page, "four").y) == (330, 480)
    before = page.canvas.sight.camera
    side = Qt.MouseButton.RightButton
    pen(page, QEvent.Type.TabletPress, AT, side)
    pen(page, QEvent.Type.TabletMove, AT + QPoint(40, 0), side)
    pen(page, QEvent.Type.TabletRelease, AT + QPoint(40, 0), side)
    assert moved(before, page.canvas.sight.camera) == (40, 0)


def test_what_is_in_hand_when_the_board_turns_stays_where_it_lay(desk: Desk, page: BoardPage) -> None:
    before = page.doc.rows(Note)
    start = spot(page, "four")
    QTest.mousePress(page.canvas, LEFT, PLAIN, start)
    move(page, start + QPoint(90, 60))
    desk_position.show_board(desk.doc, "makers")
    QTest.mouseRelease(page.canvas, LEFT, PLAIN, start + QPoint(90, 60))
    assert page.doc.rows(Note) == before


def test_what_is_deleted_while_it_is_in_hand_is_gone(desk: Desk, page: BoardPage) -> None:
    start = spot(page, "four")
    for lifted in (False, True):
        QTest.mousePress(page.canvas, LEFT, PLAIN, start)
        if lifted:
            move(page, start + QPoint(90, 60))
        boards.remove_notes(desk.doc, [note(page, "four").id])
        move(page, start + QPoint(120, 60))
        QTest.mouseRelease(page.canvas, LEFT, PLAIN, start + QPoint(120, 60))
        assert page.doc.rows(Note, "text = 'four'") == []
        desk.doc.undo()
        assert (note(page, "four").x, note(page, "four").y) == (130, 420)


def test_the_view_stays_where_a_dropped_note_is_in_sight(page: BoardPage) -> None:
    before = page.canvas.sight.camera
    drag(page, spot(page, "one"), QPoint(60, 30))
    assert page.canvas.sight.camera == before
