"""Where to, or which? A small list beside the selection, each line with its key: one press takes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from mission_desk.ui.board.commands.shortcut_line import Lettered
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import label, look

WIDTH, GAP, LONGEST = 280, 8, 9


class LetterList(QDialog):
    """`taken(meant)` for the line that was chosen. A popup: a click elsewhere closes it."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, title: str, lines: Sequence[Lettered]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._canvas, self.lines = parent, tuple(lines)
        look(self, "popup")
        self._keys = {line.letter: row for row, line in enumerate(lines) if line.letter}
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for line in lines:
            self.list.addItem(_item(line))
        self.list.setCurrentRow(0)
        self.list.itemClicked.connect(lambda _item: self._take(self.list.currentRow()))
        layout = column(self, (10, 10, 10, 10))
        layout.addWidget(label(title, "section"))
        layout.addWidget(self.list)
        rows = min(LONGEST, self.list.count())
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth() + 2)
        self.setFixedWidth(WIDTH)

    def open_beside(self, boxes: Sequence[QRectF]) -> None:
        """Below the selection, above it where there is no room, always inside the canvas."""
        canvas = self._canvas
        self.adjustSize()
        lowest = canvas.height() - self.height() - GAP
        below = round(max(box.bottom() for box in boxes)) + GAP
        above = round(min(box.top() for box in boxes)) - GAP - self.height()
        left = round(min(box.left() for box in boxes))
        x = max(GAP, min(left, canvas.width() - self.width() - GAP))
        y = max(GAP, min(below if below <= lowest else above, lowest))
        self.move(canvas.mapToGlobal(QPoint(x, y)))
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = None if event.isAutoRepeat() else self._keys.get(event.text().upper())  # a key held too long
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if row is not None:
            self._take(row)
        elif step is not None:
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()

    def _take(self, row: int) -> None:
        self.close()
        self.taken.emit(self.lines[row].meant)


def _item(line: Lettered) -> QListWidgetItem:
    item = QListWidgetItem(f"{line.letter}\u2002{line.words}" if line.letter else f"\u2003{line.words}")
    if line.icon is not None:
        item.setIcon(line.icon)
    return item
