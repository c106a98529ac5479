"""Beside the poll: what kind of poll it is, and what can be done with it now."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mission_desk.core import drafts, polls
from mission_desk.core.document import Document
from mission_desk.core.rows import Choice, Draft, Poll, Seat
from mission_desk.tally.dots import DotResult
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, clear, column
from mission_desk.ui.parts.labels import label, look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

WIDE = 480  # px; no side panel is as wide


class VoteSide(QWidget):
    """`page` does what the buttons say."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        look(self, "clear")
        self._place, self._doc = place, place.doc
        self._head = label("", "section")
        self._card = Card(spacing=2)
        self._facts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._card.column.addLayout(self._facts)
        self._verbs = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._verbs.setSpacing(8)
        facts = QVBoxLayout()
        facts.setSpacing(8)
        facts.addWidget(self._head)
        facts.addWidget(self._card)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(14)
        self._parts.addLayout(facts)
        self._parts.addLayout(self._verbs)
        layout = column(self, (0, 0, 6, 0))
        layout.addLayout(self._parts)
        layout.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In the page's middle there is width instead of height, and what can be done comes first."""
        super().resizeEvent(event)
        wide = self.width() > WIDE
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(QBoxLayout.Direction.BottomToTop if wide else down)
        self._verbs.setDirection(across if wide else down)
        self._facts.setDirection(across if wide else down)

    def show_setup(self) -> None:
        self._head.setText(tr("How dots work"))
        self._fill(
            (
                ("", tr("Everybody has the same number of dots and gives them to one draft or to several.")),
                ("", tr("Nobody sees a number before the poll is closed, not even on the stage.")),
                ("", tr("Give three or more dots each: then it shows who stands behind a draft with heart.")),
            )
        )
        clear(self._verbs)

    def show_open(self, poll: Poll, buttons: list[QWidget]) -> None:
        self._show_facts(poll)
        self._show_verbs(buttons)

    def show_result(self, poll: Poll, again: QWidget) -> None:
        self._show_facts(poll)
        found, choices = polls.result(self._doc, poll.id), polls.choices(self._doc, poll.id)
        self._show_verbs([*self._choosing(found, choices), again])

    def _show_facts(self, poll: Poll) -> None:
        self._head.setText(tr("Poll"))
        seats, options = len(self._doc.rows(Seat)), len(polls.choices(self._doc, poll.id))
        self._fill(
            (
                (tr("Method"), trn("Dots, {n} each", "Dots, {n} each", poll.dots)),
                (tr("Voters"), tr("{n} in the room", n=seats)),
                (tr("Options"), trn("{n} draft", "{n} drafts", options)),
                (tr("Ballots"), tr("Secret, in the booth") if poll.secret else tr("Said aloud, typed here")),
            )
        )

    def _fill(self, facts: tuple[tuple[str, str], ...]) -> None:
        clear(self._facts)
        for name, words in facts:
            fact = QVBoxLayout()
            fact.setSpacing(2)
            fact.setContentsMargins(0, 3, 10, 3)
            if name:
                fact.addWidget(label(name, "tiny"))
            fact.addWidget(label(words, "strong" if name else "quiet", wrap=True))
            self._facts.addLayout(fact, 1)

    def _show_verbs(self, widgets: list[QWidget]) -> None:
        clear(self._verbs)
        for widget in widgets:
            self._verbs.addWidget(widget)

    def _choosing(self, found: DotResult, choices: list[Choice]) -> list[QWidget]:
        """The winner to choose; each of the best where they are level; what comes next once it is chosen."""
        if not found.dots:
            return [label(tr("No dots were given."), "warn", wrap=True)]
        best = [
            choices[total.option]
            for total in found.totals
            if total.dots == found.totals[found.ranking[0]].dots
        ]
        chosen = drafts.chosen(self._doc)
        if chosen is not None and any(choice.draft == chosen.id for choice in best):
            posters = button(tr("Make the posters"), lambda: self._place.commands.run("go.posters"), "filled")
            return [label(tr("{name} is chosen.", name=drafts.letter(chosen)), "good", wrap=True), posters]
        if len(best) == 1:
            return [self._choose(best[0], "filled")]
        names = tr("{first} and {last}", first=", ".join(c.name for c in best[:-1]), last=best[-1].name)
        dots = found.totals[found.ranking[0]].dots
        level = trn(
            "{names} are level with {n} dot each.", "{names} are level with {n} dots each.", dots, names=names
        )
        return [label(level, "warn", wrap=True), *(self._choose(choice, "") for choice in best)]

    def _choose(self, choice: Choice, style: str) -> QWidget:
        found = button(tr("Choose {name}", name=choice.name), lambda: _choose(self._doc, choice, self), style)
        if self._doc.find(Draft, choice.draft) is None:
            found.setEnabled(False)
            found.setToolTip(tr("This draft was deleted."))
        return found


def _choose(doc: Document, choice: Choice, source: object) -> None:
    if choice.draft is not None:
        drafts.choose(doc, choice.draft, source=source)
