"""The strip below the draft: the finding at the cursor, the plain question to ask instead, and what to do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.cards import Card, clear
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, look
from mission_desk.ui.statement.marks import Mark
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

PROPOSALS = 3


class FindingBar(Card):
    """`taken(words)` when words to try were pressed: they come in place of the finding."""

    taken = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__(spacing=8)
        action = place.commands.action
        self._words, self._says = label("", "warn"), label("", "strong", wrap=True)
        self._count = label("", "tiny")
        self._shown: Mark | None = None
        line = QWidget()
        look(line, "clear")
        self._line = FlowLayout(line, spacing=8)
        self._tries = QWidget()
        look(self._tries, "clear")
        self._tries_row = FlowLayout(self._tries, spacing=6)
        for words in (self._words, self._says, self._count):
            words.setContentsMargins(0, 6, 4, 4)
        self._next = action_button(action("finding.next"), "small")
        self._mute = action_button(action("finding.mute"), "small-quiet")
        self._spelt = action_button(action("finding.spelt"), "small-quiet")
        for part in (self._words, self._says, self._next, self._mute, self._spelt, self._count):
            self._line.addWidget(part)
        self.column.addWidget(line)
        self.column.addWidget(self._tries)

    def show_mark(self, mark: Mark | None, count: int) -> None:
        """`count` is how many there are in all."""
        self.setVisible(mark is not None)
        if mark is None:
            self._shown = None
            return
        spelling = mark.kind == "spelling"
        self._count.setText(trn("{n} place in all", "{n} places in all", count) if count > 1 else "")
        self._mute.setVisible(not spelling)
        self._spelt.setVisible(spelling)
        if mark == self._shown:
            return
        self._shown = mark
        self._words.setText(tr("“{phrase}”", phrase=mark.words))
        self._says.setText(mark.says)
        self.show_tries(mark.tries)

    def show_tries(self, tries: tuple[str, ...]) -> None:
        clear(self._tries_row)
        self._tries.setVisible(bool(tries))
        if not tries:
            return
        start = label(tr("Try"), "tiny")
        start.setContentsMargins(0, 7, 2, 0)
        self._tries_row.addWidget(start)
        for words in tries[:PROPOSALS]:
            proposal = button(words, partial(self.taken.emit, words), "small")
            self._tries_row.addWidget(proposal)
            proposal.show()
        start.show()
        self._tries.updateGeometry()

    def text(self) -> str:
        return f"{self._words.text()} {self._says.text()}"
