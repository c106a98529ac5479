"""The cards of the welcome window: a method to start with, a workshop that was open lately, a plain
action."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

from mission_desk.core.agenda.methods import Method
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import PressCard, row
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.welcome.recent import Recent
from mission_desk.ui.welcome.words import blurb, recent_when, recent_words

Actions = list[tuple[str, Callable[[], object]]]  # words of a button, and what it does


class MethodCard(PressCard):
    """`chosen` when it becomes the one that shows its buttons. A click beside them only chooses it: a start
    makes a file, which nobody wants by a slip of the mouse. Enter does what the first button does."""

    chosen = Signal()

    def __init__(self, method: Method, language: str, actions: Actions) -> None:
        super().__init__("press", (6 * UNIT - 2, 5 * UNIT, 5 * UNIT, 5 * UNIT), UNIT)
        self.key = method.key
        self.setAccessibleName(method.title[language])
        self.column.addWidget(label(method.title[language], "title", wrap=True))
        self.column.addWidget(label(blurb(method, language), "quiet", wrap=True))
        self.column.addSpacing(2 * UNIT)
        self.column.addStretch(1)
        self.buttons = [
            button(words, do, "quiet" if number else "filled") for number, (words, do) in enumerate(actions)
        ]
        self.column.addWidget(self._foot())
        self.pressed.connect(actions[0][1])
        self.show_chosen(False)

    def _foot(self) -> QWidget:
        """The buttons' area keeps its height while it is hidden, so that no card changes its height under the
        mouse."""
        self._button_area = QWidget()
        flow = FlowLayout(self._button_area)  # two long buttons in one line would widen this card alone
        for each in self.buttons:
            each.setFocusPolicy(
                Qt.FocusPolicy.NoFocus if each is self.buttons[0] else Qt.FocusPolicy.StrongFocus
            )
            flow.addWidget(each)
        policy = self._button_area.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._button_area.setSizePolicy(policy)
        return self._button_area

    def show_chosen(self, chosen: bool) -> None:
        set_look(self, "press-on" if chosen else "press")
        self._button_area.setVisible(chosen)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.chosen.emit()
        super().enterEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.chosen.emit()
        super().focusInEvent(event)


class RecentCard(PressCard):
    """Pressed: open it. `review` is a button where a year has gone by, else None."""

    def __init__(self, recent: Recent, now: float) -> None:
        super().__init__("press", (3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT), 2)
        self.setAccessibleName(recent.title)
        title = label(recent.title, "strong", wrap=True)
        when = label(recent_when(recent, now), "tiny")
        top = row(title, when, spacing=4 * UNIT)
        top.setStretch(0, 1)
        top.setAlignment(when, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        words = label(recent_words(recent), "tiny", wrap=True)
        below = row(words, spacing=4 * UNIT)
        below.setStretch(0, 1)
        self.column.addLayout(below)
        self._below = below

    def offer(self, words: str, do: Callable[[], object]) -> QPushButton:
        """A button of its own in the card."""
        offer_button = button(words, do, "small")
        self._below.addWidget(offer_button, 0, Qt.AlignmentFlag.AlignBottom)
        return offer_button


class ActionCard(PressCard):
    """A plain thing to do: its name, perhaps its key, perhaps a sentence."""

    def __init__(self, title: str, sentence: str = "", key: str = "") -> None:
        super().__init__("press", (3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT), 2)
        self.setAccessibleName(title)
        top = row(label(title, "strong"), spacing=2 * UNIT, stretch=1)
        if key:
            top.insertWidget(1, label(key, "key"))
        self.column.addLayout(top)
        if sentence:
            self.column.addWidget(label(sentence, "tiny", wrap=True))
