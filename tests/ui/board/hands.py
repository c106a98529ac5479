"""A board page for tests that lay real hands on it: mouse, fingers, pen, wheel and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QMouseEvent,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mission_desk.core.board import boards, clustering
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.commands.letter_list import LetterList
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.action_words import action_words
from mission_desk.ui.desk.desk import Desk

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
SPOTS = {"one": (0, 0), "two": (250, 40), "three": (640, 90), "four": (130, 420)}


def board_page(desk: Desk, spots: dict[str, tuple[int, int]]) -> BoardPage:
    """The board "think-big" with notes at these places, at 100 %, the keys on its canvas."""
    desk_position.show_board(desk.doc, "think-big")
    page = desk.pages["board"]
    assert isinstance(page, BoardPage)
    for text, at in spots.items():
        boards.add_notes(desk.doc, page.model.board.id, [text], "ideator", at=at)
    page.canvas.sight.fit()
    page.canvas.sight.zoom(1 / page.canvas.sight.camera.scale)
    page.canvas.setFocus()
    return page


def note(page: BoardPage, text: str) -> Note:
    return page.doc.rows(Note, "text = ?", text)[0]


def texts(page: BoardPage) -> list[str]:
    return [row.text for row in page.doc.rows(Note, "1 ORDER BY id")]


def rows(page: BoardPage) -> list[Note]:
    return page.doc.rows(Note, "1 ORDER BY id")


def grouped(page: BoardPage, *names: str) -> int:
    cluster = clustering.group_notes(page.doc, [note(page, name).id for name in names], "Calm")
    assert cluster is not None
    return cluster


def listed() -> LetterList:
    letter_list = QApplication.activePopupWidget()
    assert isinstance(letter_list, LetterList)
    return letter_list


def take_back(page: BoardPage) -> None:
    """One step, which has a word for the history."""
    assert page.doc.undoable in action_words()
    QTest.keyClick(page.canvas, "z", CONTROL)


def spot(page: BoardPage, text: str) -> QPoint:
    return page.canvas.sight.note_view_box(note(page, text)).center().toPoint()


def view(page: BoardPage, x: float, y: float) -> QPoint:
    """A canvas point in pixels."""
    return QPointF(*page.canvas.sight.camera.to_view(x, y)).toPoint()


def select(page: BoardPage, *texts: str) -> None:
    for n, text in enumerate(texts):
        QTest.mouseClick(page.canvas, LEFT, CONTROL if n else PLAIN, spot(page, text))


def press(page: BoardPage, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """A key, wherever the cursor is now."""
    QTest.keyClick(QApplication.focusWidget() or page.canvas, key, modifiers)


def move(page: BoardPage, to: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """The hand moves on with its button down."""
    at = QPointF(to)
    where = page.canvas.mapToGlobal(at)
    sent = QMouseEvent(QEvent.Type.MouseMove, at, where, Qt.MouseButton.NoButton, button, PLAIN)
    QApplication.sendEvent(page.canvas, sent)


def drag(page: BoardPage, start: QPoint, by: QPoint, button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(page.canvas, button, PLAIN, start)
    move(page, start + by / 2, button)
    move(page, start + by, button)
    QTest.mouseRelease(page.canvas, button, PLAIN, start + by)


def wheel(
    page: BoardPage,
    at: QPoint,
    angle: QPoint,
    pixels: QPoint | None = None,
    modifiers: Qt.KeyboardModifier = PLAIN,
) -> None:
    place = QPointF(at)
    sent = QWheelEvent(
        place, page.canvas.mapToGlobal(place), pixels or QPoint(), angle, Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.canvas, sent)


def touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()


PEN = QPointingDevice(
    "pen", 7, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
    QInputDevice.Capability.Position, 1, 2, "", QPointingDeviceUniqueId(),
)  # fmt: skip


def pen(page: BoardPage, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    place = QPointF(at)
    where: QWidget = page.canvas
    down = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else button
    changed = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletMove else button
    sent = QTabletEvent(kind, PEN, place, where.mapToGlobal(place), 0.5, 0, 0, 0, 0, 0, PLAIN, changed, down)
    QApplication.sendEvent(where, sent)
