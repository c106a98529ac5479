"""What the colours of the bars mean: one line above the options, or as many as it takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mission_desk.core.vote.bar_layout import Key
from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.scale_colour import scale_colour

SIDE, BESIDE, BETWEEN, LINE = 12, 6, 18, 22  # px: a colour, then its words, then the next; a line's height
CORNER = 3


class BarLegend(QWidget):
    """Hidden where there is nothing to say."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._keys: tuple[Key, ...] = ()
        self._font = ui_font(theme.TINY)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_keys(self, keys: Sequence[Key]) -> None:
        self._keys = tuple(keys)
        self.setAccessibleName(", ".join(key.words for key in keys))
        self.setVisible(bool(keys))
        self.updateGeometry()
        self.update()

    def places(self, width: float) -> list[QPointF]:
        """The left top of each colour."""
        metrics = QFontMetricsF(self._font)
        places_of_keys, x, line = [], 0.0, 0
        for key in self._keys:
            needed = SIDE + BESIDE + metrics.horizontalAdvance(key.words)
            if x and x + needed > width:
                x, line = 0.0, line + 1
            places_of_keys.append(QPointF(x, line * LINE + (LINE - SIDE) / 2))
            x += needed + BETWEEN
        return places_of_keys

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = {place.y() for place in self.places(width)}
        return len(lines) * LINE

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(400, self.width())))

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for key, place in zip(self._keys, self.places(self.width()), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(scale_colour(self._tokens, key.tone))
            painter.drawRoundedRect(QRectF(place.x(), place.y(), SIDE, SIDE), CORNER, CORNER)
            painter.setPen(QColor(self._tokens.ink2))
            words = QRectF(place.x() + SIDE + BESIDE, place.y() - (LINE - SIDE) / 2, self.width(), LINE)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, key.words)
        painter.end()
