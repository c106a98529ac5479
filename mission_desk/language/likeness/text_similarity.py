"""How strongly each of many texts is tied to its nearest: the cosine of their words, a word weighing more the
fewer texts share it. Compared over shared words only, so that thousands of texts stay cheap."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from mission_desk.language.likeness.similarity import spelt_alike

LINKED = 0.16  # the least tie worth remembering
NEAREST = 16  # ties remembered of each text; more would only repeat what these say
COMMON = 10  # a word that is in every tenth text distinguishes none of them
FEW, MANY = 12, 100  # ... but never fewer texts than this, nor more: so large a group helps nobody
COMPOUND = 8  # letters from which on a word may be a compound (Kundenservice)
PART = 4  # letters of the shortest part
PART_WEIGHS = 0.5

Ties = dict[int, float]
Shared = list[list[tuple[int, float]]]
"""Word number -> the texts that it ties together, with its weight in each."""
Step = Callable[[], None]
"""Called once for each text that is done; raises to stop."""


def ties(texts: Sequence[frozenset[str]], step: Step) -> list[Ties]:
    """For each text (its stems) the index of each text it is tied to -> the tie, 0 to 1. Ties are the same in
    both directions."""
    vectors = _vectors(texts)
    shared = _shared(vectors)
    near_each: list[Ties] = []
    for index, vector in enumerate(vectors):
        near_each.append(_nearest(index, vector, shared))
        step()
    for index, near in enumerate(near_each):
        for other, tie in list(near.items()):
            near_each[other][index] = tie
    return near_each


def _nearest(index: int, vector: Ties, shared: Shared) -> Ties:
    sums: defaultdict[int, float] = defaultdict(float)
    for word, weight in vector.items():
        for other, theirs in shared[word]:
            sums[other] += weight * theirs
    sums.pop(index, None)
    strong = sorted((-tie, other) for other, tie in sums.items() if tie >= LINKED)
    return {other: -tie for tie, other in strong[:NEAREST]}


def _vectors(texts: Sequence[frozenset[str]]) -> list[Ties]:
    """Word number -> weight, of length 1."""
    known = Counter(stem for text in texts for stem in text)
    readings = _readings(known)
    read = [_read(text, readings) for text in texts]
    spread = Counter(stem for text in read for stem in text)
    numbers = {stem: number for number, stem in enumerate(sorted(spread))}
    rarity = {stem: math.log(1 + len(texts) / count) for stem, count in spread.items()}
    return [
        _unit({numbers[stem]: part * rarity[stem] for stem, part in sorted(text.items())}) for text in read
    ]


def _unit(vector: Ties) -> Ties:
    size = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / size for word, weight in vector.items()}


def _shared(vectors: Sequence[Ties]) -> Shared:
    """By number of the word, the texts that have it with its weight; empty for a word in only one text or in
    very many."""
    texts_by_word: Shared = [
        [] for _ in range(1 + max((word for each in vectors for word in each), default=0))
    ]
    for index, vector in enumerate(vectors):
        for word, weight in vector.items():
            texts_by_word[word].append((index, weight))
    most = min(MANY, max(FEW, len(vectors) // COMMON))
    return [texts if 1 < len(texts) <= most else [] for texts in texts_by_word]


def _read(text: frozenset[str], readings: dict[str, tuple[str, ...]]) -> dict[str, float]:
    """The stems of a text with the weight of each: a word counts fully, the parts of a compound less."""
    counted: dict[str, float] = {}
    for stem in text:
        whole, *parts = readings[stem]
        counted[whole] = 1
        for part in parts:
            counted.setdefault(part, PART_WEIGHS)
    return counted


def _readings(known: Counter[str]) -> dict[str, tuple[str, ...]]:
    """Each stem -> the word it counts as (for a typing error the word that was meant), then its parts."""
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for stem in sorted(known, key=lambda each: (-known[each], each)):
        by_letter[stem[0]].append(stem)
    readings: dict[str, tuple[str, ...]] = {}
    for stem in known:
        meant = _meant(stem, by_letter[stem[0]]) if known[stem] == 1 else stem
        readings[stem] = (meant, *_parts(meant, known))
    return readings


def _meant(stem: str, neighbours: Sequence[str]) -> str:
    """The word that was meant by a word that occurs only once; mostly the word itself. The most frequent
    candidate is taken first; of two words that occur once, both count as the earlier in the alphabet."""
    for other in neighbours:
        if other == stem or spelt_alike(stem, other):
            return other
    return stem


def _parts(stem: str, known: Counter[str]) -> list[str]:
    """The longest other words with which a long word begins and ends."""
    if len(stem) < COMPOUND:
        return []
    cuts = range(PART, len(stem) - PART + 1)
    first = next((stem[:cut] for cut in reversed(cuts) if stem[:cut] in known), "")
    last = next((stem[cut:] for cut in cuts if stem[cut:] in known), "")
    return [part for part in (first, last) if part]
