"""What differs between two texts, word by word: spans kept, added or removed. It knows only text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

Kind = Literal["kept", "added", "removed"]
_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|\s+|[^\w\s]")
ISLAND = 2  # words: so few unchanged ones between two larger changes read better as changed


class Span(Struct, frozen=True):
    text: str
    kind: Kind


class _Run(Struct, frozen=True):
    """Tokens of both texts that belong together: the same in both (`is_same`), or the new ones in place of
    the old."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    is_same: bool


def word_diff(old: str, new: str) -> tuple[Span, ...]:
    """The spans in reading order; removed words come before those that replace them. Kept and added spans
    together are exactly `new`, kept and removed spans exactly `old`."""
    runs = _runs(_TOKEN.findall(old), _TOKEN.findall(new))
    for words in range(ISLAND + 1):  # blanks first: they divide a change that a reader sees as one
        runs = _joined(runs, words)
    return tuple(_spans(runs))


def _runs(old: list[str], new: list[str]) -> list[_Run]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        _Run(tuple(old[a:b]), tuple(new[c:d]), kind == "equal") for kind, a, b, c, d in matcher.get_opcodes()
    ]


def _joined(runs: list[_Run], words: int) -> list[_Run]:
    """The runs, where up to `words` unchanged words between two changes become part of the change: otherwise
    a reordered sentence would show many tiny changes."""
    joined: list[_Run] = []
    for place, run in enumerate(runs):
        is_same = run.is_same and not _is_island(runs, place, words)
        if joined and not is_same and not joined[-1].is_same:
            last = joined.pop()
            joined.append(_Run(last.old + run.old, last.new + run.new, False))
        else:
            joined.append(_Run(run.old, run.new, is_same))
    return joined


def _is_island(runs: list[_Run], place: int, words: int) -> bool:
    if not 0 < place < len(runs) - 1 or _words(runs[place].old) != words:
        return False
    return all(max(_words(side.old), _words(side.new)) > words for side in (runs[place - 1], runs[place + 1]))


def _words(tokens: tuple[str, ...]) -> int:
    return sum(1 for token in tokens if token[0].isalnum())


def _spans(runs: list[_Run]) -> Iterator[Span]:
    for run in runs:
        if run.is_same:
            yield Span("".join(run.old), "kept")
            continue
        if run.old:
            yield Span("".join(run.old), "removed")
        if run.new:
            yield Span("".join(run.new), "added")
