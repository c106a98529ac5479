"""Beside the poll: what kind of poll it is, and what can be done with it now."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mission_desk.core.file.rows import Choice, Poll, Seat
from mission_desk.core.vote import poll_closing, polls, rounds
from mission_desk.tally.rules import RULES, Mark
from mission_desk.ui.parts.cards import Card, clear, column
from mission_desk.ui.parts.labels import SteadyLabel, label, set_look
from mission_desk.ui.vote.poll_terms import comparable, too_few
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

WIDE = 480  # px; no side panel is as wide
NOTHING = " "  # a label without any letter has no height for its width


class VoteSide(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place, self._doc = place, place.doc
        self._head = label("", "section")
        self._card = Card(spacing=2)
        self._facts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._card.column.addLayout(self._facts)
        self._verbs = QVBoxLayout()
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
        self._facts.setDirection(across if wide else down)

    def show_setup(self, rule: str) -> None:
        self._head.setText(tr("How it goes"))
        lines = [
            tr("Nobody sees a number before the poll is closed, not even on the stage."),
            tr("The same ballots are counted under other rules too: the choice of rule is in the open."),
        ]
        self._fill([("", line) for line in lines])
        # In the page's middle a longer sentence would bring a scroll bar, and all lines above break anew.
        ballot = SteadyLabel([_ballot_words(each.mark) for each in RULES.values()], "quiet")
        ballot.setText(_ballot_words(RULES[rule].mark) or NOTHING)
        self._facts.addWidget(ballot, 1)
        clear(self._verbs)

    def show_poll(self, poll: Poll, verbs: list[QWidget]) -> None:
        self._head.setText(tr("Poll"))
        options = polls.choices(self._doc, poll.id)
        seats = len(self._doc.rows(Seat))
        number = rounds.rounds(self._doc, poll)[-1].number
        facts = [
            (tr("Method"), _method(poll)),
            (tr("Voters"), tr("{n} in the room", n=seats)),
            (tr("Options"), _options(options)),
            (tr("Ballots"), tr("Secret") if poll.secret else tr("Open, not secret")),
        ]
        if number > 1:
            facts.append((tr("Round"), str(number)))
        warned = (
            too_few(poll_closing.ballots_in(self._doc, poll)) if poll.secret and poll.state == "open" else ""
        )
        self._fill(facts)
        clear(self._verbs)
        for widget in verbs:
            self._verbs.addWidget(widget)
        for words in (warned, self._compared(poll)):
            if words:
                self._verbs.addWidget(label(words, "tiny", wrap=True))

    def _compared(self, poll: Poll) -> str:
        """What this secret round and the one before tell together, said before it is closed."""
        before = self._doc.find(Poll, poll.earlier) if poll.secret and poll.state == "open" else None
        return comparable(rounds.likeness(self._doc, before.id)) if before else ""

    def _fill(self, facts: list[tuple[str, str]]) -> None:
        clear(self._facts)
        for name, words in facts:
            fact = QVBoxLayout()
            fact.setSpacing(2)
            fact.setContentsMargins(0, 3, 10, 3)
            if name:
                fact.addWidget(label(name, "tiny"))
            fact.addWidget(label(words, "strong" if name else "quiet", wrap=True))
            self._facts.addLayout(fact, 1)


def _ballot_words(mark: Mark) -> str:
    """Empty where the ballot itself says all that one has to know."""
    if mark == "pull":
        return tr(
            "Two numbers for each draft: pull, how proud one would be to say it; drag, how hard it would "
            "be to live by it. What is too heavy goes to repair; among the others pull decides."
        )
    if mark == "dots":
        return tr("Everybody has the same number of dots and gives them to one option or to several.")
    return ""


def _method(poll: Poll) -> str:
    if polls.takes_dots(poll):
        return trn("Dots, {n} each", "Dots, {n} each", poll.dots)
    return polls.rule_name(poll.rule)


def _options(options: list[Choice]) -> str:
    kinds = {choice.kind for choice in options if choice.kind != "none"}
    count = len(options)
    if kinds == {"draft"}:
        return trn("{n} draft", "{n} drafts", count)
    if kinds == {"note"}:
        return trn("{n} note", "{n} notes", count)
    return trn("{n} option", "{n} options", count)
