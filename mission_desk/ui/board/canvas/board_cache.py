"""What is shown of the board, from pictures kept of it, so that a frame costs a few copies however many notes
there are.

At rest it is one picture at the exact scale. While the scale changes, the last picture that was whole is
shown stretched, and the one for the nearest step of a ladder is drawn aside. What is not drawn yet is filled
from one small picture of the whole board; what is out of date is shown as it was until its turn comes."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from typing import cast

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap, QRegion

from mission_desk.core.board.places import Box
from mission_desk.ui.board.camera import Camera
from mission_desk.ui.board.canvas.overview import Overview
from mission_desk.ui.board.canvas.tile_cache import TileCache
from mission_desk.ui.board.canvas.tile_job import Draw, TileJob
from mission_desk.ui.board.canvas.tiles import SIDE, Tile, Tiles, block, under

FIRST = 0.045  # seconds for the first picture of a board, which has nothing else to show
SPARE = 1.2  # a step of the ladder may be shown this much smaller than it is drawn
MANY = 200  # changed boxes beyond which it is quicker to call everything out of date


class Sight(Struct, frozen=True):
    """The part in sight, in device pixels: `x`, `y` from the canvas's origin at `scale` pixels a unit."""

    x: float
    y: float
    scale: float
    width: int
    height: int
    moving: bool = False

    @property
    def level(self) -> float:
        """The scale to draw at: while it changes, the nearest of two steps to a doubling."""
        return float(2.0 ** (round(math.log2(self.scale) * 2) / 2)) if self.moving else self.scale

    def at(self, scale: float) -> QRectF:
        """The part in sight at another scale."""
        by = scale / self.scale
        return QRectF(self.x * by, self.y * by, self.width * by, self.height * by)

    def tiles(self) -> Tiles:
        part = self.at(self.level)
        return under(part.x(), part.y(), part.width(), part.height())


def sight_of(camera: Camera, width: float, height: float, ratio: float, *, moving: bool) -> Sight:
    """What a view of this size in pixels shows on a screen with `ratio` device pixels a pixel."""
    scale = camera.scale * ratio
    x, y = camera.x * scale, camera.y * scale
    if not moving:  # the camera stands on whole device pixels
        x, y = round(x), round(y)
    return Sight(x, y, scale, math.ceil(width * ratio), math.ceil(height * ratio), moving)


class BoardCache:
    """`draw(painter, box, scale)` paints a part of the board; the painter is in canvas units."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self.overview = Overview(draw)
        self._size = (0, 0)
        self._front = self._aside = TileCache(1, 1)
        self._job: TileJob | None = None
        self.seen = Sight(0, 0, 1, 1, 1)  # the part in sight
        self._sight: Tiles | None = None  # where nothing is wanted, and
        self._still: QPixmap | None = None  # the view as it is, for many frames from one place
        self._calm: Tiles | None = None  # where nothing around is wanted either; as far as anybody asked

    # keeping up

    def forget(self, extent: Box | None) -> None:
        """Drop everything stored: another board, or another size of pixels."""
        self._drop_job()
        self._front.begin(0)
        self._aside.begin(0)
        self.overview.forget(extent)
        self._make_ready()

    def outdate(self, boxes: Iterable[Box], extent: Box | None) -> None:
        """These parts of the canvas look different now; `extent` is what there is to see in all."""
        changed: list[Box] | None = list(boxes)
        if changed is not None and len(changed) > MANY:
            changed = None
        self._drop_job()
        self._front.outdate(changed)
        self._aside.outdate(changed)
        self.overview.outdate(changed, extent)

    def _drop_job(self) -> None:
        self._sight = self._calm = self._still = None
        if self._job is not None:
            self._job.drop()
            self._job = None

    def turn(self, sight: Sight) -> None:
        """Go to another part in sight."""
        if sight == self.seen:
            return
        self._fit(sight)
        self.seen, self._still = sight, None
        self._make_ready()

    def _make_ready(self) -> None:
        """Bring one of the two pictures to the scale that is wanted, with room for what is in sight."""
        sight = self.seen
        if self._front.scale != sight.level != self._aside.scale:
            self._drop_job()
            self._aside.begin(sight.level)
        tiles = sight.tiles()
        if tiles != self._sight:
            # What was drawn elsewhere may have to go: whoever comes back there must not take it for whole.
            self._sight = self._calm = None
            self._target.bring(tiles if sight.moving else tiles.grown(1))

    def _fit(self, sight: Sight) -> None:
        """Make pictures large enough for the view."""
        size = (sight.width, sight.height)
        if size == self._size:
            return
        self._size = size
        self._drop_job()
        columns, rows = (max(side // SIDE + 4, math.ceil(side * SPARE / SIDE) + 1) for side in size)
        self._front, self._aside = TileCache(columns, rows), TileCache(columns, rows)

    @property
    def _target(self) -> TileCache:
        return self._front if self._front.scale == self.seen.level else self._aside

    # drawing ahead

    def is_complete(self) -> bool:
        """Everything in sight is there at the scale that is wanted."""
        tiles = self.seen.tiles()
        if tiles == self._sight and self._target is self._front:
            return True
        if self._target.wanted(tiles):
            return False
        if self._target is self._aside:
            self._front, self._aside = self._aside, self._front
            self._drop_job()
        self._sight = self._front.whole = tiles
        return True

    def is_idle(self) -> bool:
        """Nothing is left to draw, not even around what is in sight."""
        return self.is_complete() and not self._around() and not self.overview.is_late()

    def _around(self) -> list[Tile]:
        """The tiles that will come into sight next; none while the scale changes, because nobody knows
        which."""
        tiles = self.seen.tiles()
        if self.seen.moving or tiles == self._calm:
            return []
        around = self._target.wanted(tiles.grown(1))
        if not around:
            self._calm, self._front.whole = tiles, tiles.grown(1)
        return around

    def draw_sight(self, seconds: float) -> bool:
        """Draw what is in sight and missing, from the middle outwards; True when it is complete."""
        until = time.perf_counter() + (FIRST if self._is_bare() else seconds)
        while not self.is_complete():
            if not self._go_on(self._target.wanted(self.seen.tiles()), until):
                return False
        return True

    def draw_ahead(self, seconds: float) -> None:
        """Draw what will be needed next."""
        until = time.perf_counter() + seconds
        if not self.draw_sight(seconds):
            return
        while (around := self._around()) and self._go_on(around, until):
            pass
        if self.overview.is_late() and time.perf_counter() < until:
            self.overview.go_on(until)

    def _go_on(self, wanted: list[Tile], until: float) -> bool:
        if self._job is None:
            at = self.seen.at(self.seen.level).center()
            tiles = block(wanted, (at.x() / SIDE - 0.5, at.y() / SIDE - 0.5))
            self._job = TileJob(self._draw, self._target, tiles)
        if not self._job.go_on(until):
            return False
        self._job = None
        return time.perf_counter() < until

    def _is_bare(self) -> bool:
        return self._front.whole is None and self.overview.picture is None

    # showing

    def paint(self, painter: QPainter, view: QRect, *, still: bool = False) -> None:
        """Fill `view`; the painter and `view` are in device pixels. Where many frames are to come from one
        place (`still`) they are copied from a picture just as wide as the view, which is quicker by half."""
        sight = self.seen
        if self.is_complete() and self._front.scale == sight.scale:
            if still and self._still is None:
                self._still = self._made_still()
            self._copy(painter, view)
            return
        shown = self._stretch(painter, view)
        for rect in cast("Iterable[QRect]", QRegion(view) - QRegion(shown)):
            self._fill(painter, rect)
        if not sight.moving:
            self._patchwork(painter, view)

    def _copy(self, painter: QPainter, part: QRect) -> None:
        if self._still is None:
            x, y = int(self.seen.x), int(self.seen.y)
            self._front.copy(painter, part.translated(x, y), part.x(), part.y())
        else:
            painter.drawPixmap(part, self._still, part)

    def _made_still(self) -> QPixmap:
        still = QPixmap(self.seen.width, self.seen.height)
        painter = QPainter(still)
        self._copy(painter, still.rect())
        painter.end()
        return still

    def _stretch(self, painter: QPainter, view: QRect) -> QRect:
        """The last whole picture, as far as it goes; where it is shown."""
        front, sight = self._front, self.seen
        if front.whole is None:
            return QRect()
        by = sight.scale / front.scale
        part = front.whole
        left, top = math.ceil(part.left * SIDE * by - sight.x), math.ceil(part.top * SIDE * by - sight.y)
        right, bottom = (
            math.floor(part.right * SIDE * by - sight.x),
            math.floor(part.bottom * SIDE * by - sight.y),
        )
        place = QRect(left, top, right - left, bottom - top) & view
        if place.isEmpty():
            return QRect()
        source = QRectF(
            (place.x() + sight.x) / by, (place.y() + sight.y) / by, place.width() / by, place.height() / by
        )
        front.stretch(painter, source, place)
        return place

    def _fill(self, painter: QPainter, place: QRect) -> None:
        """From the picture of everything; bare paper where it ends."""
        sight, picture = self.seen, self.overview.whole()
        box, by = self.overview.box, picture.width() / self.overview.box.w
        painter.fillRect(place, painter.background())
        x, y = (place.x() + sight.x) / sight.scale, (place.y() + sight.y) / sight.scale
        wide, high = place.width() / sight.scale, place.height() / sight.scale
        painter.drawPixmap(
            QRectF(place), picture, QRectF((x - box.x) * by, (y - box.y) * by, wide * by, high * by)
        )

    def _patchwork(self, painter: QPainter, view: QRect) -> None:
        """The tiles that are there already at the exact scale."""
        sight, target = self.seen, self._target
        for column, row in sight.tiles():
            tile = QRect(column * SIDE, row * SIDE, SIDE, SIDE)
            place = tile.translated(-round(sight.x), -round(sight.y)) & view
            if not place.isEmpty() and not target.lacks((column, row)):
                target.copy(painter, place.translated(round(sight.x), round(sight.y)), place.x(), place.y())
