"""#words in a text: how people mark notes while they write. Any script, with umlauts, accents and joining
signs; "C#", "page#part" and "#1" are no tags."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

_JOINS = "_-\u200c\u200d"  # inside a word: hyphens, and the joiners of Persian and Hindi


class Tag(Struct, frozen=True):
    """Two tags with the same `key` are the same (case does not count). `word` is how the tag was written,
    without its #; `start` and `end` are its place with the #."""

    key: str
    word: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def tags_in(text: str) -> tuple[Tag, ...]:
    """The tags in reading order; a tag that is written twice comes twice."""
    tags: list[Tag] = []
    at = text.find("#")
    while at >= 0:
        end = _end_of_word(text, at + 1)
        word = text[at + 1 : end]
        if any(letter.isalpha() for letter in word) and not (at and _is_inside(text[at - 1])):
            tags.append(Tag(tag_key(word), word, at, end))
        at = text.find("#", max(end, at + 1))
    return tuple(tags)


def tag_key(word: str) -> str:
    """`word` with or without its #."""
    return unicodedata.normalize("NFC", word.removeprefix("#").casefold())


def tag_keys(text: str) -> frozenset[str]:
    """The keys of the tags in the text."""
    return frozenset(tag.key for tag in tags_in(text)) if "#" in text else frozenset()


def count_tags(texts: Iterable[str]) -> list[tuple[Tag, int]]:
    """Every tag of these texts, as it was first written, with the number of texts that carry it; the most
    used first."""
    firsts: dict[str, Tag] = {}
    counts: dict[str, int] = {}
    for text in texts:
        for tag in {tag.key: tag for tag in reversed(tags_in(text))}.values() if "#" in text else ():
            firsts.setdefault(tag.key, tag)
            counts[tag.key] = counts.get(tag.key, 0) + 1
    return sorted(
        ((tag, counts[key]) for key, tag in firsts.items()), key=lambda each: (-each[1], each[0].key)
    )


def _end_of_word(text: str, start: int) -> int:
    end = start
    while end < len(text) and (_is_letter(text[end]) or text[end] in _JOINS):
        end += 1
    return start + len(text[start:end].rstrip(_JOINS))


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter).startswith("M")


def _is_inside(letter: str) -> bool:
    """A # after this begins no tag: it belongs to a word, an address or other #s."""
    return _is_letter(letter) or letter in "#/&_"
