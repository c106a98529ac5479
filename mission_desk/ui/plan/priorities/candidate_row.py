"""One candidate: ticked for the vote, taken up, with its dots and what became of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mission_desk.core.file.closed_sets import STYLES, one_of
from mission_desk.core.plan.candidates import Candidate
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import UNIT, Tokens
from mission_desk.ui.parts.cards import PressCard, column, row
from mission_desk.ui.parts.checkbox import Checkbox
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.parts.style_mark import StyleMark
from mission_desk.words import tr, trn

MOST_DOTS = 5  # drawn; more are a number
SIZE, APART = 6, 9  # px


class Dots(QWidget):
    def __init__(self, tokens: Tokens, dots: int) -> None:
        super().__init__()
        self._tokens, self._dots = tokens, min(dots, MOST_DOTS)
        self.setFixedSize(QSize(self._dots * APART, SIZE + 4))

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.ink))
        for number in range(self._dots):
            painter.drawEllipse(QRectF(number * APART, 2, SIZE, SIZE))
        painter.end()


class CandidateRow(PressCard):
    """`ticked(on)` by Space or the box, `taken` by Enter or the words, `voted` by V, `went(by)` by the arrow
    keys."""

    ticked = Signal(bool)
    taken = Signal()
    voted = Signal()
    went = Signal(int)

    def __init__(self, tokens: Tokens, candidate: Candidate, became: str, *, on: bool) -> None:
        """`became` says what it is already, empty for nothing."""
        super().__init__("press-line", (UNIT, UNIT, UNIT, UNIT), 0)
        self.candidate = candidate
        self.setAccessibleName(candidate.words)
        self.box = Checkbox(tokens)
        self.box.setChecked(on)
        self.box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.box.setAccessibleName(tr("Vote on it"))
        self.box.toggled.connect(self.ticked)
        words = QWidget()
        set_look(words, "clear")
        inner = column(words, spacing=0)
        inner.addWidget(label(candidate.words, "", wrap=True))
        inner.addLayout(self._below(tokens, became))
        line = row(self.box, words, spacing=2 * UNIT)
        if style := one_of(STYLES, candidate.style):
            line.addWidget(StyleMark(tokens, style, 5 * UNIT))
        line.setStretch(1, 1)
        self.column.addLayout(line)
        self.pressed.connect(self.taken)

    def _below(self, tokens: Tokens, became: str) -> QHBoxLayout:
        candidate = self.candidate
        where = candidate.board
        if candidate.kind == "cluster":
            where = trn("{n} note", "{n} notes", candidate.notes)
        more = label(str(candidate.dots) if candidate.dots > MOST_DOTS else "", "tiny")
        state = label(became, "warn-tiny" if became == wants_in() else "good-tiny")
        return row(label(where, "tiny"), state, Dots(tokens, candidate.dots), more, spacing=UNIT, stretch=2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Space:
            self.box.toggle()
        elif event.text().casefold() == "v":
            self.voted.emit()
        elif step is not None:
            self.went.emit(step)
        else:
            super().keyPressEvent(event)


def wants_in() -> str:
    return tr("wants in")
