"""Pictures of the board, cut into squares and kept, so that a frame costs a few blits however many notes
there are.

At rest the squares are drawn at the exact scale. While the scale changes, those of the nearest step of a
ladder are shown stretched. Drawing is rationed: a frame never waits for words. What is not drawn yet is
filled from one small picture of the whole board, what is out of date is shown as it was until its turn
comes."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from mission_desk.core.places import Box
from mission_desk.ui.board.camera import Camera

SIZE = 256  # pixels
KEPT = (56 << 20) // (SIZE * SIZE * 4)  # squares in 56 MiB
RATION = 0.006  # seconds of drawing a frame; a frame has 0.016
HURRIED = 0.003  # while the scale changes: what is drawn now is not shown for long
FIRST = 0.045  # seconds for the first picture of a board, which has nothing else to show
OVERVIEW = 1536  # pixels of the picture of everything, at its longer side
BLEED = 16  # canvas units by which shadows and badges stand out over their note
MANY = 200  # changed boxes beyond which it is quicker to call every square out of date

Key = tuple[float, int, int]
Draw = Callable[[QPainter, Box, float], None]


class Tiles:
    """`draw(painter, box, scale)` paints a part of the board; the painter is in canvas units."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._stale: set[Key] = set()
        self._overview: tuple[QPixmap, Box] | None = None
        self._extent: Box | None = None

    def forget(self, extent: Box | None) -> None:
        """Another board, or another size of pixels: nothing that is kept is of use."""
        self._kept.clear()
        self._stale.clear()
        self._overview = None
        self._extent = extent

    def outdate(self, boxes: Iterable[Box], extent: Box | None) -> None:
        """These parts of the canvas look different now; `extent` is what there is to see in all."""
        self._overview = None
        self._extent = extent
        changed = [box.grown(BLEED) for box in boxes]
        if len(changed) > MANY:
            self._stale.update(self._kept)
            return
        for key in self._kept:
            part = _part(key)
            if any(box.overlaps(part) for box in changed):
                self._stale.add(key)

    def paint(self, painter: QPainter, camera: Camera, view: QRect, ratio: float, *, moving: bool) -> bool:
        """Fill `view` (widget pixels); `ratio` device pixels a pixel. True where another frame has work
        left."""
        exact = camera.scale * ratio
        level = _rung(exact) if moving else exact
        until = time.perf_counter() + (FIRST if not self._kept else HURRIED if moving else RATION)
        missing, complete = [], True
        for key in _in_sight(camera, view, level):
            picture = self._kept.get(key)
            if (picture is None or key in self._stale) and time.perf_counter() < until:
                picture = self._drawn(key)
            complete = complete and picture is not None and key not in self._stale
            if picture is None:
                missing.append(key)
            else:
                self._kept.move_to_end(key)
                self._blit(painter, key, picture, camera, stretched=level != camera.scale)
        if missing:
            self._fill(painter, camera, [_place(key, camera) for key in missing])
        return not complete

    def _blit(
        self, painter: QPainter, key: Key, picture: QPixmap, camera: Camera, *, stretched: bool
    ) -> None:
        place = _place(key, camera)
        if stretched:
            painter.drawPixmap(place, picture, QRectF(picture.rect()))
        else:  # the plain copy costs a third of the stretching one
            painter.drawPixmap(int(place.x()), int(place.y()), picture)

    def _drawn(self, key: Key) -> QPixmap:
        level = key[0]
        picture = QPixmap(SIZE, SIZE)
        part = _part(key)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-key[1] * SIZE, -key[2] * SIZE)
        painter.scale(level, level)
        self._draw(painter, part.grown(1), level)
        painter.end()
        while len(self._kept) >= KEPT:
            old, _ = self._kept.popitem(last=False)
            self._stale.discard(old)
        self._kept[key] = picture
        self._stale.discard(key)
        return picture

    # the picture of everything

    def _fill(self, painter: QPainter, camera: Camera, places: list[QRectF]) -> None:
        picture, box = self._whole()
        for place in places:
            x, y = camera.to_canvas(place.x(), place.y())
            shrink = picture.width() / box.w
            wide, high = place.width() / camera.scale * shrink, place.height() / camera.scale * shrink
            source = QRectF((x - box.x) * shrink, (y - box.y) * shrink, wide, high)
            self._draw_ground(painter, place, camera)
            painter.drawPixmap(place, picture, source)

    def _draw_ground(self, painter: QPainter, place: QRectF, camera: Camera) -> None:
        """Bare paper where the picture of everything ends; drawn as if from very far away, which has no
        dots."""
        painter.save()
        painter.setClipRect(place)
        painter.fillRect(place, painter.background())
        painter.restore()

    def _whole(self) -> tuple[QPixmap, Box]:
        if self._overview is None:
            box = (self._extent or Box(0, 0, 400, 300)).grown(200)
            scale = min(OVERVIEW / box.w, OVERVIEW / box.h, 0.25)
            picture = QPixmap(max(1, math.ceil(box.w * scale)), max(1, math.ceil(box.h * scale)))
            painter = QPainter(picture)
            painter.scale(scale, scale)
            painter.translate(QPointF(-box.x, -box.y))
            self._draw(painter, box, scale)
            painter.end()
            self._overview = picture, box
        return self._overview


def _rung(scale: float) -> float:
    """The nearest step of a ladder with two steps to a doubling."""
    return float(2.0 ** (round(math.log2(scale) * 2) / 2))


def _part(key: Key) -> Box:
    """The canvas box that a square shows, rounded outwards."""
    level, column, row = key
    side = SIZE / level
    left, top = math.floor(column * side), math.floor(row * side)
    return Box(left, top, math.ceil((column + 1) * side) - left, math.ceil((row + 1) * side) - top)


def _place(key: Key, camera: Camera) -> QRectF:
    """Where a square stands in the widget; on whole pixels, so that neighbours leave no seam."""
    level, column, row = key
    side = SIZE / level
    left, top = camera.to_view(column * side, row * side)
    right, bottom = camera.to_view((column + 1) * side, (row + 1) * side)
    return QRectF(QPointF(round(left), round(top)), QPointF(round(right), round(bottom)))


def _in_sight(camera: Camera, view: QRect, level: float) -> list[Key]:
    """The squares under `view`, from its middle outwards: where one looks is drawn first."""
    side = SIZE / level
    left, top = camera.to_canvas(view.left(), view.top())
    right, bottom = camera.to_canvas(view.right() + 1, view.bottom() + 1)
    columns = range(math.floor(left / side), math.floor(right / side) + 1)
    rows = range(math.floor(top / side), math.floor(bottom / side) + 1)
    middle = (columns.start + columns.stop - 1) / 2, (rows.start + rows.stop - 1) / 2
    keys = [(level, column, row) for column in columns for row in rows]
    return sorted(keys, key=lambda key: (key[1] - middle[0]) ** 2 + (key[2] - middle[1]) ** 2)
