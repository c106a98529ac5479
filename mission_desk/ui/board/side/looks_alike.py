"""The notes that look like the selected one, each with how much, to be pressed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mission_desk.ui.parts.cards import Card, PressCard, clear, column
from mission_desk.ui.parts.labels import label
from mission_desk.words import tr

LONGEST = 120  # characters of a note that are shown
Alike = tuple[tuple[int, str, int], ...]
"""Note ids, their texts, and how alike they are in percent."""


class LooksAlike(QWidget):
    """`chosen(note id)` asks to go there. Hidden while there is nothing to show."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._column = column(self)
        self.shown: Alike = ()
        self.hide()

    def show_notes(self, notes: Alike) -> None:
        if notes == self.shown:
            return
        self.shown = notes
        clear(self._column)
        self._column.addWidget(label(tr("Looks alike"), "section"))
        card = Card(margins=(4, 4, 4, 4), spacing=0)
        for number, text, percent in notes:
            card.column.addWidget(self._line(number, text, percent))
        self._column.addWidget(card)
        self.setVisible(bool(notes))

    def _line(self, number: int, text: str, percent: int) -> PressCard:
        line = PressCard("press-line", (6, 4, 6, 4))
        words = tr("{text} · {n}%", text=shortened(text), n=percent)
        line.column.addWidget(label(words, wrap=True))
        line.setAccessibleName(words)
        line.pressed.connect(partial(self.chosen.emit, number))
        return line


def shortened(text: str) -> str:
    """A note as one line of a list."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
