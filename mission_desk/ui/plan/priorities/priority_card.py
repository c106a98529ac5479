"""One priority: its number, headline, reason and measure; of the company's also where service touches it and
how well that works today; and in words what is missing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.closed_sets import Side
from mission_desk.core.file.plan_rows import NOT_RATED, Priority
from mission_desk.core.plan import priorities
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.cards import Card, column, row
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.parts.sensed.sensed_field import SensedField
from mission_desk.ui.plan.priorities.measure_lines import MeasureLines, write_words
from mission_desk.ui.plan.priorities.writing import Writing
from mission_desk.words import tr


class PriorityCard(Card):
    def __init__(self, writing: Writing, side: Side, number: int) -> None:
        """`number` counts from 1."""
        super().__init__("card", (3 * UNIT, 2 * UNIT, 4 * UNIT, 2 * UNIT), 0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._writing, self.side, self.number = writing, side, number
        self._priority = 0
        self.touch: SensedField | None = None
        self.works: Choice[str] | None = None
        self._rating, self._rated = QWidget(self), label("")
        of_team = side == "team"
        self.field = writing.field(
            card_name(side, number), hints(side)[number - 1], "plan-head-large" if of_team else "plan-head"
        )
        self.why = writing.field(tr("Why"), tr("Why, in one sentence"), "plan-quiet")
        self.measure = MeasureLines(writing, bar=of_team)
        figure = label(str(number), "name")
        figure.setFixedWidth(4 * UNIT)
        figure.setAlignment(Qt.AlignmentFlag.AlignTop)
        figure.setContentsMargins(0, UNIT, 0, 0)
        head = row(figure, self.field, spacing=0)
        self.column.addLayout(head)
        for part in (self.why, *self._touching(), self.measure):
            self._indent(part)
        self._says = label("", "warn-tiny", wrap=True)
        self._indent(self._says)
        self.column.addStretch(1)
        self.set_open(False)

    def set_open(self, open_now: bool) -> None:
        """Open while one writes in it: then the measure and the rating have their fields."""
        self.measure.set_open(open_now)
        self._rating.setVisible(open_now and self.works is not None)
        self._rated.setVisible(not open_now and bool(self._rated.text()))

    def _touching(self) -> tuple[QWidget, ...]:
        """Where the company's priority and service meet: asked before ours are written."""
        if self.side == "team":
            return ()
        self.touch = self._writing.field(
            tr("Where service touches it"), tr("Where does service touch it?"), "plan-text"
        )
        marks = [(str(mark), str(mark)) for mark in range(priorities.BEST + 1)]
        self.works = Choice(marks, tr("How well does that work today?"))
        self.works.chosen.connect(self._rate)
        set_tip(self.works, tr("How well does that work today? 0 is not at all, 5 is well."))
        self._rating = QWidget()
        set_look(self._rating, "clear")
        rating = column(self._rating, (UNIT + 2, 0, 0, 0), 0)
        rating.addWidget(label(tr("How well does that work today?"), "tiny", wrap=True))
        rating.addLayout(row(self.works, stretch=1))
        self._rated = label("", "tiny")
        self._rated.setContentsMargins(UNIT + 2, 0, 0, 0)
        return self.touch, self._rating, self._rated

    def _indent(self, part: QWidget) -> None:
        line = row(part)
        line.setContentsMargins(4 * UNIT, 0, 0, 0)
        self.column.addLayout(line)

    def fields(self) -> list[QWidget]:
        """In the order of Tab."""
        touching = [self.touch] if self.touch is not None else []
        ratings = self.works.options() if self.works is not None else []
        m = self.measure
        return [
            self.field, self.why, *touching, *ratings,
            m.name, m.start, m.goal, m.unit, m.way, m.due, m.summary,
        ]  # fmt: skip

    def show_priority(self, priority: Priority, missing: str) -> None:
        """`missing` says which gap it has, empty for none."""
        self._priority = priority.id
        self._bind(self.field, "text", priority.text)
        self._bind(self.why, "why", priority.why)
        if self.touch is not None and self.works is not None:
            self._bind(self.touch, "touch", priority.touch)
            rated = priority.works != NOT_RATED
            self.works.show_choice(str(priority.works) if rated else "")
            words = tr("works today: {n} of {best}", n=priority.works, best=priorities.BEST)
            self._rated.setText(words if rated else "")
            self._rated.setVisible(rated and self._rating.isHidden())
        self.measure.show_measure(priority)
        self._says.setText(missing or _answer(priority))
        set_look(self._says, "warn-tiny" if missing else "tiny")
        self._says.setVisible(bool(self._says.text()))
        set_look(self, "card-gap" if missing else "card")

    def _bind(self, field: SensedField, name: str, text: str) -> None:
        write = partial(write_words, self._writing, self._priority, name)
        self._writing.bind(field, f"priority.{self._priority}.{name}", write, text)

    def _rate(self, mark: str) -> None:
        priorities.rate_service(self._writing.place.doc, self._priority, int(mark), source=self)


def _answer(priority: Priority) -> str:
    """The honest way out that somebody took."""
    why = priority.unlinked_because.strip()
    if not why:
        return ""
    if priority.side == "company":
        return tr("Not our job, because {why}", why=why)
    return tr("It stands alone, because {why}", why=why)


def card_name(side: Side, number: int) -> str:
    return tr("Our priority {n}", n=number) if side == "team" else tr("Company priority {n}", n=number)


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
