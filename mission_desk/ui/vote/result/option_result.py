"""One option of a closed poll: letter, words, what the rule counted, what to make of it, and its bar."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mission_desk.core.vote.outcome import OptionOutcome, Outcome
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.cards import Card
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.vote.result.shares import ShareBar
from mission_desk.words import tr

ROOMY = 860  # px; from here on the words stand larger
MANY = 8  # options; more of them stand closer
LONG = 120  # letters: such a text stays small


class OptionResult(Card):
    """`before`: what the first round said of it, before anybody talked. `chosen`: the room decided for
    it; `framed`: it won, or was chosen."""

    def __init__(
        self,
        tokens: Tokens,
        outcome: Outcome,
        result: OptionOutcome,
        before: OptionOutcome | None,
        *,
        chosen: bool,
        framed: bool,
    ) -> None:
        small = len(outcome.options) > MANY
        super().__init__("card-on" if framed else "card", (20, 8, 20, 8) if small else (20, 16, 20, 14))
        self.choice, self.result, self.framed, self._small = result.choice, result, framed, small
        self.words = self._score(chosen=chosen)
        text = QVBoxLayout()
        text.setSpacing(4)
        self._text = label(result.choice.text, self._size(), wrap=True)
        text.addWidget(self._text)
        if self.words:
            text.addWidget(label(self.words, "good" if framed else "quiet", wrap=True))
        if result.verdict:
            text.addWidget(label(result.verdict, "good" if result.kind == "loved" else "warn", wrap=True))
        if before is not None:
            counted = before.score or tr("Place {n}", n=before.place)
            text.addWidget(label(tr("before we talked: {words}", words=counted), "tiny", wrap=True))
        letter = label(result.choice.name, "title" if small else "letter")
        letter.setMinimumWidth(38)
        line = QHBoxLayout()
        line.setSpacing(18)
        line.addWidget(letter)
        line.addLayout(text, 10)
        if result.bands:
            bars = QVBoxLayout()
            bars.setSpacing(6)
            bars.addStretch(1)
            bars.addWidget(ShareBar(tokens, result.bands, named=not small))
            if before is not None and before.bands:
                bars.addWidget(label(tr("before we talked"), "tiny"))
                bars.addWidget(ShareBar(tokens, before.bands, named=False))
            bars.addStretch(1)
            line.addLayout(bars, 9)
        self.column.addLayout(line)

    def _score(self, *, chosen: bool) -> str:
        """The score; a veiled result shows only the place."""
        words = self.result.score or tr("Place {n}", n=self.result.place)
        return tr("Chosen: {words}", words=words) if chosen else words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        set_look(self._text, self._size())

    def _size(self) -> str:
        if self._small or len(self.choice.text) > LONG:
            return "serif-small"
        return "statement" if self.width() >= ROOMY else "statement-small"
