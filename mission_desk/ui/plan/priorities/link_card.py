"""A link as a sentence: ours serves theirs, or strongly serves it, because …"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from mission_desk.core.file.closed_sets import Strength
from mission_desk.core.file.plan_rows import Link
from mission_desk.core.plan import links
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.labels import set_look, set_tip
from mission_desk.ui.plan.priorities.writing import Writing
from mission_desk.words import tr

OTHER: dict[Strength, Strength] = {"serves": "strongly serves", "strongly serves": "serves"}


class LinkCard(Card):
    """Keys while the card itself has them: Enter writes, S switches the strength, Del unlinks."""

    changed = Signal()  # its look: the board draws its line anew

    def __init__(self, writing: Writing, link: int) -> None:
        super().__init__("link", (UNIT, UNIT, UNIT, UNIT), 0)
        self._writing, self._doc, self.link = writing, writing.place.doc, link
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._strength: Strength = "serves"
        self.is_wish = False
        self.strength = button("", self.switch, "link-strength")
        self.strength.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_tip(self.strength, tr("S switches between serves and strongly serves"))
        self._away = button("×", self.unlink, "link-strength")
        self._away.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._away.setAccessibleName(tr("Unlink"))
        set_tip(self._away, tr("Unlink"))
        self.text = writing.field(tr("Because"), tr("because …"), "plan-text")
        self.text.ended.connect(self.setFocus)
        self.column.addLayout(row(self.strength, self._away, spacing=0, stretch=1))
        self.column.addWidget(self.text)

    def show_link(self, row_now: Link, name: str) -> None:
        """`name` says for screen readers which two it links."""
        self._strength = row_now.strength
        self.setAccessibleName(name)
        self.strength.setText(strength_words()[row_now.strength])
        write = partial(links.write_because, self._doc, self.link, source=self)
        self._writing.bind(self.text, f"link.{self.link}", write, row_now.because)
        self.is_wish = links.is_wish(row_now)
        self._wear()

    @property
    def is_strong(self) -> bool:
        return self._strength == "strongly serves"

    def switch(self) -> None:
        self._writing.place.commands.attempt(self._switch)

    def _switch(self) -> None:
        links.set_strength(self._doc, self.link, OTHER[self._strength], source=self)

    def unlink(self) -> None:
        self._writing.place.commands.attempt(partial(links.unlink, self._doc, self.link, source=self))

    def write(self) -> None:
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unlink()
        elif event.text().casefold() == "s":
            self.switch()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._wear()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._wear()

    def _wear(self) -> None:
        set_look(self, "link-on" if self.hasFocus() else "link-wish" if self.is_wish else "link")
        self.changed.emit()


def strength_words() -> dict[Strength, str]:
    """A filled mark for the strong one, so that no colour has to tell them apart."""
    return {"serves": tr("○ serves"), "strongly serves": tr("● strongly serves")}
