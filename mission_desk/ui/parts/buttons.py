"""Buttons. One filled button a page at the most: the thing to do now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from mission_desk.ui.look import icons
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.labels import look, set_tip


def button(text: str, do: Callable[[], object] | None = None, style: str = "") -> QPushButton:
    """`style` is "filled", "quiet", "left" or nothing."""
    found = QPushButton(text.replace("&", "&&"))
    found.setCursor(Qt.CursorShape.PointingHandCursor)
    found.setAutoDefault(True)  # else Enter presses it on some systems only
    if style:
        look(found, style)
    if do is not None:
        found.clicked.connect(lambda _checked=False: do())
    return found


class Following(QObject):
    """Keeps a button as its action is. It goes with its button, and the connection with it: a plain function
    would be called for a button that is long gone."""

    def __init__(self, button: QAbstractButton, action: QAction) -> None:
        super().__init__(button)
        self._button, self._action = button, action
        action.changed.connect(self.follow)

    def follow(self) -> None:
        self._button.setEnabled(self._action.isEnabled())
        set_tip(self._button, tooltip(self._action))
        if not self._button.text():
            self._button.setAccessibleName(self._action.text())


def action_button(action: QAction, style: str = "") -> QPushButton:
    """A button that follows an action: its words, whether it can be pressed, its shortcut in the tooltip."""
    found = button(action.text(), action.trigger, style)
    Following(found, action).follow()
    return found


def icon_button(action: QAction, tokens: Tokens, name: str, style: str = "") -> QToolButton:
    """A square button with an icon; its words are in the tooltip and for screen readers."""
    found = QToolButton()
    found.setIcon(icons.icon(name, tokens.ink2, tokens.ink3))
    found.setIconSize(QSize(18, 18))
    found.setCursor(Qt.CursorShape.PointingHandCursor)
    found.setFixedSize(34, 34)
    if style:
        look(found, style)
    found.clicked.connect(action.trigger)
    Following(found, action).follow()
    return found


def leave_focus(parent: QWidget) -> None:
    """The buttons inside stay in reach of Tab, but a click leaves the keys where they were: who presses
    Undo goes on typing."""
    for found in parent.findChildren(QAbstractButton):
        found.setFocusPolicy(Qt.FocusPolicy.TabFocus)


LETTER = "letter"  # the property of an action that names its single key


def keys_of(action: QAction) -> str:
    """An action's shortcut and its letter, as this system writes them."""
    shortcut = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    return " · ".join(each for each in (shortcut, action.property(LETTER)) if each)


def tooltip(action: QAction) -> str:
    keys = keys_of(action)
    return f"{action.text()}  {keys}" if keys else action.text()
