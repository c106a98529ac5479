"""One step in the rail: its number or a tick, its title, its minutes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mission_desk.ui import icons, theme
from mission_desk.ui.guard import guarded
from mission_desk.ui.theme import Tokens
from mission_desk.ui.type import ui_font

TITLE_X, MINUTES_W, DISC = 42, 52, 24


class StepRow(QWidget):
    """`state` is done, now or later."""

    pressed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._number, self._title, self._minutes, self._state = 0, "", "", "later"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click is on its way to the step's page
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, number: int, title: str, minutes: str, state: str) -> None:
        self._number, self._title, self._minutes, self._state = number, title, minutes, state
        self.setAccessibleName(title)
        self.setFixedHeight(
            self.heightForWidth(self.width())
        )  # the open step's bold title may need a line more
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.RAIL_WIDTH - 16, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        text = QFontMetrics(self._font()).boundingRect(
            QRect(0, 0, self._title_width(width), 1000), Qt.TextFlag.TextWordWrap, self._title
        )
        return max(38, text.height() + 16)

    def resizeEvent(self, event: object) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_disc(painter)
        painter.setFont(self._font())
        painter.setPen(QColor(self._tokens.ink))
        box = QRect(TITLE_X, 0, self._title_width(self.width()), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._title)
        if self._state != "done":
            painter.setFont(ui_font(theme.TINY))
            painter.setPen(QColor(self._tokens.ink2))
            box = QRect(self.width() - MINUTES_W - 10, 0, MINUTES_W, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._minutes)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._tokens.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.accent_soft) if self._state == "now" else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS
        )

    def _paint_disc(self, painter: QPainter) -> None:
        t = self._tokens
        disc = QRectF(QPoint(10, (self.height() - DISC) // 2), QSize(DISC, DISC))
        ground = {"done": t.accent_soft, "now": t.accent, "later": t.line}[self._state]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(disc)
        if self._state == "done":
            icons.paint(painter, "check", t.accent, disc.adjusted(6, 6, -6, -6))
            return
        painter.setFont(ui_font(theme.TINY, QFont.Weight.DemiBold))
        painter.setPen(QColor(t.on_accent if self._state == "now" else t.ink2))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _title_width(self, width: int) -> int:
        return width - TITLE_X - (12 if self._state == "done" else MINUTES_W + 8)

    def _font(self) -> QFont:
        return ui_font(theme.SMALL, QFont.Weight.DemiBold if self._state == "now" else QFont.Weight.Normal)
