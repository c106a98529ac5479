"""The window of preferences: every row of the table with its switch or number. What is changed holds at once;
nothing waits for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, column, row, scrolled
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.parts.parsed_field import ParsedField
from mission_desk.ui.preference_table import Preference, Section, table
from mission_desk.ui.preferences import Preferences
from mission_desk.words import tr

WIDTH, FIELD = 140 * UNIT, 16 * UNIT  # px of the window, of a number


class PreferencesWindow(QDialog):
    """`wants_keys` asks for the window in which keys are chosen."""

    wants_keys = Signal()

    def __init__(self, window: QWidget, preferences: Preferences) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Preferences"))
        set_look(self, "paper")
        self._preferences = preferences
        self.fields: dict[str, Choice | ParsedField] = {}
        content = QWidget()
        inside = column(content, (0, 0, 0, 0), 4 * UNIT)
        for section in table():
            inside.addWidget(self._section(section))
        inside.addStretch(1)
        layout = column(self, (5 * UNIT, 5 * UNIT, 5 * UNIT, 4 * UNIT), 4 * UNIT)
        layout.addWidget(scrolled(content))
        keys = button(tr("Change the keys…"), self.wants_keys.emit)
        layout.addLayout(row(keys, button(tr("Done"), self.close, "filled"), stretch=1))
        room = window.height() - 20 * UNIT
        self.resize(min(WIDTH, window.width() - 8 * UNIT), min(room, content.sizeHint().height() + 30 * UNIT))

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a number takes the number; Qt's dialog would close with it, refused or not."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            self.focusWidget(), ParsedField
        ):
            return
        super().keyPressEvent(event)

    def _section(self, section: Section) -> Card:
        card = Card("card", (5 * UNIT, 4 * UNIT, 5 * UNIT, 5 * UNIT), 3 * UNIT)
        card.column.addWidget(label(section.title, "name"))
        units = [label(each.unit, "quiet") for each in section.rows]
        for each, unit in zip(section.rows, units, strict=True):
            line = self._line(each)
            if not each.is_switch:
                unit.setMinimumWidth(max(other.sizeHint().width() for other in units))
                line.addWidget(unit)  # an empty one too: the fields stand below each other
            card.column.addLayout(line)
        return card

    def _line(self, each: Preference) -> QHBoxLayout:
        field = self._switch(each) if each.is_switch else self._number(each)
        field.setAccessibleName(each.words)
        self.fields[each.key] = field
        name = label(each.words, wrap=True)
        name.setBuddy(field)
        words = QWidget()
        inside = column(words, spacing=0)
        inside.addWidget(name)
        if each.hint:
            inside.addWidget(label(each.hint, "tiny", wrap=True))
        line = row(words, field, spacing=3 * UNIT)
        line.setStretch(0, 1)
        return line

    def _switch(self, each: Preference) -> Choice:
        field = Choice((("1", tr("On")), ("0", tr("Off"))), each.words)
        field.show_choice(str(self._preferences.value(each.key)))
        field.chosen.connect(partial(self._keep, each.key))
        return field

    def _keep(self, key: str, value: str) -> None:
        self._preferences.keep(key, int(value))

    def _number(self, each: Preference) -> ParsedField:
        field = ParsedField(partial(read_number, each), str, partial(move_number, each))
        field.setFixedWidth(FIELD)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.show_value(str(self._preferences.value(each.key)))
        field.parsed.connect(partial(self._keep, each.key))
        return field


def read_number(each: Preference, text: str) -> str | None:
    """The number as plain text; None where it is none, or out of bounds."""
    plain = text.strip()
    return plain if plain.isdecimal() and each.low <= int(plain) <= each.high else None


def move_number(each: Preference, value: str, by: int) -> str:
    return str(max(each.low, min(each.high, int(value or 0) + by)))
