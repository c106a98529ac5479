"""A closed poll: every option with its dots, the winner framed, what is still open before one celebrates."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mission_desk.core import concerns, drafts, polls
from mission_desk.core.rows import Choice, Poll
from mission_desk.language.length import LONG_ABOVE, length
from mission_desk.tally.dots import Ballot, DotResult
from mission_desk.ui.parts.cards import Card, clear, column
from mission_desk.ui.parts.labels import label, look
from mission_desk.ui.vote.shares import ShareBar, seats_by_dots
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

ROOMY = 860  # px; from here on the words stand larger


class OptionResult(Card):
    """Letter, words and what they got; the bar says how the dots were spread over the seats."""

    def __init__(self, choice: Choice, words: str, bar: ShareBar, *, framed: bool) -> None:
        super().__init__("card-on" if framed else "card", (20, 16, 20, 14))
        self.choice, self.words, self.framed = choice, words, framed
        text = QVBoxLayout()
        text.setSpacing(4)
        self._text = label(choice.text, "statement-small", wrap=True)
        text.addWidget(self._text)
        text.addWidget(label(words, "good" if framed else "quiet", wrap=True))
        letter = label(choice.name, "letter")
        letter.setMinimumWidth(38)
        line = QHBoxLayout()
        line.setSpacing(18)
        line.addWidget(letter)
        line.addLayout(text, 10)
        line.addWidget(bar, 9, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look(self._text, "statement" if self.width() >= ROOMY else "statement-small")


class PollResult(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        look(self, "clear")
        self._place, self._doc = place, place.doc
        self.options: list[OptionResult] = []
        layout = column(self, spacing=14)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._notes = QHBoxLayout()
        self._notes.setSpacing(14)
        layout.addLayout(self._list)
        layout.addLayout(self._notes)
        layout.addStretch(1)

    def show_poll(self, poll: Poll) -> None:
        choices, ballots = polls.choices(self._doc, poll.id), polls.ballots(self._doc, poll.id)
        found = polls.result(self._doc, poll.id)
        framed = self._framed(choices, found)
        clear(self._list)
        self.options = [
            self._option(poll, choice, place, ballots, found, framed=choice.id == framed)
            for place, choice in enumerate(choices)
        ]
        for option in self.options:
            self._list.addWidget(option)
        clear(self._notes)
        winner = next((choice for choice in choices if choice.id == framed), None)
        if winner is not None:
            self._notes.addWidget(self._before(winner), 1)
        self._notes.addWidget(_ballots_card(poll), 1)

    def _framed(self, choices: list[Choice], found: DotResult) -> int | None:
        """The option that was chosen; else the one with the most dots."""
        chosen = drafts.chosen(self._doc)
        if chosen is not None and any(choice.draft == chosen.id for choice in choices):
            return next(choice.id for choice in choices if choice.draft == chosen.id)
        return choices[found.winner].id if found.winner is not None else None

    def _option(
        self, poll: Poll, choice: Choice, place: int, ballots: list[Ballot], found: DotResult, *, framed: bool
    ) -> OptionResult:
        total = found.totals[place]
        words = trn(
            "{n} dot from {seats} of {ballots}",
            "{n} dots from {seats} of {ballots}",
            total.dots,
            seats=total.seats,
            ballots=found.ballots,
        )
        chosen = drafts.chosen(self._doc)
        if chosen is not None and chosen.id == choice.draft:
            words = tr("Chosen: {words}", words=words)
        given = sorted(
            {ballot[option] for ballot in ballots for option in range(len(found.totals))}, reverse=True
        )
        bar = ShareBar(self._place.tokens, seats_by_dots(ballots, place, poll.dots), given)
        return OptionResult(choice, words, bar, framed=framed)

    def _before(self, winner: Choice) -> Card:
        """What is not settled about the winner."""
        card = Card(margins=(16, 12, 16, 14), spacing=6)
        card.column.addWidget(label(tr("Before you celebrate"), "strong"))
        rows = concerns.concerns_on(self._doc, draft=winner.draft) if winner.draft else []
        still = [row for row in rows if row.state == "open"]
        words = trn(
            "{n} concern is open on {name}:", "{n} concerns are open on {name}:", len(still), name=winner.name
        )
        none = tr("No concern is open on {name}.", name=winner.name)
        card.column.addWidget(label(words if still else none, "warn-plain" if still else "quiet", wrap=True))
        for row in still[:4]:
            card.column.addWidget(label(row.text, "quiet", wrap=True))
        found = length(winner.text)
        if found.verdict == "long":
            long = tr(
                "{n} words is long: over {limit} nobody says it by heart.", n=found.words, limit=LONG_ABOVE
            )
            card.column.addWidget(label(long, "quiet", wrap=True))
        card.column.addStretch(1)
        return card


def _ballots_card(poll: Poll) -> Card:
    """Says honestly what is kept."""
    card = Card(margins=(16, 12, 16, 14), spacing=6)
    card.column.addWidget(label(tr("Ballots"), "strong"))
    aloud = (
        tr("Said aloud and typed at the desk."),
        tr("Who gave what is kept in the file. Undo opens the poll again."),
    )
    secret = (
        tr("Secret, cast in the booth on this laptop."),
        tr("Kept shuffled, without names or times. They cannot be undone."),
    )
    for sentence in secret if poll.secret else aloud:
        card.column.addWidget(label(sentence, "quiet", wrap=True))
    card.column.addStretch(1)
    return card
