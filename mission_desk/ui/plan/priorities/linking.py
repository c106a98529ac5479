"""L, a number and a number: which two are linked by keys. It knows no window."""

from __future__ import annotations

from typing import Literal

from mission_desk.core.plan.priorities import COUNT

Waits = Literal["", "company", "team"]


class LinkKeys:
    """`waits` says which side the next number is of."""

    def __init__(self) -> None:
        self.waits: Waits = ""
        self._first: tuple[str, int] | None = None

    def begin(self) -> None:
        """L: the number at the left comes first."""
        self.waits, self._first = "company", None

    def begin_at(self, side: str, place: int) -> None:
        """One end is known; the number of the other side comes next."""
        self._first = (side, place)
        self.waits = "team" if side == "company" else "company"

    def stop(self) -> None:
        self.waits, self._first = "", None

    def take(self, key: str) -> tuple[int, int] | None:
        """The places (company, team) from 0 that are to be linked, once both are known. Any other key than a
        number of the three ends it."""
        if not self.waits or not key.isdecimal() or not 1 <= int(key) <= COUNT:
            self.stop()
            return None
        place = int(key) - 1
        if self._first is None:
            self.begin_at("company", place)
            return None
        side, first = self._first
        self.stop()
        return (first, place) if side == "company" else (place, first)
