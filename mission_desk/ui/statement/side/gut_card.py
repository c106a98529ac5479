"""Gut feelings about the draft: asked for before anybody argues, covered until all are in, then the strip."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLineEdit, QWidget

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Draft, Gut
from mission_desk.core.room.people import seat_label, seats
from mission_desk.core.statement import gut_feelings
from mission_desk.ui.look import icons
from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.statement.side.gut_bars import GutBars
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr
from mission_desk.written import quoted

_SAID = re.compile(r"\s*(\d{1,2})\b[\s,;:–-]*(.*)")


class GutCard(Card):
    def __init__(self, place: Workplace) -> None:
        super().__init__(spacing=8)
        self._unwritten = place.unwritten
        self._doc: Document = place.doc
        self._messages = place.messages
        self._draft: Draft | None = None
        self._asked: int | None = None
        self.field = LineField(tr("8 relief"), "")
        self.field.returnPressed.connect(self._take)
        self._cover_field(place)
        self.ask = action_button(place.commands.action("gut.ask"), "small")
        self._whose = label("", "strong", wrap=True)
        self._hint = label("", "quiet", wrap=True)
        self.bars = GutBars(place.tokens)
        self._ends = (label(tr("leaves me cold"), "tiny"), label(tr("gives me goosebumps"), "tiny"))
        self._words, self._mean = label("", wrap=True), label("", "strong", wrap=True)
        self.show_now = button(tr("Show what is there"), self._show_now, "small-quiet")
        self._stage = action_button(place.commands.action("gut.stage"), "small-quiet")
        self._stage.setCheckable(True)
        self._foot = QWidget()
        set_look(self._foot, "clear")
        for part in (self._whose, self._hint, self.field, self.bars):
            self.column.addWidget(part)
        self.column.addLayout(row(*self._ends, stretch=1))
        for part in (self._mean, self._words):
            self.column.addWidget(part)
        flow = FlowLayout(self._foot, spacing=4)
        for verb in (self.ask, self.show_now, self._stage):
            flow.addWidget(verb)
        self.column.addWidget(self._foot)

    def _cover_field(self, place: Workplace) -> None:
        """Show dots instead of the letters: nobody who looks over a shoulder, or at a mirrored screen, can
        read a feeling as it is typed."""
        eye = icons.icon("eye", place.tokens.ink2)
        self.peek = self.field.addAction(eye, QLineEdit.ActionPosition.TrailingPosition)
        self.peek.setCheckable(True)
        set_tip(self.peek, tr("Show what is typed"))
        plain, dots = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self.peek.toggled.connect(lambda on: self.field.setEchoMode(plain if on else dots))
        self.field.setEchoMode(dots)

    def show_draft(self, draft: Draft | None) -> None:
        self.setVisible(draft is not None and bool(draft.text.strip()))
        same = draft is not None and self._draft is not None and draft.id == self._draft.id
        self._draft = draft
        if draft is None:
            return
        self.field.keep_in(self._unwritten, f"gut.{draft.id}")
        asked = gut_feelings.newest(self._doc, draft.id)
        strip = gut_feelings.strip(self._doc, asked) if asked else None
        covered = asked is not None and not asked.shown
        self._stage.setVisible(strip is not None)
        self._stage.setChecked(gut_feelings.on_stage(self._doc))
        for part in (self._whose, self.field, self.show_now):
            part.setVisible(covered)
        self.ask.setVisible(not covered)
        self._show_strip(strip)
        self._hint.setVisible(strip is None)
        self._hint.setText(self._hint_words(asked, covered=covered))
        if covered and asked is not None:
            self._show_turn(asked)
        self._give_keys(asked if covered else None, same_draft=same)

    def _give_keys(self, asked: Gut | None, *, same_draft: bool) -> None:
        """To the field once the room is asked: left on the page, the first seat's 2 would rank the draft."""
        before, self._asked = self._asked, asked.id if asked else None
        if same_draft and asked is not None and asked.id != before and self.field.isVisible():
            self.field.setFocus()

    def head(self) -> str:
        """What stands above the card: how many have said theirs."""
        asked = gut_feelings.newest(self._doc, self._draft.id) if self._draft else None
        if asked is None:
            return tr("Gut feeling")
        return tr(
            "Gut feeling · {n} of {count}",
            n=gut_feelings.count(self._doc, asked.id),
            count=len(seats(self._doc)),
        )

    def _show_turn(self, asked: Gut) -> None:
        waiting = gut_feelings.waiting(self._doc, asked.id)
        self._whose.setText(seat_label(waiting[0]) if waiting else "")
        self.show_now.setEnabled(gut_feelings.count(self._doc, asked.id) > 0)

    def _hint_words(self, asked: Gut | None, *, covered: bool) -> str:
        if not covered:
            return tr("Before anybody argues: 0 to 10 and one word, covered until all are in.")
        return tr("0 leaves me cold, 10 gives me goosebumps; then one word. Nobody sees it yet.")

    def _show_strip(self, strip: gut_feelings.Strip | None) -> None:
        shown = strip is not None
        for part in (self.bars, self._mean, self._words, *self._ends):
            part.setVisible(shown)
        if strip is None:
            return
        self.bars.show_counts(strip.counts)
        self._mean.setText(gut_feelings.mean_words(strip))
        self._words.setText(" · ".join(quoted(word) for word in strip.words))
        self._words.setVisible(bool(strip.words))

    def _take(self) -> None:
        asked = gut_feelings.newest(self._doc, self._draft.id) if self._draft else None
        waiting = gut_feelings.waiting(self._doc, asked.id) if asked else []
        if asked is None or not waiting:
            return
        entry = _SAID.fullmatch(self.field.text())
        if entry is None:
            self._messages.say(tr("A number from 0 to 10, then one word: 8 relief"))
            return
        try:
            gut_feelings.record_feeling(
                self._doc, asked.id, waiting[0].id, int(entry[1]), entry[2], source=self
            )
        except KnownError as error:
            self._messages.complain(error)
            return
        self.field.empty()
        self.peek.setChecked(False)

    def _show_now(self) -> None:
        asked = gut_feelings.newest(self._doc, self._draft.id) if self._draft else None
        if asked is not None:
            gut_feelings.show(self._doc, asked.id, source=self)
