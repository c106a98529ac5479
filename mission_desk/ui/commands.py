"""The table of commands as QActions of one window: what each does, and when it may."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ParamSpec

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.closed_sets import PageName
from mission_desk.core.file.errors import KnownError
from mission_desk.ui.command_table import table
from mission_desk.ui.command_table.row import Command
from mission_desk.ui.parts.buttons import LETTER, keys_of
from mission_desk.ui.shortcuts import Shortcuts

P = ParamSpec("P")


class Commands:
    """The table as QActions of one window."""

    def __init__(
        self, window: QWidget, complain: Callable[[KnownError], None], settle: Callable[[], object]
    ) -> None:
        """`settle` writes down what is half typed: Undo must find it in the file, and so must all others."""
        self._complain, self._settle = complain, settle
        self._page: PageName | None = None
        self._does: dict[str, Callable[[], object]] = {}
        self._may: dict[str, Callable[[], bool]] = {}
        self.rows = {command.key: command for command in table()}
        self.shortcuts = Shortcuts(self.rows.values())
        self._actions = {key: self._made(window, command) for key, command in self.rows.items()}

    def _made(self, window: QWidget, command: Command) -> QAction:
        action = QAction(command.text, window)
        action.setShortcuts(self.shortcuts.sequences(command.key))
        action.setProperty(LETTER, command.letter)
        action.setAutoRepeat(not command.key.startswith("stage."))  # a held key would flicker in the room
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setEnabled(False)
        action.triggered.connect(partial(self.run, command.key))
        window.addAction(action)
        return action

    def on(self, key: str, do: Callable[[], object], may: Callable[[], bool] | None = None) -> None:
        """Set what a command does, and when it can be run."""
        self._does[key] = do
        if may is not None:
            self._may[key] = may
        self.refresh(key)

    def action(self, key: str) -> QAction:
        return self._actions[key]

    def keys(self, key: str) -> str:
        """The keys that run it, as this system writes them."""
        return keys_of(self._actions[key])

    def show_shortcuts(self) -> None:
        """Other keys were chosen: menus, buttons and Ctrl+K name them from now on."""
        for key, action in self._actions.items():
            action.setShortcuts(self.shortcuts.sequences(key))

    def run_keys(self, keys: QKeySequence) -> bool:
        """Run what these keys do, if it may be run: for presses that no shortcut knows by their letter."""
        for key, action in self._actions.items():
            if action.isEnabled() and keys in action.shortcuts():
                self.run(key)
                return True
        return False

    def letters(self, page: PageName) -> dict[str, str]:
        """Single keys on this page while something is selected -> the command that each does."""
        return {row.letter: key for key, row in self.rows.items() if row.letter and page in row.pages}

    def run(self, key: str) -> None:
        """Run a command; a KnownError is shown as a sentence."""
        self.attempt(self._does[key])

    def attempt(self, do: Callable[P, object], *args: P.args, **named: P.kwargs) -> bool:
        """The same for what is no command: the end of a gesture, a chosen line. False where it was
        refused."""
        self._settle()
        try:
            do(*args, **named)
        except KnownError as error:
            self._complain(error)
            return False
        return True

    def run_if_it_may(self, key: str) -> None:
        """Run it only if its button could be pressed: a single letter must not do more than the button."""
        if self._actions[key].isEnabled():
            self.run(key)

    def show_page(self, page: PageName) -> None:
        self._page = page
        self.refresh()

    def refresh(self, *only: str) -> None:
        """Disable commands that cannot be run now, which frees their keys. With `only`, these alone: a key in
        a text must not ask about all of them."""
        answers: dict[Callable[[], bool], bool] = {}  # fourteen commands ask whether there is a draft
        for key in only or self._actions:
            pages, may = self.rows[key].pages, self._may.get(key)
            here = key in self._does and (not pages or self._page in pages)
            if here and may is not None and may not in answers:
                answers[may] = may()
            self._actions[key].setEnabled(here and (may is None or answers[may]))

    def available(self) -> list[Command]:
        """The commands that can be run now, for Ctrl+K."""
        return [command for key, command in self.rows.items() if self._actions[key].isEnabled()]
