"""One ballot in the booth: large targets, digits, + and −, and the button that casts it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.rows import Choice, Poll, Seat
from mission_desk.ui import theme
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column, row, scrolled
from mission_desk.ui.parts.labels import label, look
from mission_desk.ui.theme import Tokens
from mission_desk.ui.vote.ballot import BallotForm
from mission_desk.ui.vote.booth_cover import seat_words
from mission_desk.words import tr, trn

WIDEST = 1100  # px; a longer line is hard to read


class BoothBallot(QWidget):
    cast = Signal()

    def __init__(self, tokens: Tokens, language: str) -> None:
        super().__init__()
        look(self, "paper")
        self._language = language
        self._seat = label("", "pill")
        self._seat.setMinimumHeight(2 * theme.CHIP_RADIUS + 2)  # lower, the round ends would be lost
        self._question = label("", "heading", wrap=True)
        self._rule = label("", "lead", wrap=True)
        self.form = BallotForm(tokens, large=True)
        self.form.changed.connect(self._name_button)
        self.button = button("", self.cast.emit, "filled-large")
        self.form.entered.connect(lambda: self.button.setFocus(Qt.FocusReason.OtherFocusReason))
        hint = label(tr("Esc: leave without a ballot", language), "tiny")
        body = QWidget()
        look(body, "clear")
        body.setMaximumWidth(WIDEST)
        inner = column(body, spacing=14)
        inner.addLayout(row(self._seat, stretch=1))
        for part in (self._question, self._rule, self.form):
            inner.addWidget(part)
        inner.addLayout(row(self.button, hint, spacing=18, stretch=2))
        inner.addStretch(1)
        middle = QWidget()
        look(middle, "clear")
        layout = row(body)
        holder = column(middle, (40, 36, 40, 24))
        holder.addLayout(layout)
        column(self).addWidget(scrolled(middle))

    def show_ballot(self, poll: Poll, seat: Seat, choices: list[Choice]) -> None:
        self._seat.setText(seat_words(seat, self._language))
        self._question.setText(poll.question)
        words = trn(
            "You have {n} dot.",
            "You have {n} dots. Give them to one draft or to several.",
            poll.dots,
            self._language,
        )
        self._rule.setText(words)
        self.form.show_options(choices, poll.dots, self._language)

    def forget(self) -> None:
        """Nothing of this ballot may still be read when the next person sits down."""
        self._seat.setText("")
        self._question.setText("")
        self.form.show_options([], 0, self._language)

    def _name_button(self) -> None:
        empty = not self.form.paper.given
        self.button.setText(
            tr("Cast an empty ballot", self._language) if empty else tr("Cast my ballot", self._language)
        )
