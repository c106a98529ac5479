"""Tab writes the next note beside, Ctrl+Enter below: the same in every field that writes notes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

BESIDE, BELOW = (1, 0), (0, 1)


def next_way(event: QKeyEvent) -> tuple[int, int] | None:
    """Which way the next note goes, where this key asks for one."""
    if event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.NoModifier:
        return BESIDE
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return BELOW if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
