"""Whether a text has the words that somebody typed. Case, accents and the signs between words do not count.
It knows only texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from mission_desk.language.likeness.stems import folded
from mission_desk.language.tags import tags_in

# Scripts that put no blank between words, and emoji: a word can begin at each of their letters.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u309f\u30a1-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\u2190-\u2bff\U0001f000-\U0003ffff"
)
_INDIAN = "\u0900-\u0963\u0966-\u0dff"  # their vowel signs are no letters for re, and part words there
_BETWEEN = re.compile(r"[\W_]+")  # the signs between words
_BETWEEN_ANY = re.compile(rf"(?:(?![{_UNSPACED}{_INDIAN}])[\W_])+")
_BEGINNING = re.compile(rf"(?<=\S)(?=[{_UNSPACED}])|(?<=[{_UNSPACED}])(?=\S)")


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
        words += [(mark if n == 0 else " ") + _parted(word) for n, word in enumerate(_words(part).split())]
    return tuple(words)


def matches(text: str, wanted: tuple[str, ...]) -> bool:
    return all(each in text for each in wanted)


@lru_cache(maxsize=20_000)
def searchable(text: str) -> str:
    """The folded text: every word after a blank, and every tag once more after its #."""
    tags = (
        "".join(f"#{_parted(_words(folded(tag.word)).strip())}" for tag in tags_in(text))
        if "#" in text
        else ""
    )
    return f" {_parted(_words(folded(text)))}{tags}"


def _words(text: str) -> str:
    return (_BETWEEN if text.isascii() else _BETWEEN_ANY).sub(" ", text)


def _parted(words: str) -> str:
    """With a blank before each letter that a word can begin at."""
    return words if words.isascii() else _BEGINNING.sub(" ", words)
