"""The one rule of what a key does to a ballot, in the booth, seat by seat and on paper alike: a digit fills
its row and moves on. No window, no document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from mission_desk.core.file.rows import Choice, Poll
from mission_desk.core.vote.polls import asks_drag, highest, rule
from mission_desk.tally.election import DRAG_HIGH, Ballot
from mission_desk.ui.vote.entry.ballot_draft import BallotDraft
from mission_desk.words import tr, trn

Key = int | Literal["ten", "more", "less", "none", "clear", "back", "down", "up", "enter"]
"""A digit, `*`, + or →, ←, − (a dot less; on a scale no answer), Delete, Backspace, ↓, ↑, Enter."""

TEN = 10


class BallotRow(Struct, frozen=True):
    """One number of a ballot: `place` on the paper and the part (1 is drag) that it goes to."""

    name: str
    place: int
    part: int


class BallotKeys:
    """`at` is the row that the next digit fills; behind the last one it is their number. `waits` is true
    after a digit that a second one can make a number of the row: 1 and 0 are 10. `refusal` says why the last
    key did nothing."""

    def __init__(
        self,
        poll: Poll,
        every: Sequence[Choice],
        shown: Sequence[Choice],
        filled: Ballot | None = None,
        language: str | None = None,
    ) -> None:
        self._poll, self._options, self._language = poll, len(every), language
        order = {choice.id: place for place, choice in enumerate(every)}
        parts = (0, 1) if asks_drag(poll) else (0,)
        self.rows = [BallotRow(choice.name, order[choice.id], part) for choice in shown for part in parts]
        self.draft = BallotDraft(poll, every, filled)
        self.at, self.waits, self.refusal = 0, False, ""
        self._answered = set(range(len(self.rows))) if filled is not None else set()

    # reading

    @property
    def is_behind(self) -> bool:
        """The last row is filled, and no row takes the next digit."""
        return self.at >= len(self.rows)

    def value(self, at: int) -> int | None:
        row = self.rows[at]
        return self.draft.value(row.place, row.part)

    def is_answered(self, at: int) -> bool:
        """Somebody has given a value, or left the row out on purpose."""
        return at in self._answered

    def waiting(self) -> str:
        """What is said while a digit waits."""
        value, high = self.value(self.at), self._high(self.at)
        if high == TEN:
            return tr("1, or 0 for 10. Enter goes on.", self._language)
        return tr(
            "{n}, or a second digit for up to {high}. Enter goes on.", self._language, n=value, high=high
        )

    def unanswered(self) -> list[int]:
        """Rows that still wait for a key; where all dots are given, none does."""
        if self._takes_dots and not self.draft.left:
            return []
        return [at for at in range(len(self.rows)) if at not in self._answered]

    # doing

    def press(self, key: Key) -> bool:
        """Do what the key says; True where Enter finds nothing left to answer."""
        self.refusal = ""
        waited, self.waits = self.waits, False
        joined = self._joined(key) if waited else None
        if waited and joined is None and self._answers(key):
            self.at += 1  # the digit that waited stays as it is
        if isinstance(key, int):
            self._fill(key if joined is None else joined)
        elif key == "enter":
            return self._enter(waited)
        elif key == "up" or (key == "down" and not self.is_behind):
            self.go_to(self.at + (1 if key == "down" else -1))
        elif self.is_behind and key != "back":
            self.refusal = self._behind()
        else:
            self._on_row(key)
        return False

    def _on_row(self, key: Key) -> None:
        if key == "ten":
            self._fill(TEN)
        elif key == "clear":
            self._empty(self.at)
        elif key == "back":
            self._back()
        elif key == "none" and not (self._takes_dots and self.value(self.at)):
            self._set(self.at, None)  # for dots that is none of them
            self.at += 1
        else:
            self._add(1 if key == "more" else -1)

    def go_to(self, at: int) -> None:
        self.at, self.waits = max(0, min(len(self.rows) - 1, at)), False

    def choose(self, at: int, value: int | None) -> None:
        """A button of the row was pressed: the row stays at hand."""
        self.go_to(at)
        self.refusal = ""
        if value is None:
            self._empty(at)
        elif self._takes(at, value):
            self._set(at, value)

    def add(self, at: int, by: int) -> None:
        """The button + or − of the row was pressed."""
        self.go_to(at)
        self.refusal = ""
        self._add(by)

    def _joined(self, key: Key) -> int | None:
        """The digit that waits and this one as one number; None where the row does not reach it."""
        first = self.value(self.at)
        if first is None or not isinstance(key, int) or first * TEN + key > self._high(self.at):
            return None
        return first * TEN + key

    def _answers(self, key: Key) -> bool:
        """After a digit that waits, what answers a row answers the next one."""
        return isinstance(key, int) or key == "ten" or (key == "none" and not self._takes_dots)

    def _fill(self, value: int) -> None:
        if self.is_behind:
            self.refusal = self._behind()
        elif self._takes(self.at, value):
            self._set(self.at, value)
            self.waits = 0 < value < TEN and value * TEN <= self._high(self.at)
            self.at += not self.waits

    def _enter(self, waited: bool) -> bool:
        """Enter ends a 1 that waits, and nothing more: whoever means "that was all" presses it again."""
        ahead = self.unanswered()
        if not ahead:
            self.at = len(self.rows)
            return not waited
        self.at = next((at for at in ahead if at > self.at), ahead[0])
        return False

    def _back(self) -> None:
        """Take back the value of this row, or of the row before if this one is empty."""
        if self.at not in self._answered:
            self.at = max(0, self.at - 1)
        self._empty(self.at)

    def _add(self, by: int) -> None:
        now, low = self.value(self.at), self._low(self.at)
        value = low if now is None else now + by
        if self._takes(self.at, value):
            self._set(self.at, value)

    def _set(self, at: int, value: int | None) -> None:
        self.draft.give(self.rows[at].place, value, self.rows[at].part)
        self._answered.add(at)

    def _empty(self, at: int) -> None:
        self.draft.give(self.rows[at].place, None, self.rows[at].part)
        self._answered.discard(at)

    # what fits

    @property
    def _takes_dots(self) -> bool:
        return rule(self._poll).mark == "dots"

    def _low(self, at: int) -> int:
        return 0 if self.rows[at].part else rule(self._poll).low

    def _high(self, at: int) -> int:
        return DRAG_HIGH if self.rows[at].part else highest(self._poll, self._options)

    def _takes(self, at: int, value: int) -> bool:
        """Whether the row has this value; else `refusal` says what it has."""
        low, high = self._low(at), self._high(at)
        if not low <= value <= high:
            self.refusal = tr(
                "{name} takes {low} to {high}.", self._language, name=self.rows[at].name, low=low, high=high
            )
        elif self._takes_dots and value > self.draft.left + (self.value(at) or 0):
            self.refusal = tr(
                "That is too many: {n} left of {limit} dots.",
                self._language,
                n=self.draft.left,
                limit=self._poll.dots,
            )
        return not self.refusal

    def _behind(self) -> str:
        missing = len(self.unanswered())
        if not missing:
            return tr("Every row is filled. Backspace goes back.", self._language)
        return trn(
            "That was the last row. {n} question is not answered yet: Enter goes there.",
            "That was the last row. {n} questions are not answered yet: Enter goes there.",
            missing,
            self._language,
        )
