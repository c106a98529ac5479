"""Whether a text holds the words that somebody typed, however either is spelt: case, accents and what stands
between words do not count. It knows only texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from mission_desk.language.likeness.stems import folded
from mission_desk.language.tags import tags_in

_BETWEEN = re.compile(r"[\W_]+")  # what stands between words


def seeker(typed: str) -> Callable[[str], bool]:
    """Asks of one text after the other whether a search for `typed` finds it; no words find nothing."""
    wanted = typed_words(typed)
    return lambda text: bool(wanted) and matches(searchable(text), wanted)


def typed_words(typed: str) -> tuple[str, ...]:
    """Each word with what stands before it: a blank before any word, # before a tag."""
    words: list[str] = []
    for part in folded(typed).split():
        mark = "#" if part.startswith("#") else " "
        words += [(mark if n == 0 else " ") + word for n, word in enumerate(_words(part).split())]
    return tuple(words)


def matches(text: str, wanted: tuple[str, ...]) -> bool:
    return all(each in text for each in wanted)


@lru_cache(maxsize=20_000)
def searchable(text: str) -> str:
    """Folded, every word after a blank, every tag once more after its #."""
    tags = "".join(f"#{_words(folded(tag.word)).strip()}" for tag in tags_in(text)) if "#" in text else ""
    return f" {_words(folded(text))}{tags}"


def _words(text: str) -> str:
    return _BETWEEN.sub(" ", text)
