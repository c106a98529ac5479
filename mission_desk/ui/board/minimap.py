"""The whole board small, with the part in sight framed; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame

from mission_desk.core import places
from mission_desk.core.places import Box
from mission_desk.ui.board.camera import Camera
from mission_desk.ui.board.canvas import BoardCanvas
from mission_desk.ui.board.drawing import DIM
from mission_desk.ui.guard import guarded
from mission_desk.ui.parts.labels import look
from mission_desk.ui.theme import Tokens
from mission_desk.words import tr

WIDTH, HEIGHT, PAD = 150, 92, 10


class Minimap(QFrame):
    def __init__(self, canvas: BoardCanvas, tokens: Tokens) -> None:
        super().__init__(canvas)
        look(self, "card")
        self._canvas, self._tokens = canvas, tokens
        self.setFixedSize(WIDTH, HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Click to go there"))
        canvas.camera_changed.connect(self.update)

    def _world(self) -> Box:
        """What the map shows: everything there is, and what is in sight."""
        sight = self._canvas.sight()
        return places.bounds([self._canvas.model.extent() or sight, sight]) or sight

    def _camera(self, world: Box) -> Camera:
        scale = min((WIDTH - 2 * PAD) / max(1, world.w), (HEIGHT - 2 * PAD) / max(1, world.h))
        left = world.x - (WIDTH / scale - world.w) / 2
        top = world.y - (HEIGHT / scale - world.h) / 2
        return Camera(left, top, scale)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        camera = self._camera(self._world())
        painter.setPen(Qt.PenStyle.NoPen)
        dimmed = self._canvas.model.dimmed
        for note in self._canvas.model.notes.values():
            painter.setOpacity(DIM if note.id in dimmed else 1)
            painter.fillRect(
                self._rect(camera, self._canvas.model.shown_box(note)), QColor(self._tokens.style(note.style))
            )
        painter.setOpacity(1)
        painter.setPen(QPen(QColor(self._tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._rect(camera, self._canvas.sight()), 3, 3)
        painter.end()

    def _rect(self, camera: Camera, box: Box) -> QRectF:
        x, y = camera.to_view(box.x, box.y)
        return QRectF(x, y, max(2.0, box.w * camera.scale), max(2.0, box.h * camera.scale))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        x, y = self._camera(self._world()).to_canvas(event.position().x(), event.position().y())
        sight, scale = self._canvas.sight(), self._canvas.camera.scale
        self._canvas.set_camera(Camera(x - sight.w / 2, y - sight.h / 2, scale))
