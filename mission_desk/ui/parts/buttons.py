"""Buttons. One filled button a page at the most: the thing to do now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from mission_desk.ui.look import icons
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.keys.letters import expect_words
from mission_desk.ui.parts.labels import set_look, set_tip


def button(text: str, do: Callable[[], object] | None = None, style: str = "") -> QPushButton:
    """`style` is "filled", "quiet", "left" or nothing."""
    push_button = QPushButton(text.replace("&", "&&"))
    push_button.setCursor(Qt.CursorShape.PointingHandCursor)
    push_button.setAutoDefault(True)  # else Enter presses it on some systems only
    push_button.pressed.connect(expect_words)
    if style:
        set_look(push_button, style)
    if do is not None:
        push_button.clicked.connect(lambda _checked=False: do())
    return push_button


class ButtonFollower(QObject):
    """Keeps a button as its action is. The object is a child of the button, so the connection ends with it: a
    plain function would be called for a button that was deleted."""

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
    push_button = button(action.text(), action.trigger, style)
    ButtonFollower(push_button, action).follow()
    return push_button


def icon_button(action: QAction, tokens: Tokens, name: str, style: str = "") -> QToolButton:
    """A square button with an icon; its words are in the tooltip and for screen readers."""
    tool_button = QToolButton()
    tool_button.setIcon(icons.icon(name, tokens.ink2, tokens.ink3))
    tool_button.setIconSize(QSize(18, 18))
    tool_button.setCursor(Qt.CursorShape.PointingHandCursor)
    tool_button.setFixedSize(34, 34)
    tool_button.pressed.connect(expect_words)
    if style:
        set_look(tool_button, style)
    tool_button.clicked.connect(action.trigger)
    ButtonFollower(tool_button, action).follow()
    return tool_button


def leave_focus(parent: QWidget) -> None:
    """Take the buttons inside out of the reach of clicks, not of Tab: whoever presses Undo goes on typing
    where they were."""
    for inner_button in parent.findChildren(QAbstractButton):
        inner_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


LETTER = "letter"  # the property of an action that names its single key


def keys_of(action: QAction) -> str:
    """An action's shortcut and its letter, as this system writes them."""
    shortcut = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    return " · ".join(each for each in (shortcut, action.property(LETTER)) if each)


def tooltip(action: QAction) -> str:
    keys = keys_of(action)
    return f"{action.text()}  {keys}" if keys else action.text()
