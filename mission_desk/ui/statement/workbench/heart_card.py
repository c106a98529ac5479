"""The by-heart test: the sentence is shown for seven seconds, then hidden; everybody types what they
remember."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal

from mission_desk.core.file.closed_sets import MemoryTest
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft, Recall
from mission_desk.core.statement import draft_tests
from mission_desk.language.statement.by_heart import forgotten, remembered
from mission_desk.language.statement.worddiff import Span
from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.labels import label
from mission_desk.ui.parts.submit_field import SubmitField
from mission_desk.ui.statement.workbench.diff import DiffText
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

SECOND = 1_000  # ms


class HeartCard(Card):
    asked = Signal()  # what do you remember?

    def __init__(self, place: Workplace) -> None:
        super().__init__(spacing=8)
        self._place = place
        self._doc: Document = place.doc
        self._draft: int | None = None
        self._until = QTimer(self, singleShot=True, interval=draft_tests.SHOWN_FOR * SECOND)
        self._until.timeout.connect(self._hide_sentence)
        self.start = action_button(place.commands.action("test.heart"), "small")
        self._hint = label("", "quiet", wrap=True)
        self.field = SubmitField(tr("Type what you remember, then Enter"))
        self.field.submitted.connect(self._say)
        self.field.given_up.connect(self.finish)
        self.done = button(tr("Show the sentence again"), self.finish, "small")
        self.anew = button(tr("Begin anew"), self._forget, "small-quiet")
        self._figure = label("", "title", wrap=True)
        self._remembered, self._lost = DiffText(place.tokens), label("", "quiet", wrap=True)
        self.column.addWidget(label(tr("By-heart test"), "section"))
        self.column.addLayout(row(self.start, stretch=1))
        for part in (self._hint, self.field, self._figure, self._remembered, self._lost):
            self.column.addWidget(part)
        self.column.addLayout(row(self.done, self.anew, stretch=2))
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft.id
        self.field.keep_in(self._place.unwritten, f"heart.{draft.id}")
        state = draft_tests.heart_state(self._doc, draft.id)
        if state == "shown" and not self._until.isActive():
            self._until.start()  # a window that was opened in the middle of it
        recalls = draft_tests.recalls(self._doc, draft.id)
        self._hint.setText(_hint(state, len(recalls)))
        gone = state == "gone"
        self.start.setVisible(not state)
        self.field.setVisible(gone)
        self.done.setVisible(gone)
        self.anew.setVisible(bool(recalls) and not state)
        self._show_result(draft.text.strip(), recalls if not state else [])

    def begin(self) -> None:
        """Show the sentence; it disappears by itself."""
        if self._draft is not None:
            draft_tests.show_heart(self._doc, self._draft, "shown", source=self)
            self._until.start()

    def finish(self) -> None:
        self._until.stop()
        self.field.empty()
        if self._draft is not None and draft_tests.heart_state(self._doc, self._draft):
            draft_tests.show_heart(self._doc, self._draft, "", source=self)

    def text(self) -> str:
        return f"{self._figure.text()} {self._lost.text()}"

    def _hide_sentence(self) -> None:
        if self._draft is not None and draft_tests.heart_state(self._doc, self._draft) == "shown":
            draft_tests.show_heart(self._doc, self._draft, "gone", source=self)
            self.field.setFocus()
            self.asked.emit()

    def _say(self, words: str) -> None:
        note = partial(draft_tests.note_recall, self._doc, self._draft or 0, words, source=self)
        if self._draft is not None and self._place.commands.attempt(note):
            self.field.empty()

    def _forget(self) -> None:
        if self._draft is not None:
            draft_tests.forget_recalls(self._doc, self._draft, source=self)

    def _show_result(self, text: str, recalls: list[Recall]) -> None:
        for part in (self._figure, self._remembered, self._lost):
            part.setVisible(bool(recalls))
        if not recalls:
            return
        typed = [row.words for row in recalls]
        scores = [remembered(text, words) for words in typed]
        share = sum(each.share for each in scores) / len(scores)
        people = trn("{n} person", "{n} people", len(recalls))
        self._figure.setText(tr("{share} % of it stayed · {people}", share=round(100 * share), people=people))
        self._remembered.show_spans(_shared(text, [each.spans for each in scores]))
        lost = forgotten(text, typed)
        self._lost.setText(tr("Nearly nobody kept: {words}", words=", ".join(lost)) if lost else "")


def _hint(state: MemoryTest, people: int) -> str:
    if state == "shown":
        return tr("Read it once. It goes in a moment.")
    if state == "gone":
        so_far = trn("{n} person has typed.", "{n} people have typed.", people) if people else ""
        return tr("Pass the keyboard on. {so_far}", so_far=so_far).strip()
    return tr("The room reads the sentence for {n} seconds. Then it is gone.", n=draft_tests.SHOWN_FOR)


def _shared(text: str, every: list[tuple[tuple[int, int], ...]]) -> tuple[Span, ...]:
    """The text with those words marked that more than half of the people remembered."""
    counts: dict[tuple[int, int], int] = {}
    for spans in every:
        for span in spans:
            counts[span] = counts.get(span, 0) + 1
    shared = sorted(span for span, count in counts.items() if count * 2 > len(every))
    parts: list[Span] = []
    last = 0
    for start, end in shared:
        parts += [Span(text[last:start], "kept"), Span(text[start:end], "added")]
        last = end
    return tuple(span for span in (*parts, Span(text[last:], "kept")) if span.text)
