"""A line that is read as a date, a time or a number once it is left: half a date must never be saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from mission_desk.ui.parts.fields import leaves_undo_to_the_window
from mission_desk.ui.parts.labels import look

LONGEST = 60  # characters; no date and no time is longer


class UnderstoodField(QLineEdit):
    """`understood(value)` carries the plain value (an ISO day, minutes, a count) after Enter, on leaving
    and on the arrow keys; `refused(text)` what could not be read. The value before stays in the document
    then."""

    understood = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        read: Callable[[str], str | None],
        show: Callable[[str], str],
        move: Callable[[str, int], str] | None = None,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._read, self._show, self._move = read, show, move
        self._value, self._bad = "", False
        self.setPlaceholderText(hint)
        self.setMaxLength(LONGEST)
        self.editingFinished.connect(self.hand_on)

    def show_value(self, value: str) -> None:
        same, self._value = value == self._value, value
        if (self.hasFocus() and self.isModified()) or (self._bad and same):
            return
        self._wear(bad=False)
        if self.text() != self._show(value):
            self.setText(self._show(value))

    def hand_on(self) -> None:
        if not self.isModified():
            return
        value = self._read(self.text())
        if value is None:
            self._wear(bad=True)
            self.refused.emit(self.text())
            return
        self._take(value)

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_the_window(event):
            self.hand_on()
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        by = steps.get(Qt.Key(event.key()))
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if self._move is None or not plain or by is None:
            super().keyPressEvent(event)
            return
        self.hand_on()
        if not self._bad:
            self._take(self._move(self._value, by))

    def step(self, by: int) -> None:
        """One more or less, for buttons beside the field."""
        self.hand_on()
        if self._move is not None and not self._bad:
            self._take(self._move(self._value, by))

    def _take(self, value: str) -> None:
        self._wear(bad=False)
        self.setText(self._show(value))
        if value != self._value:
            self._value = value
            self.understood.emit(value)

    def _wear(self, *, bad: bool) -> None:
        self._bad = bad
        look(self, "bad" if bad else "")
