"""Where a phrase stands in a text. It knows only text."""

from __future__ import annotations

import re

from msgspec import Struct


class Place(Struct, frozen=True):
    """From `start` to before `end`, in the units Qt counts in (UTF-16)."""

    start: int
    end: int


def phrase_place(text: str, phrase: str) -> Place | None:
    """The first place where the phrase stands as whole words, else the first at all; None where it is
    gone."""
    if not phrase:
        return None
    whole = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
    start = whole.start() if whole else text.find(phrase)
    if start < 0:
        return None
    return Place(units(text, start), units(text, start + len(phrase)))


def units(text: str, place: int) -> int:
    """How many of Qt's units stand before the character at `place`."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, place: int) -> int:
    """The other way round: how many characters stand before Qt's unit `place`."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))
