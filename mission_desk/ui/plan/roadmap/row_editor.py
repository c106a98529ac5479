"""The open row: all fields of one guideline where its words stood. Tab goes to the next field, Enter to the
next row, Escape closes it; there is nothing to save."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from mission_desk.core.file.closed_sets import GuidelineState
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan import roadmap
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.days.day_field import DayField
from mission_desk.ui.parts.fields import AreaField
from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.parts.parsed_field import ParsedField
from mission_desk.ui.parts.sensed.sensed_field import SensedField
from mission_desk.ui.parts.sensed.sensing import Sensing
from mission_desk.ui.plan.roadmap.columns import PAD, Column, columns, folded
from mission_desk.ui.plan.roadmap.row_fields import ORDER, Field, RowFields, settled_height
from mission_desk.ui.plan.roadmap.row_foot import RowFoot
from mission_desk.ui.workplace import Workplace

FIRST, LAST = ORDER[0], ORDER[-1]
TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
IN_TWO = 620  # px of the table below which the second line becomes two
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# The column in which each group of fields stands, and a second line of groups where columns have folded.
SECOND = {"measure": 2, "data": 2, "evaluation": 2, "owner": 1, "due": 1}  # their shares of it


class RowEditor(QFrame):
    """`goes(by, field)` to another row: by Enter to the same field, by Tab past the last one; `closes`;
    `resized` when a field has grown."""

    goes = Signal(int, str)
    closes = Signal()
    resized = Signal()

    def __init__(self, place: Workplace, near: Callable[[], date]) -> None:
        super().__init__()
        set_look(self, "road-open")
        self._place, self._doc = place, place.doc
        self.guideline = 0
        self.sensing = Sensing(place.doc, self)
        self.rows = RowFields(place.tokens, self.sensing, near)
        self.fields = self.rows.fields
        self.foot = RowFoot(place, self.fields["text"])
        self.rows.state.chosen.connect(self._choose_state)
        self.rows.direction.pressed.connect(self._turn_direction)
        for field in self.fields.values():
            field.installEventFilter(self)
            if isinstance(field, SensedField):
                field.judged.connect(partial(self.foot.findings.show_finding, field))
                field.entered.connect(partial(self.foot.findings.attend, field))
        for group in self._groups():
            group.setParent(self)
            group.installEventFilter(self)

    def _groups(self) -> list[QWidget]:
        return [*self.rows.groups.values(), self.foot]

    # showing

    def show_guideline(self, row: Guideline, serves: int, hint: str) -> None:
        """`serves` is the number of its priority, 0 for none; `hint` what the sentence lacks."""
        if row.id != self.guideline:
            self.hand_on()
            self.guideline = row.id
            self.sensing.follow(None)
        for name, field in self.fields.items():
            self._show_field(row, name, field)
        self.rows.show_values(row)
        self.foot.show_row(row, serves, hint)

    def _show_field(self, row: Guideline, name: str, field: Field) -> None:
        place, write = f"guideline.{row.id}.{name}", partial(self._write, row.id, name)
        if isinstance(field, ParsedField):
            field.value_to(self._place.unwritten, place, write)
            field.show_value(getattr(row, name))
        else:
            field.write_to(self._place.unwritten, place, write)
            field.show_text(getattr(row, name))

    # places

    def height_at(self, width: int) -> int:
        return self._lay(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(self.width())

    def _lay(self, width: int) -> int:
        """Put each group of fields where its column stands; the height of all of them."""
        y = 2 * UNIT
        beside = [self._spot(column) for column in columns(width) if column.name in self.rows.groups]
        y += self._lay_line(beside, y) + UNIT
        for below in _lines_of(folded(width), width):
            y += self._lay_line(self._shared(below, width), y) + UNIT
        foot = self.foot.height_at(width - 2 * PAD)
        self.foot.setGeometry(PAD, y, width - 2 * PAD, foot)
        return y + foot + 2 * UNIT

    def _spot(self, column: Column) -> tuple[str, int, int]:
        """The sentence has the room of the priority's number as well, which stands in the foot."""
        wide = column.width + (40 if column.name == "text" else 12)
        return column.name, column.x - 6, wide

    def _shared(self, names: tuple[str, ...], width: int) -> list[tuple[str, int, int]]:
        room, x, spots = width - 2 * PAD - 2 * UNIT * (len(names) - 1), PAD - 6, []
        shares = sum(SECOND[name] for name in names)
        for name in names:
            wide = room * SECOND[name] // shares
            spots.append((name, x, wide))
            x += wide + 2 * UNIT
        return spots

    def _lay_line(self, spots: list[tuple[str, int, int]], y: int) -> int:
        highest = 0
        for name, x, width in spots:
            group = self.rows.groups[name]
            group.setGeometry(x, y, width, group.height())
            high = settled_height(group)
            group.setGeometry(x, y, width, high)
            highest = max(highest, high)
        return highest

    # keys

    def type_in_sentence(self, letter: str) -> None:
        sentence = self.fields["text"]
        if isinstance(sentence, AreaField):
            sentence.insertPlainText(letter)

    def take_focus(self, name: str) -> None:
        if self.fields[name].isHidden():
            name = self._in_sight()[-1]
        field = self.fields[name]
        field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(field, AreaField):
            field.moveCursor(field.textCursor().MoveOperation.End)
        else:
            field.end(False)

    def hand_on(self) -> None:
        """Hand on what is half typed to the guideline it was typed for."""
        for field in self.fields.values():
            field.hand_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return watched in self.fields.values() and self._take_key(watched, event)

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        name = next(name for name, field in self.fields.items() if field is watched)
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if key == Qt.Key.Key_Escape:
            self.closes.emit()
        elif key in (*TABS, *ENTER) and not self._may_leave(name, by_enter=key in ENTER):
            pass  # which day is meant is asked first
        elif key in TABS:
            self._tab(name, TABS[key])
        elif key in ENTER:
            up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.goes.emit(-1 if up else 1, name)
        elif key == Qt.Key.Key_Down and name == "text" and self.foot.offers.begin():
            pass
        else:
            return False
        return True

    def _may_leave(self, name: str, *, by_enter: bool) -> bool:
        field = self.fields[name]
        if isinstance(field, DayField):
            return field.may_leave(by_enter=by_enter)
        field.hand_on()
        return True

    def _tab(self, name: str, by: int) -> None:
        names = self._in_sight()
        to = names.index(name) + by
        if 0 <= to < len(names):
            self.take_focus(names[to])
        else:
            self.goes.emit(by, FIRST if by > 0 else LAST)

    def _in_sight(self) -> list[str]:
        return [each for each in ORDER if not self.fields[each].isHidden()]

    # doing

    def _write(self, guideline: int, name: str, text: str) -> None:
        roadmap.edit_guideline(self._doc, guideline, source=self, **{name: text})

    def _choose_state(self, state: GuidelineState) -> None:
        self._place.commands.attempt(
            lambda: roadmap.set_state(self._doc, [self.guideline], state, source=self)
        )
        if state == "dropped":
            self.take_focus("because")

    def _turn_direction(self) -> None:
        to = self.rows.next_direction()
        self._place.commands.attempt(
            lambda: roadmap.set_measure_direction(self._doc, [self.guideline], to, source=self)
        )


def _lines_of(names: tuple[str, ...], width: int) -> list[tuple[str, ...]]:
    """The folded columns on as many lines as they need to stay wide enough to type in."""
    if not names:
        return []
    if width >= IN_TWO:
        return [names]
    return [names[: len(names) // 2], names[len(names) // 2 :]]
