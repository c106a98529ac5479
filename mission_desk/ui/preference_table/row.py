"""What one row of the table of preferences says."""

from __future__ import annotations

from msgspec import Struct


class Preference(Struct, frozen=True):
    """A whole number from `low` to `high`, `usual` until somebody changes it; from 0 to 1 it is a switch.
    `unit` stands behind the number, `hint` below it."""

    key: str
    words: str
    usual: int
    low: int = 0
    high: int = 1
    unit: str = ""
    hint: str = ""

    @property
    def is_switch(self) -> bool:
        return (self.low, self.high) == (0, 1)


class Section(Struct, frozen=True):
    title: str
    rows: tuple[Preference, ...]
