"""The spelling of a word without what may differ (case, apostrophes, soft hyphens; German ß is ss, and
umlauts are ae, oe, ue, so that both ways of typing them are the same), and the words of a text, one by
one."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from functools import lru_cache
from typing import NamedTuple

# Combining marks and soft hyphens belong to the word around them; an apostrophe joins the letters beside it.
WORD = re.compile(r"[^\W_][\w\u0300-\u036f\u00ad]*(?:['’][^\W_]+)*")
_TYPED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "\u00ad": None, "’": "'", "_": None})
# What ends a sentence or a clause: a colon or a full stop only where a blank or the end follows.
_BREAK = re.compile(r"[.!?;:…](?=[\s\"”“»«)’‘]|$)|[\n•·]|\s[-–—]+\s|—")
MARGIN = 40  # characters before a quotation, which may be blanks and a dash
_REST = re.compile(r"[^\w\n]*(?:\n|$)")
LONGEST = 200  # words: a text without any full stop would take minutes if it were one sentence
_HYPHENS = frozenset("-‐‑/")
# Abbreviations: their full stop ends no sentence.
_SHORT = frozenset(
    {"nr", "no", "dr", "st", "mr", "mrs", "ms", "bzw", "ca", "inkl", "ggf", "vgl", "z", "d", "e", "i"}
)
_PAIRS = (("“", "”"), ("„", "“"), ("„", "”"), ("»", "«"), ("«", "»"), ("‹", "›"), ("›", "‹"), ("‚", "‘"))
_MARKS = frozenset({'"', *(mark for pair in _PAIRS for mark in pair)})
_QUOTED = re.compile("|".join([rf"{a}[^{a}{b}\n]*{b}" for a, b in _PAIRS] + [r'(?<!\w)"[^"\n]*"(?!\w)']))


class Token(NamedTuple):
    """One word: `text[start:end]`, its `spelt` form, the number of its sentence, whether a hyphen joins it to
    the word before, and whether it stands between quotation marks."""

    start: int
    end: int
    spelt: str
    sentence: int
    joined: bool
    quoted: bool


@lru_cache(maxsize=50_000)
def spelt(word: str) -> str:
    plain = word.lower() if word.isascii() else unicodedata.normalize("NFC", word).casefold()
    return plain.translate(_TYPED).removesuffix("'s")


def tokens(text: str) -> list[Token]:
    quoted = quotations(text)
    read: list[Token] = []
    sentence = last = began = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        between = text[last:start]
        joined = between in _HYPHENS and last > 0
        is_parted = between != " " and last > 0 and _parts(between + text[start], read[-1].spelt)
        if is_parted or len(read) - began >= LONGEST:
            sentence, began = sentence + 1, len(read)
        while quoted and quoted[0][1] <= start:
            quoted.popleft()
        inside = bool(quoted) and quoted[0][0] <= start
        read.append(Token(start, end, spelt(match[0]), sentence, joined, inside))
        last = end
    return read


def _parts(between: str, before: str) -> bool:
    """Whether a new sentence begins after `between`."""
    return bool(_BREAK.search(between)) and not (between.startswith(". ") and before in _SHORT)


def quotations(text: str) -> deque[tuple[int, int]]:
    """The places of quotations, which are the words of somebody else. A line that is all in quotation marks
    is no quotation, because people write a statement down like that."""
    if _MARKS.isdisjoint(text):
        return deque()
    spans = [match.span() for match in _QUOTED.finditer(text)]
    return deque(span for span in spans if not _is_whole_line(text, *span))


def _is_whole_line(text: str, start: int, end: int) -> bool:
    """Whether the line has nothing but the quotation. It reads only around the quotation, because a line may
    be a megabyte long."""
    near = text[max(0, start - MARGIN) : start]
    before = near.rpartition("\n")[2]
    begins = "\n" in near or start <= MARGIN
    return begins and WORD.search(before) is None and _REST.match(text, end) is not None
