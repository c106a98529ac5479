"""A line that is read as a date, a time or a number once it is left: half a date must never be saved as one.
Until then what is typed is kept as half typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.parts.typed import TypedField
from mission_desk.ui.parts.unwritten import Unwritten, Write

LONGEST = 60  # characters; no date and no time is longer


class ParsedField(TypedField, QLineEdit):
    """`parsed(value)` carries the plain value (an ISO day, minutes, a count) after Enter, on leaving
    and on the arrow keys; `refused(text)` what could not be read. The value before stays in the document
    then. One that belongs to the document is bound to it by `value_to`, and tells nothing of the value."""

    parsed = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        read: Callable[[str], str | None],
        show: Callable[[str], str],
        move: Callable[[str, int], str] | None = None,
        hint: str = "",
        look: str = "",
    ) -> None:
        super().__init__()
        self._look = look
        self._read, self._show, self._move = read, show, move
        self._value, self._bad = "", False
        self._write_value: Write | None = None
        self.setPlaceholderText(hint)
        self.setMaxLength(LONGEST)
        self.textEdited.connect(self.note_typing)
        self.editingFinished.connect(self.hand_on)

    def value_to(self, unwritten: Unwritten, place: str, write: Write) -> None:
        """The value is written by `write`; what is typed and not read yet stands here after a restart."""
        is_new = self._target is None or self._target.place != place
        self._write_value = write
        self.write_to(unwritten, place, unwritten.keep(place))
        if is_new:
            self._value = ""
            self._begin(unwritten.half_typed(place).words)

    def _begin(self, half: str) -> None:
        self._wear(bad=bool(half) and self._read(half) is None)
        self._put(half)
        self.setModified(bool(half))

    def words(self) -> str:
        return self.text()

    def put(self, text: str) -> None:
        self.setText(text)

    def show_value(self, value: str) -> None:
        same, self._value = value == self._value or not self._value, value
        if self._is_half_typed(same=same):
            return
        self._wear(bad=False)
        if self.text() != self._show(value):
            self.setText(self._show(value))

    def _is_half_typed(self, *, same: bool) -> bool:
        """Whether the text here is not the document's. A bound field counts as half typed even without the
        focus: its text may be from before a restart. Text that could not be read gives way to another
        value."""
        if self._target is not None and self._target.unwritten.waiting(self._target.place) is not None:
            return True
        if self._bad:
            return same
        return self.isModified() and (self.hasFocus() or self._target is not None)

    def hand_on(self) -> None:
        if not self.isModified():
            super().hand_on()
            return
        value = self._read(self.text())
        if value is None:
            self._wear(bad=True)
            self.refused.emit(self.text())
            super().hand_on()
            return
        self._take(value)

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
        if value == self._value and self._target is None:
            return
        self._value = value
        if self._target is None:
            self.parsed.emit(value)
        else:
            self._write(value)

    def _write(self, value: str) -> None:
        """Write the value in place of the letters that were stored as half typed."""
        assert self._target is not None
        place, keep, write = self._target.place, self._target.write, self._write_value
        assert write is not None

        def write_both(_words: str) -> None:
            write(value)
            keep("")

        self._target.unwritten.typed(place, self.text(), write_both)
        self._target.unwritten.settle()

    def _wear(self, *, bad: bool) -> None:
        self._bad = bad
        set_look(self, "bad" if bad else self._look)
