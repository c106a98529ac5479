"""Makes any string safe to shape and to write. What cannot be printed becomes a visible mark, so that
nothing is lost unseen."""

from __future__ import annotations

import unicodedata

LOST = "\N{REPLACEMENT CHARACTER}"
_BREAKS = {"\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}


def clean(text: str) -> str:
    """The text with `\\n` as its only line break, and U+FFFD for control characters and lone surrogates."""
    return "".join(_printable(letter) for letter in text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The cleaned text without line breaks and without doubled spaces; no-break spaces stay."""
    return " ".join(part for part in clean(text).replace("\n", " ").split(" ") if part)


def _printable(letter: str) -> str:
    if letter in _BREAKS:
        return _BREAKS[letter]
    # A lone surrogate cannot be written as UTF-16 for ToUnicode; a NUL would end the text in many viewers.
    lost = letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs")
    return LOST if lost else letter
