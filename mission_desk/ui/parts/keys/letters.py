"""Which keys write: letters, digits and signs of any layout, as against keys that are commands. And the rule
that after a click on a button letters are words, whatever happens to be selected."""

from __future__ import annotations

import sys
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
META = Qt.KeyboardModifier.MetaModifier
Reason = Qt.FocusReason
RETURNS = (Reason.PopupFocusReason, Reason.ActiveWindowFocusReason)
TABS = (Reason.TabFocusReason, Reason.BacktabFocusReason)


def written(event: QKeyEvent) -> str:
    """What the key writes; empty for a key that is a command. Windows sends AltGr as Ctrl and Alt together,
    and with Option alone a Mac writes the signs that others write with AltGr."""
    modifiers = event.modifiers() & (CONTROL | ALT | META)
    text = event.text()
    writes = modifiers in (Qt.KeyboardModifier.NoModifier, CONTROL | ALT)
    if sys.platform == "darwin":
        writes = modifiers in (Qt.KeyboardModifier.NoModifier, ALT)
    return text if writes and text.isprintable() else ""


@runtime_checkable
class LetterCommands(Protocol):
    """A widget in which letters are commands while something is selected."""

    def expect_words(self) -> None:
        """The next letters are words: nobody has turned to what is selected."""


def write_after(reason: Reason, writing: bool) -> bool:
    """Whether letters are words once the keys came to a widget for this reason; `writing` is what they were
    before. After a list, a menu or another window nobody has turned to what is selected; by Tab one has."""
    return True if reason in RETURNS else False if reason in TABS else writing


def expect_words() -> None:
    """A button was pressed: what is typed now is not meant for the selected notes, even where the button
    leaves the keys with them."""
    focused = QApplication.focusWidget()
    if isinstance(focused, LetterCommands):
        focused.expect_words()
