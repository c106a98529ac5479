"""The board at one scale, in one picture: as large as the view and a little more around it, however large the
board is. One picture, because a frame copied from it in one piece costs half of one put together from
tiles."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from mission_desk.core.board.places import Box
from mission_desk.ui.board.canvas.tiles import SIDE, Square, Squares, touched


class Sheet:
    """`scale` is device pixels a canvas unit; all rectangles are device pixels from the canvas's origin."""

    def __init__(self, columns: int, rows: int) -> None:
        self._picture = QPixmap(columns * SIDE, rows * SIDE)
        self._reach = Squares(0, 0, columns, rows)  # the squares that the picture has room for
        self._held: set[Square] = set()
        self._stale: set[Square] = set()
        self.scale = 0.0
        self.whole: Squares | None = None  # what is there without a gap: good to be shown stretched

    def begin(self, scale: float) -> None:
        """Keep the picture's memory, and nothing of what is on it."""
        self.scale, self.whole = scale, None
        self._held, self._stale = set(), set()

    def bring(self, squares: Squares) -> None:
        """Have room for these; what is there already moves over, as far as it still has room."""
        if self._reach.holds(squares):
            return
        before, now = self._reach, self._reach.around(squares)
        if before.common(now) is not None:
            self._picture.scroll(
                (before.left - now.left) * SIDE, (before.top - now.top) * SIDE, self._picture.rect()
            )
        self._reach = now
        self._held = {each for each in self._held if each in now}
        self._stale &= self._held
        self.whole = self.whole and self.whole.common(now)

    def lacks(self, square: Square) -> bool:
        return square not in self._held

    def wanted(self, squares: Iterable[Square]) -> list[Square]:
        """Which of them are not there, or not as they are now."""
        held, stale = self._held, self._stale
        return [each for each in squares if each not in held or each in stale]

    def outdate(self, boxes: Iterable[Box] | None) -> None:
        """These parts look different now; without `boxes` all of it."""
        if boxes is None:
            self._stale = set(self._held)
            return
        for box in boxes:
            seen = touched(box, self.scale).common(self._reach) if self.scale else None
            self._stale |= self._held.intersection(seen or ())

    def keep(self, squares: Squares, drawn: QPixmap) -> None:
        """`drawn` shows these squares as they are now."""
        painter = QPainter(self._picture)
        left, top = (squares.left - self._reach.left) * SIDE, (squares.top - self._reach.top) * SIDE
        painter.drawPixmap(left, top, drawn)
        painter.end()
        self._held |= {each for each in squares if each in self._reach}
        self._stale -= set(squares)

    # showing

    def copy(self, painter: QPainter, part: QRect, left: int, top: int) -> None:
        """`part` as it is, its corner at `left`, `top` of the painter."""
        x, y = part.x() - self._reach.left * SIDE, part.y() - self._reach.top * SIDE
        painter.drawPixmap(left, top, self._picture, x, y, part.width(), part.height())

    def stretch(self, painter: QPainter, part: QRectF, place: QRect) -> None:
        """`part` made to fill `place`."""
        source = part.translated(-self._reach.left * SIDE, -self._reach.top * SIDE)
        painter.drawPixmap(QRectF(place), self._picture, source)
