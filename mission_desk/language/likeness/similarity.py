"""How alike two short texts are, and which of many are nearest to one: by the words they share (one typing
error in a word does not count) and, for compounds and endings, by the runs of three letters they share. Knows
no notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nlargest

from msgspec import Struct
from rapidfuzz.distance import OSA

from mission_desk.language.likeness.stems import telling, words

WORDS_COUNT = 0.65  # share of the words in the likeness; the rest comes from the letters
LETTERS_A_SLIP = 6  # letters a typing error: in shorter words it makes another (hand, hund)
SOME_LETTERS = 0.2  # the least share of equal letters in a word with one typing error
FLOOR = 0.4  # below it, what two texts share is mostly chance


class Fingerprint(Struct, frozen=True):
    """What of a text is compared: the stems of its telling words and their runs of three letters."""

    stems: frozenset[str]
    letters: frozenset[str]


class Match(Struct, frozen=True):
    """`index` into the texts that were searched; `likeness` 0 to 1."""

    index: int
    likeness: float


def fingerprint(text: str) -> Fingerprint:
    stems = telling(words(text))
    return Fingerprint(stems, frozenset().union(*map(_threes, stems)))


def likeness(one: str, other: str) -> float:
    """0 for nothing in common, 1 for the same telling words in any order."""
    return compared(fingerprint(one), fingerprint(other))


def compared(one: Fingerprint, other: Fingerprint) -> float:
    if one.stems == other.stems:
        return 1.0
    letters = _overlap(len(one.letters & other.letters), one.letters, other.letters)
    if letters < SOME_LETTERS and one.stems.isdisjoint(other.stems):
        return (
            1 - WORDS_COUNT
        ) * letters  # most pairs end here: looking for typing errors in all of them would take seconds
    shared = len(one.stems & other.stems) + _slips(one.stems - other.stems, other.stems - one.stems)
    return WORDS_COUNT * _overlap(shared, one.stems, other.stems) + (1 - WORDS_COUNT) * letters


def nearest(
    sought: Fingerprint, among: Sequence[Fingerprint], most: int = 4, floor: float = FLOOR
) -> list[Match]:
    """The `most` texts that are most alike and at least `floor`, best first; equals in their order."""
    matches = (Match(index, compared(sought, each)) for index, each in enumerate(among))
    good = (match for match in matches if match.likeness >= floor)
    return nlargest(most, good, key=lambda match: (match.likeness, -match.index))


def spelt_alike(one: str, other: str) -> bool:
    """Whether two words differ by no more than a typing error."""
    forgiven = min(len(one), len(other)) // LETTERS_A_SLIP
    return forgiven > 0 and one[0] == other[0] and OSA.distance(one, other) <= forgiven


def _overlap(shared: int, one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's coefficient: twice the shared part, divided by the sum of both."""
    return 2 * shared / (len(one) + len(other))


def _slips(ours: Iterable[str], theirs: Iterable[str]) -> int:
    """How many words are the same except for a typing error; the number does not depend on which text comes
    first."""
    pairs = sorted(
        tuple(sorted((mine, yours))) for mine in ours for yours in theirs if spelt_alike(mine, yours)
    )
    taken: set[str] = set()
    count = 0
    for pair in pairs:
        if taken.isdisjoint(pair):
            taken.update(pair)
            count += 1
    return count


@lru_cache(maxsize=50_000)
def _threes(word: str) -> frozenset[str]:
    padded = f"^{word}$"
    return frozenset(padded[n : n + 3] for n in range(max(1, len(padded) - 2)))
