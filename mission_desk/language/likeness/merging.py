"""Groups from ties: the two groups whose texts are tied most on average become one, again and again. The mean
over all pairs is used so that a chain (a like b, b like c) does not join texts that are not alike. Knows
numbers only."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from mission_desk.language.likeness.text_similarity import Step, Ties

TOGETHER = 0.24  # the least mean tie of two groups that become one


def merged(ties: Sequence[Ties], step: Step) -> list[tuple[int, ...]]:
    """Groups of at least two, each in ascending order, the closest first. `ties` go both ways."""
    groups: dict[int, tuple[int, ...]] = {index: (index,) for index in range(len(ties))}
    sums = {index: dict(near) for index, near in enumerate(ties)}
    queue = [
        (-tie, one, other)
        for one, near in sums.items()
        for other, tie in near.items()
        if one < other and tie >= TOGETHER
    ]
    heapq.heapify(queue)
    while queue:
        _, one, other = heapq.heappop(queue)
        if one in groups and other in groups:
            _join(one, other, groups, sums, queue)
            step()
    joined = sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1)
    return sorted(joined, key=lambda group: -_closeness(group, ties))


def _closeness(group: Sequence[int], ties: Sequence[Ties]) -> float:
    """The mean tie over all pairs of a group."""
    pairs = len(group) * (len(group) - 1) // 2
    tied = sum(ties[one].get(other, 0.0) for one in group for other in group if one < other)
    return round(tied / pairs, 9)


def _join(
    one: int,
    other: int,
    groups: dict[int, tuple[int, ...]],
    sums: dict[int, Ties],
    queue: list[tuple[float, int, int]],
) -> None:
    """Join two groups to one with a new number, so that entries in the queue for the old numbers no longer
    count."""
    fresh = len(sums)
    both = groups.pop(one) + groups.pop(other)
    near: Ties = {}
    for part in (one, other):
        for neighbour, tie in sums[part].items():
            if neighbour in groups:
                near[neighbour] = near.get(neighbour, 0.0) + tie
    groups[fresh], sums[fresh] = both, near
    for neighbour, tie in near.items():
        sums[neighbour][fresh] = tie
        mean = tie / (len(both) * len(groups[neighbour]))
        if mean >= TOGETHER:
            heapq.heappush(queue, (-mean, neighbour, fresh))
