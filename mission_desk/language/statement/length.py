"""How long a statement is, counted in words as people say them."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

STRONG_BELOW = 20  # words: people can say it in one breath and know it by heart
LONG_ABOVE = 25  # words: nobody repeats it
# "best-in-class", "can't" and "24/7" are one word each.
_WORD = re.compile(r"\w+(?:[-'’./]\w+)*")


class Length(Struct, frozen=True):
    """`verdict` says what the number means: nothing written, strong (under 20), fair, long (over 25)."""

    words: int
    verdict: Literal["empty", "strong", "fair", "long"]


def word_count(text: str) -> int:
    return len(_WORD.findall(text))


def length(text: str) -> Length:
    words = word_count(text)
    if not words:
        return Length(words, "empty")
    if words < STRONG_BELOW:
        return Length(words, "strong")
    return Length(words, "long" if words > LONG_ABOVE else "fair")
