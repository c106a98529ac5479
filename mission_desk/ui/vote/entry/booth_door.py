"""The way into the booth, from the desk: who has voted, and nothing about any ballot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from mission_desk.core.file.rows import Poll
from mission_desk.core.room import people
from mission_desk.core.vote import poll_closing, polls, secret_ballots
from mission_desk.ui.parts.buttons import action_button
from mission_desk.ui.parts.cards import Card, column
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.vote.entry.seat_list import SeatList
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class BoothDoor(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._doc = place.doc
        layout = column(self, spacing=14)
        card = Card(margins=(24, 20, 24, 22), spacing=10)
        self._progress = label("", "heading")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._words = label("", "quiet", wrap=True)
        self.booth = action_button(place.commands.action("poll.booth"), "filled")
        for part in (self._progress, self._bar, self._words):
            card.column.addWidget(part)
        card.column.addSpacing(4)
        card.column.addWidget(self.booth, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(card)
        self._head = label(tr("Seats"), "section")
        layout.addWidget(self._head)
        self.seats = SeatList(place.tokens)
        self.seats.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.seats.setSelectionMode(SeatList.SelectionMode.NoSelection)
        layout.addWidget(self.seats, 100)
        layout.addStretch(1)

    def show_poll(self, poll: Poll) -> None:
        seats, done = people.seats(self._doc), polls.seats_done(self._doc, poll.id)
        ballots = poll_closing.ballots_in(self._doc, poll)
        self._progress.setText(tr("{done} of {seats} ballots are in", done=ballots, seats=len(seats)))
        self._bar.setMaximum(max(1, len(seats)))
        self._bar.setValue(min(ballots, len(seats)))
        counted = bool(poll.secret) and secret_ballots.is_counted(self._doc, poll.id)
        self.booth.setVisible(ballots < len(seats) and not counted)
        self._words.setText(self._sentence(counted=counted))
        for part in (self._head, self.seats):
            part.setVisible(not counted)
        self.seats.show_seats(seats, done, None)

    def focus_entry(self) -> None:
        self.booth.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sentence(self, *, counted: bool) -> str:
        if counted:
            return tr(
                "This secret poll was counted once, so nobody can vote in it any more: the difference would "
                "be that ballot. Close it again to see the result, or vote again in another round."
            )
        return tr(
            "The booth fills this laptop's screen. One person after the other casts a ballot and passes the "
            "laptop on; the room sees only how many have voted."
        )
