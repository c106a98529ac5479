"""The ten ways to bring several notes into line, as small icon buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from mission_desk.ui.parts.buttons import icon_button, leave_focus
from mission_desk.ui.parts.labels import look
from mission_desk.ui.workplace import Workplace

ROWS = (
    ("align.left", "align.centre", "align.right", "align.top", "align.middle", "align.bottom"),
    ("distribute.across", "distribute.down", "note.grid", "note.stack"),
)


class ArrangeRow(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        look(self, "clear")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for line, keys in enumerate(ROWS):
            for column, key in enumerate(keys):
                action, row = place.commands.action(key), place.commands.rows[key]
                grid.addWidget(icon_button(action, place.tokens, row.icon), line, column)
        grid.setColumnStretch(len(ROWS[0]), 1)
        leave_focus(self)
