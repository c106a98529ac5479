"""Qt's events of the board, handed to the part that handles them: mouse and pen, fingers, wheel, keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from mission_desk.ui.board.camera import Camera
from mission_desk.ui.board.gestures.mouse import BoardMouse
from mission_desk.ui.board.gestures.touch import BoardTouch
from mission_desk.ui.board.gestures.wheel import pinched, wheeled

SPACE = Qt.Key.Key_Space


class BoardEvents(QWidget):
    """`mouse` and `touch` are given by who inherits; `on_key` says whether a key meant something."""

    camera: Camera
    mouse: BoardMouse
    touch: BoardTouch
    selection: frozenset[int]
    set_camera: Callable[[Camera], None]
    glide: Callable[[Camera], None]
    dropped = Signal(object, int, int)  # mime data and the canvas point, while the drop lasts

    def __init__(self) -> None:
        super().__init__()
        self.on_key: Callable[[QKeyEvent], bool] = lambda _event: False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        for attribute in (
            Qt.WidgetAttribute.WA_OpaquePaintEvent,
            Qt.WidgetAttribute.WA_InputMethodEnabled,
            Qt.WidgetAttribute.WA_AcceptTouchEvents,
        ):
            self.setAttribute(attribute)

    # mouse and pen

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self.mouse.press(_at(event), event.button(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(_at(event), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.mouse.double_click(_at(event))

    def tabletEvent(self, event: QTabletEvent) -> None:
        if event.type() == QEvent.Type.TabletPress:
            self.setFocus()
        self.touch.pen(event)
        event.accept()

    # wheel and fingers

    def wheelEvent(self, event: QWheelEvent) -> None:
        camera, zooms = wheeled(self.camera, event)
        (self.glide if zooms else self.set_camera)(camera)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            if event.type() == QEvent.Type.TouchBegin:
                self.setFocus()
            self.touch.touch(event)
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.glide(pinched(self.camera, event))
            return True
        return super().event(event)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == SPACE:
            self.mouse.hold_paper(True)
        elif not self.on_key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == SPACE and not event.isAutoRepeat():
            self.mouse.hold_paper(False)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The space bar may be let go of elsewhere."""
        self.mouse.hold_paper(False)
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """With one note selected Tab writes the next one; else it goes on to the next widget."""
        return False if forward and len(self.selection) == 1 else super().focusNextPrevChild(forward)

    # from other programs

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        x, y = self.camera.to_canvas(event.position().x(), event.position().y())
        self.dropped.emit(event.mimeData(), round(x), round(y))
        event.acceptProposedAction()


def _at(event: QMouseEvent) -> tuple[float, float]:
    return event.position().x(), event.position().y()
