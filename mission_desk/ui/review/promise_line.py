"""The line in which a promise is added: Enter hands it on and makes room for the next one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

LONGEST = 2_000  # characters


class PromiseLine(QLineEdit):
    entered = Signal(str)

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setMaxLength(LONGEST)
        self.returnPressed.connect(self.enter)

    def enter(self) -> None:
        text = self.text().strip()
        if text:
            self.clear()
            self.entered.emit(text)
