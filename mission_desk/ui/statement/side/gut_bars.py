"""The strip of gut feelings: how many seats said each of 0 to 10, from cold to goosebumps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import UNIT, Tokens
from mission_desk.ui.parts.labels import set_tip

HEIGHT = 18 * UNIT
FIGURES = 5 * UNIT  # px below the bars for 0 and 10


class GutBars(QWidget):
    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._counts: tuple[int, ...] = ()
        self.setMinimumHeight(HEIGHT + FIGURES)

    def show_counts(self, counts: tuple[int, ...]) -> None:
        self._counts = counts
        counts_in_words = ", ".join(f"{score}: {count}" for score, count in enumerate(counts) if count)
        self.setAccessibleName(counts_in_words)
        set_tip(self, counts_in_words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60 * UNIT, HEIGHT + FIGURES)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        most = max(self._counts, default=0)
        if most:
            self._draw(painter, most)
        painter.end()

    def _draw(self, painter: QPainter, most: int) -> None:
        pitch = self.width() / len(self._counts)
        painter.setFont(ui_font(theme.TINY))
        for score, count in enumerate(self._counts):
            height = count / most * (HEIGHT - FIGURES)
            bar = QRectF(score * pitch + 1, HEIGHT - height, pitch - 2, height)
            painter.fillRect(bar, QColor(self._tokens.heart))
            painter.setPen(QColor(self._tokens.ink2))
            if count:
                above = QRectF(bar.x(), bar.y() - FIGURES, bar.width(), FIGURES)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(count))
            foot = QRectF(bar.x(), HEIGHT, bar.width(), FIGURES)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(score))
        painter.fillRect(QRectF(0, HEIGHT, self.width(), 1), QColor(self._tokens.line))
