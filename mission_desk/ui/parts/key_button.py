"""A button that shows at its right which key does the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.buttons import ButtonFollower, keys_of
from mission_desk.ui.parts.keys.letters import expect_words
from mission_desk.ui.parts.labels import set_look

EDGE, PAD = 10, 6  # px from the button's edge to the key, and inside it
CAP = 20  # px, height of the key


class KeyButton(QPushButton):
    def __init__(self, action: QAction, tokens: Tokens) -> None:
        super().__init__(action.text().replace("&", "&&"))
        set_look(self, "key-row")
        self._tokens = tokens
        self._keys = keys_of(action).split(" · ")[-1]  # the shortest of them
        self._font = ui_font(theme.TINY, QFont.Weight.DemiBold)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pressed.connect(expect_words)
        self.clicked.connect(action.trigger)
        ButtonFollower(self, action).follow()

    def _room(self) -> int:
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(self._keys) + 2 * PAD if self._keys else 0

    def sizeHint(self) -> QSize:
        plain_size = super().sizeHint()
        return QSize(plain_size.width() + self._room() + EDGE, plain_size.height())

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._keys:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        wide = painter.fontMetrics().horizontalAdvance(self._keys) + 2 * PAD
        box = QRectF(self.width() - EDGE - wide, (self.height() - CAP) / 2, wide, CAP)
        painter.setPen(QPen(QColor(self._tokens.ink3), 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._tokens.ink2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._keys)
        painter.end()
