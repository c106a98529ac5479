"""The upper right corner of the board: filter its notes, and turn it over to its list."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mission_desk.ui.commands import Commands
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.buttons import icon_button, leave_focus
from mission_desk.ui.parts.labels import set_look

GAP = 6


class BoardCorner(QWidget):
    def __init__(self, commands: Commands, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        set_look(self, "clear")
        self.filter = icon_button(commands.action("filter.ask"), tokens, "list-filter")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self.filter)
        line.addWidget(icon_button(commands.action("board.setup"), tokens, "settings"))
        self.turn = icon_button(commands.action("board.list"), tokens, "list")
        self.turn.setCheckable(True)
        line.addWidget(self.turn)
        leave_focus(self)

    def show_face(self, *, is_list: bool) -> None:
        self.turn.setChecked(is_list)
