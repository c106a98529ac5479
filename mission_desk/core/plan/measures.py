"""A measure in words: "61 → 80 %", for priorities and guidelines alike."""

from __future__ import annotations

import re
from typing import Protocol

from msgspec import Struct

_OUT_OF = re.compile(r"\s*(\d+)\s*\D{1,5}\s*(\d+)\s*")
ROOM = 1.1  # a bar ends a little behind the larger of its two numbers


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


class BarEnds(Struct, frozen=True):
    """Shares of a bar's length: today's value, None where nobody knows it, and the goal."""

    now: float | None
    goal: float


def bar_ends(row: Measured) -> BarEnds | None:
    """None where the goal is no number. Per cent have 100 at the end, "9 of 10" its second number."""
    if out_of := _OUT_OF.fullmatch(row.goal):
        goal, whole = float(out_of[1]), float(out_of[2])
        return BarEnds(None, min(1.0, goal / whole)) if whole else None
    goal_number, now = number(row.goal), number(row.start)
    if goal_number is None or max(goal_number, now or 0.0) <= 0:
        return None
    whole = 100.0 if row.unit.strip() == "%" or "%" in row.goal else ROOM * max(goal_number, now or 0.0)
    shares = [None if value is None else max(0.0, min(1.0, value / whole)) for value in (now, goal_number)]
    return BarEnds(shares[0], shares[1] or 0.0)


def number(words: str) -> float | None:
    """The number that the words are, written with a point or a comma; None where they are none."""
    plain = words.strip().removesuffix("%").replace("\u00a0", "").replace(" ", "").replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None
