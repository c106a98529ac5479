"""The table of guidelines: its head, its rows in the order of the view, and the editor under the open one;
without guidelines, what one is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from mission_desk.core.file.plan_rows import Guideline
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.cards import Card
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.plan.guideline_editor import GuidelineEditor, field_names
from mission_desk.ui.plan.guideline_row import COLUMNS, NARROW, RoadRow, cell, share_width, table_line
from mission_desk.words import tr


class RoadTable(Card):
    """`edits(guideline, field)`, `reached(guideline)`, `removes(guideline)`."""

    edits = Signal(int, str)
    reached = Signal(int)
    removes = Signal(int)

    def __init__(self, editor: GuidelineEditor) -> None:
        super().__init__("card", (0, 0, 0, 2 * UNIT), 0)
        self._editor = editor
        self._editor.hide()
        self.rows: dict[int, RoadRow] = {}
        self._order: list[int] = []
        self._open: int | None = None
        self._heads: dict[str, QWidget] = {}
        self.column.addWidget(self._head())
        self.column.addWidget(editor)

    def _head(self) -> QWidget:
        head = QFrame()
        set_look(head, "table-head")
        self._line = layout = table_line(head, 2 * UNIT)
        names = field_names()
        for field, _wide, _narrow in COLUMNS:
            title = cell("section")
            title.setText(names[field])
            layout.addWidget(title)
            self._heads[field] = title
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < NARROW
        share_width(self._line, narrow=narrow)
        self._heads["data"].setVisible(not narrow)
        for row in self.rows.values():
            row.show_narrow(narrow)

    def show_rows(
        self, guidelines: list[Guideline], near: date, *, by_role: bool, open_row: int | None
    ) -> None:
        """`guidelines` in the order to show them; `open_row` is the one whose editor is open."""
        self._fit_rows([row.id for row in guidelines], open_row)
        role = None
        for row in guidelines:
            shown = "" if by_role and row.role == role else row.role or "—"
            role = row.role
            self.rows[row.id].show_guideline(row, near, role=shown, open_now=row.id == open_row)
            if row.id == open_row:
                self._editor.show_guideline(row)
        self._editor.setVisible(open_row is not None)

    def _fit_rows(self, order: list[int], open_row: int | None) -> None:
        """Move widgets only where the order differs, so that whoever types keeps the focus."""
        if order == self._order and open_row == self._open:
            return
        for gone in set(self.rows) - set(order):
            old = self.rows.pop(gone)
            old.hide()
            old.deleteLater()
        for place, guideline in enumerate(order):
            if guideline not in self.rows:
                self.rows[guideline] = self._made(guideline)
            self.column.removeWidget(self.rows[guideline])
            self.column.insertWidget(place + 1, self.rows[guideline])
            self.rows[guideline].show()  # the layout would do it only later, and the hidden takes no focus
        self.column.removeWidget(self._editor)
        at = order.index(open_row) + 2 if open_row in order else len(order) + 1
        self.column.insertWidget(at, self._editor)
        self._order, self._open = order, open_row
        self._fold()

    def _made(self, guideline: int) -> RoadRow:
        row = RoadRow(guideline)
        row.edits.connect(self.edits)
        row.reached.connect(self.reached)
        row.removes.connect(self.removes)
        row.stepped.connect(self._step)
        return row

    def _step(self, guideline: int, by: int) -> None:
        to = self.neighbour(guideline, by)
        if to is not None:
            self.rows[to].setFocus()

    def neighbour(self, guideline: int, by: int) -> int | None:
        """The row above (-1) or below (1) as it is shown; None at the ends."""
        place = self._order.index(guideline) + by if guideline in self._order else -1
        return self._order[place] if 0 <= place < len(self._order) else None


class FirstGuideline(Card):
    """What the empty road map says: what a guideline is, one example, and the key for the first."""

    def __init__(self, keys: str) -> None:
        """`keys` begin the first guideline."""
        super().__init__("card", (6 * UNIT, 5 * UNIT, 6 * UNIT, 6 * UNIT), 2 * UNIT)
        words = tr(
            "One line for each role: what they do, how anybody would notice, who looks after it, until when."
        )
        example = tr(
            "Agent: Stay on the line until it works. First-contact resolution, 61 % to 80 %, by 31 January."
        )
        put = self.column.addWidget
        put(label(tr("From Monday on, who does what differently?"), "title", wrap=True))
        put(label(words, "body", wrap=True))
        put(label(example, "serif-small", wrap=True))
        put(label(tr("The first one: {keys}", keys=keys), "quiet"))
