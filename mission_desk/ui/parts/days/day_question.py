"""Which day is meant, asked below a field: one button for each day that fits. The keys stay in the field."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.dates import day_or_none
from mission_desk.ui.parts.labels import label, read_aloud, set_look
from mission_desk.words import tr
from mission_desk.written import full_day

MARGINS = (2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)


class DayQuestion(Card):
    """`answered(day)` carries the ISO day. It lies over what is below the field, so that nothing moves under
    the mouse."""

    answered = Signal(str)

    def __init__(self, field: QWidget) -> None:
        super().__init__(margins=MARGINS)
        self._field = field
        self.days: list[str] = []
        self.buttons: list[QPushButton] = []
        self._marked = 0
        self._words = label("")
        self._row = row(spacing=2 * UNIT)
        self.column.addWidget(self._words)
        self.column.addLayout(self._row)
        # Without it a click gives the keys to the page below. Before the proxy is set, because Qt hands a
        # policy on to the proxy, and Tab would pass the field by.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(field)
        field.destroyed.connect(self.deleteLater)
        self.hide()

    def ask(self, typed: str, days: Sequence[str]) -> None:
        self._words.setText(tr("Which day is {typed}?", typed=typed))
        self._fill(list(days))
        ground = _ground(self._field)
        self.setParent(ground)
        self.mark(0)
        self.adjustSize()
        self.move(self._spot(ground))
        self.show()
        self.raise_()
        read_aloud(self, " ".join((self._words.text(), *(each.text() for each in self.buttons))))

    def _fill(self, days: list[str]) -> None:
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.days = days
        self.buttons = [button(_written(day), partial(self.answered.emit, day)) for day in days]
        for each in self.buttons:
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # leaving the field would close the row it stands in
            self._row.addWidget(each)

    def mark(self, by: int) -> None:
        """Move the mark: what Enter takes. By 0 it stands on the day in the machine's order."""
        self._marked = (self._marked + by) % len(self.days) if by else 0
        for place, each in enumerate(self.buttons):
            set_look(each, "filled" if place == self._marked else "")

    def take_marked(self) -> None:
        self.answered.emit(self.days[self._marked])

    def _spot(self, ground: QWidget) -> QPoint:
        """Below the field, or above it where the page ends."""
        below = self._field.mapTo(ground, QPoint(0, self._field.height() + UNIT // 2))
        if below.y() + self.height() > ground.height():
            below.setY(self._field.mapTo(ground, QPoint(0, 0)).y() - self.height() - UNIT // 2)
        return QPoint(max(min(below.x(), ground.width() - self.width()), 0), below.y())


def _written(day: str) -> str:
    at = day_or_none(day)
    return full_day(at) if at else day


def _ground(field: QWidget) -> QWidget:
    """What scrolls with the field, else its window."""
    ground = field
    while (above := ground.parentWidget()) is not None:
        if isinstance(above.parentWidget(), QScrollArea):
            return ground
        ground = above
    return ground
