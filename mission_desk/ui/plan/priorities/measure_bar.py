"""Where a measure stands today and where it shall be: a bar to today's value, a tick at the goal."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mission_desk.core.plan.measures import BarEnds
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens

HEIGHT, BAR, TICK = 10, 4, 2  # px


class MeasureBar(QWidget):
    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._ends: BarEnds | None = None
        self.setFixedHeight(HEIGHT)

    def show_ends(self, ends: BarEnds | None) -> None:
        """None where the measure is no number: then there is no bar."""
        self._ends = ends
        self.setVisible(ends is not None)
        self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ends is None:
            return
        painter, t, top = QPainter(self), self._tokens, (HEIGHT - BAR) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(0, top, self.width(), BAR), QColor(t.line))
        if self._ends.now is not None:
            painter.fillRect(QRectF(0, top, self.width() * self._ends.now, BAR), QColor(t.ink2))
        at = min(self.width() - TICK, self.width() * self._ends.goal)
        painter.fillRect(QRectF(at, 0, TICK, HEIGHT), QColor(t.accent))
        painter.end()
