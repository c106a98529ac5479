"""Where the cards of links stand between the two columns, and where their lines end: each as near to the
middle of its two ends as the others let it, so that lines cross only where the links do. It knows only
numbers."""

from __future__ import annotations

from collections.abc import Sequence

GAP = 8  # px between two cards of links


def stacked(wanted: Sequence[float], heights: Sequence[int], bottom: int) -> list[int]:
    """The tops of cards that want their middle at `wanted`, in this order, none over another; they end above
    `bottom` where there is room for all."""
    tops: list[int] = []
    for middle, height in zip(wanted, heights, strict=True):
        lowest = tops[-1] + heights[len(tops) - 1] + GAP if tops else 0
        tops.append(max(lowest, round(middle - height / 2)))
    limit = bottom
    for number in range(len(tops) - 1, -1, -1):
        limit -= heights[number]
        tops[number] = max(0, min(tops[number], limit))
        limit = tops[number] - GAP
    return _without_overlaps(tops, heights)


def _without_overlaps(tops: list[int], heights: Sequence[int]) -> list[int]:
    """Where there is not room for all, the last ones end below."""
    for number in range(1, len(tops)):
        tops[number] = max(tops[number], tops[number - 1] + heights[number - 1] + GAP)
    return tops


def needed(heights: Sequence[int]) -> int:
    """The height that all of them need."""
    return sum(heights) + GAP * max(0, len(heights) - 1)


def ends(pairs: Sequence[tuple[int, int]], side: int, place: int) -> list[int]:
    """The numbers of the links that end at `place` on the side 0 (company) or 1 (team), from top to bottom:
    by where their other ends stand."""
    here = [number for number, pair in enumerate(pairs) if pair[side] == place]
    return sorted(here, key=lambda number: (pairs[number][1 - side], number))
