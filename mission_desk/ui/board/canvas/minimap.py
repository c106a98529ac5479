"""The whole board small, with the part in sight framed; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame

from mission_desk.core.board import places
from mission_desk.core.board.places import Box
from mission_desk.ui.board.camera import Camera
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.labels import set_look, set_tip
from mission_desk.words import tr

WIDTH, HEIGHT, PAD = 150, 92, 10
LATE = 80  # ms after a change until it shows here: whoever types waits for no map
INSIDE = 3  # pixels of the card that stay free at its edges


class Minimap(QFrame):
    def __init__(self, canvas: BoardCanvas, tokens: Tokens) -> None:
        super().__init__(canvas)
        set_look(self, "card")
        self._canvas, self._tokens = canvas, tokens
        self.setFixedSize(WIDTH, HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tip(self, tr("Click to go there"))
        self._shown: Camera | None = None  # what `_picture` was drawn for
        self._picture = QPixmap()
        canvas.sight.changed.connect(self.update)
        self._late = QTimer(self, singleShot=True, interval=LATE)
        self._late.timeout.connect(self._outdate)
        canvas.frames.cache.overview.changed = self._late.start

    def _world(self) -> Box:
        """What the map shows: everything there is, and what is in sight."""
        sight = self._canvas.sight.area()
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
        if camera != self._shown:
            self._shown, self._picture = camera, self._drawn(camera)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QPen(QColor(self._tokens.accent), 2))
        painter.drawRoundedRect(self._rect(camera, self._canvas.sight.area()), 3, 3)
        painter.end()

    def _outdate(self) -> None:
        self._shown = None
        self.update()

    def _drawn(self, camera: Camera) -> QPixmap:
        """The picture of everything that the board keeps anyway, made small: notes are not drawn one by one
        here, which would take longer than a frame has."""
        ratio, overview = self.devicePixelRatioF(), self._canvas.frames.cache.overview
        map = QPixmap(round(WIDTH * ratio), round(HEIGHT * ratio))
        map.setDevicePixelRatio(ratio)
        map.fill(Qt.GlobalColor.transparent)
        if overview.picture is not None:
            place = self._rect(camera, overview.box)
            size = (place.size() * ratio).toSize().expandedTo(QSize(1, 1))
            small = overview.picture.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter = QPainter(map)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setClipRect(QRectF(INSIDE, INSIDE, WIDTH - 2 * INSIDE, HEIGHT - 2 * INSIDE))
            painter.drawPixmap(place, small, QRectF(small.rect()))
            painter.end()
        return map

    def _rect(self, camera: Camera, box: Box) -> QRectF:
        x, y = camera.to_view(box.x, box.y)
        return QRectF(x, y, max(2.0, box.w * camera.scale), max(2.0, box.h * camera.scale))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        x, y = self._camera(self._world()).to_canvas(event.position().x(), event.position().y())
        sight, scale = self._canvas.sight.area(), self._canvas.sight.camera.scale
        self._canvas.sight.set_camera(Camera(x - sight.w / 2, y - sight.h / 2, scale))
