"""Raising a concern: the words, whose it is, and whether it is about a phrase or the whole draft."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from mission_desk.core.file.closed_sets import THINKING_STYLES, ThinkingStyle, one_of
from mission_desk.core.room.style_words import style_names
from mission_desk.core.statement import concerns
from mission_desk.ui.look import icons
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.labels import label, set_tip
from mission_desk.ui.parts.submit_field import SubmitField
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


def _place(draft: int | None) -> str:
    return f"concern.draft.{draft}"


class RaiseCard(Card):
    done = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__("card-on", spacing=8)
        self._place, self._doc = place, place.doc
        self._draft: int | None = None
        self._phrase = ""
        self._style: ThinkingStyle = "analyst"
        self._about = label("", "section", wrap=True)
        self.field = SubmitField(tr("What worries you about it?"))
        self.field.submitted.connect(self._raise)
        self.field.given_up.connect(self._close)
        self._marks = {style: self._mark(style, place.tokens) for style in THINKING_STYLES}
        marks: list[QWidget] = list(self._marks.values())
        self.column.addWidget(self._about)
        self.column.addWidget(self.field)
        self.column.addLayout(row(label(tr("Raised by"), "tiny"), *marks, spacing=4, stretch=1))
        verbs = (
            button(tr("Raise it"), self.field.submit, "small"),
            button(tr("Not now"), self._close, "small-quiet"),
        )
        self.column.addLayout(row(*verbs, spacing=6, stretch=2))
        self.hide()

    def start(self, draft: int, phrase: str) -> None:
        self._draft, self._phrase = draft, phrase
        self._choose(self._style)
        self._show_about()
        self.field.setFocus()

    def show_draft(self, draft: int | None) -> None:
        """Show another draft: a half-typed concern about it stands here again."""
        if draft == self._draft:
            return
        self._draft, self._phrase = draft, ""
        half = self._place.unwritten.half_typed(_place(draft))
        if draft is None or not half.words:
            self.hide()
            return
        self._phrase = str(half.about.get("phrase", ""))
        self._choose(one_of(THINKING_STYLES, half.about.get("style")) or self._style)
        self._show_about()

    def _show_about(self) -> None:
        phrase = self._phrase
        self._about.setText(tr("On “{phrase}”", phrase=phrase) if phrase else tr("On the whole draft"))
        self._keep()
        self.show()

    def _keep(self) -> None:
        """What is typed is kept with what it is about, and whose it is."""
        about: dict[str, object] = {"phrase": self._phrase, "style": self._style}
        self.field.keep_in(self._place.unwritten, _place(self._draft), about)

    def mark(self, style: ThinkingStyle) -> QPushButton:
        return self._marks[style]

    def _mark(self, style: ThinkingStyle, tokens: Tokens) -> QPushButton:
        mark = button("", partial(self._choose, style), f"mark-{style}")
        mark.setIcon(icons.icon(f"mark-{style}", tokens.note_ink))
        mark.setCheckable(True)
        set_tip(mark, style_names()[style])
        mark.setAccessibleName(style_names()[style])
        return mark

    def _choose(self, style: ThinkingStyle) -> None:
        self._style = style
        for name, mark in self._marks.items():
            mark.setChecked(name == style)
        if self._draft is not None:
            self._keep()

    def _raise(self, words: str) -> None:
        draft, phrase, style = self._draft, self._phrase, self._style
        if draft is not None and not self.isHidden() and self._place.commands.attempt(
            concerns.raise_concern, self._doc, words, draft=draft, phrase=phrase, style=style, source=self
        ):  # fmt: skip
            self._close()

    def _close(self) -> None:
        self.field.empty()
        self.hide()
        self.done.emit()
