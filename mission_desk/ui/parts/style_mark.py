"""The mark of a thinking style on its colour, as a very small note."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.closed_sets import THINKING_STYLES, Style
from mission_desk.ui.look import icons
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import UNIT, Tokens


class StyleMark(QWidget):
    def __init__(self, tokens: Tokens, style: Style, size: int = 7 * UNIT) -> None:
        super().__init__()
        self._tokens, self._style = tokens, style
        self.setFixedSize(QSize(size, size))

    def show_style(self, style: Style) -> None:
        if style != self._style:
            self._style = style
            self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        note = QPainterPath()
        note.addRoundedRect(box, UNIT / 2, UNIT / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(note, QColor(self._tokens.style(self._style)))
        if self._style in THINKING_STYLES:
            inset = box.width() * 0.24
            icons.paint(
                painter,
                f"mark-{self._style}",
                self._tokens.note_ink,
                box.adjusted(inset, inset, -inset, -inset),
            )
        painter.end()
