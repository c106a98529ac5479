"""Reads the keys of a ballot, wherever it is filled in: in the booth, seat by seat, from paper. What a key
does then is for `ballot_keys`."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mission_desk.ui.parts.keys.held_key import HeldKey
from mission_desk.ui.vote.entry.ballot_keys import Key

SIGNS: dict[str, Key] = {"*": "ten", "+": "more", "-": "none", "−": "none"}
KEYS: dict[int, Key] = {
    Qt.Key.Key_Right: "more",
    Qt.Key.Key_Left: "less",
    Qt.Key.Key_Backspace: "back",
    Qt.Key.Key_Delete: "clear",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
}
REPEATABLE: tuple[Key, ...] = ("more", "less", "down", "up")
OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyReader(QObject):
    """`pressed(key, widget)` for each key of a ballot that comes to one of the watched widgets. A key that is
    held down counts once, or it would fill the ballots of the next people too; arrow keys may repeat."""

    pressed = Signal(object, QWidget)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held_key = HeldKey()

    def watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            self._held_key.released(event)
            return False
        return event.type() == QEvent.Type.KeyPress and self._read(event, watched)

    def _read(self, event: QKeyEvent, watched: QObject) -> bool:
        key = _key_of(event)
        if key is None:
            return False
        if key in REPEATABLE or not self._held_key.repeats(event):
            self.pressed.emit(key, watched)
        return True


def _key_of(event: QKeyEvent) -> Key | None:
    """The key by the sign it writes: keyboards have digits and signs in different places, and twice."""
    if event.modifiers() & OTHERS:
        return None
    text = event.text()
    if text.isascii() and text.isdigit():
        return int(text)
    return SIGNS.get(text) or KEYS.get(event.key())
