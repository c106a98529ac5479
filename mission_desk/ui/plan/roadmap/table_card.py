"""The card around the table: the names of the columns, which stay in sight and sort, over the rows, which
scroll."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.cards import Card, scrolled
from mission_desk.ui.parts.labels import set_tip
from mission_desk.ui.plan.roadmap.columns import BETWEEN, column_names, columns
from mission_desk.ui.plan.roadmap.lines import Sorting
from mission_desk.ui.plan.roadmap.row_face import draw_head
from mission_desk.ui.plan.roadmap.table import RoadTable
from mission_desk.words import tr

HEAD, AROUND = 36, 40  # px: height of the head; what stays in sight around a row


class TableHead(QWidget):
    """`sorts(column)` when the name of a column is pressed."""

    sorts = Signal(str)

    def __init__(self, table: RoadTable, tokens: Tokens) -> None:
        super().__init__()
        self._table, self._tokens = table, tokens
        self._sorting = Sorting()
        self.setFixedHeight(HEAD)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tip(self, tr("Press to sort, press again to turn, once more for the agreed order"))

    def show_sorting(self, sorting: Sorting) -> None:
        self._sorting = sorting
        self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        names = column_names()
        if self._sorting.column is not None:
            arrow = "↓" if self._sorting.backwards else "↑"
            names[self._sorting.column] = f"{names[self._sorting.column]} {arrow}"
        painter = QPainter(self)
        draw_head(
            painter,
            self._table.width(),
            HEAD,
            names,
            self._tokens,
        )
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        for column in columns(self._table.width()):
            if column.x <= x < column.right + BETWEEN:
                self.sorts.emit(column.name)


class TableCard(Card):
    sorts = Signal(str)

    def __init__(self, table: RoadTable, tokens: Tokens) -> None:
        super().__init__("card", (1, 1, 1, 1), 0)
        self.head = TableHead(table, tokens)
        self.head.sorts.connect(self.sorts)
        self.area = scrolled(table)
        self.column.addWidget(self.head)
        self.column.addWidget(self.area, 1)
        self.show_sorting = self.head.show_sorting

    def bring_into_sight(self, box: QRect) -> None:
        """All of the row where the area is high enough, else its upper edge."""
        middle = box.center()
        self.area.ensureVisible(middle.x(), box.bottom(), 0, AROUND)
        self.area.ensureVisible(middle.x(), box.top(), 0, min(AROUND, box.top()))
