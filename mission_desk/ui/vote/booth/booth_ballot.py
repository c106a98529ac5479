"""One ballot in the booth: large targets, keys, and the button that says it is filled in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.rows import Choice, Poll, Seat
from mission_desk.core.vote.polls import rule
from mission_desk.ui.look import theme
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.ask_card import AskCard
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column, row, scrolled
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.vote import asked
from mission_desk.ui.vote.booth.booth_cover import seat_words
from mission_desk.ui.vote.entry.ballot_form import BallotForm
from mission_desk.words import tr, trn

WIDEST = 1100  # px; a longer line is hard to read


class BoothBallot(QWidget):
    filled = Signal()
    given_up = Signal()

    def __init__(self, tokens: Tokens, language: str) -> None:
        super().__init__()
        set_look(self, "paper")
        self._language = language
        self._asks_for_dots = False
        self._seat = label("", "pill")
        self._seat.setMinimumHeight(theme.PILL_HEIGHT)
        self._question = label("", "heading", wrap=True)
        self._rule = label("", "lead", wrap=True)
        self.form = BallotForm(tokens, large=True)
        self.form.changed.connect(self._show_state)
        self.form.behind = tr("Every question is answered. Tab goes to “Done”.", language)
        self.button = button(tr("Done", language), self._try, "filled-large")
        self.question = AskCard()
        self.question.left.connect(self._go_on)
        hint = label(tr("Esc: leave without a ballot", language), "tiny")
        layout = column(self)
        layout.addWidget(scrolled(self._middle()), 1)
        foot = QWidget()
        set_look(foot, "panel")
        self._answered = label("", "quiet")
        line = row(self.button, self._answered, self.form.running, hint, spacing=18)
        line.setStretch(2, 1)
        below = column(foot, (40, 14, 40, 14), 12)
        below.addWidget(self.question)
        below.addLayout(line)
        layout.addWidget(foot)

    def _middle(self) -> QWidget:
        body = QWidget()
        set_look(body, "clear")
        body.setMaximumWidth(WIDEST)
        inner = column(body, spacing=12)
        head = row(self._question, self._seat, spacing=18)
        head.setStretch(0, 1)
        inner.addLayout(head)
        for part in (self._rule, self.form):
            inner.addWidget(part)
        inner.addStretch(1)
        middle = QWidget()
        set_look(middle, "clear")
        column(middle, (40, 24, 40, 20)).addLayout(row(body))
        return middle

    def show_ballot(self, poll: Poll, seat: Seat, every: list[Choice], shown: list[Choice]) -> None:
        self._seat.setText(seat_words(seat, self._language))
        self._question.setText(poll.question)
        self._asks_for_dots = rule(poll).mark == "dots"
        self._rule.setText(self._how(poll))
        self._rule.setVisible(bool(self._rule.text()))
        self.form.show_options(poll, every, shown, self._language)

    def forget(self) -> None:
        """Clear the ballot: the next person must not read any of it."""
        self._seat.setText("")
        self._question.setText("")
        self.question.drop()
        self.form.forget()

    def _how(self, poll: Poll) -> str:
        """How to fill the ballot in; empty for scales, which say it themselves."""
        if rule(poll).mark != "dots":
            return ""
        return trn(
            "You have {n} dot.",
            "You have {n} dots. Give them to one option or to several."
            if poll.several
            else "You have {n} dots, one for an option at the most.",
            poll.dots,
            self._language,
        )

    def is_empty(self) -> bool:
        return self.form.draft is None or self.form.draft.is_empty

    def ask_to_leave(self) -> None:
        """Escape was pressed: ask before answers that were given are thrown away."""
        has_reason = bool(self.form.reason.text().strip())
        if self.is_empty() and not has_reason:
            self.given_up.emit()
            return
        given = self.form.answered()[0] + has_reason
        leave = tr("Leave without a ballot", self._language)
        self.question.ask(
            asked.half_filled(given, self._language),
            asked.back_to_ballot(self._language),
            leave,
            self.given_up.emit,
        )

    def _try(self) -> None:
        if self.form.complain():
            return
        if not self.is_empty():
            self.filled.emit()
            return
        _, every = self.form.answered()
        self.question.ask(
            asked.nothing_given(every, self._language),
            asked.back_to_ballot(self._language),
            tr("Hand in an empty ballot", self._language),
            self.filled.emit,
        )

    def _go_on(self) -> None:
        if self.isVisible():
            self.form.focus_here()

    def _show_state(self) -> None:
        given, every = self.form.answered()
        words = tr("{given} of {all} answered", self._language, given=given, all=every)
        waiting = tr("not counted yet", self._language)
        self._answered.setText(waiting if given == every or self._asks_for_dots else f"{words} · {waiting}")
