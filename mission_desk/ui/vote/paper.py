"""A ballot while it is being filled in: so many dots to give, never more. No window, no document."""

from __future__ import annotations

from mission_desk.tally.dots import Ballot


class Paper:
    def __init__(self, options: int, limit: int, filled: Ballot | None = None) -> None:
        self.limit = limit
        self._counts = list(filled) if filled else [0] * options

    @property
    def ballot(self) -> Ballot:
        return tuple(self._counts)

    @property
    def given(self) -> int:
        return sum(self._counts)

    @property
    def left(self) -> int:
        return self.limit - self.given

    def count(self, option: int) -> int:
        return self._counts[option]

    def give(self, option: int, count: int) -> bool:
        """Set the dots of one option; False where there were not so many left and it got the rest."""
        most = self.left + self._counts[option]
        self._counts[option] = max(0, min(count, most))
        return count <= most

    def add(self, option: int, by: int) -> bool:
        return self.give(option, self._counts[option] + by)
