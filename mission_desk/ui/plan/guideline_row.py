"""One guideline as a line of the table. A click on a cell opens the editor there; Enter opens it at the
first field."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan.measures import from_to
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts import dates
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr

# field of a guideline, and its share of a wide and of a narrow table
COLUMNS = (
    ("role", 14, 19), ("text", 35, 28), ("measure", 19, 20), ("data", 14, 0), ("owner", 14, 16),
    ("due", 10, 9),
)  # fmt: skip
NOTHING = "—"
NARROW = 800  # px of the table below which new data has no column and stands under the guideline


def cell(style: str) -> QLabel:
    """As wide as its column says and as high as its words need."""
    words = label("", style, wrap=True)
    words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return words


def table_line(parent: QWidget, height: int) -> QHBoxLayout:
    layout = QHBoxLayout(parent)
    layout.setContentsMargins(3 * UNIT, height, 3 * UNIT, height)
    layout.setSpacing(4 * UNIT)
    return layout


def share_width(line: QHBoxLayout, *, narrow: bool) -> None:
    for place, (_field, wide_share, narrow_share) in enumerate(COLUMNS):
        line.setStretch(place, narrow_share if narrow else wide_share)


def stacked(upper: QWidget, lower: QWidget) -> QWidget:
    stack_area = QWidget()
    stack_area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    stack = column(stack_area, spacing=0)
    stack.addWidget(upper)
    stack.addWidget(lower)
    stack.addStretch(1)
    return stack_area


class RoadRow(QFrame):
    """`edits(guideline, field)`; `stepped(by)` when the arrow keys go to another row;
    `reached(guideline)`."""

    edits = Signal(int, str)
    stepped = Signal(int, int)
    reached = Signal(int)
    removes = Signal(int)

    def __init__(self, guideline: int) -> None:
        super().__init__()
        self._id = guideline
        set_look(self, "table-row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._numbers, self._data_line = cell("quiet"), cell("tiny")
        self._narrow = False
        self.cells = {
            "role": cell("strong"), "text": cell("serif-small"), "measure": cell(""),
            "data": cell(""), "owner": cell(""), "due": cell(""),
        }  # fmt: skip
        self._line = table_line(self, 3 * UNIT)
        for field, _wide, _narrow in COLUMNS:
            below = {"measure": self._numbers, "text": self._data_line}.get(field)
            self._line.addWidget(stacked(self.cells[field], below) if below else self.cells[field])

    def show_guideline(self, row: Guideline, near: date, *, role: str, open_now: bool) -> None:
        """`role` is what the first cell says: in the view by role only the first row of each names it."""
        set_look(self, "table-open" if open_now else "table-row")
        self.cells["role"].setText(role)
        self._say("text", row.text, "serif-small", tr("What will they do differently?"))
        self._say("measure", row.measure, "")
        self._say("data", row.data, "")
        self.cells["owner"].setText(row.owner or tr("nobody yet"))
        set_look(self.cells["owner"], "" if row.owner else "warn-plain")
        self._say("due", dates.show_day_near(row.due, near), "")
        self._numbers.setText(from_to(row))
        self._numbers.setVisible(bool(from_to(row)))
        self._data_line.setText(tr("New data: {data}", data=row.data) if row.data else "")
        self._fold()
        self.setAccessibleName(f"{row.role}: {row.text}")

    def show_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._fold()

    def _fold(self) -> None:
        share_width(self._line, narrow=self._narrow)
        self.cells["data"].setVisible(not self._narrow)
        self._data_line.setVisible(self._narrow and bool(self._data_line.text()))

    def _say(self, field: str, text: str, style: str, otherwise: str = NOTHING) -> None:
        self.cells[field].setText(text or otherwise)
        set_look(self.cells[field], style if text else "quiet")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.edits.emit(self._id, self._field_at(event.position().toPoint()))

    def _field_at(self, point: QPoint) -> str:
        for field, cell in self.cells.items():
            if cell.isHidden():
                continue
            left = cell.mapTo(self, QPoint(0, 0)).x()
            if left <= point.x() <= left + cell.width() + 4 * UNIT:
                return field
        return "role"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.edits.emit(self._id, "role")
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(self._id, 1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Delete:
            self.removes.emit(self._id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self._id)
