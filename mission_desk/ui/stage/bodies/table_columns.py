"""How wide the columns of a table are, and their cells set in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont

from mission_desk.posters.setting.hyphens import SOFT_HYPHEN
from mission_desk.ui.stage.layout.fit import Face, Words, one_line, set_words
from mission_desk.ui.stage.layout.measure import Measure

NARROW, WIDE = 8, 60  # letters of a cell that count for its column's width
DAMPINGS = (0.4, 0.55, 0.7, 0.85)  # of a column's weight by its longest cell
Row = tuple[str, ...]


def set_rows(rows: Sequence[Row], widths: Sequence[float], size: int) -> list[list[Words]]:
    return [
        [
            set_words(text, _face(n, size), width)
            for n, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in rows
    ]


def is_whole(table: Sequence[Sequence[Words]]) -> bool:
    return all(words.whole for row in table for words in row)


def best_widths(
    heads: Row, rows: Sequence[Row], width: float, words: Sequence[float], size: int
) -> list[float]:
    """Of several ways to share the width the one with which the table is lowest in letters of this size;
    `words` are the widths of each column's widest word."""
    shares = [_widths(heads, rows, width, damping, words) for damping in DAMPINGS]

    def lowest(widths: list[float]) -> tuple[int, float]:
        table = set_rows(rows, widths, size)
        broken = sum(not words.whole for row in table for words in row)
        return broken, sum(max(words.height for words in row) for row in table)

    return min(shares, key=lowest)


def widest_words(heads: Row, rows: Sequence[Row], size: int, m: Measure) -> list[float]:
    """Of each column, in px; with less a word of it has to be parted."""
    return [_widest_word(n, (heads[n], *(row[n] for row in rows)), size, m) for n in range(len(heads))]


def _face(column: int, size: int) -> Face:
    return Face("ui", size, QFont.Weight.DemiBold if column == 0 else QFont.Weight.Normal)


def _widths(
    heads: Row, rows: Sequence[Row], width: float, damping: float, words: Sequence[float]
) -> list[float]:
    """By how much stands in a column, damped: a long sentence takes more lines, a short word keeps its one.
    Where there is room for it, no column is narrower than its widest word."""
    weights = []
    for n, head in enumerate(heads):
        longest = max([len(head), *(len(row[n]) for row in rows)])
        weights.append(NARROW * (max(NARROW, min(WIDE, longest)) / NARROW) ** damping)
    least = words if sum(words) <= width else [0.0] * len(words)
    fixed: set[int] = set()
    while True:
        rest = width - sum(least[n] for n in fixed)
        free = sum(weight for n, weight in enumerate(weights) if n not in fixed)
        widths = [least[n] if n in fixed else rest * weight / free for n, weight in enumerate(weights)]
        narrow = {n for n, each in enumerate(widths) if each < least[n] - 0.01}
        if not narrow:
            return widths
        fixed |= narrow


def _widest_word(column: int, texts: Row, size: int, m: Measure) -> float:
    face, head = _face(column, size), Face("ui", m.letters(24), QFont.Weight.DemiBold)
    return max(
        one_line(word.replace(SOFT_HYPHEN, ""), head if n == 0 else face).width + 1
        for n, text in enumerate(texts)
        for word in text.split() or [""]
    )
