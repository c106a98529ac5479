"""How the room divides over an option: one bar from resistance to love with numbers, and what its ends
mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from mission_desk.core.vote.result_bars import Band
from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.labels import set_tip
from mission_desk.ui.parts.scale_colour import ink_on, scale_colour

BAR, THIN, LEGEND = 38, 18, 22  # px
NUMBER_ROOM = 14  # px that a number needs to stand in its part
LEAST, LEAST_THIN = 120, 60  # px; four thin ones stand side by side on a narrow page
CORNER = 5


class ShareBar(QWidget):
    """`ends` stand under it from left to right; none for a thin bar in a table."""

    def __init__(self, tokens: Tokens, bands: Sequence[Band], ends: Sequence[str]) -> None:
        super().__init__()
        self._tokens, self._ends = tokens, list(ends)
        self.bands = [band for band in bands if band.count]
        self._bar = BAR if ends else THIN
        self.setMinimumWidth(LEAST if ends else LEAST_THIN)
        counts = [f"{band.words}: {band.count}" for band in self.bands]
        self.setAccessibleName(", ".join(counts))
        set_tip(self, " · ".join(counts))

    def sizeHint(self) -> QSize:
        return QSize(430, self._bar + (LEGEND if self._ends else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self.sizeHint().height())

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter)
        self._paint_ends(painter)
        painter.end()

    def _paint_bar(self, painter: QPainter) -> None:
        total = sum(band.count for band in self.bands)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(0, 0, self.width(), self._bar), CORNER, CORNER)
        painter.setClipPath(frame)
        painter.fillRect(QRectF(0, 0, self.width(), self._bar), QColor(self._tokens.line))
        painter.setFont(ui_font(theme.SMALL if self._ends else theme.TINY, QFont.Weight.DemiBold))
        x = 0.0
        for band in self.bands:
            width = self.width() * band.count / max(1, total)
            part = QRectF(x, 0, width, self._bar)
            ground = scale_colour(self._tokens, band.tone)
            painter.fillRect(part, ground)
            painter.setPen(ink_on(ground, self._tokens))
            if width > NUMBER_ROOM:
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, str(band.count))
            x += width
        painter.setClipping(False)

    def _paint_ends(self, painter: QPainter) -> None:
        """Spread over the bar's width; only the two ends where all of them have no room."""
        painter.setFont(ui_font(theme.TINY))
        painter.setPen(QColor(self._tokens.ink2))
        metrics = painter.fontMetrics()
        needed = sum(metrics.horizontalAdvance(words) + 10 for words in self._ends)
        shown = self._ends if needed < self.width() else [*self._ends[:1], *self._ends[-1:]]
        widths = [metrics.horizontalAdvance(words) for words in shown]
        gap = (self.width() - sum(widths)) / max(1, len(shown) - 1)
        x = 0.0
        for words, width in zip(shown, widths, strict=True):
            place = QRectF(x, self._bar + 3, width + 4, LEGEND - 3)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            x += width + gap
