"""Reads the word lists that ship with the program and those that people enter, and compiles each once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from mission_desk.language.sensor.findings import Kind
from mission_desk.language.sensor.lexicon import Entry, Lexicon
from mission_desk.paths import resource

COLUMNS = ("id", "category", "weight", "pattern", "question", "try", "except")
CATEGORIES = ("management speak", "empty superlative", "weasel", "table stakes", "filler", "everyone-words")


@lru_cache(maxsize=4)
def list_of(language: str) -> Lexicon:
    """The program's own list; `language` is en or de."""
    return Lexicon(entries(language), language, groups(language))


def entries(language: str) -> list[Entry]:
    head, *rows = _rows(f"{language}.tsv")
    if tuple(head) != COLUMNS:
        raise ValueError(f"{language}.tsv has the columns {head}")
    return [_entry(*(row + [""] * len(COLUMNS))[: len(COLUMNS)]) for row in rows]


@lru_cache(maxsize=4)
def groups(language: str) -> Mapping[str, tuple[str, ...]]:
    """Named groups of words for patterns and exceptions; a group may name others with @."""
    by_name: dict[str, tuple[str, ...]] = {}
    for name, listed in _rows(f"senses-{language}.tsv")[1:]:
        by_name[name] = (*by_name.get(name, ()), *listed.replace(",", " ").split())
    return by_name


@lru_cache(maxsize=4)
def sign_list(language: str) -> Lexicon:
    """The entries for the signs of smallness and courage: `category` is the sign, `question` the key of its
    reason."""
    rows = _rows(f"signs-{language}.tsv")[1:]
    made = (
        Entry(f"{sign}:{pattern}", "buzzword", sign, int(weight), pattern, reason)
        for sign, weight, reason, pattern in rows
    )
    return Lexicon(made, language, {})


def small_set(name: str) -> frozenset[str]:
    """A small set of words that a sign uses, spelt as tokens.spelt does."""
    return _small_sets()[name]


@lru_cache(maxsize=1)
def _small_sets() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(listed.split()) for name, listed in _rows("small-sets.tsv")[1:]}


@lru_cache(maxsize=1)
def famous() -> tuple[tuple[str, str], ...]:
    """Famous statements: whose they are, and a few of their words."""
    return tuple((who, sentence) for who, sentence in _rows("famous.tsv")[1:])


@lru_cache(maxsize=8)
def own_list(words: tuple[str, ...], kind: Kind, question: str, language: str) -> Lexicon:
    """A list of words as people type them; they match with any ending, with hyphens, blanks or neither."""
    made = [
        Entry(f"{kind}:{word.strip().casefold()}", kind, kind, 3, pattern, question)
        for word in words
        if (pattern := _typed(word))
    ]
    return Lexicon(made, language, {})


def _typed(word: str) -> str:
    """The typed words as a pattern: letters and hyphens only, so that a typed sign has no meaning of the
    pattern language."""
    parts = [
        "".join(sign for sign in part if sign.isalnum() or sign in "-'’").strip("-") for part in word.split()
    ]
    return " ".join(f"{part}~" for part in parts if part)


def _entry(
    id: str, category: str, weight: str, pattern: str, question: str, tries: str, besides: str
) -> Entry:
    offered = tuple(each.strip() for each in tries.split("|") if each.strip())
    return Entry(id, "buzzword", category, int(weight), pattern, question, offered, besides)


def _rows(name: str) -> list[list[str]]:
    lines = resource("words", name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
