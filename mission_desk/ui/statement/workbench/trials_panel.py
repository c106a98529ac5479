"""Three tests of a draft, side by side: swap, opposite, by heart."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from mission_desk.core.file.rows import Draft
from mission_desk.core.statement import draft_tests
from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.statement.workbench.heart_card import HeartCard
from mission_desk.ui.statement.workbench.swap_card import OppositeCard, SwapCard
from mission_desk.ui.workplace import Workplace

NARROW = 760  # px; below, the third stands under the first two


class Trials(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._doc = place.doc
        self.swap, self.opposite, self.heart = SwapCard(place), OppositeCard(place), HeartCard(place)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._arrange()

    def show_draft(self, draft: Draft) -> None:
        """While the room reads or remembers, nothing else here may say the sentence."""
        for card in (self.swap, self.opposite, self.heart):
            card.show_draft(draft)
        tested = bool(draft_tests.heart_state(self._doc, draft.id))
        for card in (self.swap, self.opposite):
            card.setVisible(not tested)

    def resizeEvent(self, event: object) -> None:
        self._arrange()

    def _arrange(self) -> None:
        columns = 3 if self.width() >= NARROW else 2
        for place, card in enumerate((self.swap, self.opposite, self.heart)):
            self._grid.addWidget(
                card, place // columns, place % columns, 1, columns if place >= columns else 1
            )
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < columns))
