"""One priority: its number, its words, and in words what is missing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent

from mission_desk.core.file.closed_sets import Side
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.plan import priorities
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.fields import AreaField
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class PriorityField(AreaField):
    """`entered` when the writing starts here, `left` when it ends."""

    entered = Signal()
    left = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class PriorityCard(Card):
    def __init__(self, side: Side, place: int) -> None:
        super().__init__("press", (4 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT), 0)
        self._side, self._number = side, place + 1
        self.field = PriorityField(hints(side)[place], "big", lines=2, most=5)
        self.field.setAccessibleName(self._name())
        figure = label(str(self._number), "name")
        figure.setAlignment(Qt.AlignmentFlag.AlignTop)
        figure.setContentsMargins(0, 3 * UNIT, 0, 0)
        figure.setFixedWidth(3 * UNIT)
        self.column.addLayout(row(figure, self.field, spacing=UNIT))
        self._gap = label("", "warn-tiny", wrap=True)
        self._gap.setContentsMargins(8 * UNIT - 1, 0, 0, 0)
        self.column.addWidget(self._gap)
        self._has_gap = False
        self.field.entered.connect(self._wear)
        self.field.left.connect(self._wear)

    def show_priority(self, place: Workplace, priority: Priority, *, gap: bool) -> None:
        write = partial(priorities.write_priority, place.doc, priority.id, source=self)
        self.field.write_to(place.unwritten, f"priority.{priority.id}", write)
        self.field.show_text(priority.text)
        self._has_gap = gap
        self._wear()
        of_team = self._side == "team"
        words = tr("linked to no company priority yet") if of_team else tr("none of ours serves it yet")
        self._gap.setText(words if gap else " ")

    def _wear(self) -> None:
        set_look(self, "press-on" if self.field.hasFocus() else "field-warn" if self._has_gap else "press")

    def handle_words(self) -> str:
        of_team = self._side == "team"
        return (
            tr("Link ours, {n}", n=self._number) if of_team else tr("Link the company's, {n}", n=self._number)
        )

    def _name(self) -> str:
        of_team = self._side == "team"
        return (
            tr("Our priority {n}", n=self._number) if of_team else tr("Company priority {n}", n=self._number)
        )


def hints(side: Side) -> tuple[str, str, str]:
    if side == "team":
        return (
            tr("e.g. solved in one contact, 8 of 10 times"),
            tr("e.g. every contact sounds like us"),
            tr("e.g. collect what customers tell us"),
        )
    return (
        tr("e.g. keep customers ten years, not two"),
        tr("e.g. win the small shops in the south"),
        tr("e.g. launch the tablet till on time"),
    )
