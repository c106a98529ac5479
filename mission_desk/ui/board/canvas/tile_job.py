"""A part of the board that is being drawn aside, a few notes at a time, and shown when it is whole: no frame
waits for words, and nobody sees a half-drawn note."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator

from PySide6.QtGui import QPainter, QPixmap

from mission_desk.core.board.places import Box
from mission_desk.ui.board.canvas.tile_cache import TileCache
from mission_desk.ui.board.canvas.tiles import SIDE, Tiles

Draw = Callable[[QPainter, Box, float], Iterator[None]]


class TileJob:
    """`draw(painter, box, scale)` paints a part of the board and yields after a few notes, so that no frame
    waits; the painter is in canvas units."""

    def __init__(self, draw: Draw, cache: TileCache, tiles: Tiles) -> None:
        self.cache, self._squares = cache, tiles
        self._steps = self._drawing(draw)

    def go_on(self, until: float) -> bool:
        """Draw until that moment of `time.perf_counter`; True when the part is finished and in its cache."""
        return all(time.perf_counter() < until for _ in self._steps)

    def drop(self) -> None:
        """Stop: the board has changed, or another part is in sight, so nobody needs this one."""
        self._steps.close()

    def _drawing(self, draw: Draw) -> Generator[None, None, None]:
        """The painter is a local of this generator, so that it ends before its picture: Qt ends the program
        where a picture dies before its painter."""
        tiles, scale = self._squares, self.cache.scale
        wide, high = tiles.right - tiles.left, tiles.bottom - tiles.top
        picture = QPixmap(wide * SIDE, high * SIDE)
        painter = QPainter(picture)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(-tiles.left * SIDE, -tiles.top * SIDE)
            painter.scale(scale, scale)
            yield from draw(painter, tiles.part(scale).grown(1), scale)
        finally:
            painter.end()
        self.cache.keep(tiles, picture)
