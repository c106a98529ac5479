"""A paper ballot as it is typed: the seat's number, then the ballot by the same keys as everywhere. No
window, no document."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.core.file.rows import Choice, Poll
from mission_desk.tally.election import Ballot
from mission_desk.ui.vote.entry.ballot_keys import BallotKeys, Key
from mission_desk.words import tr


class NumberPad:
    """`every` is what a ballot has places for. While `takes_seat`, digits are the seat's number."""

    def __init__(self, poll: Poll, every: Sequence[Choice]) -> None:
        self._poll, self._every = poll, list(every)
        self.start()

    def start(self, seat: str = "", filled: Ballot | None = None) -> None:
        """A new ballot; `filled` is what the seat gave before."""
        self.seat, self.takes_seat, self.refusal = seat, True, ""
        shown = [choice for choice in self._every if not choice.withdrawn]
        self.keys = BallotKeys(self._poll, self._every, shown, filled)

    @property
    def is_begun(self) -> bool:
        return any(self.keys.is_answered(at) for at in range(len(self.keys.rows)))

    def value(self, at: int) -> str:
        """What stands in a row; empty where nothing was typed, – where it was left out."""
        if not self.keys.is_answered(at):
            return ""
        value = self.keys.value(at)
        return "–" if value is None else str(value)

    def press(self, key: Key) -> bool:
        """True where Enter finds the ballot whole. Backspace before the first row goes back to the seat."""
        if self.takes_seat:
            self.refusal = ""
            self._type_seat(key)
            return False
        if key == "back" and self.keys.at == 0 and not self.keys.is_answered(0):
            self.refusal, self.takes_seat = "", True
            return False
        whole = self.keys.press(key)
        self.refusal = self.keys.refusal
        return whole

    def _type_seat(self, key: Key) -> None:
        if isinstance(key, int):
            self.seat += str(key)
        elif key == "back":
            self.seat = self.seat[:-1]

    def go_to_values(self) -> None:
        self.takes_seat, self.refusal = False, ""
        self.keys.go_to(0)

    def wrong(self) -> str:
        """Why the ballot does not count yet; empty where it does."""
        if self.keys.unanswered():
            return tr("Numbers are missing: − leaves an option out.")
        return self.keys.draft.wrong()
