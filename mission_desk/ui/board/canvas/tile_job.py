"""A part of the board that is being drawn aside, a few notes at a time, and shown when it is whole: no frame
waits for words, and nobody sees a half-drawn note."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator

from PySide6.QtGui import QPainter, QPixmap

from mission_desk.core.board.places import Box
from mission_desk.ui.board.canvas.tile_cache import Sheet
from mission_desk.ui.board.canvas.tiles import SIDE, Squares

Draw = Callable[[QPainter, Box, float], Iterator[None]]


class Patch:
    """`draw(painter, box, scale)` paints a part of the board and stops for breath between notes; the painter
    is in canvas units."""

    def __init__(self, draw: Draw, sheet: Sheet, squares: Squares) -> None:
        self.sheet, self._squares = sheet, squares
        self._steps = self._drawing(draw)

    def go_on(self, until: float) -> bool:
        """Draw until that moment of `time.perf_counter`; True when it is done and on its sheet."""
        return all(time.perf_counter() < until for _ in self._steps)

    def drop(self) -> None:
        """It will not be needed: the board has changed, or one looks elsewhere."""
        self._steps.close()

    def _drawing(self, draw: Draw) -> Generator[None, None, None]:
        """The painter lives in here: Qt ends the program where a picture dies before its painter."""
        squares, scale = self._squares, self.sheet.scale
        wide, high = squares.right - squares.left, squares.bottom - squares.top
        picture = QPixmap(wide * SIDE, high * SIDE)
        painter = QPainter(picture)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(-squares.left * SIDE, -squares.top * SIDE)
            painter.scale(scale, scale)
            yield from draw(painter, squares.part(scale).grown(1), scale)
        finally:
            painter.end()
        self.sheet.keep(squares, picture)
