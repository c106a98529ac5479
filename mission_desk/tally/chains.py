"""Which options are connected by chains of duels, kept up to date while duels are added one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

Pair = tuple[int, int]


class Chains(Struct, frozen=True):
    """Bit b of ahead[a] is set where a chain leads from a to b, and bit a of behind[b] as well: with both at
    hand a duel is added by looking only at the options that it newly connects."""

    ahead: tuple[int, ...]
    behind: tuple[int, ...]

    def lead(self, pair: Pair) -> bool:
        return bool(self.ahead[pair[0]] >> pair[1] & 1)

    def pairs(self) -> set[Pair]:
        return {(start, end) for start, reached in enumerate(self.ahead) for end in bits(reached)}

    def with_duels(self, duels: Iterable[Pair]) -> Chains:
        """The same with more duels, each as (winner, loser)."""
        growing = GrowingChains(self)
        for duel in duels:
            growing.connect(duel)
        return Chains(tuple(growing.ahead), tuple(growing.behind))


def no_chains(options: int) -> Chains:
    return Chains((0,) * options, (0,) * options)


class GrowingChains:
    """Chains that are changed in place."""

    def __init__(self, chains: Chains) -> None:
        self.ahead, self.behind = [*chains.ahead], [*chains.behind]

    def connect(self, duel: Pair) -> list[Pair]:
        """The pairs that this duel newly connects, each once, in the direction of the chain."""
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
    """Where a bit is set, the lowest first."""
    while number:
        yield (number & -number).bit_length() - 1
        number &= number - 1
