"""Where to, or which? A small list beside the selection, each line with its key: one press takes it.
Also the lines of the lists that send notes to a cluster or a board and give a cluster its colour."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from string import ascii_uppercase

from msgspec import Struct
from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from mission_desk.core.file.closed_sets import STYLES
from mission_desk.core.file.rows import Board, Cluster
from mission_desk.core.room.style_words import style_names
from mission_desk.ui.board.colour_dot import colour_dot
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.keys.key_positions import latin_sign
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr

WIDTH, GAP, LONGEST = 280, 8, 9
NEW = "G"  # the key that opened the list, pressed again
LETTERS = ascii_uppercase.replace(NEW, "")


class ShortcutLine(Struct, frozen=True):
    """A line: its key (empty where the alphabet is used up), what it says, what it stands for."""

    letter: str
    words: str
    value: object
    icon: QIcon | None = None


class LetterList(QDialog):
    """`taken(value)` of the line that was chosen. A popup: a click elsewhere closes it."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, title: str, lines: Sequence[ShortcutLine]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._canvas, self.lines = parent, tuple(lines)
        set_look(self, "popup")
        self._keys = {line.letter: row for row, line in enumerate(lines) if line.letter}
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for line in lines:
            self.list.addItem(_item(line))
        self.list.setCurrentRow(0)
        self.list.itemClicked.connect(self._take_current)
        layout = column(self, (10, 10, 10, 10))
        layout.addWidget(label(title, "section"))
        layout.addWidget(self.list)
        rows = min(LONGEST, self.list.count())
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth() + 2)
        self.setFixedWidth(WIDTH)

    def open_beside(self, boxes: Sequence[QRectF]) -> None:
        """Open below the selection, above it where there is no room, always inside the canvas."""
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
        row = None if event.isAutoRepeat() else self._row_of(event)  # a key held too long
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if row is not None:
            self._take(row)
        elif step is not None:
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_current()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()

    def _row_of(self, event: QKeyEvent) -> int | None:
        row = self._keys.get(event.text().upper())
        return row if row is not None else self._keys.get(latin_sign(event).upper())

    def _take_current(self) -> None:
        self._take(self.list.currentRow())

    def _take(self, row: int) -> None:
        self.close()
        self.taken.emit(self.lines[row].value)


def _item(line: ShortcutLine) -> QListWidgetItem:
    item = QListWidgetItem(f"{line.letter}\u2002{line.words}" if line.letter else f"\u2003{line.words}")
    if line.icon is not None:
        item.setIcon(line.icon)
    return item


def cluster_lines(clusters: Sequence[Cluster]) -> list[ShortcutLine]:
    """A new one first; then in the order they were made, so that a letter stays what it is while notes are
    sorted. Each stands for its cluster's row, the new one for None."""
    order = sorted(clusters, key=attrgetter("id"))
    letters = LETTERS + " " * max(0, len(order) - len(LETTERS))
    return [
        ShortcutLine(NEW, tr("A new cluster"), None),
        *(ShortcutLine(letters[n].strip(), row.name, row) for n, row in enumerate(order)),
    ]


def board_lines(boards: Sequence[Board], here: int, tokens: Tokens) -> list[ShortcutLine]:
    """Every board but this one by its number in the row of tabs; each stands for its row."""
    return [
        ShortcutLine(str(n) if n < 10 else "", board.title, board, colour_dot(tokens.style(board.style)))
        for n, board in enumerate(boards, 1)
        if board.id != here
    ]


def colour_lines(tokens: Tokens) -> list[ShortcutLine]:
    """The colours of notes by number, and none; each stands for a style, or for an empty one."""
    words = style_names()
    named = [
        ShortcutLine(str(n), words[style], style, colour_dot(tokens.style(style)))
        for n, style in enumerate(STYLES, 1)
    ]
    return [*named, ShortcutLine("0", tr("No colour"), "", colour_dot(tokens.panel))]
