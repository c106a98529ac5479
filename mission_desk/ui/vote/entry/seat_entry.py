"""An open poll, voted on aloud: the facilitator types seat by seat. No total is shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Poll, Seat
from mission_desk.core.room import people
from mission_desk.core.vote import ballots, polls, reasons
from mission_desk.ui.parts.ask_card import AskCard
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.vote import asked
from mission_desk.ui.vote.entry.ballot_form import BallotForm
from mission_desk.ui.vote.entry.ballot_scroll import BallotScroll
from mission_desk.ui.vote.entry.seat_list import SeatList
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

SEATS_WIDTH = 180  # px; eleven buttons of drag stand beside it on a page of 1024


class SeatEntry(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place, self._doc = place, place.doc
        self._poll: Poll | None = None
        self._shown: list[int] = []  # choices on the form
        self._seat: int | None = None
        self.seats = SeatList(place.tokens)
        self.seats.setFixedWidth(SEATS_WIDTH)
        self.seats.chosen.connect(self._show_seat)
        self.form = BallotForm(place.tokens)
        self._rows = BallotScroll(self.form)
        self.seats.itemActivated.connect(lambda _item: self.form.focus_first())
        self._list_returns = QTimer(self, singleShot=True, interval=0)  # Qt marks what is clicked at the end
        self._list_returns.timeout.connect(self._return_list)
        self.form.entered.connect(self.store)
        self.form.behind = tr("Enter stores this ballot.")
        self.question = AskCard()
        self.question.left.connect(self.focus_entry)
        self._who = label("", "title", wrap=True)
        self._state = label("", "tiny", wrap=True)
        self.next = button(tr("Store, next seat"), self.store, "filled")
        set_tip(self.next, tr("Enter"))
        self.back = button(tr("Take the ballot back"), self._take_back, "quiet")
        self._keys = label(
            tr(
                "A digit fills its row and goes on; 10 is 1 and 0, or *. − is no answer. Enter goes to the "
                "next row without an answer, and stores when there is none."
            ),
            "tiny",
            wrap=True,
        )
        self._build()

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        for part in (self._who, self._state):
            right.addWidget(part)
        right.addWidget(self._rows, 100)  # all the room, up to its own height
        right.addWidget(self._keys)
        verbs = QHBoxLayout()
        verbs.setSpacing(10)
        verbs.addWidget(self.next)
        verbs.addWidget(self.back)
        verbs.addWidget(self.form.running, 1)
        right.addWidget(self.question)
        right.addLayout(verbs)
        right.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(label(tr("Seats"), "section"))
        left.addWidget(self.seats, 1)
        line = QHBoxLayout()
        line.setSpacing(20)
        line.addLayout(left)
        line.addLayout(right, 1)
        column(self).addLayout(line)

    def show_poll(self, poll: Poll) -> None:
        seats, done = people.seats(self._doc), polls.seats_done(self._doc, poll.id)
        every = polls.ballot_choices(self._doc, poll.id)
        shown = [choice for choice in every if not choice.withdrawn]
        new = self._poll is None or self._poll.id != poll.id
        if new:
            self._seat = None
        if new or self._shown != [choice.id for choice in shown]:
            self._poll, self._shown = poll, [choice.id for choice in shown]
            self.form.show_options(poll, every, shown)
            self._go_to(self._seat)
        if self._seat not in {seat.id for seat in seats}:
            self._go_to(_next_free(seats, done, None))
        self._show_list(poll)
        if new:
            self.form.focus_first()

    def focus_entry(self) -> None:
        """Move the focus to the row that was last filled in, or to the safe answer of a question."""
        if self.question.asks:
            self.question.focus_safe()
        else:
            self.form.focus_here()

    def store(self) -> None:
        """Store the ballot of the current seat, and ask first if it is empty."""
        draft = self.form.draft
        if draft is None or self.form.complain():
            return
        if draft.is_empty:
            _, questions = self.form.answered()
            store = tr("Store an empty ballot")
            self.question.ask(asked.nothing_given(questions), asked.back_to_ballot(), store, self._store)
        else:
            self._store()

    def _store(self) -> None:
        """Store the ballot and go to the next seat that has not voted."""
        draft = self.form.draft
        if self._poll is None or self._seat is None or draft is None:
            return
        seat, ballot, reason = self._seat, draft.ballot, self.form.reason.text()
        seats = people.seats(self._doc)
        done = polls.seats_done(self._doc, self._poll.id) | {seat}
        self._go_to(_next_free(seats, done, seat))  # first, so that the change already shows the next seat
        try:
            ballots.cast(self._doc, self._poll.id, seat, ballot, reason=reason, source=self)
        except KnownError as error:
            self._go_to(seat)
            self._place.messages.complain(error)
        self.form.focus_first()

    def _take_back(self) -> None:
        if self._poll is not None and self._seat is not None:
            ballots.take_back(self._doc, self._poll.id, self._seat, source=self)
            self._go_to(self._seat)
            self.form.focus_first()

    def _show_seat(self, seat: int) -> None:
        """Another seat was chosen in the list; what is typed for this one is not dropped unasked."""
        if self._poll is None:
            return
        if not self._is_unstored(self._poll):
            self._leave_for(seat)
            return
        self._list_returns.start()  # it stays on the ballot at hand until that is answered
        given, _ = self.form.answered()
        sentence = asked.not_stored(given, self._who.text())
        self.question.ask(
            sentence, asked.back_to_ballot(), tr("Forget the answers"), partial(self._leave_for, seat)
        )

    def unstored(self, poll: Poll) -> str:
        """A sentence where the ballot at hand is not what is stored; empty where nothing would be lost."""
        here = self._poll is not None and self._poll.id == poll.id
        return asked.typed_only(self._who.text()) if here and self._is_unstored(poll) else ""

    def _is_unstored(self, poll: Poll) -> bool:
        """The ballot at hand says something else than what is stored for its seat."""
        paper = self.form.draft
        if paper is None or self._seat is None:
            return False
        stored = ballots.ballot_of(self._doc, poll.id, self._seat)
        if reasons.one_line(self.form.reason.text()) != reasons.reason_of(self._doc, poll.id, self._seat):
            return True
        return not paper.is_empty if stored is None else paper.ballot != stored

    def _leave_for(self, seat: int) -> None:
        self._go_to(seat)
        self._return_list()

    def _return_list(self) -> None:
        if self._poll is not None:
            self._show_list(self._poll)

    def _show_list(self, poll: Poll) -> None:
        seats, done = people.seats(self._doc), polls.seats_done(self._doc, poll.id)
        self.seats.show_seats(seats, done, self._seat)
        self._show_state(seats, done)

    def _go_to(self, seat: int | None) -> None:
        self._seat = seat
        self.question.drop()
        if self._poll is not None:
            given = ballots.ballot_of(self._doc, self._poll.id, seat) if seat is not None else None
            because = reasons.reason_of(self._doc, self._poll.id, seat) if seat is not None else ""
            self.form.fill(self._poll, given, because)

    def _show_state(self, seats: list[Seat], done: set[int]) -> None:
        here = next((seat for seat in seats if seat.id == self._seat), None)
        set_look(self._state, "tiny")
        for part in (self._rows, self.next, self._keys, self.form.running):
            part.setVisible(here is not None)
        corrected = here is not None and here.id in done
        self.back.setVisible(corrected)
        if here is None:
            self._who.setText(tr("Everybody has voted."))
            self._state.setText(
                tr("A seat in the list can still be corrected. Close the poll to see the result.")
            )
            return
        self._who.setText(people.seat_label(here))
        self._state.setText(
            tr("Correct this ballot: it replaces the first one.") if corrected else _left(seats, done)
        )


def _left(seats: list[Seat], done: set[int]) -> str:
    return tr("{done} of {seats} ballots are in", done=len(done), seats=len(seats))


def _next_free(seats: list[Seat], done: set[int], after: int | None) -> int | None:
    """The next seat without a ballot behind `after`, then from the start; None where all have voted."""
    order = [seat.id for seat in seats]
    start = order.index(after) + 1 if after in order else 0
    return next((seat for seat in order[start:] + order[:start] if seat not in done), None)
