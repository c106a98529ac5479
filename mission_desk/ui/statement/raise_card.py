"""Raising a concern: the words, whose it is, and whether it sticks to a phrase or to the whole draft."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from mission_desk.core import concerns
from mission_desk.core.document import Document
from mission_desk.core.rows import THINKING_STYLES
from mission_desk.ui import icons
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.labels import label
from mission_desk.ui.parts.say_field import SayField
from mission_desk.ui.statement.concern_card import style_words
from mission_desk.ui.theme import Tokens
from mission_desk.words import tr


class RaiseCard(Card):
    done = Signal()

    def __init__(self, doc: Document, tokens: Tokens) -> None:
        super().__init__("card-on", spacing=8)
        self._doc = doc
        self._draft: int | None = None
        self._phrase = ""
        self._style = "analyst"
        self._about = label("", "section", wrap=True)
        self.field = SayField(tr("What worries you about it?"))
        self.field.said.connect(self._raise)
        self.field.given_up.connect(self._close)
        self._marks = {style: self._mark(style, tokens) for style in THINKING_STYLES}
        marks: list[QWidget] = list(self._marks.values())
        self.column.addWidget(self._about)
        self.column.addWidget(self.field)
        self.column.addLayout(row(label(tr("Raised by"), "tiny"), *marks, spacing=4, stretch=1))
        verbs = (
            button(tr("Raise it"), self.field.say, "small"),
            button(tr("Not now"), self._close, "small-quiet"),
        )
        self.column.addLayout(row(*verbs, spacing=6, stretch=2))
        self.hide()

    def start(self, draft: int, phrase: str) -> None:
        self._draft, self._phrase = draft, phrase
        self._about.setText(tr("On “{phrase}”", phrase=phrase) if phrase else tr("On the whole draft"))
        self._choose(self._style)
        self.show()
        self.field.setFocus()

    def mark(self, style: str) -> QPushButton:
        return self._marks[style]

    def _mark(self, style: str, tokens: Tokens) -> QPushButton:
        found = button("", lambda: self._choose(style), f"mark-{style}")
        found.setIcon(icons.icon(f"mark-{style}", tokens.note_ink))
        found.setCheckable(True)
        found.setToolTip(style_words()[style])
        found.setAccessibleName(style_words()[style])
        return found

    def _choose(self, style: str) -> None:
        self._style = style
        for name, mark in self._marks.items():
            mark.setChecked(name == style)

    def _raise(self, words: str) -> None:
        if self._draft is None:
            return
        draft, self._draft = self._draft, None  # Enter twice must not raise it twice
        self._close()
        concerns.raise_concern(
            self._doc, words, draft=draft, phrase=self._phrase, style=self._style, source=self
        )

    def _close(self) -> None:
        self.field.show_text("")
        self.hide()
        self.done.emit()
