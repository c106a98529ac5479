"""What a key writes on a keyboard with Latin letters, by its position: for layouts whose letters are others
(Cyrillic, Greek), and for those that write the digits with Shift (French)."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

# Windows counts the keys of the main block like this (scan code set 1); X11 and Wayland count 8 more.
ROWS = {2: "1234567890-=", 16: "qwertyuiop[]", 30: "asdfghjkl", 44: "zxcvbnm,."}
X11_OFFSET = 8
# A Mac has numbers of its own, which follow no row.
MAC = {
    0: "a", 1: "s", 2: "d", 3: "f", 4: "h", 5: "g", 6: "z", 7: "x", 8: "c", 9: "v", 11: "b", 12: "q",
    13: "w", 14: "e", 15: "r", 16: "y", 17: "t", 18: "1", 19: "2", 20: "3", 21: "4", 22: "6", 23: "5",
    24: "=", 25: "9", 26: "7", 27: "-", 28: "8", 29: "0", 30: "]", 31: "o", 32: "u", 33: "[", 34: "i",
    35: "p", 37: "l", 38: "j", 40: "k", 43: ",", 45: "n", 46: "m", 47: ".",
}  # fmt: skip
PLACES = {start + n: sign for start, row in ROWS.items() for n, sign in enumerate(row)}
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
LAST_LATIN = 0x7E  # of the keys that carry an ASCII sign; behind them come other letters
NAMED = 0x01000000  # from here on Qt numbers keys that write nothing


def latin_sign(event: QKeyEvent) -> str:
    """The small letter, digit or sign at this key's place where the key itself writes no Latin one; else
    empty. A key of the digits' row counts too where it writes a sign without Shift."""
    key, sign = event.key(), _at(event)
    is_foreign = LAST_LATIN < key < NAMED
    shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    is_digit = sign.isdecimal() and not shifted and not chr(min(key, LAST_LATIN)).isdecimal()
    return sign if is_foreign or (is_digit and key < NAMED) else ""


def press_by_position(event: QKeyEvent, focused: QWidget, run: Callable[[QKeySequence], bool]) -> bool:
    """Do what the key at this place does on a keyboard with Latin letters, in Qt's order: the widget with the
    keys is asked whether it wants them, then `run` whether they are a shortcut. False where neither is so."""
    sign = latin_sign(event) if event.modifiers() & COMMANDS else ""
    if not sign:
        return False
    asked, pressed = (
        QKeyEvent(kind, ord(sign.upper()), event.modifiers(), sign)
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    )
    asked.ignore()
    QApplication.sendEvent(focused, asked)
    if asked.isAccepted():
        QApplication.sendEvent(focused, pressed)
        return True
    return run(QKeySequence(pressed.keyCombination()))


def _at(event: QKeyEvent) -> str:
    if sys.platform == "darwin":
        return MAC.get(event.nativeVirtualKey(), "")
    code = event.nativeScanCode()
    return PLACES.get(code if sys.platform == "win32" else code - X11_OFFSET, "")
