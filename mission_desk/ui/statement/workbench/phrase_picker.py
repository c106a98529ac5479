"""A wording put together of phrases from two others: press the phrases in the order they shall stand in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mission_desk.language.statement.clauses import joined, phrases
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import clear, column, row
from mission_desk.ui.parts.fields import AreaField
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.parts.unwritten import Unwritten
from mission_desk.ui.statement.workbench.wordings import Wording
from mission_desk.words import tr


class PhrasePicker(QWidget):
    made = Signal(str)

    def __init__(self, unwritten: Unwritten) -> None:
        super().__init__()
        set_look(self, "clear")
        self._shown: tuple[Wording, Wording] | None = None
        self._picked: list[str] = []
        self.phrases: list[QPushButton] = []
        layout = column(self, spacing=8)
        self._rows = [self._row(layout) for _ in range(2)]
        self.field = AreaField(tr("Press phrases above, or type here."), "serif", lines=1)
        self.field.setAccessibleName(tr("The new wording"))
        self.field.keep_in(unwritten, "picked")
        self._make = button(tr("Make a draft of it"), self._hand_on, "small")
        self._clear = button(tr("Start over"), self._start_over, "small-quiet")
        layout.addWidget(self.field)
        layout.addLayout(row(self._make, self._clear, stretch=2))

    def _row(self, layout: QVBoxLayout) -> FlowLayout:
        holder = QWidget()
        set_look(holder, "clear")
        layout.addWidget(holder)
        return FlowLayout(holder, spacing=6)

    def show_wordings(self, first: Wording, second: Wording) -> None:
        if (first, second) == self._shown:
            return
        self._shown = (first, second)
        self.phrases = []
        for flow, wording in zip(self._rows, (first, second), strict=True):
            clear(flow)
            name = label(wording.name.split(" · ")[0], "section")
            name.setContentsMargins(0, 6, 4, 0)
            made = [self._phrase(words) for words in phrases(wording.text)]
            self.phrases += made
            for part in (name, *made):
                flow.addWidget(part)
                part.show()
            flow.invalidate()

    def _phrase(self, words: str) -> QPushButton:
        return button(words, partial(self._pick, words), "small")

    def _pick(self, words: str) -> None:
        self._picked.append(words)
        self.field.setPlainText(joined(self._picked))

    def _start_over(self) -> None:
        self._picked = []
        self.field.setPlainText("")

    def _hand_on(self) -> None:
        text = self.field.toPlainText().strip()
        if text:
            self.made.emit(text)

    def forget(self, text: str) -> None:
        """A draft was made of this wording."""
        if text == self.field.toPlainText().strip():
            self._start_over()
