"""One concern about a draft: its words, the phrase it is about, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.rows import Concern
from mission_desk.core.room.style_words import style_names
from mission_desk.core.statement import concerns
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, column
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.parts.submit_field import SubmitField
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class ConcernCard(Card):
    """It stays while its concern does, so that a half-typed answer survives whatever else changes."""

    wants_text = Signal(str)  # the phrase to change
    settled = Signal()  # something was done or given up here: the keys belong to the statement again

    def __init__(self, place: Workplace, concern: Concern) -> None:
        super().__init__(spacing=5)
        self._place, self._doc, self._concern = place, place.doc, concern
        self._words = label(concern.text, "strong", wrap=True)
        self._about = label("", "tiny", wrap=True)
        self.answer = SubmitField(tr("What do we say to that?"))
        self.answer.keep_in(place.unwritten, f"answer.{concern.id}")
        self.answer.submitted.connect(self._answered)
        self.answer.given_up.connect(self._give_up)
        self._open, self._settled = self._open_verbs(), self._settled_verbs()
        self._answering = self._answer_part()
        for part in (self._words, self._about, self._answering, self._open, self._settled):
            self.column.addWidget(part)
        self._answering.setVisible(bool(self.answer.words()))

    def show_concern(self, concern: Concern, text: str) -> None:
        """`text` is the draft's, to see whether the phrase still stands in it."""
        self._concern = concern
        still = concern.state == "open"
        self._words.setText(concern.text)
        set_look(self._words, "strong" if still else "quiet")
        self._about.setText(self._about_words(text))
        if not still:
            self._answering.hide()
        self._open.setVisible(still and self._answering.isHidden())
        self._settled.setVisible(not still)
        present = bool(concern.phrase) and concern.phrase in text
        self._change.setVisible(present)
        self._changed.setVisible(not present)

    def start_answer(self) -> None:
        self._answering.show()
        self._open.hide()
        self.answer.setFocus()

    def _about_words(self, text: str) -> str:
        row = self._concern
        parts = [style_names()[row.style]]
        if row.phrase and row.phrase in text:
            parts.append(tr("on “{phrase}”", phrase=row.phrase))
        elif row.phrase:
            parts.append(tr("“{phrase}” is no longer in the text", phrase=row.phrase))
        if row.state == "changed":
            version = concerns.settling_version(self._doc, row)
            parts.append(tr("changed in v{n}", n=version.number) if version else tr("text changed"))
        elif row.state == "accepted":
            parts.append(tr("we live with it"))
        elif row.state == "answered":
            parts.append(tr("answered: {answer}", answer=row.answer) if row.answer else tr("answered"))
        return " · ".join(part for part in parts if part)

    def _open_verbs(self) -> QWidget:
        self._change = button(tr("Change the text"), self._want_text, "small")
        settle = concerns.settle_by_text
        self._changed = button(tr("The text is changed"), partial(self._do, settle), "small")
        live = button(tr("Live with it"), partial(self._do, concerns.accept_concern), "small")
        answer = button(tr("Answer…"), self.start_answer, "small")
        return _verbs(answer, self._change, self._changed, live)

    def _settled_verbs(self) -> QWidget:
        reopen = button(tr("Open again"), partial(self._do, concerns.reopen_concern), "small-quiet")
        remove = button(tr("Delete"), partial(self._do, concerns.remove_concern), "small-quiet")
        return _verbs(reopen, remove)

    def _answer_part(self) -> QWidget:
        part = QWidget()
        set_look(part, "clear")
        layout = column(part, spacing=6)
        layout.addWidget(self.answer)
        say = button(tr("Answer"), self.answer.submit, "small")
        layout.addWidget(_verbs(say, button(tr("Not now"), self._give_up, "small-quiet")))
        return part

    def _want_text(self) -> None:
        self.wants_text.emit(self._concern.phrase)

    def _do(self, act: Callable[..., None]) -> None:
        act(self._doc, self._concern.id, source=self)
        self.settled.emit()

    def _answered(self, words: str) -> None:
        answer = partial(concerns.answer_concern, self._doc, self._concern.id, words, source=self)
        if self._place.commands.attempt(answer):
            self.answer.empty()
            self.settled.emit()

    def _give_up(self) -> None:
        self._answering.hide()
        self._open.show()
        self.settled.emit()


def _verbs(*buttons: QWidget) -> QWidget:
    verbs = QWidget()
    set_look(verbs, "clear")
    flow = FlowLayout(verbs, spacing=6)
    for each in buttons:
        flow.addWidget(each)
    return verbs
