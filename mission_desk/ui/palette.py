"""Type a few letters, take a line: Ctrl+K does any action, Ctrl+F finds any words. Popups, so they never
block the stage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from mission_desk.core.document import Document
from mission_desk.core.search import Hit, find
from mission_desk.ui.commands import Commands
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label, look
from mission_desk.words import tr, trn

Line = tuple[str, object]  # what is shown, what it stands for
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class Palette(QDialog):
    """`lines(typed)` gives what to choose from; `taken` carries what the chosen line stands for."""

    taken = Signal(object)

    def __init__(self, window: QWidget, hint: str, lines: Callable[[str], list[Line]]) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look(self, "panel")
        self._lines = lines
        self.field = LineField(hint, "capture")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.count = label("", "tiny")
        layout = column(self, (12, 12, 12, 12))
        for widget in (self.field, self.list, self.count):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._take())
        self._fill("")
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
        for shown, meant in self._lines(typed):
            item = QListWidgetItem(shown)
            item.setData(Qt.ItemDataRole.UserRole, meant)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.count.setText(trn("{n} found", "{n} found", self.list.count()) if typed else "")

    def _take(self) -> None:
        item = self.list.currentItem()
        self.close()
        if item is not None:
            self.taken.emit(item.data(Qt.ItemDataRole.UserRole))


def action_palette(commands: Commands, window: QWidget) -> Palette:
    """Any action that can be done now."""
    available = commands.available()

    def lines(typed: str) -> list[Line]:
        words = typed.casefold().split()
        return [
            (f"{command.text}    {commands.keys(command.key)}".rstrip(), command.key)
            for command in available
            if all(word in command.text.casefold() for word in words)
        ]

    palette = Palette(window, tr("What do you want to do?"), lines)
    palette.taken.connect(lambda key: commands.run(str(key)))
    return palette


def find_palette(doc: Document, window: QWidget, go: Callable[[Hit], object]) -> Palette:
    """Any words that were written; `go(hit)` shows where."""

    def lines(typed: str) -> list[Line]:
        return [(f"{hit.text.splitlines()[0]}  ·  {hit.place}", hit) for hit in find(doc, typed)]

    palette = Palette(window, tr("Find words in notes, drafts and the road map"), lines)
    palette.taken.connect(go)
    return palette
