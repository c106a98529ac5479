"""The booth: a window over the laptop's whole screen in which one person after the other casts a ballot.
Between two people a cover hides everything. A ballot is in memory only until its person presses "Next
person"; then it is written, and nothing leads back to it. The booth speaks the room's language."""

from __future__ import annotations

import random

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Choice, Poll, Seat
from mission_desk.core.room import people, scene
from mission_desk.core.vote import ballots, polls, secret_ballots
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.vote.booth.booth_ballot import BoothBallot
from mission_desk.ui.vote.booth.booth_cover import BoothCover
from mission_desk.ui.vote.booth.booth_waiting import BoothWaiting
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class Booth(QWidget):
    left = Signal()

    def __init__(self, place: Workplace, poll: Poll) -> None:
        super().__init__()
        set_look(self, "paper")
        self._place, self._doc, self._poll = place, place.doc, poll
        self._language = scene.workshop(place.doc).language
        self._seat: Seat | None = None
        self._shown: list[Choice] = []  # in the order of the ballot at hand
        self._last_message = ""
        self.setWindowTitle(tr("Booth", self._language))
        self.cover = BoothCover(place.tokens, self._language)
        self.ballot = BoothBallot(place.tokens, self._language)
        self.waiting = BoothWaiting(self._language, secret=bool(poll.secret))
        self._pages = QStackedWidget()
        for page in (self.cover, self.ballot, self.waiting):
            self._pages.addWidget(page)
        column(self).addWidget(self._pages)
        self.cover.next_person.connect(self._begin)
        self.cover.ended.connect(self.close)
        self.ballot.filled.connect(self._wait)
        self.ballot.given_up.connect(self._leave)
        self.waiting.counted.connect(self._count)
        self.waiting.changes.connect(self._change)
        self._cover(tr("The booth is open", self._language))

    def follow(self) -> None:
        """Close the ballot if the poll was closed or undone meanwhile: nobody may go on voting in it."""
        row = self._doc.find(Poll, self._poll.id)
        if row is None or row.state != "open":
            self.close()
        elif self._seat is None:
            self._cover(self._last_message)
        else:
            self._leave_out_withdrawn()

    def _leave_out_withdrawn(self) -> None:
        """An answer to an option that is gone would part this ballot from the later ones."""
        every = polls.ballot_choices(self._doc, self._poll.id)
        gone = {choice.id for choice in every if choice.withdrawn}
        shown = [choice for choice in self._shown if choice.id not in gone]
        if len(shown) < len(self._shown):
            self._shown = shown
            self.ballot.form.leave_only(self._poll, every, shown)
            if self._pages.currentWidget() is self.ballot:
                self.ballot.form.focus_here()

    def _cover(self, message: str) -> None:
        """Hide everything about the ballot before, and offer the seats that are left."""
        self._seat, self._last_message = None, message
        self.ballot.forget()
        done = polls.seats_done(self._doc, self._poll.id)
        self.cover.show_cover(message, [seat for seat in people.seats(self._doc) if seat.id not in done])
        self._pages.setCurrentWidget(self.cover)
        self.cover.focus()

    def _begin(self, seat: int) -> None:
        """Show a new ballot with its options in an order of its own, so that the first option gets no more
        votes for being first."""
        self._seat = self._doc.find(Seat, seat)
        if self._seat is None:
            return
        every = polls.ballot_choices(self._doc, self._poll.id)
        shown = [choice for choice in every if not choice.withdrawn]
        random.SystemRandom().shuffle(shown)
        self._shown = shown
        self.ballot.show_ballot(self._poll, self._seat, every, shown)
        self._pages.setCurrentWidget(self.ballot)
        self.ballot.form.focus_first()

    def _wait(self) -> None:
        """Cover the ballot that is filled in. It stays in memory, and is not counted yet."""
        self._pages.setCurrentWidget(self.waiting)
        self.waiting.focus()

    def _change(self) -> None:
        self._pages.setCurrentWidget(self.ballot)
        self.ballot.form.focus_first()

    def _count(self) -> None:
        if self._seat is None or self.ballot.form.draft is None:
            return
        seat, ballot = self._seat.id, self.ballot.form.draft.ballot
        self._seat = None  # a second press must not cast a second ballot
        thanks = tr("Thank you. Pass the laptop on.", self._language)
        cast = secret_ballots.cast_secret if self._poll.secret else ballots.cast
        reason = self.ballot.form.reason.text()
        try:
            cast(self._doc, self._poll.id, seat, ballot, reason=reason, source=self)
        except KnownError as error:
            thanks = str(error)
        self._cover(thanks)

    def _leave(self) -> None:
        self._cover(tr("No ballot was cast.", self._language))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pages.currentWidget() is self.ballot:
            self.ballot.ask_to_leave()
        else:
            super().keyPressEvent(event)

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        """Drop the open ballot with the booth: its person has not said that it counts."""
        lost = self._seat if self.ballot.form.draft is not None and not self.ballot.is_empty() else None
        self.ballot.forget()
        event.accept()
        self.left.emit()
        if lost is not None:
            sentence = tr("The ballot of seat {n} was not counted: the booth ended first.", n=lost.number)
            self._place.messages.say(sentence)
