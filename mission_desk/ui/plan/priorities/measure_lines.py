"""The measure of a priority, in two lines: what is counted; from where to where, which way, by when."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.closed_sets import Direction
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.plan import priorities
from mission_desk.core.plan.measures import bar_ends, from_to
from mission_desk.core.room import scene
from mission_desk.language.sensor.plan_hints import counts_activity
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.days.day_field import DayField
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.plan.priorities.measure_bar import MeasureBar
from mission_desk.ui.plan.priorities.writing import Writing
from mission_desk.words import tr

ARROWS: dict[Direction, str] = {"up": "↑", "down": "↓", "hold": "="}
NEXT: dict[Direction, Direction] = {"up": "down", "down": "hold", "hold": "up"}
NUMBER_WIDTH, UNIT_WIDTH, DAY_WIDTH = 20 * UNIT, 20 * UNIT, 40 * UNIT  # px


class Summary(QWidget):
    """The measure in one line. Shift+Tab comes to it from behind, where its fields are folded; without it
    Shift+Tab would pass them all."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class MeasureLines(QWidget):
    """`bar` draws how far it is."""

    def __init__(self, writing: Writing, *, bar: bool) -> None:
        super().__init__()
        set_look(self, "clear")
        self._writing, self._doc = writing, writing.place.doc
        self._priority, self._direction = 0, "up"
        self.name = writing.field(tr("Measure"), tr("Measured by …"), "plan-text")
        self.start = _line(tr("Today"), tr("now"), NUMBER_WIDTH)
        self.goal = _line(tr("Goal"), tr("goal"), NUMBER_WIDTH)
        self.unit = _line(tr("Unit"), tr("unit"), UNIT_WIDTH)
        self.way = button(ARROWS["up"], self._turn, "small-quiet")
        self.way.setFixedWidth(7 * UNIT)
        self.due = DayField(self._near, tr("by when"), "plan-line", other_words=True)
        self.due.setAccessibleName(tr("By when"))
        self.due.setMaximumWidth(DAY_WIDTH)
        self._hint = label("", "tiny", wrap=True)
        self._words, self._numbers = label("", "", wrap=True), label("", "strong", wrap=True)
        self._bar = MeasureBar(writing.place.tokens) if bar else None
        self.summary, self._open = Summary(), QWidget()
        self.summary.setAccessibleName(tr("Measure"))
        self.summary.entered.connect(self._open_from_behind)
        self._build()
        self.set_open(False)

    def _build(self) -> None:
        set_look(self.summary, "clear")
        set_look(self._open, "clear")
        numbers = (self.start, label("→", "quiet"), self.goal, self.unit, self.way)
        inside = column(self._open, spacing=0)
        inside.addWidget(self.name)
        inside.addLayout(row(*numbers, spacing=UNIT // 2, stretch=len(numbers)))
        inside.addLayout(row(label(tr("by"), "quiet"), self.due, spacing=UNIT, stretch=2))
        line = row(self._words, self._numbers, spacing=2 * UNIT)
        line.setContentsMargins(UNIT + 2, UNIT, 0, 0)
        line.setStretch(0, 1)
        self.summary.setLayout(line)
        layout = column(self, spacing=0)
        for part in (self.summary, self._open, self._hint):
            layout.addWidget(part)
        if self._bar is not None:
            line = row(self._bar)
            line.setContentsMargins(UNIT + 2, 0, 0, 0)
            layout.addLayout(line)

    def set_open(self, open_now: bool) -> None:
        """Open, it is written in; closed, it says what was written in one line."""
        self._open.setVisible(open_now)
        self.summary.setVisible(not open_now)

    def _open_from_behind(self) -> None:
        """The field takes the keys before the line is hidden: Qt would hand them to the next card."""
        self._open.setVisible(True)
        self.due.setFocus(Qt.FocusReason.BacktabFocusReason)
        self.set_open(True)

    def show_measure(self, priority: Priority) -> None:
        self._priority, self._direction = priority.id, priority.direction
        self._writing.bind(self.name, self._place("measure"), self._write("measure"), priority.measure)
        for name, field in (("start", self.start), ("goal", self.goal), ("unit", self.unit)):
            field.write_to(self._writing.place.unwritten, self._place(name), self._write(name))
            field.show_text(getattr(priority, name))
        self.due.value_to(self._writing.place.unwritten, self._place("due"), self._write("due"))
        self.due.show_value(priority.due)
        self.way.setText(ARROWS[priority.direction])
        words = direction_words()[priority.direction]
        self.way.setAccessibleName(words)
        set_tip(self.way, words)
        self._words.setText(priority.measure.strip() or tr("Measured by …"))
        set_look(self._words, "quiet")
        self._numbers.setText(from_to(priority))
        if self._bar is not None:
            self._bar.show_ends(bar_ends(priority))
        self._show_hint(priority.measure)

    def _show_hint(self, measure: str) -> None:
        """A quiet hint: nobody is stopped from counting calls."""
        activity = counts_activity(measure, scene.workshop(self._doc).language)
        self._hint.setText(tr("This counts what we do. What would the customer notice?") if activity else "")
        self._hint.setVisible(activity)

    def _place(self, name: str) -> str:
        return f"priority.{self._priority}.{name}"

    def _write(self, name: str) -> partial[None]:
        return partial(write_words, self._writing, self._priority, name)

    def _turn(self) -> None:
        turned = NEXT[self._direction]  # type: ignore[index]
        priorities.set_direction(self._doc, self._priority, turned, source=self)

    def _near(self) -> date:
        day = scene.workshop(self._doc).day
        return date.fromisoformat(day) if day else date.today()


def write_words(writing: Writing, priority: int, name: str, text: str) -> None:
    priorities.edit_priority(writing.place.doc, priority, source=writing, **{name: text})


def direction_words() -> dict[Direction, str]:
    return {
        "up": tr("More is better"),
        "down": tr("Less is better"),
        "hold": tr("It shall stay as it is"),
    }


def _line(name: str, hint: str, width: int) -> LineField:
    field = LineField(hint, "plan-line")
    field.setAccessibleName(name)
    field.setMaximumWidth(width)
    return field
