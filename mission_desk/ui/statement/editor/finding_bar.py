"""The strip below the draft: the finding at the cursor, the plain question to ask instead, and what to do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.cards import Card, clear
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.parts.sensed.marks import Mark
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn
from mission_desk.written import quoted

PROPOSALS = 3
NARROW = 860  # px; below, what to do stands under what is said


class FindingBar(Card):
    """`taken(words)` when words to try were pressed: they come in place of the finding."""

    taken = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__(margins=(12, 8, 8, 8))
        action = place.commands.action
        self._words, self._says = label("", "warn"), label("", "strong", wrap=True)
        self._count = label("", "tiny")
        self._shown: Mark | None = None
        self._next = action_button(action("finding.next"), "small")
        self._mute = action_button(action("finding.mute"), "small-quiet")
        self._spelt = action_button(action("finding.spelt"), "small-quiet")
        self._tries, self._verbs = QWidget(), QWidget()
        self._tries_row, verbs = FlowLayout(self._tries, spacing=6), FlowLayout(self._verbs, spacing=4)
        for holder in (self._tries, self._verbs):
            set_look(holder, "clear")
        for part in (self._next, self._mute, self._spelt):
            verbs.addWidget(part)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        for column, words in enumerate((self._words, self._says, self._count)):
            self._grid.addWidget(words, 0, column, Qt.AlignmentFlag.AlignVCenter)
        self._below = QHBoxLayout()
        self._below.setSpacing(10)
        self._below.addStretch(1)
        self.column.addLayout(self._grid)
        self.column.addLayout(self._below)
        self._arrange()

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
        self._words.setText(quoted(mark.words))
        self._says.setText(mark.says)
        self.show_tries(mark.tries)

    def show_tries(self, tries: tuple[str, ...]) -> None:
        clear(self._tries_row)
        self._tries.setVisible(bool(tries))
        for words in tries[:PROPOSALS]:
            proposal = button(words, partial(self.taken.emit, words), "small")
            set_tip(proposal, tr("Put it in the place of “{phrase}”", phrase=self._words_shown()))
            self._tries_row.addWidget(proposal)
            proposal.show()
        self._arrange()

    def text(self) -> str:
        return f"{self._words.text()} {self._says.text()}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _words_shown(self) -> str:
        return self._shown.words if self._shown else ""

    def _arrange(self) -> None:
        """Tell the flow how wide it may be: its own size hint is that of its widest part."""
        narrow = self.width() < NARROW
        for column, holder in ((3, self._tries), (4, self._verbs)):
            parts = [part for part in holder.findChildren(QPushButton) if not part.isHidden()]
            holder.setMinimumWidth(sum(part.sizeHint().width() + 6 for part in parts))
            self._below.removeWidget(holder)
            self._grid.removeWidget(holder)
            if narrow:
                self._below.insertWidget(column - 3, holder)
            else:
                self._grid.addWidget(holder, 0, column, Qt.AlignmentFlag.AlignVCenter)
