"""What stands on the screen between two people in the booth: who is next, and nothing of any ballot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.rows import Seat
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr, trn


def seat_words(seat: Seat, language: str) -> str:
    """In the room's language: number, and the name where there is one."""
    number = tr("Seat {n}", language, n=seat.number)
    return f"{number} · {seat.name.strip()}" if seat.name.strip() else number


class BoothCover(QWidget):
    next_person = Signal(int)  # the seat
    ended = Signal()

    def __init__(self, tokens: Tokens, language: str) -> None:
        super().__init__()
        set_look(self, "paper")
        self._language = language
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = column(self, (40, 40, 40, 40), 20)
        self._message = label("", "hero", wrap=True)
        self._words = label("", "lead", wrap=True)
        for words in (self._message, self._words):
            words.setAlignment(centre)
        self.seats = Chooser(tokens, tr("Who is next?", language))
        self.seats.setMinimumWidth(280)
        self.next = button(tr("Begin", language), self._go, "filled-large")
        self.end = button(tr("End the booth", language), self.ended.emit, "quiet")
        layout.addStretch(3)
        layout.addWidget(self._message)
        layout.addWidget(self._words)
        layout.addSpacing(16)
        choosing = row(self.seats, self.next, spacing=12, stretch=0)
        choosing.addStretch(1)
        layout.addLayout(choosing)
        layout.addStretch(3)
        layout.addWidget(self.end, 0, centre)

    def show_cover(self, message: str, left: list[Seat]) -> None:
        """`left` are the seats that have not voted; the first one is proposed."""
        self._message.setText(message if left else tr("Everybody has voted.", self._language))
        self.seats.show_entries([(seat.id, seat_words(seat, self._language)) for seat in left])
        self.seats.setCurrentIndex(0)
        self.seats.setVisible(bool(left))
        self.next.setVisible(bool(left))
        waiting = trn(
            "{n} ballot is still to come.", "{n} ballots are still to come.", len(left), self._language
        )
        alone = tr("One person at a time; the others look away.", self._language)
        done = tr("The facilitator ends the booth and closes the poll.", self._language)
        self._words.setText(f"{waiting} {alone}" if left else done)

    def focus(self) -> None:
        (self.end if self.next.isHidden() else self.next).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        seat = self.seats.currentData()
        if seat is not None:
            self.next_person.emit(seat)
