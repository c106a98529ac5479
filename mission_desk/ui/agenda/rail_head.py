"""The head of the rail: how long the day is, the way into the editor, and the button of the moment: start the
day, or go to the next step."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from mission_desk.ui.look import icons
from mission_desk.ui.parts.buttons import action_button, icon_button
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class RailHead(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        commands, tokens = place.commands, place.tokens
        self._hours = label("", "section")
        self._hours.setContentsMargins(12, 0, 0, 0)
        self._edit = icon_button(commands.action("step.edit"), tokens, "pencil", "quiet")
        self.start = action_button(commands.action("day.start"))
        self.next = action_button(commands.action("step.next"))
        self.next.setIcon(icons.icon("arrow-right", tokens.ink, tokens.ink3))
        self.last_year = action_button(commands.action("times.last_year"), "quiet")
        self.last_year.setText(tr("Take last year's times"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._low: bool | None = None
        self.set_low(False)

    def show_day(self, hours: str, *, before: bool, last_year: bool) -> None:
        """`before` says that the day has not begun: Start takes the place of Next."""
        self._hours.setText(hours)
        self.start.setVisible(before)
        self.next.setVisible(not before)
        self.last_year.setVisible(last_year and not self._low)

    def set_low(self, low: bool) -> None:
        """On a low screen the hours give their line to the button: steps need it more."""
        if low == self._low:
            return
        self._low = low
        for part in (self._hours, self._edit, *self._buttons()):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._hours, 0, 0)
        self._grid.addWidget(self._edit, 0, 1)
        for below, each in enumerate(self._buttons(), 1):
            if low and each is not self.last_year:
                self._grid.addWidget(each, 0, 0)
            else:
                self._grid.addWidget(each, below, 0, 1, 2)
        self._hours.setVisible(not low)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.start, self.next, self.last_year
