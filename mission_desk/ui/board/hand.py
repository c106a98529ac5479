"""Notes in hand: one picture of them, made when they are lifted, that follows the mouse over the board."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from mission_desk.core.places import Box
from mission_desk.ui.board.camera import Camera
from mission_desk.ui.board.drawing import BoardDrawing

AROUND = 24  # canvas units for shadows and badges
BEYOND = 400  # pixels outside the view that are kept too: the hand may bring them in

Shift = tuple[int, int]


class Hand:
    """`box` is what is in hand, in canvas units."""

    def __init__(
        self,
        drawing: BoardDrawing,
        notes: frozenset[int],
        box: Box,
        camera: Camera,
        view: QSize,
        ratio: float,
    ) -> None:
        sight = camera.sight(view.width(), view.height()).grown(round(BEYOND / camera.scale))
        self._box = _common(box.grown(AROUND), sight)
        self._picture = _picture(drawing, notes, self._box, camera.scale, ratio)
        self._last: QRect | None = None

    def paint(self, painter: QPainter, shift: Shift, camera: Camera) -> None:
        place = self._place(shift, camera)
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        self._last = place.toAlignedRect()

    def swept(self, shift: Shift, camera: Camera) -> QRegion:
        """What has to be painted anew: where the picture was and where it will be."""
        region = QRegion(self._place(shift, camera).toAlignedRect())
        return region if self._last is None else region | QRegion(self._last)

    def _place(self, shift: Shift, camera: Camera) -> QRectF:
        left, top = camera.to_view(self._box.x + shift[0], self._box.y + shift[1])
        at = QPointF(round(left), round(top))
        return QRectF(at, self._picture.deviceIndependentSize())


def _common(box: Box, other: Box) -> Box:
    left, top = max(box.x, other.x), max(box.y, other.y)
    return Box(
        left, top, max(1, min(box.right, other.right) - left), max(1, min(box.bottom, other.bottom) - top)
    )


def _picture(drawing: BoardDrawing, notes: frozenset[int], box: Box, scale: float, ratio: float) -> QPixmap:
    found = QPixmap(max(1, round(box.w * scale * ratio)), max(1, round(box.h * scale * ratio)))
    found.fill(Qt.GlobalColor.transparent)
    painter = QPainter(found)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale * ratio, scale * ratio)
    painter.translate(-box.x, -box.y)
    drawing.held(painter, notes, scale)
    painter.end()
    found.setDevicePixelRatio(ratio)
    return found
