"""One line of text, asked in a small window that holds nothing up. Knows nothing of what it asks for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.labels import label
from mission_desk.words import tr

MARGINS = (20, 16, 20, 16)
WIDTH = 440  # px


class Question(QDialog):
    """`answered(str)` when the line is given; Escape and closing give nothing."""

    answered = Signal(str)

    def __init__(self, window: QWidget, title: str, sentence: str, text: str, verb: str) -> None:
        super().__init__(window)
        self.setWindowTitle(title)
        self.setFixedWidth(min(WIDTH, window.width()))
        self.field = QLineEdit(text)
        self.field.setAccessibleName(title)
        self.field.selectAll()
        give, leave = button(verb, self.accept, "filled"), button(tr("Go on without"), self.reject)
        give.setDefault(True)
        layout = column(self, MARGINS, 12)
        layout.addWidget(label(sentence, wrap=True))
        layout.addWidget(self.field)
        layout.addLayout(row(leave, give, stretch=0))
        self.accepted.connect(lambda: self.answered.emit(self.field.text()))
        self.field.setFocus()
