"""The rail at the left: all steps, the open one marked, any of them a click away; below it the note for the
facilitator."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mission_desk.core import agenda
from mission_desk.core.document import Changes
from mission_desk.ui import theme
from mission_desk.ui.agenda.step_row import StepRow
from mission_desk.ui.parts.cards import Card, column, scrolled
from mission_desk.ui.parts.labels import label, look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class Rail(QFrame):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        look(self, "rail")
        self.setFixedWidth(theme.RAIL_WIDTH)
        self._place, self._doc = place, place.doc
        layout = column(self, (8, 12, 8, 12), 8)
        self._head = label("", "section")
        self._head.setContentsMargins(12, 0, 0, 0)
        layout.addWidget(self._head)
        self._steps = QWidget()
        self._column: QVBoxLayout = column(self._steps, spacing=0)
        self._column.addStretch(1)
        self._scroll = scrolled(self._steps)
        layout.addWidget(self._scroll, 1)
        self._to_open_step = QTimer(self, singleShot=True, interval=0)  # once the rows have their places
        self._to_open_step.timeout.connect(self._reveal)
        self._rows: list[StepRow] = []
        self._now: StepRow | None = None
        self._note = Card(spacing=2)
        self._note.column.addWidget(label(tr("Facilitator note"), "section"))
        self._note_text = label("", "tiny", wrap=True)
        self._note.column.addWidget(self._note_text)
        layout.addWidget(self._note)
        place.commands.on("step.next", lambda: self._go(1))
        place.commands.on("step.back", lambda: self._go(-1))
        self._show()

    def follow(self, changes: Changes) -> None:
        if changes.touches("step", "workshop") or changes.name.startswith("session."):
            self._show()

    def _go(self, by: int) -> None:
        self._turn_to(agenda.neighbour(self._doc, by).id)

    def _show(self) -> None:
        steps = agenda.steps(self._doc)
        now = agenda.current_step(self._doc)
        self._fit_rows(len(steps))
        for row, step in zip(self._rows, steps, strict=True):
            done = agenda.is_done(self._doc, step)
            if step.id == now.id:
                self._now = row
            state = "now" if step.id == now.id else "done" if done else "later"
            row.show_step(step.rank + 1, step.title, tr("{n} min", n=step.minutes), state)
        start = agenda.time_of_day(agenda.planned_end(self._doc) - sum(step.minutes for step in steps))
        end = agenda.time_of_day(agenda.planned_end(self._doc))
        self._head.setText(tr("Agenda · {start}–{end}", start=start, end=end))
        self._note_text.setText(now.note)
        self._note.setVisible(bool(now.note))
        self._to_open_step.start()

    def _reveal(self) -> None:
        """On a low screen the open step may lie below the edge."""
        if self._now is not None:
            self._scroll.ensureWidgetVisible(self._now, 0, theme.UNIT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._to_open_step.start()

    def _fit_rows(self, count: int) -> None:
        while len(self._rows) < count:
            row = StepRow(self._place.tokens)
            number = len(self._rows)
            row.pressed.connect(lambda number=number: self._open(number))
            self._rows.append(row)
            self._column.insertWidget(number, row)
        while len(self._rows) > count:
            self._rows.pop().deleteLater()

    def _open(self, number: int) -> None:
        self._turn_to(agenda.steps(self._doc)[number].id)

    def _turn_to(self, step: int) -> None:
        starts = self._place.preferences.on("clock.starts")
        agenda.open_step(self._doc, step, starts=starts)
