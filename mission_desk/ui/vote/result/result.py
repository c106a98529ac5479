"""A closed poll: every option with how the room divides over it, the winner framed, and what to know before
one celebrates."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mission_desk.core.file.rows import Poll
from mission_desk.core.statement import drafts
from mission_desk.core.vote import poll_closing
from mission_desk.core.vote.dividing import Order, in_order, most_divided
from mission_desk.core.vote.first_round import before_talking
from mission_desk.core.vote.outcome import Outcome, outcome
from mission_desk.ui.parts.cards import Card, clear, column, row
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.vote.result.legend import BarLegend
from mission_desk.ui.vote.result.lot_row import LotRow
from mission_desk.ui.vote.result.option_result import MANY, OptionResult
from mission_desk.ui.vote.result.result_cards import WHOLE_LINE, result_cards
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

CARD = 290  # px that a card under the result needs


def _usual_order(outcome: Outcome) -> Order:
    """Few options stand in the order of the ballot, where people look for them; of many, the best come
    first."""
    return "ballot" if len(outcome.options) <= MANY else "best"


class PollResult(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place, self._doc = place, place.doc
        self.options: list[OptionResult] = []
        self._cards: list[Card] = []
        self._columns = 0
        layout = column(self, spacing=14)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._notes = QGridLayout()
        self._notes.setSpacing(14)
        self.legend = BarLegend(place.tokens)
        self.order: Choice[Order] = Choice(
            (
                ("ballot", tr("As on the ballot")),
                ("best", tr("Best first")),
                ("divided", tr("Most divided first")),
            ),
            tr("Order of the options"),
        )
        self.order.chosen.connect(self._turn_order)
        self._poll: Poll | None = None
        layout.addLayout(row(self.order, spacing=0, stretch=1))
        layout.addWidget(self.legend)
        layout.addLayout(self._list)
        words = tr("We decided … because …")
        self.decision = LineField(words)
        self.decision.setAccessibleName(words)
        self.lot = LotRow(place)
        layout.addWidget(self.lot)
        layout.addWidget(self.decision)
        layout.addLayout(self._notes)
        layout.addStretch(1)

    def show_poll(self, poll: Poll) -> Outcome:
        result = outcome(self._doc, poll.id)
        self._show_decision(poll)
        chosen = drafts.chosen(self._doc)
        ours = {option.choice.id for option in result.options if chosen and option.choice.draft == chosen.id}
        self.lot.show_outcome(result)
        self.legend.show_keys(result.keys)
        clear(self._list)
        before = before_talking(self._doc, poll)
        self.options = [
            OptionResult(
                self._place.tokens, result, option, before.get(option.choice.id),
                chosen=option.choice.id in ours,
                framed=option.choice.id in ours if ours else option.wins,
            )
            for option in in_order(result, self._shown_order(poll, result))
        ]  # fmt: skip
        for option in self.options:
            self._list.addWidget(option)
        clear(self._notes)
        self._cards, self._columns = result_cards(self._doc, self._place.tokens, result), 0
        self._lay_out()
        return result

    def _shown_order(self, poll: Poll, result: Outcome) -> Order:
        """The order that was picked, as long as this poll is shown."""
        if self._poll is None or self._poll.id != poll.id:
            self.order.show_choice(_usual_order(result))
        self._poll = poll
        self.order.setVisible(len(result.options) > 1)
        self.order.option("divided").setVisible(bool(most_divided(result)))
        return self.order.choice() or "ballot"

    def _turn_order(self, _key: str) -> None:
        if self._poll is not None:
            self.show_poll(self._poll)

    def _show_decision(self, poll: Poll) -> None:
        """One line under the options; it goes with the result to paper and export."""
        write = partial(poll_closing.write_decision, self._doc, poll.id, source=self)
        self.decision.write_to(self._place.unwritten, f"poll.decision.{poll.id}", write)
        self.decision.show_text(poll.decision)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """As many cards side by side as have room."""
        columns = max(1, min(3, len(self._cards), self.width() // CARD))
        if columns == self._columns:
            return
        self._columns = columns
        for at in range(3):
            self._notes.setColumnStretch(at, 1 if at < columns else 0)
        line, at = 0, 0
        for card in self._cards:
            span = columns if card.property(WHOLE_LINE) else 1
            if at + span > columns:
                line, at = line + 1, 0
            self._notes.addWidget(card, line, at, 1, span)
            at += span
