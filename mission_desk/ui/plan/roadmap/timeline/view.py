"""The same guidelines on the line of the year. Dates are dragged, moved by keys, or typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from mission_desk.core.plan import roadmap
from mission_desk.ui.parts import dates
from mission_desk.ui.parts.cards import Card, column, row, scrolled
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.days.day_field import DayField
from mission_desk.ui.parts.labels import label
from mission_desk.ui.plan.roadmap.timeline.body import Shown, TimelineBody, TimelineHead, Tray
from mission_desk.ui.plan.roadmap.timeline.lines import timeline
from mission_desk.ui.plan.roadmap.timeline.time_scale import Zoom
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -100_000, Qt.Key.Key_End: 100_000}
DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class TimelineView(QWidget):
    """`opens(row)` to write in it."""

    opens = Signal(int)

    def __init__(self, place: Workplace, start: Callable[[], date], today: Callable[[], date]) -> None:
        super().__init__()
        self._place, self._doc = place, place.doc
        self._start, self._today = start, today
        self.now: int | None = None
        self._was: date | None = None
        self._to: date | None = None
        self.body = TimelineBody(place.tokens)
        self.head = TimelineHead(place.tokens, self.body)
        self.tray = Tray(place.tokens, self.body)
        self.zoom: Choice[Zoom] = Choice(
            (("year", tr("Year")), ("half", tr("Half")), ("quarter", tr("Quarter"))),
            tr("How much of the year"),
        )
        self.zoom.show_choice("year")
        self.field = DayField(start, tr("e.g. 31 Jan"), other_words=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Guidelines along the year"))
        self._build()
        self._connect()

    def _build(self) -> None:
        layout = column(self, spacing=8)
        card = Card("card", (1, 1, 1, 1), 0)
        self.area = scrolled(self.body)
        card.column.addWidget(self.head)
        card.column.addWidget(self.area, 1)
        self.field.setFixedWidth(150)
        self.field.hide()
        keys = tr("↑ ↓ guideline · ← → a day · Shift a week · D types a date · Enter writes")
        layout.addWidget(card, 1)
        layout.addWidget(self.tray)
        layout.addLayout(row(self.zoom, self.field, label(keys, "tiny"), stretch=2))

    def _connect(self) -> None:
        self.zoom.chosen.connect(lambda _zoom: self.show_all())
        self.body.offers.connect(lambda guideline, day: self._date(guideline, day))
        for each in (self.body, self.tray):
            each.picked.connect(self.stand_on)
            each.drags.connect(self._drag)
            each.drops.connect(self._drop)
            each.opens.connect(self.opens)
        self.field.installEventFilter(self)

    # showing

    def show_all(self) -> None:
        plan = timeline(self._doc, self._today())
        rows = {each.id: each for each in plan.rows()}
        if self.now not in rows:
            self.now, self._was, self._to = None, None, None
        shown = Shown(
            plan, self._start(), self._today(), self.zoom.choice() or "year", self.now, self._was, self._to
        )
        for each in (self.head, self.body, self.tray):
            each.show_all(shown)
        self.tray.setVisible(bool(plan.undated))
        now = rows.get(self.now or 0)
        self.setAccessibleDescription(f"{now.role}: {now.text} {dates.show_day(now.due)}" if now else "")

    def rows(self) -> list[int]:
        return [each.id for each in timeline(self._doc, self._today()).rows()]

    def stand_on(self, guideline: int) -> None:
        if guideline != self.now:
            self.now, self._was, self._to = guideline, None, None
        self.setFocus()
        self.show_all()
        box = self.body.box_of(guideline)
        if box is not None:
            self.area.ensureVisible(0, round(box.center().y()), 0, 60)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        rows = self.rows()
        if self.now is None and rows:
            self.now = rows[0]
        self.show_all()

    # dates

    def _due(self) -> date | None:
        row = next((each for each in roadmap.guidelines(self._doc) if each.id == self.now), None)
        return roadmap.due_date(row) if row is not None else None

    def _date(self, guideline: int, day: date) -> None:
        """Moves of one run are one step of Undo: they write the same field."""
        self._place.commands.attempt(
            lambda: roadmap.edit_guideline(self._doc, guideline, source=self, due=day.isoformat())
        )

    def _drag(self, guideline: int, day: date | None) -> None:
        self.now = guideline
        if self._was is None:
            self._was = self._due() or day
        self._to = day
        self.show_all()

    def _drop(self, guideline: int) -> None:
        to, self._was, self._to = self._to, None, None
        if to is not None:
            self._date(guideline, to)
        self.show_all()

    def _step(self, by: int) -> None:
        """Without a date, the first step gives it today."""
        due = self._due()
        if self.now is None:
            return
        if self._was is None:
            self._was = due
        self._date(self.now, due + timedelta(by) if due is not None else self._today())
        self.show_all()

    def _put_back(self) -> bool:
        """The date from before it began to move; False where nothing does."""
        was, dragged = self._was, self._to is not None
        if was is None:
            return False
        self.body.give_up()
        self.tray.give_up()
        self._was = self._to = None
        if not dragged and self.now is not None:
            self._date(self.now, was)
        self.show_all()
        return True

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in STEPS:
            self._walk(STEPS[key])
        elif key in DAYS:
            self._step(DAYS[key] * (7 if shift else 1))
        elif key == Qt.Key.Key_D:
            self.type_date()
        elif key in ENTER and self.now is not None:
            self.opens.emit(self.now)
        elif key == Qt.Key.Key_Escape and self._put_back():
            pass
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        rows = self.rows()
        if rows:
            at = rows.index(self.now) + by if self.now in rows else 0
            self.stand_on(rows[max(0, min(len(rows) - 1, at))])

    def type_date(self) -> None:
        """A field for the date of the guideline on which the keys stand."""
        if self.now is None:
            return
        now = next(each for each in roadmap.guidelines(self._doc) if each.id == self.now)
        write = partial(self._write, now.id)
        self.field.value_to(self._place.unwritten, f"guideline.{now.id}.due", write)
        self.field.show_value(now.due)
        self.field.setAccessibleName(tr("Due"))
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def _write(self, guideline: int, text: str) -> None:
        roadmap.edit_guideline(self._doc, guideline, source=self, due=text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Escape end the date's field, once it is clear which day is meant; the row behind it
        does not open."""
        ends = (*ENTER, Qt.Key.Key_Escape)
        is_end = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ends
        if is_end and isinstance(event, QKeyEvent) and self.field.may_leave(by_enter=event.key() in ENTER):
            self._leave_field()
        return is_end

    def _leave_field(self) -> None:
        self.field.hide()
        self.setFocus()
