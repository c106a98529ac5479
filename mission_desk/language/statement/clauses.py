"""A sentence as the phrases it is put together of, for picking the best of several."""

from __future__ import annotations

import re

SHORTEST = 2  # words; "and" alone is no phrase
_JOINTS = (
    "that", "which", "who", "because", "with", "by", "and", "when", "where", "so", "für", "damit", "weil",
    "mit", "und", "wenn", "wo", "denn",
)  # fmt: skip
_BREAKS = re.compile(rf"(?<=[,;:.!?–—])\s+|\s+(?=(?:{'|'.join(_JOINTS)})\s)", re.IGNORECASE)


def phrases(text: str) -> tuple[str, ...]:
    """The phrases in their order; joined by blanks they are the text again, except for its white space."""
    pieces: list[str] = []
    for piece in _BREAKS.split(text):
        words = " ".join(piece.split())
        if pieces and words and (len(words.split()) < SHORTEST or len(pieces[-1].split()) < SHORTEST):
            pieces[-1] += f" {words}"
        elif words:
            pieces.append(words)
    return tuple(pieces)


def joined(picked: list[str]) -> str:
    """One sentence from the phrases of several: a capital at the start, small letters where a phrase is now
    inside, one full stop at the end."""
    text = ""
    for phrase in picked:
        words = phrase.strip()
        if text and text[-1] in ".!?":
            text = text[:-1]
        first = words.split()[0] if words else ""
        starts = first in ("We", "Our", "Wir", "Unser", "Unsere", "The", "So", "Damit")
        text += f" {words[:1].lower() + words[1:]}" if text and starts else f" {words}" if text else words
    text = text.rstrip(" ,;:")
    return text[:1].upper() + text[1:] + ("" if not text or text[-1] in ".!?" else ".")
