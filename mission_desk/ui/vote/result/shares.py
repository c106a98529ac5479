"""How the room divides over an option: one bar from resistance to love with numbers, and under each part what
it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from mission_desk.core.vote.bar_layout import Band, Part, label_places, parts
from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.labels import set_tip
from mission_desk.ui.parts.scale_colour import ink_on, scale_colour

BAR, THIN, NAMES = 38, 18, 22  # px: a bar, one in a table, the line under a bar
APART = 8  # px between the answers and no answer
NUMBER_ROOM = 14  # px that a number needs to stand in its part
LEAST, LEAST_THIN = 120, 60  # px; four thin ones stand side by side on a narrow page
NAME_GAP = 8  # px between two names
CORNER = 5


class ShareBar(QWidget):
    """`named`: each part has its name under it. Without, a thin bar for a table."""

    def __init__(self, tokens: Tokens, bands: Sequence[Band], *, named: bool) -> None:
        super().__init__()
        self._tokens, self._named = tokens, named
        self.bands = [band for band in bands if band.count]
        self._bar = BAR if named else THIN
        self.setMinimumWidth(LEAST if named else LEAST_THIN)
        counts = [f"{band.words}: {band.count}" for band in self.bands]
        self.setAccessibleName(", ".join(counts))
        set_tip(self, " · ".join(counts))

    def sizeHint(self) -> QSize:
        return QSize(430, self._bar + (NAMES if self._named else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self.sizeHint().height())

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter)
        if self._named:
            self._paint_names(painter)
        painter.end()

    def _parts(self) -> tuple[Part, ...]:
        return parts(self.bands, self.width(), APART if self._named else APART / 2)

    def _paint_bar(self, painter: QPainter) -> None:
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(0, 0, self.width(), self._bar), CORNER, CORNER)
        painter.setClipPath(frame)
        painter.setFont(ui_font(theme.SMALL if self._named else theme.TINY, QFont.Weight.DemiBold))
        for part in self._parts():
            box = QRectF(part.x, 0, part.width, self._bar)
            ground = scale_colour(self._tokens, part.band.tone)
            painter.fillRect(box, ground)
            painter.setPen(ink_on(ground, self._tokens))
            if part.width > NUMBER_ROOM:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(part.band.count))
        painter.setClipping(False)

    def _paint_names(self, painter: QPainter) -> None:
        """As far as there is room; the legend above the options names all of them."""
        painter.setFont(ui_font(theme.TINY))
        painter.setPen(QColor(self._tokens.ink2))
        laid, metrics = self._parts(), painter.fontMetrics()
        lengths = [float(metrics.horizontalAdvance(part.band.words)) for part in laid]
        for part, x, length in zip(laid, label_places(laid, lengths, NAME_GAP), lengths, strict=True):
            if x is not None:
                place = QRectF(x, self._bar + 3, length + 4, NAMES - 3)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, part.band.words)
