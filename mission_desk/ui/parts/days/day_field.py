"""A line for a day. Where what was typed can be two days, nothing is written before one of them is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent

from mission_desk.ui.parts import dates
from mission_desk.ui.parts.days.day_question import DayQuestion
from mission_desk.ui.parts.parsed_field import ParsedField
from mission_desk.ui.parts.typed import TypedField

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DayField(ParsedField):
    """Days without a year are the next from `near()` on. `other_words`: whether what is no day stays as
    it was typed ("after the summer")."""

    def __init__(
        self, near: Callable[[], date], hint: str = "", look: str = "", *, other_words: bool = False
    ) -> None:
        super().__init__(self._one_day, dates.show_day, dates.move_day, hint, look)
        self._near, self._other_words = near, other_words
        self.question = DayQuestion(self)
        self.question.answered.connect(self._take_answer)
        self.textEdited.connect(lambda _text: self.question.hide())

    @property
    def asks(self) -> bool:
        return not self.question.isHidden()

    def _one_day(self, text: str) -> str | None:
        readings = dates.day_readings(text, self._near())
        if not readings and self._other_words:
            return text.strip()
        return readings[0] if len(readings) == 1 else None

    def hand_on(self) -> None:
        readings = dates.day_readings(self.text(), self._near()) if self.isModified() else ()
        if len(readings) < 2:
            self.question.hide()
            super().hand_on()
            return
        self._wear(bad=True)
        TypedField.hand_on(self)
        if self.isVisible() and not self.asks:
            self.question.ask(self.text().strip(), readings)

    def may_leave(self, *, by_enter: bool) -> bool:
        """For a page that goes on by key: the first press asks where two days fit; then Enter takes that
        which is marked, and any other key leaves the question open."""
        asked_before = self.asks
        if asked_before and by_enter:
            self.question.take_marked()
        else:
            self.hand_on()
        return asked_before or not self.asks

    def put(self, text: str) -> None:
        self.question.hide()
        super().put(text)

    def _take_answer(self, day: str) -> None:
        self.question.hide()
        self._take(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.asks and key in ENTER:
            self.question.take_marked()
        elif self.asks and key in ARROWS:
            self.question.mark(ARROWS[key])
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.question.hide()
        super().hideEvent(event)
