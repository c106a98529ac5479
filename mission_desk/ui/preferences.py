"""What this person chose once and for all; every window of the program asks here. The table says which
preferences there are."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mission_desk.core.agenda.clock import Tones
from mission_desk.ui import settings
from mission_desk.ui.preference_table import table


class Preferences(QObject):
    """`changed(key)` after a value was changed in this window."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = {row.key: row for section in table() for row in section.rows}
        self._values = {row.key: settings.number(row.key, row.usual) for row in self._rows.values()}

    def value(self, key: str) -> int:
        """The value now, always within the row's bounds, whatever a settings file says."""
        row = self._rows[key]
        return max(row.low, min(row.high, self._values[key]))

    def on(self, key: str) -> bool:
        """Whether the switch is on."""
        return self.value(key) == 1

    def keep(self, key: str, value: int) -> None:
        row = self._rows[key]
        wanted = max(row.low, min(row.high, value))
        if wanted == self._values[key]:
            return
        self._values[key] = wanted
        settings.keep_number(key, wanted)
        self.changed.emit(key)


def tones(preferences: Preferences) -> Tones:
    """When clocks turn colour, on the desk and on the stage."""
    return Tones(preferences.value("clock.soon") * 60, preferences.value("clock.warn") * 60)
