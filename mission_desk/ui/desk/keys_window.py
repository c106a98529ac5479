"""The window in which a person chooses keys: every command of the table with its keys. What is pressed for a
command holds at once; keys that another command has are refused by a sentence that names it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QKeySequenceEdit, QListWidget, QListWidgetItem, QWidget

from mission_desk.ui.commands import Commands
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.palette import ASIDE, LineDrawing
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.keys.letters import ALT, CONTROL, META
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.shortcuts import NATIVE, PORTABLE
from mission_desk.words import tr

WIDTH, HEIGHT = 140 * UNIT, 130 * UNIT  # px
KEY = Qt.ItemDataRole.UserRole
NAMED = 0x01000000  # from here on Qt numbers keys that write nothing
HELD = CONTROL | ALT | META


class KeysWindow(QDialog):
    def __init__(self, window: QWidget, commands: Commands) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Keys"))
        set_look(self, "paper")
        self._commands, self._shortcuts = commands, commands.shortcuts
        self.search = LineField(tr("What do you want to do?"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Actions and their keys"))
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(LineDrawing(self.list))
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setAccessibleName(tr("New keys"))
        self.sentence = label(tr("Choose an action, then press its new keys."), "quiet", wrap=True)
        self.reset = button(tr("Reset this one"), self._reset)
        self.none = button(tr("No keys"), self._remove)
        self.reset_all = button(tr("Reset all"), self._reset_all)
        self._lay_out(window)
        self.search.textChanged.connect(self._fill)
        self.field.keySequenceChanged.connect(self._choose)
        self._fill()

    def _lay_out(self, window: QWidget) -> None:
        layout = column(self, (5 * UNIT, 5 * UNIT, 5 * UNIT, 4 * UNIT), 3 * UNIT)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addLayout(row(label(tr("New keys"), "section"), self.field, self.none, self.reset, spacing=8))
        layout.addWidget(self.sentence)
        layout.addLayout(row(self.reset_all, button(tr("Done"), self.close, "filled"), stretch=1))
        self.resize(min(WIDTH, window.width() - 8 * UNIT), min(HEIGHT, window.height() - 20 * UNIT))

    def show_command(self, key: str) -> None:
        """Go to the line of this command."""
        lines = (self.list.item(place) for place in range(self.list.count()))
        place = next((n for n, line in enumerate(lines) if line.data(KEY) == key), -1)
        self.list.setCurrentRow(place)

    def _fill(self) -> None:
        """Those that the words in the field are part of; the line that was chosen stays chosen."""
        before, words = self._chosen(), self.search.text().casefold().split()
        self.list.clear()
        for command in self._commands.rows.values():
            if all(word in command.text.casefold() for word in words):
                line = QListWidgetItem(command.text)
                line.setData(KEY, command.key)
                line.setData(ASIDE, self._commands.keys(command.key))
                self.list.addItem(line)
        self.list.setCurrentRow(0)
        if before:
            self.show_command(before)

    def _chosen(self) -> str:
        line = self.list.currentItem()
        return str(line.data(KEY)) if line is not None else ""

    # choosing

    def _choose(self, keys: QKeySequence) -> None:
        if keys.isEmpty():
            return
        self.field.clear()
        key, portable = self._chosen(), keys.toString(PORTABLE)
        refusal = self._refusal(key, keys)
        if refusal:
            self.sentence.setText(refusal)
        else:
            self._take(key, portable)

    def _refusal(self, key: str, keys: QKeySequence) -> str:
        """Why these keys cannot be given to the chosen command; empty where they can."""
        if not key:
            return tr("Choose an action first.")
        pressed = keys[0]  # type: ignore[index]  # Qt's stub leaves it out
        if pressed.key().value < NAMED and not pressed.keyboardModifiers() & HELD:
            return tr("Letters alone are words. Press them with Ctrl or Alt, or take a key like F2.")
        other = self._shortcuts.taken_by(key, keys.toString(PORTABLE))
        if other is None:
            return ""
        return tr(
            "{keys} belongs to “{action}”. Nothing was changed; give that one other keys first.",
            keys=keys.toString(NATIVE), action=other.text,
        )  # fmt: skip

    def _take(self, key: str, portable: str) -> None:
        self._shortcuts.choose(key, portable)
        self._show_anew()
        self._say_keys(key)

    def _remove(self) -> None:
        if key := self._chosen():
            self._take(key, "")

    def _reset(self) -> None:
        key = self._chosen()
        other = self._shortcuts.taken_by(key, self._commands.rows[key].shortcut) if key else None
        if other is not None:
            self.sentence.setText(
                tr("Its keys belong to “{action}” now. Reset that one first.", action=other.text)
            )
        elif key:
            self._shortcuts.reset(key)
            self._show_anew()
            self._say_keys(key)

    def _reset_all(self) -> None:
        self._shortcuts.reset_all()
        self._show_anew()
        self.sentence.setText(tr("All keys are as they came."))

    def _show_anew(self) -> None:
        self._commands.show_shortcuts()
        self._fill()

    def _say_keys(self, key: str) -> None:
        """What does the command from now on."""
        keys = self._commands.keys(key) or tr("No keys")
        self.sentence.setText(tr("{action}: {keys}", action=self._commands.rows[key].text, keys=keys))
