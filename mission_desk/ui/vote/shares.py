"""How many seats gave an option many dots, few or none: one bar with numbers, and what its colours mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from mission_desk.tally.dots import Ballot
from mission_desk.ui import theme
from mission_desk.ui.guard import guarded
from mission_desk.ui.theme import Tokens
from mission_desk.ui.type import ui_font
from mission_desk.words import tr, trn

BAR, LEGEND, SWATCH = 38, 24, 10  # px
NEUTRAL, MOST = 2, 4  # places in the theme's scale: no dot is not resistance


def seats_by_dots(ballots: Sequence[Ballot], option: int, limit: int) -> tuple[int, ...]:
    """How many seats gave this option 0, 1, … `limit` dots."""
    counts = [0] * (limit + 1)
    for ballot in ballots:
        counts[ballot[option]] += 1
    return tuple(counts)


def dot_words(dots: int) -> str:
    return trn("{n} dot", "{n} dots", dots) if dots else tr("none")


class ShareBar(QWidget):
    """`counts` as of `seats_by_dots`; `shown` are the numbers of dots that the legend explains."""

    def __init__(self, tokens: Tokens, counts: tuple[int, ...], shown: Sequence[int]) -> None:
        super().__init__()
        self._tokens, self._counts, self._shown = tokens, counts, shown
        self.setMinimumWidth(150)
        said = [f"{dot_words(dots)}: {counts[dots]}" for dots in shown]
        self.setAccessibleName(", ".join(said))
        self.setToolTip(" · ".join(said))

    def sizeHint(self) -> QSize:
        return QSize(430, BAR + LEGEND)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, BAR + LEGEND)

    def colour(self, dots: int) -> QColor:
        """From the neutral middle of the scale to its strongest."""
        scale = self._tokens.scale
        at = NEUTRAL + (MOST - NEUTRAL) * dots / max(1, len(self._counts) - 1)
        low = min(int(at), MOST - 1)
        return _between(QColor(scale[low]), QColor(scale[low + 1]), at - low)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter)
        self._paint_legend(painter)
        painter.end()

    def _paint_bar(self, painter: QPainter) -> None:
        total = sum(self._counts)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(0, 0, self.width(), BAR), 5, 5)
        painter.setClipPath(frame)
        painter.fillRect(QRectF(0, 0, self.width(), BAR), QColor(self._tokens.line))
        painter.setFont(ui_font(theme.SMALL, QFont.Weight.DemiBold))
        x = 0.0
        for dots in reversed(range(len(self._counts))):
            width = self.width() * self._counts[dots] / max(1, total)
            part = QRectF(x, 0, width, BAR)
            painter.fillRect(part, self.colour(dots))
            painter.setPen(_ink_on(self.colour(dots), self._tokens))
            if self._counts[dots] and width > 12:
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, str(self._counts[dots]))
            x += width
        painter.setClipping(False)

    def _paint_legend(self, painter: QPainter) -> None:
        painter.setFont(ui_font(theme.TINY))
        metrics, x = painter.fontMetrics(), 0.0
        for dots in self._shown:
            words = dot_words(dots)
            swatch = QRectF(x, BAR + 10, SWATCH, SWATCH)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour(dots))
            painter.drawRoundedRect(swatch, 2, 2)
            painter.setPen(QColor(self._tokens.ink2))
            width = metrics.horizontalAdvance(words)
            place = QRectF(x + SWATCH + 5, BAR + 4, width + 2, LEGEND - 4)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            x += SWATCH + 5 + width + 14


def _between(low: QColor, high: QColor, share: float) -> QColor:
    """The colour `share` (0 to 1) of the way from `low` to `high`."""
    parts = ((low.red(), high.red()), (low.green(), high.green()), (low.blue(), high.blue()))
    red, green, blue = (round(start + (end - start) * share) for start, end in parts)
    return QColor.fromRgb(red, green, blue)


def _ink_on(ground: QColor, tokens: Tokens) -> QColor:
    light = 0.299 * ground.red() + 0.587 * ground.green() + 0.114 * ground.blue() > 140
    return QColor(tokens.note_ink if light else theme.LIGHT.on_accent)
