"""A ballot while it is being filled in: never more than the rule allows. No window, no document."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.core.file.rows import Choice, Poll
from mission_desk.core.vote.ballots import complaint
from mission_desk.core.vote.polls import asks_drag, highest, rule
from mission_desk.tally.election import DRAG_HIGH, Ballot


class BallotDraft:
    """`choices` are all that a ballot of this poll has a place for. Part 0 is the mark, part 1 the drag."""

    def __init__(self, poll: Poll, choices: Sequence[Choice], filled: Ballot | None = None) -> None:
        self.poll, self._choices = poll, list(choices)
        self._dots = rule(poll).mark == "dots"
        nothing: int | None = 0 if self._dots else None
        size = len(self._choices)
        self._marks = list(filled.marks) if filled else [nothing] * size
        self._drags: list[int | None] = list(filled.drag) if filled and filled.drag else [None] * size

    @property
    def ballot(self) -> Ballot:
        drag = tuple(self._drags) if asks_drag(self.poll) else ()
        return Ballot(tuple(self._marks), drag)

    @property
    def given(self) -> int:
        """Dots that were given."""
        return sum(mark or 0 for mark in self._marks)

    @property
    def left(self) -> int:
        return self.poll.dots - self.given

    @property
    def is_empty(self) -> bool:
        return not any(mark if self._dots else mark is not None for mark in (*self._marks, *self._drags))

    def wrong(self, language: str | None = None) -> str:
        """Why this ballot does not count yet, in one sentence; empty where it does."""
        return complaint(self.poll, self._choices, self.ballot, language)

    def value(self, place: int, part: int = 0) -> int | None:
        return (self._drags if part else self._marks)[place]

    def bounds(self, part: int = 0) -> tuple[int, int]:
        if part:
            return 0, DRAG_HIGH
        return rule(self.poll).low, highest(self.poll, len(self._choices))

    def give(self, place: int, value: int | None, part: int = 0) -> bool:
        """Set what one option gets; False where it is out of range or more dots than are left, and then the
        nearest that is allowed is set."""
        low, high = self.bounds(part)
        if self._dots:
            high = min(high, self.left + (self._marks[place] or 0))
        row = self._drags if part else self._marks
        row[place] = None if value is None and not self._dots else max(low, min(value or 0, high))
        return value is None or low <= value <= high

    def add(self, place: int, by: int, part: int = 0) -> bool:
        """One more or less; an empty place gets the lowest value."""
        now = self.value(place, part)
        return self.give(place, self.bounds(part)[0] if now is None else now + by, part)
