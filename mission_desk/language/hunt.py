"""Walks a lexicon along the words of a text: every place where an entry is met, without those whose
neighbours show the plain sense, the longest first where they overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mission_desk.language.lexicon import Entry, Lexicon, Node
from mission_desk.language.tokens import Token

TOLD_ALONE = 2  # weight: deliver and drive, but not build, say little whatever follows
# Words of a sentence that shows who speaks; a note of three shows nothing.
LONG_ENOUGH, LONG_ENOUGH_FOR_ANY = 5, 7
NEAR = 5  # words on either side that can show in which sense a word is meant


@dataclass(frozen=True, slots=True)
class Met:
    """Entry `number` of a lexicon from token `first` to token `last`; `steps` of them are its own, the others
    were passed over. `alone` where words were passed over right after the first one."""

    entry: Entry
    number: int
    first: int
    last: int
    steps: int
    alone: bool


def hunted(every: Sequence[Token], lexicons: Sequence[Lexicon], muted: frozenset[str]) -> list[Met]:
    """In reading order, none over another; a muted entry hides no shorter one."""
    met: list[Met] = []
    for lexicon in lexicons:
        met += _sensible(every, lexicon, list(_met(every, lexicon)))
    return _longest([each for each in met if each.entry.id not in muted])


def _met(every: Sequence[Token], lexicon: Lexicon) -> Iterator[Met]:
    ids = [lexicon.meets[token.spelt] for token in every]
    for first, here in enumerate(ids):
        for step in here:
            node = lexicon.root.steps.get(step)
            if node is None or not _leads_on(node, ids, first + 1):
                continue
            for end, steps, alone, last in _walked(every, ids, first, first + 1, (1, False), node):
                for number in last.ends:
                    yield Met(lexicon.entries[number], number, first, end - 1, steps, alone)


def _walked(
    every: Sequence[Token],
    ids: Sequence[frozenset[int]],
    first: int,
    place: int,
    way: tuple[int, bool],
    node: Node,
) -> Iterator[tuple[int, int, bool, Node]]:
    """Every node with ends below `node`, and the place after the last word that led there. `way` is the words
    of its own so far, and whether the first of them stands alone."""
    steps, alone = way
    if node.ends:
        yield place, steps, alone, node
    if place == len(every) or every[place].sentence != every[first].sentence:
        return
    for words, beyond in node.gaps.items():
        for passed in range(min(words, len(every) - 1 - place) + 1):
            apart = (steps, alone or (steps == 1 and passed > 0))
            yield from _walked(every, ids, first, place + passed, apart, beyond)
    for step in ids[place]:
        if step in node.steps and _leads_on(node.steps[step], ids, place + 1):
            yield from _walked(every, ids, first, place + 1, (steps + 1, alone), node.steps[step])


def _leads_on(node: Node, ids: Sequence[frozenset[int]], place: int) -> bool:
    """Most paths end with their second word: asking before walking halves the time."""
    if node.ends or node.gaps:
        return True
    return place < len(ids) and not node.steps.keys().isdisjoint(ids[place])


def _sensible(every: Sequence[Token], lexicon: Lexicon, met: list[Met]) -> list[Met]:
    """Without those in their plain sense. A word that shows it does not reach over another empty word: in
    "robust solutions for boats" the boats are none of robust's business."""
    meant = [each for each in met if _has_needed(every, lexicon, each)]
    walls = {place for each in meant if not _is_plain(every, lexicon, each, set()) for place in _places(each)}
    found = [each for each in meant if not _is_plain(every, lexicon, each, walls - set(_places(each)))]
    return [each for each in found if not _is_told_in_passing(every, lexicon, each, found)]


def _is_told_in_passing(every: Sequence[Token], lexicon: Lexicon, met: Met, found: list[Met]) -> bool:
    """The only match in a sentence of some length in which no organisation is heard: "She has a passion for
    orchids" is no mission. One word that has a plain sense too is told so in a shorter sentence."""
    if lexicon.talk is None:
        return False
    is_ambiguous = met.steps == 1 and lexicon.plain[met.number] is not None
    sentence = every[met.first].sentence
    if any(
        other.last < met.first or met.last < other.first for other in found if _in(every, other, sentence)
    ):
        return False
    ids = [lexicon.around[token.spelt] for token in every if token.sentence == sentence]
    enough = LONG_ENOUGH if is_ambiguous else LONG_ENOUGH_FOR_ANY
    return len(ids) >= enough and not any(lexicon.talk in each for each in ids)


def _in(every: Sequence[Token], met: Met, sentence: int) -> bool:
    return every[met.first].sentence == sentence


def _places(met: Met) -> range:
    return range(met.first, met.last + 1)


def _has_needed(every: Sequence[Token], lexicon: Lexicon, met: Met) -> bool:
    """Also where the word is all of a sentence: "Safety. Quality. People." is a list of values."""
    needed = lexicon.needed[met.number]
    return (
        needed is None
        or _is_alone(every, met)
        or any(needed in lexicon.around[every[place].spelt] for place in _in_sight(every, met, set()))
    )


def _is_alone(every: Sequence[Token], met: Met) -> bool:
    sentence = every[met.first].sentence
    around = (every[place] for place in (met.first - 1, met.last + 1) if 0 <= place < len(every))
    return all(token.sentence != sentence for token in around)


def _is_plain(every: Sequence[Token], lexicon: Lexicon, met: Met, walls: set[int]) -> bool:
    plain = lexicon.plain[met.number]
    return plain is not None and any(
        plain in lexicon.around[every[place].spelt]
        for place in (*_places(met), *_in_sight(every, met, walls))
    )


def _in_sight(every: Sequence[Token], met: Met, walls: set[int]) -> Iterator[int]:
    """The places near a match, in its sentence, on either side as far as the first wall."""
    before = range(met.first - 1, max(-1, met.first - 1 - NEAR), -1)
    after = range(met.last + 1, min(len(every), met.last + 1 + NEAR))
    for side in (before, after):
        for place in side:
            if every[place].sentence != every[met.first].sentence or place in walls:
                break
            yield place


def _is_told_alone(met: Met) -> bool:
    return met.alone and met.entry.weight >= TOLD_ALONE


def _longest(met: list[Met]) -> list[Met]:
    """Of those that overlap the one with most words of its own, then the heavier, then the tighter. A first
    word that stands alone is kept where the rest is taken: "deliver" in "deliver world-class quality"."""
    taken: set[int] = set()
    kept = []
    ranked = sorted(
        met, key=lambda each: (-each.steps, -each.entry.weight, each.last - each.first, each.first)
    )
    for each in (*ranked, *(replace(long, last=long.first) for long in ranked if _is_told_alone(long))):
        if taken.isdisjoint(_places(each)):
            taken.update(_places(each))
            kept.append(each)
    return sorted(kept, key=lambda each: each.first)
