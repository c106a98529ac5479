"""The dragged notes as one picture, made when they are lifted, that follows the mouse over the board."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from mission_desk.core.board.places import Box
from mission_desk.ui.board.camera import Camera
from mission_desk.ui.board.canvas.drawing import BoardDrawing

AROUND = 24  # canvas units for shadows and badges
BEYOND = 400  # pixels outside the view that are drawn too: dragging may bring them into sight

Shift = tuple[int, int]


class DragPicture:
    """`box` is what is dragged, in canvas units."""

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
        picture = _picture(drawing, notes, self._box, camera.scale, ratio)
        self._size = picture.deviceIndependentSize()
        corner = self._place((0, 0), camera).topLeft()
        self._parts = _cut(picture, QRectF(-corner, QSizeF(view)), ratio)
        self._last: QRect | None = None

    def paint(self, painter: QPainter, shift: Shift, camera: Camera) -> None:
        place = self._place(shift, camera)
        for corner, part in self._parts:
            painter.drawPixmap(place.topLeft() + corner, part)
        self._last = place.toAlignedRect()

    def swept(self, shift: Shift, camera: Camera) -> QRegion:
        """The region to paint again: where the picture was and where it will be."""
        region = QRegion(self._place(shift, camera).toAlignedRect())
        return region if self._last is None else region | QRegion(self._last)

    def _place(self, shift: Shift, camera: Camera) -> QRectF:
        left, top = camera.to_view(self._box.x + shift[0], self._box.y + shift[1])
        at = QPointF(round(left), round(top))
        return QRectF(at, self._size)


def _cut(picture: QPixmap, view: QRectF, ratio: float) -> list[tuple[QPointF, QPixmap]]:
    """The part in `view`, and those above, below, left and right of it; each with its corner. A picture just
    as wide as the view is drawn in two thirds of the time of one that stands out at its sides."""
    whole = picture.rect()
    middle = QRectF(view.topLeft() * ratio, view.size() * ratio).toRect() & whole
    if middle.isEmpty():
        return [(QPointF(0, 0), picture)]
    right, bottom = middle.x() + middle.width(), middle.y() + middle.height()
    cuts = (
        middle,
        QRect(0, 0, whole.width(), middle.y()),
        QRect(0, bottom, whole.width(), whole.height() - bottom),
        QRect(0, middle.y(), middle.x(), middle.height()),
        QRect(right, middle.y(), whole.width() - right, middle.height()),
    )
    return [(QPointF(cut.topLeft()) / ratio, picture.copy(cut)) for cut in cuts if not cut.isEmpty()]


def _common(box: Box, other: Box) -> Box:
    left, top = max(box.x, other.x), max(box.y, other.y)
    return Box(
        left, top, max(1, min(box.right, other.right) - left), max(1, min(box.bottom, other.bottom) - top)
    )


def _picture(drawing: BoardDrawing, notes: frozenset[int], box: Box, scale: float, ratio: float) -> QPixmap:
    picture = QPixmap(max(1, round(box.w * scale * ratio)), max(1, round(box.h * scale * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale * ratio, scale * ratio)
    painter.translate(-box.x, -box.y)
    drawing.draw_lifted(painter, notes, scale)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
