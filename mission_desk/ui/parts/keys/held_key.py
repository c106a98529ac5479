"""Tells a key that is held from one that is pressed again. An X server says of a held key that it was let go
and pressed in the same moment, again and again, and Qt does not always see that the two belong together."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent


class HeldKey:
    def __init__(self) -> None:
        self._let_go = (0, 0)  # the key, and when

    def released(self, event: QKeyEvent) -> None:
        self._let_go = (event.key(), event.timestamp())

    def repeats(self, event: QKeyEvent) -> bool:
        """Whether this press comes from a key that is held down; a time of 0 means that nobody measured
        one."""
        together = event.timestamp() > 0 and (event.key(), event.timestamp()) == self._let_go
        return event.isAutoRepeat() or together
