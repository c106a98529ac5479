"""Dots of one option: the figure with − and +, and every dot to be seen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import label
from mission_desk.ui.vote.entry.scale_row import AnswerField
from mission_desk.words import tr

DOT, GAP = 16, 6  # px
LARGER = 1.5  # in the booth, where one stands before the laptop
SHOWN = 6  # more dots would push the words away; the figure says it


class Dots(QWidget):
    """Given dots are full, those still to give are rings."""

    def __init__(self, tokens: Tokens, limit: int, scale: float) -> None:
        super().__init__()
        self._tokens, self._limit, self._given = tokens, limit, 0
        self._dot, self._gap = DOT * scale, GAP * scale

    def show_given(self, given: int) -> None:
        self._given = given
        self.update()

    def sizeHint(self) -> QSize:
        width = self._limit * (self._dot + self._gap) - self._gap
        return QSize(round(width) + 2, round(self._dot) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._dot / 2
        for place in range(self._limit):
            full = place < self._given
            painter.setPen(QPen(QColor(self._tokens.accent if full else self._tokens.ink3), 1.4))
            painter.setBrush(QColor(self._tokens.accent) if full else Qt.BrushStyle.NoBrush)
            x = 1 + radius + place * (self._dot + self._gap)
            painter.drawEllipse(QPointF(x, self.height() / 2), radius - 0.7, radius - 0.7)
        painter.end()


class DotStepper(AnswerField):
    def __init__(self, tokens: Tokens, name: str, limit: int, *, large: bool) -> None:
        super().__init__()
        self._dots = Dots(tokens, limit, LARGER if large else 1.0)
        if limit > SHOWN:
            self._dots.hide()
        self._figure = label("0", "letter")
        self._figure.setMinimumWidth(30)
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less, self.more = self._verb("−", -1, large), self._verb("+", 1, large)
        self.less.setAccessibleName(tr("One dot less for {name}", name=name))
        self.more.setAccessibleName(tr("One dot more for {name}", name=name))
        self.setAccessibleName(name)
        line = QHBoxLayout()
        line.setSpacing(10)
        for part in (self.less, self._figure, self.more):
            line.addWidget(part)
        layout = column(self, spacing=8)
        layout.addLayout(line)
        layout.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_value(self, value: int | None) -> None:
        self._figure.setText(str(value or 0))
        self._dots.show_given(value or 0)

    def _verb(self, sign: str, by: int, large: bool) -> QPushButton:
        step_button = button(sign, partial(self._press, by), "step-large" if large else "step")
        step_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has the keys; Tab goes from row to row
        return step_button

    def _press(self, by: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.adds.emit(by)
