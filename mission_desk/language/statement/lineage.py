"""Which earlier wordings a wording was made of, read from the words themselves: "v4 and the end of v5". It
knows only text, so that the answer is the same after typing, copying, merging and restoring."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

Where = Literal["all", "start", "middle", "end"]
SHORTEST = 3  # words; two in a row can be chance
MOST = 3  # earlier wordings that are named at most
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


class Strand(Struct, frozen=True):
    """`index` into the earlier wordings; which part of that wording was taken, and how many words."""

    index: int
    part: Where
    words: int


def lineage(text: str, earlier: Sequence[str]) -> tuple[Strand, ...]:
    """The wordings that most of the words come from, the largest share first; of equal shares the latest
    wording. Empty for a new text."""
    words = _words(text)
    free = [True] * len(words)
    sources = [_words(each) for each in earlier]
    strands: list[Strand] = []
    while len(strands) < MOST:
        best = max(
            ((_taken(words, free, each), n) for n, each in enumerate(sources)), default=None, key=_size
        )
        if best is None or not _worth(best[0]):
            break
        runs, index = best
        for run in runs:
            free[run.a : run.a + run.size] = [False] * run.size
        strands.append(Strand(index, _part(runs, len(sources[index])), sum(run.size for run in runs)))
    return tuple(strands)


class _Run(Struct, frozen=True):
    a: int
    b: int
    size: int


def _size(candidate: tuple[list[_Run], int]) -> tuple[int, int]:
    runs, index = candidate
    return sum(run.size for run in runs), index


def _worth(runs: list[_Run]) -> bool:
    return any(run.size >= SHORTEST for run in runs)


def _taken(words: list[str], free: list[bool], source: list[str]) -> list[_Run]:
    """The runs of words that are also in `source`, among those that no other source explains yet."""
    left = [word if open_ else "" for word, open_ in zip(words, free, strict=True)]
    blocks = SequenceMatcher(None, left, source, autojunk=False).get_matching_blocks()
    runs = [_Run(block.a, block.b, block.size) for block in blocks if block.size]
    return [run for run in runs if run.size >= SHORTEST or len(runs) == 1]


def _part(runs: list[_Run], length: int) -> Where:
    first, last = runs[0].b, runs[-1].b + runs[-1].size
    if sum(run.size for run in runs) * 3 >= length * 2:
        return "all"
    if first < length / 4:
        return "start"
    return "end" if last > length * 3 / 4 else "middle"


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
