"""The table of the road map. It draws the lines that are in sight, takes keys and mouse, and has the fields
of the open row as a widget at its place."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.keys.letters import write_after
from mission_desk.ui.plan.roadmap.columns import ColumnName, columns
from mission_desk.ui.plan.roadmap.lines import Lines
from mission_desk.ui.plan.roadmap.picking import Picking
from mission_desk.ui.plan.roadmap.row_editor import RowEditor
from mission_desk.ui.plan.roadmap.row_face import draw_line, outline, row_face
from mission_desk.words import tr

STEPS = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_Home: -100_000, Qt.Key.Key_End: 100_000,
}  # fmt: skip
OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
MANY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class RoadTable(QWidget):
    """`edits(column)` of the line on which the keys stand; `moved` when another one is picked; `lettered`
    for a single letter; `dropped(place)` when picked rows were dragged before the line at that place."""

    edits = Signal(str)
    moved = Signal()
    lettered = Signal(str)
    dropped = Signal(int)

    def __init__(self, editor: RowEditor, tokens: Tokens) -> None:
        super().__init__()
        self._tokens, self.editor = tokens, editor
        self.picking = Picking()
        self.letters_write = False  # whatever is picked: nobody has turned to the rows since
        self._today = date.min
        self._open: int | None = None
        self._tops: list[int] = [0]
        self._pressed: QPoint | None = None
        self._drop: int | None = None
        editor.setParent(self)
        editor.hide()
        editor.resized.connect(self._place)
        self.setAccessibleName(tr("Guidelines of the road map"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # what is shown

    @property
    def lines(self) -> Lines:
        return self.picking.lines

    def show_lines(self, lines: Lines, today: date, open_row: int | None) -> None:
        """`open_row` is the guideline that is written in."""
        self._today, self._open = today, open_row
        self.picking.follow(lines)
        self._place()
        self._describe()
        self.update()

    def _place(self) -> None:
        """Find the height of each line. The fields stand in that of the open one."""
        place = self.lines.place_of(self._open)
        self._tops = [0]
        for n, line in enumerate(self.lines.every):
            face = row_face(line, self.width(), self._today)
            high = self.editor.height_at(self.width()) if n == place else face.height
            self._tops.append(self._tops[-1] + high)
        self.setFixedHeight(max(1, self._tops[-1]))
        self.editor.setVisible(place is not None)
        if place is not None:
            self.editor.setGeometry(self.line_box(place))
        self.update()

    def line_box(self, place: int) -> QRect:
        return QRect(0, self._tops[place], self.width(), self._tops[place + 1] - self._tops[place])

    def cell_box(self, place: int, name: ColumnName) -> QRect:
        """Of a column that has made room: the whole line."""
        box = self.line_box(place)
        column = next((each for each in columns(self.width()) if each.name == name), None)
        return (
            box if column is None else QRect(column.x - 6, box.y() + 3, column.width + 12, box.height() - 6)
        )

    def place_at(self, y: int) -> int | None:
        place = bisect_right(self._tops, y) - 1
        return place if 0 <= place < len(self.lines.every) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def _describe(self) -> None:
        """What a screen reader says of the line on which the keys stand."""
        line = self.picking.line()
        row = line.row if line is not None else None
        words = f"{row.role}: {row.text}" if row is not None else line.role if line is not None else ""
        self.setAccessibleDescription(words)

    # drawing

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = max(0, bisect_right(self._tops, event.rect().top()) - 1)
        for place in range(first, len(self.lines.every)):
            if self._tops[place] > event.rect().bottom():
                break
            self._draw(painter, place)
        self._draw_drop(painter)
        painter.end()

    def _draw(self, painter: QPainter, place: int) -> None:
        line, box, t = self.lines.every[place], self.line_box(place), self._tokens
        is_open = line.row is not None and line.row.id == self._open
        picked = line.row is not None and line.row.id in self.picking.picked
        if is_open or picked or line.kind == "group":
            painter.fillRect(box, QColor(t.paper if line.kind == "group" else t.accent_soft))
        if place and (line.role or line.kind != "guideline" or is_open):
            painter.setPen(QPen(QColor(t.line), 1))
            painter.drawLine(0, box.y(), self.width(), box.y())
        if is_open:
            return
        draw_line(painter, line, row_face(line, self.width(), self._today), box.y(), self.width(), t)
        if place == self.picking.here and self.hasFocus():
            outline(painter, QRectF(self.cell_box(place, self._shown_column(place))), t)

    def _shown_column(self, place: int) -> ColumnName:
        return "text" if self.lines.every[place].kind == "offer" else self.picking.column

    def _draw_drop(self, painter: QPainter) -> None:
        if self._drop is not None:
            painter.fillRect(
                QRect(0, self._tops[self._drop] - 1, self.width(), 3), QColor(self._tokens.accent)
            )

    # keys

    def expect_words(self) -> None:
        """The next letters are words, not commands on what happens to be picked."""
        self.letters_write = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in STEPS and not event.modifiers() & ~MANY:
            self.letters_write = False
            self.picking.step(STEPS[key], extend=shift)
            self._tell()
        elif key in ASIDE and not event.modifiers():
            self._step_aside(ASIDE[key])
        elif key == Qt.Key.Key_Escape and self.give_up_drag():
            self.unsetCursor()
        elif key == Qt.Key.Key_Delete:
            self.lettered.emit("Delete")
        elif key in OPEN:
            self.edits.emit(self.picking.column)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.letters_write = False
            self.picking.pick_all()
            self._tell()
        elif event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.lettered.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _step_aside(self, by: int) -> None:
        names = [column.name for column in columns(self.width())]
        at = names.index(self.picking.column) if self.picking.column in names else 1
        self.picking.column = names[max(0, min(len(names) - 1, at + by))]
        self.update()

    def _tell(self) -> None:
        self._describe()
        self.update()
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.letters_write = write_after(event.reason(), self.letters_write)
        if self.picking.here is None:
            self.picking.step(0)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint().y())
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            return
        if self.lines.every[place].kind == "group":
            return
        self.letters_write = False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.picking.toggle(place)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.picking.stand_on(place, extend=True)
        else:
            self._press(place, event.position().toPoint())
        self._tell()

    def _press(self, place: int, at: QPoint) -> None:
        line = self.lines.every[place]
        if line.row is None or line.row.id not in self.picking.picked:
            self.picking.stand_on(place)
        self.picking.here, self._pressed = place, at
        self.picking.column = self._column_at(at.x())

    def _column_at(self, x: int) -> ColumnName:
        return next((each.name for each in columns(self.width()) if x < each.right + 8), "state")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None:
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._drop is not None or (far and self.picking.rows()):
            self._drop = self._drop_place(at.y())
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def _drop_place(self, y: int) -> int:
        """Before which line: the nearest edge, and never among the offers."""
        place = self.place_at(max(0, y))
        last = sum(line.kind != "offer" for line in self.lines.every)
        if place is None:
            return last
        box = self.line_box(place)
        return min(last, place + (y > box.center().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, drop = self._pressed, self._drop
        self._pressed = self._drop = None
        self.unsetCursor()
        self.update()
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if drop is not None:
            self.dropped.emit(self._drop_place(event.position().toPoint().y()))
            return
        self.picking.stand_on(self.picking.here)
        self.edits.emit(self.picking.column)

    def give_up_drag(self) -> bool:
        """Put back what is being dragged; False where nothing is."""
        was, self._drop, self._pressed = self._drop, None, None
        self.update()
        return was is not None
