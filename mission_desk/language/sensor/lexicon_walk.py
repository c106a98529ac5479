"""Follows a lexicon along the sentences of a text: every place where an entry matches in its empty sense;
where matches overlap, the longest is taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from msgspec.structs import replace

from mission_desk.language.sensor.lexicon import Lexicon, Match, Node
from mission_desk.language.sensor.word_sense import sensible
from mission_desk.language.tokens import Token

COUNTS_ALONE = 2  # weight: "deliver" and "drive", but not "build", say little whatever follows


def hunted(every: Sequence[Token], lexicons: Sequence[Lexicon], muted: frozenset[str]) -> list[Match]:
    """The matches in reading order without overlaps; places count the words of the text. A muted entry does
    not hide a shorter one."""
    matches: list[Match] = []
    start = 0
    for _, sentence in groupby(every, attrgetter("sentence")):
        spelt_words = [token.spelt for token in sentence]
        candidates = [each for lexicon in lexicons for each in _meant(spelt_words, lexicon)]
        longest = _longest([each for each in candidates if each.entry.id not in muted]) if candidates else []
        matches += (replace(each, first=start + each.first, last=start + each.last) for each in longest)
        start += len(spelt_words)
    return matches


def _meant(spelt_words: Sequence[str], lexicon: Lexicon) -> list[Match]:
    candidates = list(_matches(spelt_words, lexicon))
    return sensible(spelt_words, lexicon, candidates) if candidates else []


def _matches(spelt_words: Sequence[str], lexicon: Lexicon) -> Iterator[Match]:
    ids = [lexicon.meets[word] for word in spelt_words]
    for first, word in enumerate(spelt_words):
        for node in lexicon.begins[word]:
            if not _leads_on(node, ids, first + 1):
                continue
            for end, steps, alone, last in _walked(ids, first + 1, (1, False), node):
                for number in last.ends:
                    yield Match(lexicon.entries[number], number, first, end - 1, steps, alone)


def _walked(
    ids: Sequence[frozenset[int]], place: int, way: tuple[int, bool], node: Node
) -> Iterator[tuple[int, int, bool, Node]]:
    """Every node below `node` where entries end, and the place after the last word that led there. `way` is
    how many of the entry's own words were matched so far, and whether the first stands alone."""
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
    """Whether a path goes on. Most paths end with their second word, so that checking this first halves the
    time."""
    if node.ends or node.gaps:
        return True
    return place < len(ids) and not node.steps.keys().isdisjoint(ids[place])


def _longest(candidates: list[Match]) -> list[Match]:
    """Of overlapping matches, the one with most words of its own, then the one with more weight, then the
    shorter one. Where the rest of a match is taken by another, a first word that stands alone still counts:
    "deliver" in "deliver world-class quality"."""
    taken: set[int] = set()
    longest = []
    ranked = sorted(
        candidates, key=lambda each: (-each.steps, -each.entry.weight, each.last - each.first, each.first)
    )
    heads = (replace(each, last=each.first) for each in ranked if _counts_alone(each))
    for each in (*ranked, *heads):
        if taken.isdisjoint(each.places):
            taken.update(each.places)
            longest.append(each)
    return sorted(longest, key=attrgetter("first"))


def _counts_alone(match: Match) -> bool:
    return match.alone and match.entry.weight >= COUNTS_ALONE
