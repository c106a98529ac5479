"""A list that drops down, in the theme's colours: the style sheet takes the system's arrow away, and a wheel
that turns over it while somebody scrolls must not change what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from mission_desk.ui.look import icons
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens

ARROW, FROM_EDGE = 16, 10  # px
MOST = 14  # entries in sight at once


class Chooser(QComboBox):
    """`chosen(key)` when the user picks an entry; `name` is for screen readers."""

    chosen = Signal(object)

    def __init__(self, tokens: Tokens, name: str) -> None:
        super().__init__()
        self._tokens = tokens
        self._shown: list[tuple[object, str]] = []
        self.setAccessibleName(name)
        self.setMaxVisibleItems(MOST)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.activated.connect(lambda at: self.chosen.emit(self.itemData(at)))

    def show_entries(self, entries: Sequence[tuple[object, str]]) -> None:
        """`entries` are (key, words); an open list is left alone where they are what it shows."""
        if list(entries) == self._shown:
            return
        self._shown = list(entries)
        self.clear()
        for key, words in entries:
            self.addItem(words, key)

    def show_choice(self, key: object) -> None:
        self.setCurrentIndex(self.findData(key))

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(self.width() - ARROW - FROM_EDGE, (self.height() - ARROW) / 2, ARROW, ARROW)
        icons.paint(painter, "chevron-down", self._tokens.ink2, box)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
