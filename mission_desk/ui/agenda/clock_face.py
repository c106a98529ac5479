"""The time in figures of one width: a style sheet would take that from a label."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mission_desk.core.agenda.clock import Tone
from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import figures_font
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens

PAD = 8  # px beside the figures


class ClockFace(QWidget):
    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens, self._text = tokens, ""
        self._tone: Tone = "calm"

    @property
    def tone(self) -> Tone:
        return self._tone

    @property
    def text(self) -> str:
        return self._text

    def show_time(self, text: str, tone: Tone) -> None:
        if (text, tone) != (self._text, self._tone):
            self._text, self._tone = text, tone
            wide = QFontMetrics(self._font()).horizontalAdvance(text) + 2 * PAD
            self.setFixedSize(wide, theme.TOP_HEIGHT - 20)
            self.setAccessibleName(text)
            self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), self._tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = {
            "calm": ("", t.ink), "soon": (t.accent_soft, t.accent), "warn": (t.warn_soft, t.warn),
        }[self._tone]  # fmt: skip
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(self.rect()), theme.RADIUS, theme.RADIUS)
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, self._text
        )
        painter.end()

    def _font(self) -> QFont:
        return figures_font(theme.TITLE, QFont.Weight.DemiBold)
