"""Fingers and the pen on the board: one finger drags notes and pans on bare paper, two pan and zoom, a second
tap is a double click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEventPoint, QGuiApplication, QTabletEvent, QTouchEvent

from mission_desk.ui.board.gestures.gestures import Kind
from mission_desk.ui.board.gestures.mouse import BoardMouse, Surface

NEAR = 24  # pixels between two taps on the same place
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
Point = tuple[float, float]


class Taps:
    """Tells the second of two taps in the same place, as a mouse's double click."""

    def __init__(self) -> None:
        self._at: Point = (0, 0)
        self._when = -(10**9)

    def is_second(self, at: Point, when: int) -> bool:
        near = abs(at[0] - self._at[0]) + abs(at[1] - self._at[1]) <= NEAR
        soon = 0 <= when - self._when <= QGuiApplication.styleHints().mouseDoubleClickInterval()
        self._at, self._when = at, -(10**9) if near and soon else when
        return near and soon


class BoardTouch:
    def __init__(self, mouse: BoardMouse, surface: Surface) -> None:
        self._mouse, self._on = mouse, surface
        self._taps = Taps()
        self._two: tuple[Point, float] | None = None  # middle and distance of two fingers
        self._spent = False  # after two fingers the last one left means nothing

    def touch(self, event: QTouchEvent) -> None:
        points = event.points()
        down = [each for each in points if each.state() != QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchCancel:
            self._mouse.cancel()
        elif len(down) > 1:
            self._pan_and_zoom(_place(down[0]), _place(down[1]))
        elif event.type() == QEvent.Type.TouchEnd or not down:
            self._lift()
        elif event.type() == QEvent.Type.TouchBegin:
            self._press(_place(down[0]), event)
        elif not self._spent:
            self._mouse.move(_place(down[0]), event.modifiers())

    def _press(self, at: Point, event: QTouchEvent) -> None:
        self._two, self._spent = None, False
        if self._taps.is_second(at, event.timestamp()):
            self._spent = True
            self._mouse.double_click(at)
        else:
            self._mouse.press(at, LEFT, event.modifiers(), bare=Kind.PAN)

    def _lift(self) -> None:
        if not self._spent:
            self._mouse.release()
        self._two, self._spent = None, False

    def _pan_and_zoom(self, one: Point, other: Point) -> None:
        middle = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
        apart = max(1.0, ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
        if self._two is None:
            self._mouse.cancel()
            self._spent = True
        else:
            (x, y), before = self._two
            moved = self._on.sight.camera.panned(middle[0] - x, middle[1] - y)
            self._on.sight.glide(moved.zoomed(apart / before, middle))
        self._two = middle, apart

    def pen(self, event: QTabletEvent) -> None:
        """Its tip is the left button; the button at its side pans."""
        at = event.position().x(), event.position().y()
        if event.type() == QEvent.Type.TabletPress:
            if event.button() == LEFT and self._taps.is_second(at, event.timestamp()):
                self._mouse.double_click(at)
            else:
                self._mouse.press(at, LEFT if event.button() == LEFT else MIDDLE, event.modifiers())
        elif event.type() == QEvent.Type.TabletMove:
            self._mouse.move(at, event.modifiers())
        elif event.type() == QEvent.Type.TabletRelease:
            self._mouse.release()


def _place(point: QEventPoint) -> Point:
    return point.position().x(), point.position().y()
