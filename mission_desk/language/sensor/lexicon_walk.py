"""Walks a lexicon along the sentences of a text: every place where an entry is met in the sense in which it
is empty, the longest first where they overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from msgspec.structs import replace

from mission_desk.language.sensor.lexicon import Lexicon, Match, Node
from mission_desk.language.sensor.word_sense import sensible
from mission_desk.language.tokens import Token

TOLD_ALONE = 2  # weight: deliver and drive, but not build, say little whatever follows


def hunted(every: Sequence[Token], lexicons: Sequence[Lexicon], muted: frozenset[str]) -> list[Match]:
    """In reading order, none over another; places count the words of the text. A muted entry hides no shorter
    one."""
    found: list[Match] = []
    start = 0
    for _, sentence in groupby(every, attrgetter("sentence")):
        said = [token.spelt for token in sentence]
        met = [each for lexicon in lexicons for each in _meant(said, lexicon)]
        kept = _longest([each for each in met if each.entry.id not in muted]) if met else []
        found += (replace(each, first=start + each.first, last=start + each.last) for each in kept)
        start += len(said)
    return found


def _meant(said: Sequence[str], lexicon: Lexicon) -> list[Match]:
    met = list(_met(said, lexicon))
    return sensible(said, lexicon, met) if met else []


def _met(said: Sequence[str], lexicon: Lexicon) -> Iterator[Match]:
    ids = [lexicon.meets[word] for word in said]
    for first, word in enumerate(said):
        for node in lexicon.begins[word]:
            if not _leads_on(node, ids, first + 1):
                continue
            for end, steps, alone, last in _walked(ids, first + 1, (1, False), node):
                for number in last.ends:
                    yield Match(lexicon.entries[number], number, first, end - 1, steps, alone)


def _walked(
    ids: Sequence[frozenset[int]], place: int, way: tuple[int, bool], node: Node
) -> Iterator[tuple[int, int, bool, Node]]:
    """Every node with ends below `node`, and the place after the last word that led there. `way` is the words
    of its own so far, and whether the first of them stands alone."""
    steps, alone = way
    if node.ends:
        yield place, steps, alone, node
    if place == len(ids):
        return
    for words, beyond in node.gaps.items():
        for passed in range(min(words, len(ids) - 1 - place) + 1):
            apart = (steps, alone or (steps == 1 and passed > 0))
            yield from _walked(ids, place + passed, apart, beyond)
    for step in ids[place]:
        if step in node.steps and _leads_on(node.steps[step], ids, place + 1):
            yield from _walked(ids, place + 1, (steps + 1, alone), node.steps[step])


def _leads_on(node: Node, ids: Sequence[frozenset[int]], place: int) -> bool:
    """Most paths end with their second word: asking before walking halves the time."""
    if node.ends or node.gaps:
        return True
    return place < len(ids) and not node.steps.keys().isdisjoint(ids[place])


def _longest(met: list[Match]) -> list[Match]:
    """Of those that overlap the one with most words of its own, then the heavier, then the tighter. A first
    word that stands alone is kept where the rest is taken: "deliver" in "deliver world-class quality"."""
    taken: set[int] = set()
    kept = []
    ranked = sorted(
        met, key=lambda each: (-each.steps, -each.entry.weight, each.last - each.first, each.first)
    )
    heads = (replace(each, last=each.first) for each in ranked if _is_told_alone(each))
    for each in (*ranked, *heads):
        if taken.isdisjoint(each.places):
            taken.update(each.places)
            kept.append(each)
    return sorted(kept, key=lambda each: each.first)


def _is_told_alone(met: Match) -> bool:
    return met.alone and met.entry.weight >= TOLD_ALONE
