"""The line in which a promise is added: Enter hands it on; whoever takes it makes room for the next one."""

from __future__ import annotations

from PySide6.QtCore import Signal

from mission_desk.ui.parts.fields import LineField

LONGEST = 2_000  # characters


class PromiseLine(LineField):
    entered = Signal(str)

    def __init__(self, hint: str) -> None:
        super().__init__(hint)
        self.setAccessibleName(hint)
        self.setMaxLength(LONGEST)
        self.returnPressed.connect(self.enter)

    def enter(self) -> None:
        text = self.text().strip()
        if text:
            self.entered.emit(text)
