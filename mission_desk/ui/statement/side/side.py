"""Beside the draft: concerns about it, gut feelings, and the company's mission in sight."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mission_desk.core.file.rows import Draft
from mission_desk.core.statement import concerns
from mission_desk.ui.parts.buttons import action_button
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.statement.side.company_context import CompanyText
from mission_desk.ui.statement.side.concern_card import ConcernCard
from mission_desk.ui.statement.side.gut_card import GutCard
from mission_desk.ui.statement.side.raise_card import RaiseCard
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn


class StatementSide(QWidget):
    wants_text = Signal(str)  # the phrase to change
    settled = Signal()  # a field or button that was used here has gone: the keys need another place

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place, self._doc = place, place.doc
        self._cards: dict[int, ConcernCard] = {}
        self._draft: int | None = None
        layout = column(self, (0, 0, 6, 0), 8)
        self._head = label("", "section")
        self.raising = RaiseCard(place)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._start = action_button(place.commands.action("draft.concern"))
        self.raising.done.connect(self._start.show)
        self.raising.done.connect(self.settled)
        for part in (self._head, self.raising, self._start):
            layout.addWidget(part)
        layout.insertLayout(2, self._list)
        self._gut_head = label("", "section")
        self.gut = GutCard(place)
        self._company = CompanyText(place.doc, place.tokens)
        layout.addSpacing(8)
        layout.addWidget(self._gut_head)
        layout.addWidget(self.gut)
        layout.addSpacing(8)
        layout.addWidget(self._company)
        layout.addStretch(1)

    def show_draft(self, draft: Draft | None) -> None:
        self._company.show_company(draft)
        self.gut.show_draft(draft)
        self._gut_head.setText(self.gut.head())
        self._gut_head.setVisible(draft is not None and bool(draft.text.strip()))
        self.raising.show_draft(draft.id if draft else None)
        self._start.setVisible(draft is not None and self.raising.isHidden())
        self._draft = draft.id if draft else None
        rows = concerns.concerns_on(self._doc, draft=draft.id) if draft else []
        still = sum(1 for row in rows if row.state == "open")
        self._head.setText(tr("Concerns") + (" · " + trn("{n} open", "{n} open", still) if rows else ""))
        self._head.setVisible(draft is not None)
        for gone in set(self._cards) - {row.id for row in rows}:
            self._cards.pop(gone).deleteLater()
        for place, row in enumerate(rows):
            card = self._cards.get(row.id) or self._add(ConcernCard(self._place, row), row.id)
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
                card.show()
            card.show_concern(row, draft.text if draft else "")

    def start(self, draft: int, phrase: str) -> None:
        """Ask what the concern is."""
        self._start.hide()
        self.raising.start(draft, phrase)

    def card(self, concern: int) -> ConcernCard:
        return self._cards[concern]

    def _add(self, card: ConcernCard, concern: int) -> ConcernCard:
        self._cards[concern] = card
        card.wants_text.connect(self.wants_text)
        card.settled.connect(self.settled)
        return card
