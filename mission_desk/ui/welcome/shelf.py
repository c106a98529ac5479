"""Where the welcome page's cards stand: four, two or one in a line as the width allows, and the arrow keys
between."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.cards import PressCard, column

FOUR_IN_LINE, TWO_IN_LINE, SIDE_BY_SIDE = 1120, 600, 860  # px of the page
WIDEST = 1360  # px of the cards; a wider window gets wider margins
GAP = 4 * UNIT
TALL = 44 * UNIT  # of a method's card where all four stand in a line
STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0), Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1), Qt.Key.Key_Down: QPoint(0, 1),
}  # fmt: skip


class Shelf(QWidget):
    """`reached(card)` when the arrow keys have gone to another card, so that it can be scrolled into
    sight."""

    reached = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.outer = QHBoxLayout(self)
        self.head = QVBoxLayout()
        self.head.setSpacing(3 * UNIT)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self.left, self.right = QWidget(), QWidget()
        self.left_column, self.right_column = (
            column(self.left, spacing=3 * UNIT),
            column(self.right, spacing=3 * UNIT),
        )
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(10 * UNIT)
        self._lower.addWidget(self.left, 7)
        self._lower.addWidget(self.right, 5)
        whole = QVBoxLayout()
        self.below_cards = QHBoxLayout()
        self.below_cards.setSpacing(2 * UNIT)
        for part, gap in ((self.head, 8), (self._grid, 1), (self.below_cards, 5), (self._lower, 0)):
            whole.addLayout(part)
            whole.addSpacing(gap * UNIT)
        whole.addStretch(1)
        self.outer.addLayout(whole)
        self._cards: list[QWidget] = []

    def put_cards(self, cards: list[QWidget]) -> None:
        self._cards = cards
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = self.width()
        side = max((width - WIDEST) // 2, 6 * UNIT, width * 75 // 1000)
        self.outer.setContentsMargins(side, max(6 * UNIT, width * 6 // 100), side, 8 * UNIT)
        self._lower.setDirection(
            QBoxLayout.Direction.LeftToRight if width >= SIDE_BY_SIDE else QBoxLayout.Direction.TopToBottom
        )
        in_line = 4 if width >= FOUR_IN_LINE else 2 if width >= TWO_IN_LINE else 1
        for number in range(4):
            self._grid.setColumnStretch(number, 1 if number < in_line else 0)
        for number, card in enumerate(self._cards):
            card.setMinimumHeight(TALL if in_line == 4 else 0)
            self._grid.addWidget(card, number // in_line, number % in_line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys arrive here from a card that does not use them."""
        step = STEPS.get(Qt.Key(event.key()))
        here = self.focusWidget()
        neighbour = self._neighbour(here, step) if step and isinstance(here, PressCard) else None
        if neighbour is None:
            super().keyPressEvent(event)
            return
        neighbour.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(neighbour)

    def _neighbour(self, here: QWidget, step: QPoint) -> QWidget | None:
        """The card whose middle is nearest in that direction; what lies aside counts as twice as far."""
        start = here.mapTo(self, here.rect().center())
        distances: list[tuple[int, int]] = []
        cards = [card for card in self.findChildren(PressCard) if card is not here and card.isVisible()]
        for number, card in enumerate(cards):
            way = card.mapTo(self, card.rect().center()) - start
            along, aside = QPoint.dotProduct(way, step), abs(way.x() * step.y()) + abs(way.y() * step.x())
            if along > 4 * UNIT:
                distances.append((along + 2 * aside, number))
        return cards[min(distances)[1]] if distances else None
