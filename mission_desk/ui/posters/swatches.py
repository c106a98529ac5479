"""The looks of a statement poster as swatches of their colours."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from mission_desk.posters.contents import LOOKS, Look
from mission_desk.posters.pdf.colours import scheme
from mission_desk.ui.look import theme
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.labels import set_tip
from mission_desk.words import tr

SIZE = 44


class Swatch(QAbstractButton):
    def __init__(self, style: Look, name: str, tokens: Tokens) -> None:
        super().__init__()
        self._t = tokens
        self._ground = QColor.fromRgbF(*scheme(style, False).ground)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedSize(SIZE, SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        set_tip(self, name)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        painter.setPen(QPen(QColor(self._t.line), 1))
        painter.setBrush(self._ground)
        painter.drawRoundedRect(inner, theme.RADIUS, theme.RADIUS)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._t.ink if self.isChecked() else self._t.accent), 2))
            ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, theme.PANEL_RADIUS, theme.PANEL_RADIUS)
        if self.isChecked() and self.hasFocus():
            painter.setPen(QPen(QColor(self._t.accent), 2))
            painter.drawLine(inner.bottomLeft().toPoint(), inner.bottomRight().toPoint())
        painter.end()


class Swatches(QWidget):
    """`chosen(look)` by mouse or arrow keys."""

    chosen = Signal(str)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        names = {
            "accent": tr("Deep teal"),
            "paper": tr("Warm paper"),
            "ink": tr("Near black"),
            "sun": tr("Yellow"),
        }
        self.buttons = {style: Swatch(style, names[style], tokens) for style in LOOKS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for style, button in self.buttons.items():
            button.clicked.connect(partial(self.chosen.emit, style))
            layout.addWidget(button)
        layout.addStretch(1)

    def show_look(self, style: str) -> None:
        self.buttons[style].setChecked(True)  # type: ignore[index]
