"""One small picture of the whole board: shown where nothing better is drawn yet, and on the map."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from mission_desk.core.board.places import Box
from mission_desk.ui.board.canvas.tile_job import Draw
from mission_desk.ui.board.canvas.tiles import BLEED

LONGEST = 1536  # pixels at its longer side
CLOSEST = 0.25  # pixels a canvas unit; words are bars at that scale
AROUND = 200  # canvas units of paper around everything
NOTHING = Box(0, 0, 400, 300)
FEW = 64  # changes that are drawn one by one; more, and all of it is drawn anew


class Overview:
    """Kept up to date beside everything else: where it lags it shows the board as it was."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self.picture: QPixmap | None = None
        self.box = NOTHING
        self.changed: Callable[[], object] = lambda: None  # called when the picture is another
        self._extent = NOTHING
        self._stale = True
        self._steps: Iterator[None] | None = None

    def forget(self, extent: Box | None) -> None:
        self.picture = None
        self.outdate(None, extent)

    def outdate(self, boxes: list[Box] | None, extent: Box | None) -> None:
        """These parts look different now; without `boxes` all of it. `extent` is everything there is."""
        self._extent = extent or NOTHING
        self._steps = None
        inside = self.box.surrounds(self._extent)
        if self.picture is None or self._stale or boxes is None or len(boxes) > FEW or not inside:
            self._stale = True
        else:
            self._mend(self.picture, boxes)

    def _mend(self, picture: QPixmap, boxes: list[Box]) -> None:
        painter = self._painter(picture, self.box)
        scale = picture.width() / self.box.w
        for box in boxes:
            part = box.grown(BLEED + math.ceil(1 / scale))
            painter.setClipRect(QRectF(part.x, part.y, part.w, part.h))
            for _ in self._draw(painter, part, scale):
                pass
        painter.end()
        self.changed()

    def is_late(self) -> bool:
        return self._stale

    def go_on(self, until: float) -> bool:
        """Draw until that moment of `time.perf_counter`; True when it shows what there is."""
        if self._steps is None:
            self._steps = self._drawing()
        for _ in self._steps:
            if time.perf_counter() >= until:
                return False
        self._steps = None
        return True

    def whole(self) -> QPixmap:
        """The picture, as it was last drawn; at once where there is none yet."""
        if self.picture is None:
            self.go_on(math.inf)
        assert self.picture is not None
        return self.picture

    def _drawing(self) -> Iterator[None]:
        box = self._extent.grown(AROUND)
        scale = min(LONGEST / box.w, LONGEST / box.h, CLOSEST)
        picture = QPixmap(max(1, math.ceil(box.w * scale)), max(1, math.ceil(box.h * scale)))
        painter = self._painter(picture, box)
        try:
            yield from self._draw(painter, box.grown(math.ceil(1 / scale)), painter.transform().m11())
        finally:
            painter.end()
        self.picture, self.box, self._stale = picture, box, False
        self.changed()

    def _painter(self, picture: QPixmap, box: Box) -> QPainter:
        painter = QPainter(picture)
        painter.scale(picture.width() / box.w, picture.height() / box.h)
        painter.translate(QPointF(-box.x, -box.y))
        return painter
