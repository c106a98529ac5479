"""Type a few letters, take a line: Ctrl+K does any action, Ctrl+F finds any words. Popups, so they never
block the stage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mission_desk.core.whole.search import Hit
from mission_desk.ui.commands import Commands
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.palette_lines import Found, Line, where
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.search import Search
from mission_desk.ui.windows import Windows
from mission_desk.words import tr, trn

MOST = 200  # lines; nobody reads further, and each costs time at every key
ASIDE = Qt.ItemDataRole.UserRole + 1
ASIDE_ROOM = 40  # px between the words and what stands at the right, with both margins
Index = QModelIndex | QPersistentModelIndex
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class LineDrawing(QStyledItemDelegate):
    """Long words end in "…" before what stands at the right, which is always whole."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        aside = option.fontMetrics.horizontalAdvance(index.data(ASIDE))
        room = option.rect.width() - aside - ASIDE_ROOM
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.setPen(option.palette.placeholderText().color())
        box = option.rect.adjusted(0, 0, -ASIDE_ROOM // 4, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data(ASIDE))


class Palette(QDialog):
    """`lines(typed)` gives what to choose from; `taken` carries what the chosen line stands for, `rejected`
    that none was chosen. `typed` is what the field begins with, `after`
    is said beside the number of lines."""

    taken = Signal(object)

    def __init__(
        self, window: QWidget, hint: str, lines: Callable[[str], Found], typed: str = "", after: str = ""
    ) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        set_look(self, "popup")
        self._lines, self._after = lines, after
        self.field = LineField(hint, "capture")
        self.field.setText(typed)
        self.field.selectAll()
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(LineDrawing(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = label("", "tiny")
        layout = column(self, (12, 12, 12, 12))
        for widget in (self.field, self.list, self.count):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self._fill(typed)
        self.resize(min(600, window.width() - 48), min(440, window.height() - 96))
        self.move(window.mapToGlobal(window.rect().center()) - self.rect().center())
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while the field keeps the focus."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return True
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        return step is not None

    def _fill(self, typed: str) -> None:
        self.list.clear()
        lines, count = self._lines(typed)
        for line in lines:
            item = QListWidgetItem(line.words)
            item.setData(Qt.ItemDataRole.UserRole, line.meant)
            item.setData(ASIDE, line.aside)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        sentences = [trn("{n} found", "{n} found", count), *([self._after] if count and self._after else [])]
        if typed and not count:
            sentences = [tr("Nothing found. Fewer letters find more; Esc goes back.")]
        self.count.setText(" · ".join(sentences) if typed else "")

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is None:
            self.reject()
            return
        meant = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        self.taken.emit(meant)


def action_palette(commands: Commands, windows: Windows, window: QWidget) -> Palette:
    """All actions that can be done now."""
    available = commands.available()

    def lines(typed: str) -> Found:
        words = typed.casefold().split()
        matching = [
            Line(command.text, commands.keys(command.key), command.key)
            for command in available
            if all(word in command.text.casefold() for word in words)
        ]
        return matching, len(matching)

    palette = windows.own(Palette(window, tr("What do you want to do?"), lines))
    palette.taken.connect(commands.run)
    return palette


def find_palette(search: Search, windows: Windows, window: QWidget, go: Callable[[Hit], object]) -> Palette:
    """Search all words of the workshop; `go(hit)` shows where one stands. Hits are marked at every key, and
    stay marked when a line is taken."""

    def lines(typed: str) -> Found:
        hits = search.look_for(typed)
        return [Line(" ".join(hit.text.split()), where(hit), hit) for hit in hits[:MOST]], len(hits)

    def take(hit: Hit) -> None:
        search.take(hit)
        go(hit)

    after = tr("Enter goes there, then F3 to the next")
    hint = tr("Find words in notes, drafts and the road map")
    palette = windows.own(Palette(window, hint, lines, search.words, after))
    palette.rejected.connect(search.end)
    palette.taken.connect(take)
    return palette
