"""The red frame around the desk while the room sees something else than the desk: frozen, or blank. With the
word, never by colour alone, in a band at the top that the desk makes room for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMainWindow, QWidget

from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens

WIDTH = theme.UNIT  # px of the frame
BAND = 6 * theme.UNIT  # px, height of the band with the words


class FrozenFrame(QWidget):
    """Lies over everything and lets the mouse through."""

    def __init__(self, desk: QMainWindow, tokens: Tokens) -> None:
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
        self._make_room(BAND if words else 0)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if words:
            self.setGeometry(self._desk.rect())
            self.raise_()
            self.update()

    def _make_room(self, above: int) -> None:
        inside = self._desk.centralWidget()
        if inside is not None:
            inside.setContentsMargins(0, above, 0, 0)

    @property
    def words(self) -> str:
        return self._words

    @property
    def band(self) -> QRectF:
        """Where the words stand."""
        return QRectF(0, 0, self.width(), BAND)

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
        painter.fillRect(self.band, QColor(self._tokens.warn))
        painter.setFont(ui_font(theme.SMALL, QFont.Weight.DemiBold))
        painter.setPen(QColor(self._tokens.panel))
        painter.drawText(self.band, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
