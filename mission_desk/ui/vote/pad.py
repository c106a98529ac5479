"""The paper ballot at hand as a row of numbers, filled from the number pad: what was typed, where the next
digit goes, and why it does not count yet. No window, no document."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from mission_desk.core.polls import rule
from mission_desk.core.rows import Choice, Poll
from mission_desk.tally.election import DRAG_HIGH, Ballot
from mission_desk.ui.vote.paper import Paper
from mission_desk.words import tr


class Cell(Struct, frozen=True):
    """`place` on the ballot and the part (1 is drag) that a number goes to."""

    name: str
    place: int
    part: int


class Pad:
    """`every` is what a ballot has places for. `at` is the cell that the next digit fills, -1 the seat's
    number."""

    def __init__(self, poll: Poll, every: Sequence[Choice]) -> None:
        self._poll, self._every = poll, list(every)
        parts = (0, 1) if poll.rule == "pull-and-drag" else (0,)
        self.cells = [
            Cell(choice.name, place, part)
            for place, choice in enumerate(every)
            if not choice.withdrawn
            for part in parts
        ]
        self.seat, self.at, self.said = "", -1, ""
        self.start()

    def start(self, seat: str = "", filled: Ballot | None = None) -> None:
        """A new ballot; `filled` is what the seat gave before."""
        self.seat, self.at, self.said = seat, -1, ""
        self.paper = Paper(self._poll, self._every, filled)
        self.typed: list[bool] = [filled is not None] * len(self.cells)

    def value(self, at: int) -> str:
        """What stands in a cell; empty where nothing was typed."""
        cell = self.cells[at]
        value = self.paper.value(cell.place, cell.part)
        if not self.typed[at]:
            return ""
        return "–" if value is None else str(value)

    def digit(self, number: int) -> None:
        """A digit of the seat's number, or the value of the next cell; what does not fit is refused at
        once."""
        if self.at < 0:
            self.seat += str(number)
            return
        if self.at >= len(self.cells):
            self.said = tr("One number too many: 10 is the key *. Backspace goes back.")
            return
        cell = self.cells[self.at]
        before = self.paper.value(cell.place, cell.part)
        if not self.paper.give(cell.place, number, cell.part):
            self.paper.give(cell.place, before, cell.part)
            self.said = self._refusal(cell)
            return
        self._next()

    def leave_out(self) -> None:
        """No answer on this option."""
        if 0 <= self.at < len(self.cells):
            cell = self.cells[self.at]
            self.paper.give(cell.place, None, cell.part)
            self._next()

    def back(self) -> None:
        """One key back."""
        self.said = ""
        if self.at < 0:
            self.seat = self.seat[:-1]
            return
        self.at -= 1
        if self.at >= 0:
            cell = self.cells[self.at]
            self.paper.give(cell.place, None, cell.part)
            self.typed[self.at] = False

    def go_to_values(self) -> None:
        self.at, self.said = 0, ""

    def wrong(self) -> str:
        """Why the ballot does not count yet; empty where it does."""
        if self.said:
            return self.said
        if not any(self.typed):
            return tr("No number was typed yet.")
        if rule(self._poll).mark != "dots" and self.at < len(self.cells) and not all(self.typed):
            return tr("Numbers are missing: − leaves an option out.")
        return self.paper.wrong()

    def _next(self) -> None:
        self.typed[self.at] = True
        self.at += 1
        self.said = ""

    def _refusal(self, cell: Cell) -> str:
        if rule(self._poll).mark == "dots" and self._poll.several:
            return tr("That is too many: {n} left of {limit} dots.", n=self.paper.left, limit=self._poll.dots)
        low, high = (0, DRAG_HIGH) if cell.part else self.paper.bounds()
        return tr("{name} takes {low} to {high}.", name=cell.name, low=low, high=high)
