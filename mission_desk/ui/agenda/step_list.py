"""The steps of the rail in a column: rows that follow the document, and the line that shows where a dragged
one would go."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mission_desk.ui.agenda.step_row import Shown, StepRow
from mission_desk.ui.look import theme
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import set_look


class StepList(QWidget):
    """`asks(place, what)` as the rows do; `moves(place, to)` after a drag, both places from 0;
    `reached(y)` while one goes on, and where the keys go; `menu(place, point on screen)`."""

    asks = Signal(int, str)
    reached = Signal(int)
    moves = Signal(int, int)
    menu = Signal(int, QPoint)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self.rows: list[StepRow] = []
        self._column: QVBoxLayout = column(self, spacing=0)
        self._column.addStretch(1)
        self._line = QFrame(self)
        set_look(self._line, "drop-line")
        self._line.hide()

    def show_steps(self, shown: list[Shown]) -> None:
        while len(self.rows) < len(shown):
            self._add_row()
        while len(self.rows) > len(shown):
            gone = self.rows.pop()
            gone.hide()
            gone.deleteLater()
        for row, words in zip(self.rows, shown, strict=True):
            row.show_step(words)

    def _add_row(self) -> None:
        row, place = StepRow(self._tokens), len(self.rows)
        row.asks.connect(partial(self._ask, place))
        row.dragged.connect(self._show_line)
        row.dropped.connect(partial(self._drop, place))
        row.given_up.connect(self._line.hide)
        row.customContextMenuRequested.connect(lambda at: self.menu.emit(place, row.mapToGlobal(at)))
        self.rows.append(row)
        self._column.insertWidget(place, row)

    def _ask(self, place: int, what: str) -> None:
        if what in ("above", "below"):
            to = place + (1 if what == "below" else -1)
            if 0 <= to < len(self.rows):
                self.give_keys(to)
            return
        self.asks.emit(place, what)

    def give_keys(self, place: int) -> None:
        """To the row at this place, and bring it into sight; on a low screen it may lie below the edge."""
        self.rows[place].setFocus()
        self.reached.emit(self.rows[place].geometry().center().y())

    # dragging

    def gap_at(self, y: int) -> int:
        """Which gap between the rows a height means, from 0 above the first."""
        return sum(row.geometry().center().y() < y for row in self.rows)

    def _show_line(self, y: int) -> None:
        gap = self.gap_at(y)
        at = self.rows[gap].y() if gap < len(self.rows) else self.rows[-1].geometry().bottom() + 1
        self._line.setGeometry(theme.UNIT, max(0, at - 2), self.width() - 2 * theme.UNIT, theme.UNIT)
        self._line.show()
        self._line.raise_()
        self.reached.emit(y)

    def _drop(self, place: int, y: int) -> None:
        self._line.hide()
        gap = self.gap_at(y)
        to = gap - 1 if gap > place else gap
        if to != place:
            self.moves.emit(place, to)
