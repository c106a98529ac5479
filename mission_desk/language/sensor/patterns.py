"""The patterns of the word lists, from text to sequences of steps. docs/sensor.md has examples: `~` any
ending, `*word` any beginning, `a|b` either, `(a)` perhaps, `a-b` with hyphen, blank or in one word, a lone
`*` up to three words, a lone `?` up to one, `a & b` in either order, `voran/treiben~` a separable verb,
`@name` one of a named group of words, ` ; ` another pattern of the same entry."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from mission_desk.language.rules.table import forms, spellings
from mission_desk.language.tokens import spelt

GAPS = {"*": 3, "?": 1}  # a sign alone stands for up to so many words of any kind
PARTED = 6  # words between a German verb and its particle


class Word(NamedTuple):
    """One spelling that matches an item; with any letters before it where `prefixed`, after it where
    `suffixed`."""

    spelt: str
    prefixed: bool
    suffixed: bool


class Gap(NamedTuple):
    """Up to `words` words of any kind."""

    words: int


Step = frozenset[str]  # one of these items has to match, such as lösung~ or *innovation~ or @who
Sequence = tuple[Step | Gap, ...]


class PatternError(ValueError):
    """A pattern that cannot be read. The lists are ours, so a test reports it before a user can."""


def sequences(pattern: str) -> list[Sequence]:
    """Every sequence of steps that the pattern stands for."""
    expanded = [
        sequence
        for single in pattern.split(" ; ")
        for ordered in _orders(single)
        for sequence in _joined([_sequences_of(item) for item in ordered.split()])
    ]
    if not expanded or any(not sequence or isinstance(sequence[0], Gap) for sequence in expanded):
        raise PatternError(pattern)
    return expanded


def words(item: str, language: str) -> Iterator[Word]:
    """The spellings of one item that is no group."""
    if "/" in item:
        particle, verb = item.split("/")
        for each in words(verb, language):
            yield from (Word(spelt(particle) + between + each.spelt, False, False) for between in ("", "zu"))
        return
    bare = spelt(item.strip("*~"))
    every = forms(bare, language) if item.endswith("~") else spellings(bare, language)
    yield from (Word(each, item.startswith("*"), item.endswith("*")) for each in every)


def _orders(pattern: str) -> list[str]:
    one, both, other = pattern.partition(" & ")
    return [f"{one} * {other}", f"{other} * {one}"] if both else [pattern]


def _joined(items: list[list[Sequence]]) -> Iterator[Sequence]:
    for chosen in product(*items):
        yield tuple(step for sequence in chosen for step in sequence)


def _sequences_of(item: str) -> list[Sequence]:
    if item in GAPS:
        return [(Gap(GAPS[item]),)]
    if item.startswith("(") and item.endswith(")"):
        return [(), *_sequences_of(item[1:-1])]
    either = item.split("|")
    simple = frozenset(each for each in either if "/" not in each and "-" not in each)
    special = [sequence for each in either for sequence in _special(each)]
    return [*special, (simple,)] if simple else special


def _special(item: str) -> list[Sequence]:
    """The sequences of an item with / or -: "vorantreiben" is separable (treibt ... voran); "best-in-class"
    is written with hyphens, blanks or in one word."""
    if "/" in item:
        particle, verb = item.split("/")
        return [(frozenset({item}),), (frozenset({verb}), Gap(PARTED), frozenset({particle}))]
    if "-" in item:
        parts = item.split("-")
        return [tuple(frozenset({part}) for part in parts), (frozenset({"".join(parts)}),)]
    return []
