"""An open poll: the ways in which ballots come in, side by side and freely mixed, and what the poll
promises."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.rows import Poll
from mission_desk.core.vote import hands, polls
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.parts.one_of import OneOf
from mission_desk.ui.vote.entry.booth_door import BoothDoor
from mission_desk.ui.vote.entry.cards_entry import CardsEntry
from mission_desk.ui.vote.entry.hands_entry import HandsEntry
from mission_desk.ui.vote.entry.paper_entry import PaperEntry
from mission_desk.ui.vote.entry.seat_entry import SeatEntry
from mission_desk.ui.vote.poll_terms import promise
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

Entry = SeatEntry | BoothDoor | HandsEntry | CardsEntry | PaperEntry


class OpenPoll(QWidget):
    turned = Signal()  # another way of entry is shown

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place = place
        self.seats, self.booth = SeatEntry(place), BoothDoor(place)
        self.hands, self.cards, self.paper = HandsEntry(place), CardsEntry(place), PaperEntry(place)
        self._entries: dict[str, Entry] = {
            "seats": self.seats,
            "booth": self.booth,
            "hands": self.hands,
            "cards": self.cards,
            "paper": self.paper,
        }
        self.way = Choice(
            (
                ("seats", tr("Seat by seat")), ("booth", tr("Booth")), ("hands", tr("Show of hands")),
                ("cards", tr("Dots on cards")), ("paper", tr("Paper")),
            ),
            tr("How the ballots come in"),
        )  # fmt: skip
        self.way.chosen.connect(self._turn)
        self._promise = label("", "tiny", wrap=True)
        self._stack = OneOf(tuple(self._entries.values()))
        layout = column(self, spacing=12)
        layout.addLayout(row(self.way, spacing=0, stretch=1))
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._promise)
        self._poll: Poll | None = None

    def show_poll(self, poll: Poll) -> None:
        new = self._poll is None or self._poll.id != poll.id
        self._poll = poll
        allowed = ways(poll)
        for key in self._entries:
            self.way.option(key).setVisible(key in allowed)
        if new or self.way.choice() not in allowed:
            self.way.show_choice(allowed[0])
        self._promise.setText(promise(secret=bool(poll.secret)))
        entry = self.entry()
        self._stack.show_one(entry)
        entry.show_poll(poll)

    def entry(self) -> Entry:
        return self._entries[self.way.choice() or "seats"]

    def unstored(self, poll: Poll) -> str:
        """What was typed for a seat or from a paper and would be lost with the poll, in sentences."""
        return " ".join(filter(None, (entry.unstored(poll) for entry in (self.seats, self.paper))))

    def show_way(self, key: str) -> None:
        self.way.show_choice(key)
        self._turn(key)

    def _turn(self, _key: str) -> None:
        if self._poll is not None:
            self.show_poll(self._poll)
            self.entry().focus_entry()
        self.turned.emit()


def ways(poll: Poll) -> list[str]:
    """The ways of entry that this poll allows, the usual one first."""
    if poll.secret:
        return ["booth", "paper"]
    entries = ["seats", "booth", "paper"]
    if hands.allow(poll):
        entries.insert(1, "hands")
    if polls.takes_dots(poll):
        entries.insert(2, "cards")
    return entries
