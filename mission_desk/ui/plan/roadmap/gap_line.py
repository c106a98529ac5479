"""The line that names what the road map lacks. Pressing a gap leads to its rows, one after the other; a role
without a guideline begins one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import clear, row
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.plan.roadmap.gap_words import GapWords
from mission_desk.words import tr, trn


class GapLine(QFrame):
    """`leads(rows)` to the guidelines of a gap; `begins(role, priority)` one; `asks` about today's measures;
    `narrows` to the rows that lack something, or back to all."""

    leads = Signal(object)
    begins = Signal(str, object)
    asks = Signal()
    narrows = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "gap-line")
        self._shown: list[GapWords] | None = None
        self._words = QWidget()
        set_look(self._words, "clear")
        self._flow = FlowLayout(self._words, 2)
        self.narrow = button("", self.narrows.emit, "gap")
        self.narrow.setCheckable(True)
        line = row(self._words, self.narrow)
        line.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        line.setStretch(0, 1)
        line.setAlignment(self.narrow, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def show_gaps(self, gaps: list[GapWords], lacking: int, *, narrowed: bool) -> None:
        """`lacking` is how many rows `narrows` would show."""
        self.setVisible(bool(gaps) or narrowed)
        words = tr("Show all") if narrowed else trn("Show this one", "Show these {n}", lacking)
        self.narrow.setText(f"{words}  [G]")
        self.narrow.setChecked(narrowed)
        self.narrow.setVisible(narrowed or lacking > 0)
        if gaps == self._shown:
            return
        self._shown = gaps
        clear(self._flow)
        for gap in gaps:
            self._put(gap)
        self._flow.invalidate()
        self.updateGeometry()

    def _put(self, gap: GapWords) -> None:
        if gap.head:
            head = label(gap.head, "gap-head")
            head.setFixedHeight(6 * UNIT)
            self._flow.addWidget(head)
        self._flow.addWidget(self._name(gap))

    def _name(self, gap: GapWords) -> QPushButton:
        pressed = button(gap.names, self._does(gap), "gap")
        pressed.setAccessibleName(f"{gap.head} {gap.names}".strip())
        pressed.setFixedHeight(6 * UNIT)
        return pressed

    def _does(self, gap: GapWords) -> Callable[[], object]:
        if gap.role or gap.priority is not None:
            return partial(self.begins.emit, gap.role, gap.priority)
        return self.asks.emit if gap.kpis else partial(self.leads.emit, gap.rows)

    def text(self) -> str:
        """All of it, as it is read."""
        return " · ".join(f"{gap.head} {gap.names}".strip() for gap in self._shown or ())
