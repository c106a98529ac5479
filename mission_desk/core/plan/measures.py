"""A measure in words: "61 → 80 %", for priorities and guidelines alike."""

from __future__ import annotations

from typing import Protocol


class Measured(Protocol):
    """What a priority and a guideline have in common."""

    @property
    def measure(self) -> str: ...

    @property
    def unit(self) -> str: ...

    @property
    def start(self) -> str: ...

    @property
    def goal(self) -> str: ...


def from_to(row: Measured) -> str:
    """From today to the goal, with the unit at the end; also where only one of them is known."""
    if not row.start.strip() and not row.goal.strip():
        return ""
    return f"{row.start.strip() or '?'} → {row.goal.strip() or '?'} {row.unit.strip()}".rstrip()


def share_reached(row: Measured, now: str) -> float | None:
    """How far `now` has come from the start to the goal, from 0 to 1; None where one of them is no number."""
    start, goal, value = number(row.start), number(row.goal), number(now)
    if start is None or goal is None or value is None or start == goal:
        return None
    return min(1.0, max(0.0, (value - start) / (goal - start)))


def number(words: str) -> float | None:
    """The number that the words are, written with a point or a comma; None where they are none."""
    plain = words.strip().removesuffix("%").replace("\u00a0", "").replace(" ", "").replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None
