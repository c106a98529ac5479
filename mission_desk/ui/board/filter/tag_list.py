"""The tags of a board as chips to press: each shows only the notes that carry it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.flow import FlowLayout

MOST = 24  # chips; the filter's card has them too
Tagged = tuple[str, str, int]
"""A tag's key, its word, and how many notes carry it."""


class TagList(QWidget):
    """`chosen(key)` when one is pressed."""

    chosen = Signal(str)

    def __init__(self, tags: Sequence[Tagged]) -> None:
        super().__init__()
        self._flow = FlowLayout(self, UNIT + 2)
        for key, word, count in tags[:MOST]:
            self._flow.addWidget(button(f"#{word} · {count}", partial(self.chosen.emit, key), "pick"))

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self._flow.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self._flow.heightForWidth(self.width()))
