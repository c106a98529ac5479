"""The small round end of a link: pressed, dragged to another one, or pressed by Space and Enter."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from mission_desk.core.file.closed_sets import Side
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import UNIT, Tokens

SIZE, DOT = 6 * UNIT, 3 * UNIT


class LinkHandle(QWidget):
    """`side` is company or team, `place` its row from 0. Without `live` it only ends a curve."""

    pressed = Signal(object)
    dragged = Signal(object, QPoint)
    dropped = Signal(object, QPoint)

    def __init__(self, tokens: Tokens, side: Side, place: int, *, live: bool) -> None:
        super().__init__()
        self.side, self.place, self._tokens = side, place, tokens
        self._tied = self._gap = self._waiting = False
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self._live = live
        self.setFixedSize(QSize(SIZE, SIZE) if live else QSize(1, 1))
        if live:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def middle(self) -> QPoint:
        """In the parent's coordinates."""
        return self.pos() + QPoint(self.width() // 2, self.height() // 2)

    def show_state(self, *, tied: bool, gap: bool, waiting: bool) -> None:
        self._tied, self._gap, self._waiting = tied, gap, waiting
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._live and event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._pressed_at is None:
            return
        far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        self._dragging = self._dragging or far
        if self._dragging:
            self.dragged.emit(self, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        dragging, self._dragging, self._pressed_at = self._dragging, False, None
        if dragging:
            self.dropped.emit(self, event.globalPosition().toPoint())
        else:
            self.pressed.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self)
        else:
            super().keyPressEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._live:
            return
        t = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = (SIZE - DOT) / 2
        dot = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        if self.hasFocus() or self._waiting:
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.setBrush(QColor(t.accent_soft))
            painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        colour = QColor(t.warn if self._gap else t.accent if self._tied or self._waiting else t.ink3)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if self._tied or self._waiting else QColor(t.panel))
        painter.drawEllipse(dot)
        painter.end()
