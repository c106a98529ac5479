"""The pointer's events of the board, each handed to the part that knows it: mouse and pen, fingers, wheel,
and what another program drops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from mission_desk.ui.board.gestures.mouse import BoardMouse, View
from mission_desk.ui.board.gestures.touch import BoardTouch
from mission_desk.ui.board.gestures.wheel import pinched, wheeled

Type = QEvent.Type
Drop = Callable[[QMimeData, int, int], object]


class PointerEvents:
    """`drop` takes what was dropped, and the canvas point under it, while the drop lasts."""

    def __init__(self, widget: QWidget, view: View, mouse: BoardMouse, touch: BoardTouch, drop: Drop) -> None:
        self._widget, self._view, self._mouse, self._touch, self._drop = widget, view, mouse, touch, drop
        self._table: dict[QEvent.Type, Callable[[Any], None]] = {
            Type.MouseButtonPress: self._press,
            Type.MouseMove: self._move,
            Type.MouseButtonRelease: self._release,
            Type.MouseButtonDblClick: self._double_click,
            **dict.fromkeys((Type.TabletPress, Type.TabletMove, Type.TabletRelease), self._pen),
            Type.Wheel: self._wheel,
            **dict.fromkeys(
                (Type.TouchBegin, Type.TouchUpdate, Type.TouchEnd, Type.TouchCancel), self._fingers
            ),
            Type.NativeGesture: self._pinch,
            Type.DragEnter: self._drag_enters,
            Type.Drop: self._dropped,
        }

    def take(self, event: QEvent) -> bool:
        """Whether the event was one of these. Keys are none: Qt asks for the next widget before them."""
        hand_on = self._table.get(event.type())
        if hand_on is not None:
            hand_on(event)
        return hand_on is not None

    def _press(self, event: QMouseEvent) -> None:
        self._widget.setFocus()
        self._mouse.press(_at(event), event.button(), event.modifiers())

    def _move(self, event: QMouseEvent) -> None:
        self._mouse.move(_at(event), event.modifiers())

    def _release(self, _event: QMouseEvent) -> None:
        self._mouse.release()

    def _double_click(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.double_click(_at(event))

    def _pen(self, event: QTabletEvent) -> None:
        if event.type() == Type.TabletPress:
            self._widget.setFocus()
        self._touch.pen(event)
        event.accept()

    def _wheel(self, event: QWheelEvent) -> None:
        camera, zooms = wheeled(self._view.camera, event)
        (self._view.glide if zooms else self._view.set_camera)(camera)
        event.accept()

    def _fingers(self, event: QTouchEvent) -> None:
        if event.type() == Type.TouchBegin:
            self._widget.setFocus()
        self._touch.touch(event)
        event.accept()

    def _pinch(self, event: QNativeGestureEvent) -> None:
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._view.glide(pinched(self._view.camera, event))

    def _drag_enters(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage() or event.mimeData().hasText():
            event.acceptProposedAction()

    def _dropped(self, event: QDropEvent) -> None:
        x, y = self._view.camera.to_canvas(event.position().x(), event.position().y())
        self._drop(event.mimeData(), round(x), round(y))
        event.acceptProposedAction()


def _at(event: QMouseEvent) -> tuple[float, float]:
    return event.position().x(), event.position().y()
