"""A box to tick, with or without a letter beside it, in the theme's colours: the system's own is hard to see
on white."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from mission_desk.ui.look import icons, theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens

BOX, GAP = 20, 10  # px


class Checkbox(QCheckBox):
    def __init__(self, tokens: Tokens, letter: str = "") -> None:
        super().__init__(letter)
        self._tokens = tokens
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        beside = 2 * GAP + theme.LEAD if self.text() else GAP // 2
        return QSize(BOX + beside, BOX + 8)

    def hitButton(self, position: object) -> bool:
        return True

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(2, (self.height() - BOX) / 2, BOX, BOX)
        edge = tokens.ink if self.hasFocus() else tokens.accent if self.isChecked() else tokens.ink3
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1.4))
        painter.setBrush(QColor(tokens.accent if self.isChecked() else tokens.panel))
        painter.drawRoundedRect(box, 5, 5)
        if self.isChecked():
            icons.paint(painter, "check", tokens.on_accent, box.adjusted(3, 3, -3, -3))
        painter.setFont(ui_font(theme.LEAD, QFont.Weight.DemiBold))
        painter.setPen(QColor(tokens.ink))
        letter = QRectF(box.right() + GAP, 0, self.width(), self.height())
        painter.drawText(letter, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
