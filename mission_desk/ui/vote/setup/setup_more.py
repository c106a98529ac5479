"""What few polls need, under one "More": a quorum, a clock, a reason beside each ballot, and a first round.
It stands below the verbs, so that opening it moves nothing that one may want to press."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, column, row
from mission_desk.ui.parts.checkbox import Checkbox
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr, trn

LONGEST = 60  # minutes


class Stepper(QWidget):
    """A number from 0 to `most()`, with the words for what it means now."""

    def __init__(self, name: str, words: Callable[[int], str], most: Callable[[], int]) -> None:
        super().__init__()
        set_look(self, "clear")
        self.value, self._words, self._most = 0, words, most
        self._says = label("", "quiet", wrap=True)
        self.less = button("−", partial(self._step, -1), "step")
        self.more = button("+", partial(self._step, 1), "step")
        self.less.setAccessibleName(tr("{name}: less", name=name))
        self.more.setAccessibleName(tr("{name}: more", name=name))
        line = row(self.less, self.more, label(name, "strong"), self._says, spacing=12)
        line.setStretch(3, 1)
        column(self).addLayout(line)
        self.show_value(0)

    def show_value(self, value: int) -> None:
        self.value = max(0, min(self._most(), value))
        self._says.setText(self._words(self.value))

    def _step(self, by: int) -> None:
        self.show_value(self.value + by)


class SetupMore(QWidget):
    """`seats` says how many people are in the room: no quorum can be above it."""

    def __init__(self, tokens: Tokens, seats: Callable[[], int]) -> None:
        super().__init__()
        set_look(self, "clear")
        self.turn = button(tr("More"), self._turn, "small-quiet")
        self.turn.setCheckable(True)
        self.quorum = Stepper(tr("Quorum"), _quorum_words, seats)
        self.minutes = Stepper(tr("Clock"), _clock_words, lambda: LONGEST)
        self._card = Card(margins=(18, 12, 18, 14), spacing=10)
        self._card.column.addWidget(self.quorum)
        self._card.column.addWidget(self.minutes)
        self.reasons = Checkbox(tokens)
        why = tr("A reason beside each ballot: one line, told with the result and without a name")
        self._card.column.addLayout(_switch(self.reasons, why))
        self.quick = Checkbox(tokens)
        first = tr("Quick first round before anybody talks: it decides nothing, and is shown beside the next")
        self._card.column.addLayout(_switch(self.quick, first))
        self._card.hide()
        layout = column(self, spacing=8)
        layout.addLayout(row(self.turn, spacing=0, stretch=1))
        layout.addWidget(self._card)

    def forget(self) -> None:
        """The next poll begins without any of it."""
        self.quorum.show_value(0)
        self.minutes.show_value(0)
        self.reasons.setChecked(False)
        self.quick.setChecked(False)
        self.turn.setChecked(False)
        self._card.hide()

    def _turn(self) -> None:
        self._card.setVisible(self.turn.isChecked())


def _switch(box: Checkbox, words: str) -> QHBoxLayout:
    box.setAccessibleName(words)
    line = row(box, label(words, "quiet", wrap=True), spacing=6)
    line.setStretch(1, 1)
    return line


def _quorum_words(ballots: int) -> str:
    if not ballots:
        return tr("none: whoever votes decides")
    return trn(
        "With fewer than {n} ballot nothing is decided",
        "With fewer than {n} ballots nothing is decided",
        ballots,
    )


def _clock_words(minutes: int) -> str:
    if not minutes:
        return tr("none: the clock of the step goes on")
    return trn("{n} minute from the opening on", "{n} minutes from the opening on", minutes)
