"""The board at one scale, in one picture: as large as the view and a little more around it, however large the
board is. One picture, because a frame copied from it in one piece costs half of one put together from
tiles."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from mission_desk.core.board.places import Box
from mission_desk.ui.board.canvas.tiles import SIDE, Tile, Tiles, touched


class TileCache:
    """`scale` is device pixels a canvas unit; all rectangles are device pixels from the canvas's origin."""

    def __init__(self, columns: int, rows: int) -> None:
        self._picture = QPixmap(columns * SIDE, rows * SIDE)
        self._reach = Tiles(0, 0, columns, rows)  # the tiles that the picture has room for
        self._drawn: set[Tile] = set()
        self._stale: set[Tile] = set()
        self.scale = 0.0
        self.whole: Tiles | None = None  # what is there without a gap: good to be shown stretched

    def begin(self, scale: float) -> None:
        """Reuse the picture's memory, and drop what is on it."""
        self.scale, self.whole = scale, None
        self._drawn, self._stale = set(), set()

    def bring(self, tiles: Tiles) -> None:
        """Make room for these tiles; what is drawn already moves over, as far as it still has room."""
        if self._reach.holds(tiles):
            return
        before, now = self._reach, self._reach.around(tiles)
        if before.common(now) is not None:
            self._picture.scroll(
                (before.left - now.left) * SIDE, (before.top - now.top) * SIDE, self._picture.rect()
            )
        self._reach = now
        self._drawn = {each for each in self._drawn if each in now}
        self._stale &= self._drawn
        self.whole = self.whole and self.whole.common(now)

    def lacks(self, tile: Tile) -> bool:
        return tile not in self._drawn

    def wanted(self, tiles: Iterable[Tile]) -> list[Tile]:
        """Which of them are not there, or not as they are now."""
        drawn, stale = self._drawn, self._stale
        return [each for each in tiles if each not in drawn or each in stale]

    def outdate(self, boxes: Iterable[Box] | None) -> None:
        """These parts look different now; without `boxes` all of it."""
        if boxes is None:
            self._stale = set(self._drawn)
            return
        for box in boxes:
            seen = touched(box, self.scale).common(self._reach) if self.scale else None
            self._stale |= self._drawn.intersection(seen or ())

    def keep(self, tiles: Tiles, drawn: QPixmap) -> None:
        """`drawn` shows these tiles as they are now."""
        painter = QPainter(self._picture)
        left, top = (tiles.left - self._reach.left) * SIDE, (tiles.top - self._reach.top) * SIDE
        painter.drawPixmap(left, top, drawn)
        painter.end()
        self._drawn |= {each for each in tiles if each in self._reach}
        self._stale -= set(tiles)

    # showing

    def copy(self, painter: QPainter, part: QRect, left: int, top: int) -> None:
        """`part` as it is, its corner at `left`, `top` of the painter."""
        x, y = part.x() - self._reach.left * SIDE, part.y() - self._reach.top * SIDE
        painter.drawPixmap(left, top, self._picture, x, y, part.width(), part.height())

    def stretch(self, painter: QPainter, part: QRectF, place: QRect) -> None:
        """`part` made to fill `place`."""
        source = part.translated(-self._reach.left * SIDE, -self._reach.top * SIDE)
        painter.drawPixmap(QRectF(place), self._picture, source)
