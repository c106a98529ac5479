"""One option on a ballot: its words, its dots, and the keys that give them. Larger in the booth."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mission_desk.ui.guard import guarded
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.labels import label, look
from mission_desk.ui.theme import Tokens
from mission_desk.words import tr, trn

DOT, GAP = 16, 6  # px
LARGER = 1.5  # in the booth, where one stands before the laptop


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


class OptionRow(QFrame):
    """Focus it and press a digit, + or −; up and down go to the neighbours, Enter is `entered`."""

    gives = Signal(int)  # so many dots
    adds = Signal(int)  # 1 or -1
    steps = Signal(int)  # 1 for the option below, -1 for the one above
    entered = Signal()

    def __init__(self, tokens: Tokens, name: str, text: str, limit: int, *, large: bool = False) -> None:
        super().__init__()
        look(self, "option")
        self.name, self._text = name, text
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scale = LARGER if large else 1.0
        self._dots = Dots(tokens, limit, scale)
        if limit > 6:  # they would push the words away; the figure says it
            self._dots.hide()
        self._figure = label("0", "letter")
        self.less, self.more = self._verb("−", -1, large), self._verb("+", 1, large)
        self.less.setAccessibleName(tr("One dot less for {name}", name=name))
        self.more.setAccessibleName(tr("One dot more for {name}", name=name))
        self._build(name, text, large)
        self.show_count(0)

    def _build(self, name: str, text: str, large: bool) -> None:
        layout = QHBoxLayout(self)
        side, edge = (28, 20) if large else (18, 12)
        layout.setContentsMargins(side, edge, side, edge)
        layout.setSpacing(side - 8)
        letter = label(name, "letter")
        letter.setMinimumWidth(34)
        words = label(text, "statement" if large else "serif", wrap=True)
        layout.addWidget(letter)
        layout.addWidget(words, 1)
        giving = QHBoxLayout()
        giving.setSpacing(10)
        for part in (self.less, self._figure, self.more):
            giving.addWidget(part)
        self._figure.setMinimumWidth(30)
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(giving)
        right.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(right)

    def show_count(self, count: int) -> None:
        self._figure.setText(str(count))
        self._dots.show_given(count)
        self.setAccessibleName(f"{self.name}: {self._text}, {trn('{n} dot', '{n} dots', count)}")

    def _verb(self, sign: str, by: int, large: bool) -> QPushButton:
        found = button(sign, lambda: self.adds.emit(by), "step-large" if large else "step")
        found.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has the keys; Tab goes from row to row
        return found

    def focusInEvent(self, event: QFocusEvent) -> None:
        look(self, "option-on")
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        look(self, "option")
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if text.isascii() and text.isdigit():
            self.gives.emit(int(text))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Right, Qt.Key.Key_Minus, Qt.Key.Key_Left):
            self.adds.emit(1 if key in (Qt.Key.Key_Plus, Qt.Key.Key_Right) else -1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.steps.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # a key held down must not fill in the ballots of everybody
                self.entered.emit()
        else:
            super().keyPressEvent(event)
