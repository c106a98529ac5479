"""Where do the selected notes go? A small list of clusters, each with its letter: one key sends them
there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from mission_desk.core.rows import Cluster
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import label, look
from mission_desk.words import tr

NEW = "G"  # the key that opened the list, pressed again
LETTERS = ascii_uppercase.replace(NEW, "")
WIDTH, GAP, LONGEST = 280, 8, 9


@dataclass(frozen=True, slots=True)
class Lettered:
    """A cluster and its letter; the letter is empty where the alphabet is used up."""

    letter: str
    cluster: int
    name: str


def lettered(clusters: Sequence[Cluster]) -> list[Lettered]:
    """In the order they were made, so that a letter stays what it is while notes are sorted."""
    order = sorted(clusters, key=lambda cluster: cluster.id)
    letters = LETTERS + " " * max(0, len(order) - len(LETTERS))
    return [Lettered(letters[n].strip(), row.id, row.name) for n, row in enumerate(order)]


class ClusterList(QDialog):
    """`taken(Lettered)` for a cluster, `wants_new` for a new one. A popup: a click elsewhere closes it."""

    taken = Signal(object)
    wants_new = Signal()

    def __init__(self, parent: QWidget, clusters: Sequence[Lettered]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._canvas = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look(self, "popup")
        self._keys = {each.letter: row for row, each in enumerate(clusters, 1) if each.letter} | {NEW: 0}
        self._meant: list[Lettered | None] = [None, *clusters]
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItem(_line(NEW, tr("New cluster")))
        for each in clusters:
            self.list.addItem(_line(each.letter, each.name))
        self.list.setCurrentRow(0)
        self.list.itemClicked.connect(lambda _item: self._take(self.list.currentRow()))
        layout = column(self, (10, 10, 10, 10))
        layout.addWidget(label(tr("To which cluster?"), "section"))
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
        row = None if event.isAutoRepeat() else self._keys.get(event.text().upper())  # a G held too long
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
        chosen = self._meant[row]
        self.close()
        if chosen is None:
            self.wants_new.emit()
        else:
            self.taken.emit(chosen)


def _line(letter: str, name: str) -> QListWidgetItem:
    return QListWidgetItem(f"{letter}\u2002{name}" if letter else f"\u2003{name}")
