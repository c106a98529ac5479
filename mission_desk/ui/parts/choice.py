"""A few options side by side, exactly one of them on: for what has two or three answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from mission_desk.ui.parts.buttons import button

Key = TypeVar("Key", bound=str)


class Choice(QWidget, Generic[Key]):
    """`chosen(key)` when the user picks another one. Arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[Key, str]], name: str) -> None:
        """`options` are (key, words); `name` says to screen readers what is chosen here."""
        super().__init__()
        self.setAccessibleName(name)
        self._keys = [key for key, _words in options]
        self._now: Key | None = None
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for number, (_key, words) in enumerate(options):
            option = button(words, style="choice")
            option.setCheckable(True)
            self._group.addButton(option, number)
            layout.addWidget(option)
        self._group.idClicked.connect(self._pick)

    def show_choice(self, key: Key) -> None:
        self._now = key
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)
            self._let_tab_find_it()

    def _let_tab_find_it(self) -> None:
        """Let Tab come to the option that is on, not to the first one; Qt itself does that only after the
        first change."""
        for option in self._group.buttons():
            tab = Qt.FocusPolicy.TabFocus
            option.setFocusPolicy(tab if option.isChecked() else Qt.FocusPolicy.NoFocus)

    def choice(self) -> Key | None:
        """The key that was shown or picked last; None before any was."""
        return self._now

    def option(self, key: Key) -> QWidget:
        return self._group.button(self._keys.index(key))

    def options(self) -> list[QWidget]:
        """In the order of the keys."""
        return [self.option(key) for key in self._keys]

    def _pick(self, number: int) -> None:
        key = self._keys[number]
        if key != self._now:
            self._now = key
            self.chosen.emit(key)
