"""All fields of one guideline, opened under its row. Enter and Tab go to the next field, and after the last
one to the next guideline, so that somebody can type while people talk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan import roadmap
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts import dates
from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.cards import row
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labelled import labelled
from mission_desk.ui.parts.labels import set_look, set_tip
from mission_desk.ui.parts.parsed_field import ParsedField
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

FIRST, LAST = "role", "due"
# field: line, column and columns wide, of twelve
PLACES = {
    "role": (0, 0, 3), "text": (0, 3, 9),
    "measure": (1, 0, 6), "start": (1, 6, 3), "goal": (1, 9, 3),
    "data": (2, 0, 6), "evaluation": (2, 6, 6),
    "owner": (3, 0, 3), "due": (3, 3, 3),
}  # fmt: skip
WRITE = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class GuidelineEditor(QFrame):
    """`goes(by)` past the last field or before the first; `done`."""

    goes = Signal(int)
    done = Signal()

    def __init__(self, place: Workplace, near: Callable[[], date]) -> None:
        super().__init__()
        set_look(self, "table-open")
        self._unwritten, self._doc = place.unwritten, place.doc
        self.guideline = 0
        due = ParsedField(
            lambda text: read_due(text, near()), dates.show_day, dates.move_day, tr("e.g. 31 Jan")
        )
        self.fields: dict[str, LineField | ParsedField] = {
            "role": LineField(tr("e.g. Agent")),
            "text": LineField(tr("e.g. Stay on the line until it works"), "serif"),
            "measure": LineField(tr("e.g. first-contact resolution")),
            "start": LineField(tr("e.g. 61 %")),
            "goal": LineField(tr("e.g. 80 %")),
            "data": LineField(tr("What do we have to count that nobody counts today?")),
            "evaluation": LineField(tr("What are people judged by from now on?")),
            "owner": LineField(tr("Who looks after it?")),
            "due": due,
        }
        for field in self.fields.values():
            field.installEventFilter(self)
        self._lay_out(place)

    def _lay_out(self, place: Workplace) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 4 * UNIT)
        grid.setHorizontalSpacing(3 * UNIT)
        grid.setVerticalSpacing(2 * UNIT)
        names = field_names()
        for number in range(12):
            grid.setColumnStretch(number, 1)
        for name, (line, at, wide) in PLACES.items():
            self.fields[name].setMinimumWidth(UNIT)
            grid.addWidget(labelled(names[name], self.fields[name]), line, at, 1, wide)
        grid.addWidget(self._buttons(place), 3, 6, 1, 6, Qt.AlignmentFlag.AlignBottom)

    def _buttons(self, place: Workplace) -> QWidget:
        button_row = QWidget()
        up, down = (
            action_button(place.commands.action(key), "small") for key in ("guideline.up", "guideline.down")
        )
        for each, arrow in ((up, "↑"), (down, "↓")):
            each.setAccessibleName(each.text())
            each.setText(arrow)
        remove = button(tr("Delete"), partial(place.commands.run, "guideline.remove"), "small")
        close = button(tr("Done"), self.done.emit, "small")
        set_tip(close, tr("Esc"))
        line = row(up, down, remove, close, stretch=0)
        for each in (up, down, remove, close):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab belongs to the cells; each has its key
        button_row.setLayout(line)
        return button_row

    def show_guideline(self, row: Guideline) -> None:
        if row.id != self.guideline:
            self.hand_on()
            self.guideline = row.id
        for name, field in self.fields.items():
            self._show_field(row, name, field)

    def _show_field(self, row: Guideline, name: str, field: LineField | ParsedField) -> None:
        place, write = f"guideline.{row.id}.{name}", partial(self._write, row.id, name)
        if isinstance(field, ParsedField):
            field.value_to(self._unwritten, place, write)
            field.show_value(getattr(row, name))
        else:
            field.write_to(self._unwritten, place, write)
            field.show_text(getattr(row, name))

    def take_focus(self, name: str) -> None:
        field = self.fields[name]
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.end(False)

    def hand_on(self) -> None:
        """Hand on what is half typed to the guideline it was typed for."""
        for field in self.fields.values():
            field.hand_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
            return True
        by = WRITE.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._go(watched, by)
        return True

    def _go(self, watched: QObject, by: int) -> None:
        names = list(PLACES)
        here = next(name for name in names if self.fields[name] is watched)
        self.fields[here].hand_on()
        to = names.index(here) + by
        if 0 <= to < len(names):
            self.take_focus(names[to])
        else:
            self.goes.emit(by)

    def _write(self, guideline: int, name: str, text: str) -> None:
        roadmap.edit_guideline(self._doc, guideline, source=self, **{name: text})


def read_due(text: str, near: date) -> str:
    """An ISO day where it is one; other words ("after the summer") are kept as they are."""
    day = dates.read_day(text, near)
    return text.strip() if day is None else day


def field_names() -> dict[str, str]:
    return {
        "role": tr("Role"), "text": tr("Guideline"), "measure": tr("Measure (KPI)"), "start": tr("From"),
        "goal": tr("To"), "data": tr("New data needed"), "evaluation": tr("Evaluation"), "owner": tr("Owner"),
        "due": tr("Due"),
    }  # fmt: skip
