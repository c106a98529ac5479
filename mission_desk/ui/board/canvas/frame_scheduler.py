"""One frame of the board after the other on its widget: what is painted now, what is only moved, and what is
drawn beside while nothing else is to be done."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget

from mission_desk.ui.board.camera import Camera
from mission_desk.ui.board.canvas.board_cache import BoardCache, Sight, sight_of
from mission_desk.ui.board.canvas.tile_job import Draw

REST = 120  # ms without a change of scale until the board is drawn sharp again
RATION = 0.006  # seconds of drawing in a frame; a frame has 0.016
AHEAD, SLICE = 4, 0.002  # ms between two turns of drawing beside, and the seconds of one
HAIR = 1e-6  # pixels: less than that is rounding


class FrameScheduler:
    """`draw(painter, box, scale)` paints a part of the board; `widget` shows it."""

    def __init__(self, widget: QWidget, draw: Draw) -> None:
        self._widget = widget
        self.cache = BoardCache(draw)
        self._zooming = _timer(widget, REST)
        self._zooming.timeout.connect(widget.update)
        self._again = _timer(widget, 0)
        self._again.timeout.connect(widget.update)
        self._ahead = _timer(widget, AHEAD)
        self._ahead.timeout.connect(self._draw_ahead)

    def glide(self) -> None:
        """The scale goes on changing: draw quickly now, and sharp when it has stopped for a moment."""
        self._zooming.start()

    def arrive(self) -> None:
        """The scale stays as it is: draw sharp at once."""
        self._zooming.stop()

    def sight(self, camera: Camera) -> Sight:
        widget, moving = self._widget, self._zooming.isActive()
        ratio = widget.devicePixelRatioF()
        return sight_of(camera, widget.width(), widget.height(), ratio, moving=moving)

    def is_drawn(self, camera: Camera) -> bool:
        """Every part in sight is there at its exact scale, as it is now."""
        if not self._widget.isVisible():
            return True
        here = self.sight(camera) == self.cache.seen and not self._zooming.isActive()
        return here and self.cache.is_complete() and not self._again.isActive()

    # painting

    def paint(self, painter: QPainter, region: QRegion, camera: Camera, *, still: bool) -> None:
        """`still` while many frames are to come from one place."""
        cache = self.cache
        cache.turn(self.sight(camera))
        complete = self._zooming.isActive() or cache.draw_sight(RATION)
        for part in cast("Iterable[QRect]", region):
            painter.setClipRect(part)  # one by one: a copy into several at once goes line by line
            self._paint(painter, part, still)
        painter.setClipping(False)
        if not complete:
            self._again.start()
        elif not self._ahead.isActive() and not cache.is_idle():
            self._ahead.start()

    def _paint(self, painter: QPainter, part: QRect, still: bool) -> None:
        """Paint in device pixels: whole pixels are copied, not blurred, whatever the screen's ratio."""
        ratio = self._widget.devicePixelRatioF()
        if ratio == 1:
            self.cache.paint(painter, part, still=still)
            return
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        self.cache.paint(painter, _scaled(part, ratio), still=still)
        painter.restore()

    def _draw_ahead(self) -> None:
        """Between frames, while there is something that a later one will show."""
        before = self.cache.is_complete()
        self.cache.draw_ahead(SLICE)
        if not before and self.cache.is_complete():
            self._widget.update()
        elif not self.cache.is_idle():
            self._ahead.start()

    # moving

    def move(self, now: Camera, to: Camera, *, loose: bool) -> None:
        """The camera goes elsewhere. What is on the screen is moved, so that only what comes in has to be
        painted; all of it where something lies `loose` over the board, or is not moved by whole pixels."""
        shift = None if loose or self._zooming.isActive() else self._shift(now, to)
        if shift is None:
            self._widget.update()
        else:
            self._scroll(*shift)

    def _shift(self, now: Camera, to: Camera) -> tuple[int, int] | None:
        widget = self._widget
        if now.scale != to.scale or widget.devicePixelRatioF() % 1:
            return None
        across, down = (now.x - to.x) * now.scale, (now.y - to.y) * now.scale
        dx, dy = round(across), round(down)
        exact = abs(across - dx) < HAIR and abs(down - dy) < HAIR
        return (dx, dy) if exact and abs(dx) < widget.width() and abs(dy) < widget.height() else None

    def _scroll(self, dx: int, dy: int) -> None:
        floating = QRegion()
        for child in self._widget.children():
            if isinstance(child, QWidget) and child.isVisible():
                floating |= child.geometry()
        self._widget.scroll(dx, dy, self._widget.rect())
        self._widget.update(floating | floating.translated(dx, dy))


def _timer(widget: QWidget, interval: int) -> QTimer:
    return QTimer(widget, singleShot=True, interval=interval)


def _scaled(view: QRect, ratio: float) -> QRect:
    """In device pixels, rounded outwards."""
    left, top = math.floor(view.x() * ratio), math.floor(view.y() * ratio)
    right = math.ceil((view.x() + view.width()) * ratio)
    return QRect(left, top, right - left, math.ceil((view.y() + view.height()) * ratio) - top)
