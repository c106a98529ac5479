"""Keeps track of which options are connected by chains of duels (A beats B, B beats C, so a chain leads from
A to C), while duels are added one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

Pair = tuple[int, int]


class Chains(Struct, frozen=True):
    """Sets of options as the bits of integers. Bit b of ahead[a] is set where a chain leads from a to b, and
    then bit a of behind[b] is set too. With both at hand, adding a duel touches only the options that it
    newly connects."""

    ahead: tuple[int, ...]
    behind: tuple[int, ...]

    def lead(self, pair: Pair) -> bool:
        """Whether a chain leads from the first option of the pair to the second."""
        return bool(self.ahead[pair[0]] >> pair[1] & 1)

    def pairs(self) -> set[Pair]:
        """Every (start, end) that a chain connects."""
        return {(start, end) for start, reached in enumerate(self.ahead) for end in bits(reached)}

    def with_duels(self, duels: Iterable[Pair]) -> Chains:
        """A copy to which these duels, each as (winner, loser), are added."""
        growing = GrowingChains(self)
        for duel in duels:
            growing.connect(duel)
        return Chains(tuple(growing.ahead), tuple(growing.behind))


def no_chains(options: int) -> Chains:
    """The start: so many options, none of them connected."""
    return Chains((0,) * options, (0,) * options)


class GrowingChains:
    """The same as `Chains`, but changed in place: copying at each duel would be slow."""

    def __init__(self, chains: Chains) -> None:
        self.ahead, self.behind = [*chains.ahead], [*chains.behind]

    def connect(self, duel: Pair) -> list[Pair]:
        """Add one duel. Returns the (start, end) pairs that no chain connected before, each once."""
        winner, loser = duel
        gained = []
        reached = self.ahead[loser] | 1 << loser
        for start in bits((self.behind[winner] | 1 << winner) & ~self.behind[loser]):
            ends = reached & ~self.ahead[start]
            self.ahead[start] |= ends
            for end in bits(ends):
                self.behind[end] |= 1 << start
                gained.append((start, end))
        return gained


def bits(number: int) -> Iterator[int]:
    """The positions of the bits that are set, the lowest first."""
    while number:
        yield (number & -number).bit_length() - 1
        number &= number - 1
