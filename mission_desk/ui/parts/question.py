"""One line of text, asked in a small window that holds nothing up. Knows nothing of what it asks for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label
from mission_desk.ui.parts.unwritten import Unwritten
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
        self.field = LineField()
        self.field.setText(text)
        self.field.setAccessibleName(title)
        self.field.selectAll()
        give, leave = button(verb, self.accept, "filled"), button(tr("Go on without"), self.reject)
        give.setDefault(True)
        layout = column(self, MARGINS, 12)
        layout.addWidget(label(sentence, wrap=True))
        layout.addWidget(self.field)
        layout.addLayout(row(leave, give, stretch=0))
        self.accepted.connect(lambda: self.answered.emit(self.field.text()))
        self._goes_with_the_window = False
        self.rejected.connect(self._give_up)
        self.field.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._goes_with_the_window = True
        super().closeEvent(event)

    def _give_up(self) -> None:
        """By Escape or its button; where the program is closed under it, the words are there next time."""
        if not self._goes_with_the_window:
            self.field.empty()

    def keep_in(self, unwritten: Unwritten) -> None:
        """What was half typed when this was asked last stands in place of what is proposed."""
        proposed = self.field.text()
        self.field.keep_in(unwritten, f"question.{self.windowTitle()}")
        if not self.field.text():
            self.field.setText(proposed)
            self.field.selectAll()
