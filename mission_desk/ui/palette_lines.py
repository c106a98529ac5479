"""What there is to choose from in a popup that is typed in: its lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from msgspec import Struct

from mission_desk.core.whole.search import Hit
from mission_desk.words import tr


class Line(Struct, frozen=True):
    """What is shown, at the right what it is or how else it is reached, and what it stands for."""

    words: str
    aside: str
    meant: object


Found = tuple[list[Line], int]
"""The lines to choose from, and of how many they are the first."""


def narrowed(every: list[Line]) -> Callable[[str], Found]:
    """What a popup asks for its lines: those that hold the typed letters."""

    def lines(typed: str) -> Found:
        matching = [line for line in every if typed.casefold() in line.words.casefold()]
        return matching, len(matching)

    return lines


def where(hit: Hit) -> str:
    """The board's title, the draft, the role; a letter alone would say nothing."""
    match hit.kind:
        case "draft":
            return tr("Draft {letter}", letter=hit.place)
        case "priority":
            return tr("Priorities")
        case "note" | "guideline":
            return hit.place
        case _:
            assert_never(hit.kind)
