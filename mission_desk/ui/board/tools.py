"""The small tools on the canvas: tidy up, group what is alike, and how large the board is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mission_desk.ui.commands import Commands
from mission_desk.ui.parts.buttons import action_button, button, leave_focus, tooltip
from mission_desk.ui.parts.labels import set_look, set_tip
from mission_desk.words import trn


class BoardTools(QWidget):
    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        set_look(self, "clear")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.uncover = action_button(commands.action("board.uncover"), "filled")
        row.addWidget(self.uncover)
        self.show_covered(0)
        row.addWidget(action_button(commands.action("board.tidy")))
        row.addWidget(action_button(commands.action("board.similar")))
        self._scale = button("100 %", commands.action("board.fit").trigger)
        set_tip(self._scale, tooltip(commands.action("board.fit")))
        self._scale.setMinimumWidth(self._scale.sizeHint().width())
        for key, text in (("board.wider", "−"), ("", ""), ("board.closer", "+")):
            if not key:
                row.addWidget(self._scale)
                continue
            made = button(text, commands.action(key).trigger)
            set_tip(made, tooltip(commands.action(key)))
            made.setAccessibleName(commands.action(key).text())
            row.addWidget(made)
        leave_focus(self)

    def show_covered(self, count: int) -> None:
        """How many notes lie face down: the button that turns them over is there while some do."""
        self.uncover.setVisible(count > 0)
        self.uncover.setText(trn("Uncover {n} note", "Uncover {n} notes", count))

    def show_scale(self, scale: float) -> None:
        self._scale.setText(f"{round(scale * 100)} %")
