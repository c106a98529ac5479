"""Chooses where lines break: as many chunks as fit (greedy), or the evenest lines with the fewest ugly ends
(balanced). Knows widths and words, no fonts and no page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from mission_desk.grammar import grammars
from mission_desk.posters.setting.breaks import Chunk, End

Span = tuple[int, int]
"""A line: from which chunk, up to which (not included)."""

_SENTENCE_END = re.compile(r"[.!?。！？…][”\"»)]?\s*$")
_CLAUSE_END = re.compile(r"[,;:—–،、，]\s*$")
# Statements are also written in French and Spanish, which the program itself does not speak.
_MORE_SMALL_WORDS = "le la les un une et à de du des el los las y o con por para"

_HYPHEN, _SENTENCE, _CLAUSE, _DANGLE = 0.18, -0.12, -0.05, 0.10
_LONELY, _SHORT_LAST, _ORPHAN = 0.8, 0.34, 0.2
_ROUNDING = 1.0001

_Cost = list[dict[int, tuple[float, int]]]
"""For each end: number of lines -> cost so far and where the last of these lines starts."""


class Spans:
    """Chunks with their widths in em. `tails`: what each loses at a line's end (less than nothing for a
    hyphen)."""

    def __init__(self, chunks: Sequence[Chunk], widths: Sequence[float], tails: Sequence[float]) -> None:
        self._chunks, self._tails = chunks, tails
        self._starts = [0.0]
        for width in widths:
            self._starts.append(self._starts[-1] + width)

    @property
    def widest(self) -> float:
        """The widest single chunk: no measure can be smaller."""
        return max(self._width(place, place + 1) for place in range(len(self._chunks)))

    def greedy(self, measure: float) -> list[Span]:
        """The fewest lines of at most `measure` em."""
        spans: list[Span] = []
        start = 0
        while start < len(self._chunks):
            end = start + 1
            while end < len(self._chunks) and not self._must_end(end) and self._fits(start, end + 1, measure):
                end += 1
            spans.append((start, end))
            start = end
        return spans

    def balanced(self, measure: float, most: int) -> tuple[float, list[Span]] | None:
        """Cost and lines of the best way to break, with at most `most` lines; None if there is none."""
        count = len(self._chunks)
        cost: _Cost = [{} for _ in range(count + 1)]
        cost[0][0] = (0.0, 0)
        for end in range(1, count + 1):
            for start in range(end - 1, -1, -1):
                if not self._fits(start, end, measure) or (start < end - 1 and self._must_end(start + 1)):
                    break
                _extend(cost, start, end, most, self._penalty(start, end, measure))
        if not cost[count]:
            return None
        rows = min(cost[count], key=lambda row: cost[count][row][0])
        return cost[count][rows][0], _trace(cost, count, rows)

    def _penalty(self, start: int, end: int, measure: float) -> float:
        slack = (measure - self._width(start, end)) / measure
        orphan = self._orphan(start, end)
        if end == len(self._chunks):
            return slack * slack * 0.5 + orphan + self._widow(start, end, measure)
        return slack * slack + orphan + _break_cost(self._chunks[end - 1])

    def _widow(self, start: int, end: int, measure: float) -> float:
        """A last line of one word, or much shorter than the others."""
        alone = end - start == 1 and end > 4
        short = self._width(start, end) < _SHORT_LAST * measure
        return _LONELY if start > 0 and (alone or short) else 0.0

    def _orphan(self, start: int, end: int) -> float:
        """Whether a sentence's last word stands alone at the start of a line, with the next sentence behind
        it."""
        lonely = 0 < start < end - 1 and _SENTENCE_END.search(self._chunks[start].text)
        return _ORPHAN if lonely else 0.0

    def _must_end(self, place: int) -> bool:
        """Whether a line must end before this chunk."""
        return self._chunks[place - 1].end is End.LINE

    def _fits(self, start: int, end: int, measure: float) -> bool:
        return self._width(start, end) <= measure * _ROUNDING

    def _width(self, start: int, end: int) -> float:
        return max(0.01, self._starts[end] - self._starts[start] - self._tails[end - 1])


def _break_cost(chunk: Chunk) -> float:
    if chunk.end is End.LINE:
        return 0.0
    if chunk.end is End.HYPHEN:
        return _HYPHEN
    if _SENTENCE_END.search(chunk.text):
        return _SENTENCE
    if _CLAUSE_END.search(chunk.text):
        return _CLAUSE
    return _DANGLE if re.sub(r"\W", "", chunk.text).lower() in _small_words() else 0.0


@cache
def _small_words() -> frozenset[str]:
    """Words that should not stand alone at a line's end, of all languages: a headline may mix them."""
    return frozenset(" ".join((_MORE_SMALL_WORDS, *(each.small_words for each in grammars()))).split())


def _extend(cost: _Cost, start: int, end: int, most: int, penalty: float) -> None:
    for rows, (so_far, _from) in cost[start].items():
        total = so_far + penalty
        if rows < most and total < cost[end].get(rows + 1, (float("inf"), 0))[0] - 1e-12:
            cost[end][rows + 1] = (total, start)


def _trace(cost: _Cost, end: int, rows: int) -> list[Span]:
    spans: list[Span] = []
    while end > 0:
        start = cost[end][rows][1]
        spans.append((start, end))
        end, rows = start, rows - 1
    return spans[::-1]
