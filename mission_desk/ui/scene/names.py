"""Names for the seats, if people like: one line a seat; a pasted list fills the seats below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from mission_desk.core.room import people
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.style_mark import StyleMark
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

IN_LINE = 2


class NameField(LineField):
    """`pasted(lines)` where more than one line is pasted; Enter goes on to the next seat."""

    pasted = Signal(object)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            lines = [line.strip() for line in QApplication.clipboard().text().splitlines() if line.strip()]
            if len(lines) > 1:
                self.pasted.emit(lines)
                return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hand_on()
            self.entered.emit()


class NameList(QWidget):
    """Fields are made when the list is opened, and kept: one seat more must not build 200 anew."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place, self._doc = place, place.doc
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * UNIT)
        self._seats: list[int] = []
        self._marks: list[StyleMark] = []
        self.fields: list[NameField] = []

    def show_rows(self) -> None:
        every = people.seats(self._doc)
        if [seat.id for seat in every] != self._seats:
            self._fit([seat.id for seat in every])
        for field, mark, seat in zip(self.fields, self._marks, every, strict=True):
            write = partial(people.name_seat, self._doc, seat.id, source=self)
            field.write_to(self._place.unwritten, f"seat.{seat.id}", write)
            field.show_text(seat.name)
            mark.show_style(seat.style)

    def take_focus(self) -> None:
        if self.fields:
            self.fields[0].setFocus()

    def _fit(self, seats: list[int]) -> None:
        self._seats = seats
        while len(self.fields) > len(seats):
            for old in (self.fields.pop(), self._marks.pop()):
                old.hide()
                old.deleteLater()
        while len(self.fields) < len(seats):
            self._add(len(self.fields))

    def _add(self, number: int) -> None:
        field = NameField(tr("Seat {n}", n=number + 1))
        field.pasted.connect(partial(self._paste, number))
        field.entered.connect(partial(self._go_on, number))
        mark = StyleMark(self._place.tokens, "parking", 6 * UNIT)
        line, at = divmod(number, IN_LINE)
        self._grid.addWidget(mark, line, 2 * at)
        self._grid.addWidget(field, line, 2 * at + 1)
        field.show()  # the layout would do it only later, and the hidden takes no focus
        self.fields.append(field)
        self._marks.append(mark)

    def _go_on(self, number: int) -> None:
        if number + 1 < len(self.fields):
            self.fields[number + 1].setFocus()

    def _paste(self, first: int, names: list[str]) -> None:
        people.name_seats(self._doc, dict(zip(self._seats[first:], names, strict=False)), source=self)
