"""Splits text into the pieces that must share one font: a letter with its marks, a flag, a family of
emoji."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_JOINER = "\u200d"
_ZERO_WIDTH_SPACE = "\u200b"
_IGNORED_RANGES = ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069), (0xFE00, 0xFE0F))
IGNORABLE = frozenset({0xAD, 0x34F, 0x61C, 0xFEFF}).union(
    *(range(first, last + 1) for first, last in _IGNORED_RANGES)
)
"""Code points that have no picture of their own, so no font needs a glyph for them."""


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each cluster. They are rougher than Unicode's grapheme clusters (Unicode Standard
    Annex 29), which is enough to choose a font."""
    start = 0
    while start < len(text):
        end = _end_of_cluster(text, start)
        yield start, end
        start = end


def _end_of_cluster(text: str, start: int) -> int:
    end = start + 1
    if _is_flag_letter(text[start]) and end < len(text) and _is_flag_letter(text[end]):
        end += 1
    while end < len(text) and _continues(text[end]):
        joined = text[end] == _JOINER and not text[start].isalpha()
        end += 2 if joined and end + 1 < len(text) else 1
    return end


def _continues(letter: str) -> bool:
    code = ord(letter)
    if letter == _ZERO_WIDTH_SPACE:
        return False
    skin_or_tag = 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F
    return skin_or_tag or code in IGNORABLE or unicodedata.category(letter)[0] == "M"


def _is_flag_letter(letter: str) -> bool:
    return 0x1F1E6 <= ord(letter) <= 0x1F1FF


def is_emoji(cluster: str) -> bool:
    """Whether a cluster asks for its coloured picture."""
    return "\ufe0f" in cluster or 0x1F000 <= ord(cluster[0]) <= 0x1FAFF
