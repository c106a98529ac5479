"""Draws what lies over the notes: marks of what is selected, taken hold of or in line, and what is
counted."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from mission_desk.core.board.places import Box
from mission_desk.core.file.rows import Region
from mission_desk.ui.board.gestures.handles import CORNERS, HALF
from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.theme import Tokens


class MarkPainter:
    def __init__(self, tokens: Tokens) -> None:
        self._t = tokens
        self._badge_font = ui_font(theme.TINY, QFont.Weight.Bold)

    def badge(self, painter: QPainter, around: Box, count: int) -> None:
        """How many concerns are open, at the upper right corner of a note or a folded cluster."""
        box = QRectF(around.right - 16, around.y - 10, 26, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._t.warn))
        painter.drawRoundedRect(box, 10, 10)
        painter.setFont(self._badge_font)
        painter.setPen(QColor(self._t.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))

    def ring(self, painter: QPainter, box: Box, scale: float) -> None:
        """Marks a selected note or folded cluster."""
        width = 3 / min(1.0, max(scale, 0.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._t.paper), width * 2.2))
        painter.drawRoundedRect(QRectF(box.x - 2, box.y - 2, box.w + 4, box.h + 4), 6, 6)
        painter.setPen(QPen(QColor(self._t.accent), width))
        painter.drawRoundedRect(QRectF(box.x - 4, box.y - 4, box.w + 8, box.h + 8), 8, 8)

    def handles(self, painter: QPainter, box: Box, scale: float) -> None:
        """Where a selected note is taken hold of to make it larger or smaller."""
        half = HALF / scale
        painter.setBrush(QColor(self._t.panel))
        painter.setPen(QPen(QColor(self._t.accent), 2 / scale))
        for across, down in CORNERS:
            x, y = box.x if across < 0 else box.right, box.y if down < 0 else box.bottom
            painter.drawRect(QRectF(x - half, y - half, 2 * half, 2 * half))

    def active_region(self, painter: QPainter, region: Region, scale: float) -> None:
        """Marks the region that takes what is typed; drawn over the resting board, under nothing."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._t.accent), 2.5 / min(1.0, scale)))
        painter.drawRoundedRect(
            QRectF(region.x, region.y, region.w, region.h), theme.PANEL_RADIUS + 4, theme.PANEL_RADIUS + 4
        )

    def lines(self, painter: QPainter, lines: list[QLineF]) -> None:
        """What notes in hand are in line with; in pixels, as thin at any scale."""
        painter.setPen(QPen(QColor(self._t.accent), 1.5))
        painter.drawLines(lines)

    def rubber(self, painter: QPainter, box: QRectF, scale: float) -> None:
        fill = QColor(self._t.accent)
        fill.setAlphaF(0.08)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(self._t.accent), 1 / scale))
        painter.drawRect(box)
