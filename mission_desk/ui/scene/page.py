"""Set the scene: whose workshop it is, when, who is in the room, and what the company wants. Saved as it is
typed."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mission_desk.core.agenda import agenda
from mission_desk.core.file.document import Changes
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.page import Page
from mission_desk.ui.parts.cards import column, scrolled
from mission_desk.ui.parts.fields import AreaField, LineField
from mission_desk.ui.parts.labels import label
from mission_desk.ui.scene.seats import SeatsCard
from mission_desk.ui.scene.texts import CompanyThreeCard, company_card, whose_card
from mission_desk.ui.scene.when import WhenCard
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

TWO_COLUMNS = 700  # px of the page
FIRST_GROUP = {"company-mission": 1, "company-top-three": 2}  # of the three cards of texts, by step
NAMES_IN_SIGHT = 60 * UNIT  # px around the first name
WIDEST = 1240  # px of both columns: longer lines are hard to read


class ScenePage(Page):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.whose, self.company, self.three = whose_card(place), company_card(place), CompanyThreeCard(place)
        self.when, self.seats = WhenCard(place), SeatsCard(place)
        self._step = 0
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(4 * UNIT)
        for cards in ((self.whose, self.company, self.three), (self.when, self.seats)):
            self._columns.addLayout(self._stack(cards), 1)
        content = QWidget()
        layout = column(content, (7 * UNIT, 5 * UNIT, 7 * UNIT, 6 * UNIT), UNIT)
        layout.addWidget(label(tr("Set the scene"), "heading"))
        sentence = tr(
            "What you write here stays in sight all day: on the stage, beside the statements, on the posters."
        )
        layout.addWidget(label(sentence, "quiet", wrap=True))
        layout.addSpacing(3 * UNIT)
        layout.addLayout(self._columns)
        layout.addStretch(1)
        content.setMaximumWidth(WIDEST)
        self._scroll = scrolled(content)
        self.seats.opened.connect(self._show_names)
        column(self).addWidget(self._scroll)

    def _stack(self, cards: tuple[QWidget, ...]) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setSpacing(4 * UNIT)
        for card in cards:
            stack.addWidget(card)
        stack.addStretch(1)
        return stack

    def enter(self) -> None:
        self._show()
        self._to_first_gap()

    def leave(self) -> None:
        """Read a date that is half typed before the page is left."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def follow(self, changes: Changes) -> None:
        if changes.touches("workshop", "seat", "priority", "step"):
            self._show()
        if changes.name.startswith("session.step") and agenda.current_step(self.doc).id != self._step:
            self._to_first_gap()

    def _to_first_gap(self) -> None:
        """Put the cursor where the first answer of the open step is missing."""
        groups: list[list[LineField | AreaField]] = [
            list(self.whose.fields.values()), list(self.company.fields.values()), [*self.three.fields],
        ]  # fmt: skip
        step = agenda.current_step(self.doc)
        self._step = step.id  # the day may begin in the same step: the cursor stays where somebody types
        first = FIRST_GROUP.get(step.key, 0)
        gap = next((field for group in groups[first:] for field in group if not field.shown), None)
        if gap is not None:
            gap.setFocus()
            self._scroll.ensureWidgetVisible(gap)

    def _show_names(self) -> None:
        """The list of names is long and opens below the edge of a low screen."""
        QTimer.singleShot(0, self, self._bring_names)  # once the cards have their places

    def _bring_names(self) -> None:
        if self.seats.names.fields:
            self._scroll.ensureWidgetVisible(self.seats.names.fields[0], 0, NAMES_IN_SIGHT)

    def _show(self) -> None:
        for card in (self.whose, self.company, self.three, self.when, self.seats):
            card.show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        two = self.width() >= TWO_COLUMNS
        way = QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
