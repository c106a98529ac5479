"""A year later: every promise that was made, whether it lived, and what was seen of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mission_desk.core.file.closed_sets import ANSWERS
from mission_desk.core.file.document import Changes
from mission_desk.core.file.rows import Verdict
from mission_desk.core.plan import editions
from mission_desk.ui.look import theme
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.page import Page
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, column, row, scrolled
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.plan.promise_card import PromiseCard, PromiseLine, subject_words
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

WIDEST = 1100  # px; longer lines are hard to read


class ReviewPage(Page):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.cards: dict[int, PromiseCard] = {}
        self._pills = {answer: label("", "pill") for answer in (*ANSWERS, "")}
        self._list = QVBoxLayout()
        self._list.setSpacing(3 * UNIT)
        self._empty = self._teach()
        self.subject = Choice(tuple(subject_words().items()), tr("What was promised"))
        self.subject.show_choice("statement")
        self.line = PromiseLine(tr("Add a promise from last year, word for word"))
        self.line.keep_in(place.unwritten, "promise")
        self.line.entered.connect(lambda promise: place.commands.attempt(partial(self._add, promise)))
        self._build()

    def _build(self) -> None:
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        layout = column(content, (7 * UNIT, 5 * UNIT, 7 * UNIT, 6 * UNIT), UNIT)
        layout.addWidget(label(tr("What lived?"), "heading"))
        sentence = tr(
            "Ask first who knows the statement by heart. Then for each promise: a story, a number, an answer."
        )
        layout.addWidget(label(sentence, "quiet", wrap=True))
        layout.addSpacing(2 * UNIT)
        pills = QWidget()
        flow = FlowLayout(pills, 2 * UNIT)
        for pill in self._pills.values():
            pill.setMinimumHeight(theme.PILL_HEIGHT)
            flow.addWidget(pill)
        self._counts = pills
        layout.addWidget(pills)
        layout.addSpacing(2 * UNIT)
        layout.addWidget(self._empty)
        layout.addLayout(self._list)
        layout.addSpacing(3 * UNIT)
        layout.addWidget(self._adding())
        layout.addStretch(1)
        self._area = scrolled(content)
        column(self).addWidget(self._area)

    def _adding(self) -> QWidget:
        card = Card("card", (4 * UNIT, 3 * UNIT, 4 * UNIT, 3 * UNIT), 2 * UNIT)
        card.column.addLayout(row(label(tr("It was a"), "quiet"), self.subject, stretch=2))
        line = row(self.line, button(tr("Add"), self.line.enter))
        line.setStretch(0, 1)
        card.column.addLayout(line)
        return card

    def _teach(self) -> QWidget:
        card = Card("card", (6 * UNIT, 5 * UNIT, 6 * UNIT, 6 * UNIT), 2 * UNIT)
        card.column.addWidget(
            label(tr("A mission that is never looked at again was a poster."), "title", wrap=True)
        )
        words = tr("Start the annual review from last year's file, and all that was promised stands here.")
        card.column.addWidget(label(words, "body", wrap=True))
        card.column.addWidget(label(tr("No file? Type below what was promised."), "quiet", wrap=True))
        return card

    # showing

    def enter(self) -> None:
        self._show()
        if any(verdict.subject == "statement" for verdict in editions.verdicts(self.doc)):
            self.subject.show_choice("priority")  # there is one statement; what is added are the others
        unanswered = [card for card in self.cards.values() if not card.answer]
        if unanswered:
            unanswered[0].setFocus()
        elif not self.cards:
            self.line.setFocus()

    def leave(self) -> None:
        self.place.unwritten.settle()

    def follow(self, changes: Changes) -> None:
        if changes.touches("verdict"):
            self._show()

    def _show(self) -> None:
        verdicts = sorted(
            editions.verdicts(self.doc), key=lambda each: (each.subject != "statement", each.rank)
        )
        if [verdict.id for verdict in verdicts] != list(self.cards):
            self._make(verdicts)
        for verdict in verdicts:
            self.cards[verdict.id].show_verdict(verdict)
        self._empty.setVisible(not verdicts)
        self._counts.setVisible(bool(verdicts))
        self._count(verdicts)

    def _count(self, verdicts: list[Verdict]) -> None:
        counts = {answer: sum(1 for each in verdicts if each.answer == answer) for answer in self._pills}
        words = {
            "lived": tr("{n} lived", n=counts["lived"]),
            "partly": tr("{n} partly", n=counts["partly"]),
            "not": tr("{n} not yet", n=counts["not"]),
            "": tr("{n} to look at", n=counts[""]),
        }
        for answer, pill in self._pills.items():
            pill.setText(words[answer])
            set_look(
                pill,
                "pill-warn" if answer == "not" and counts["not"] else "pill-plain" if not answer else "pill",
            )
            pill.setVisible(bool(counts[answer]) or answer == "lived")

    def _make(self, verdicts: list[Verdict]) -> None:
        """Put the cards into the order of the list; a card that stays keeps its focus and what is half typed
        in it."""
        for gone in set(self.cards) - {verdict.id for verdict in verdicts}:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        before, self.cards = self.cards, {}
        for place, verdict in enumerate(verdicts):
            card = before.get(verdict.id) or self._made(verdict.id)
            self._list.removeWidget(card)
            self._list.insertWidget(place, card)
            card.show()  # the layout would do it only later, and the hidden takes no focus
            self.cards[verdict.id] = card

    def _made(self, verdict: int) -> PromiseCard:
        card = PromiseCard(self.place.tokens)
        card.judged.connect(lambda answer: editions.judge(self.doc, verdict, answer, source=self))
        write = partial(editions.write_verdict, self.doc, verdict, source=self)
        card.field.write_to(self.place.unwritten, f"verdict.{verdict}", write)
        card.removes.connect(partial(self._remove, verdict))
        card.stepped.connect(partial(self._step, verdict))
        return card

    # doing

    def _add(self, promise: str) -> None:
        subject = self.subject.choice() or "priority"
        verdict = editions.add_promise(self.doc, subject, promise, source=self)
        self.line.empty()
        if subject == "statement":  # there is one statement; what follows are priorities
            self.subject.show_choice("priority")
        self._area.ensureWidgetVisible(self.cards[verdict])
        self.line.setFocus()

    def _remove(self, verdict: int) -> None:
        editions.remove_promise(self.doc, verdict, source=self)
        self.place.messages.say(tr("The promise is deleted."), tr("Undo"), self.doc.undo)

    def _step(self, verdict: int, by: int) -> None:
        order = list(self.cards)
        place = order.index(verdict) + by
        if 0 <= place < len(order):
            self.cards[order[place]].setFocus()
            self._area.ensureWidgetVisible(self.cards[order[place]])
