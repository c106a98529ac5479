"""The red frame around the desk while the room sees something else than the desk: frozen, or blank. With the
word, never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mission_desk.ui import theme
from mission_desk.ui.guard import guarded
from mission_desk.ui.theme import Tokens
from mission_desk.ui.type import ui_font

WIDTH = theme.UNIT  # px of the frame
PAD, HIGH = 4 * theme.UNIT, 7 * theme.UNIT


class FrozenFrame(QWidget):
    """Lies over everything and lets the mouse through."""

    def __init__(self, desk: QWidget, tokens: Tokens) -> None:
        super().__init__(desk)
        self._desk = desk
        self._tokens, self._words = tokens, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        desk.installEventFilter(self)

    def say(self, words: str) -> None:
        """`words` in the frame; none takes it away."""
        self._words = words
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if words:
            self.setGeometry(self._desk.rect())
            self.raise_()
            self.update()

    @property
    def words(self) -> str:
        return self._words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._desk:
            self.setGeometry(self._desk.rect())
        return False

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._tokens.warn), WIDTH * 2))
        painter.drawRect(self.rect())
        font = ui_font(theme.SMALL, QFont.Weight.DemiBold)
        wide = QFontMetricsF(font).horizontalAdvance(self._words) + 2 * PAD
        pill = QRectF((self.width() - wide) / 2, 0, wide, HIGH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.warn))
        painter.drawRoundedRect(pill.adjusted(0, -theme.RADIUS, 0, 0), theme.RADIUS, theme.RADIUS)
        painter.setFont(font)
        painter.setPen(QColor(self._tokens.panel))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
