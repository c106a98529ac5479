"""Whether a text has the words that somebody typed. Case, accents and the signs between words do not count.
It knows only texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from mission_desk.language.likeness.stems import folded
from mission_desk.language.tags import tags_in

_BETWEEN = re.compile(r"[\W_]+")  # the signs between words


def seeker(typed: str) -> Callable[[str], bool]:
    """A function that says of a text whether the search for `typed` matches; a search without words matches
    nothing."""
    wanted = typed_words(typed)
    return lambda text: bool(wanted) and matches(searchable(text), wanted)


def typed_words(typed: str) -> tuple[str, ...]:
    """Each typed word with the sign that must be before it: a blank before any word, # before a tag."""
    words: list[str] = []
    for part in folded(typed).split():
        mark = "#" if part.startswith("#") else " "
        words += [(mark if n == 0 else " ") + word for n, word in enumerate(_words(part).split())]
    return tuple(words)


def matches(text: str, wanted: tuple[str, ...]) -> bool:
    return all(each in text for each in wanted)


@lru_cache(maxsize=20_000)
def searchable(text: str) -> str:
    """The folded text: every word after a blank, and every tag once more after its #."""
    tags = "".join(f"#{_words(folded(tag.word)).strip()}" for tag in tags_in(text)) if "#" in text else ""
    return f" {_words(folded(text))}{tags}"


def _words(text: str) -> str:
    return _BETWEEN.sub(" ", text)
