"""Reads the word lists that ship with the program and those that people enter, and compiles each once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from mission_desk.language.sensor.findings import Kind
from mission_desk.language.sensor.lexicon import Entry, Lexicon
from mission_desk.language.word_files import list_rows, rows_of
from mission_desk.paths import resource

COLUMNS = ("id", "category", "weight", "pattern", "question", "try", "except")
CATEGORIES = ("management speak", "empty superlative", "weasel", "table stakes", "filler", "everyone-words")


@lru_cache(maxsize=4)
def list_of(language: str) -> Lexicon:
    """The program's own list."""
    return Lexicon(entries(language), language, groups(language))


def entries(language: str) -> list[Entry]:
    """The rows of the list; none where the language has no list."""
    head, *rows = list_rows(language, "list.tsv") or [list(COLUMNS)]
    if tuple(head) != COLUMNS:
        raise ValueError(f"the list of {language} has the columns {head}")
    return [_entry(*(row + [""] * len(COLUMNS))[: len(COLUMNS)]) for row in rows]


@lru_cache(maxsize=4)
def groups(language: str) -> Mapping[str, tuple[str, ...]]:
    """Named groups of words for patterns and exceptions; a group may name others with @."""
    by_name: dict[str, tuple[str, ...]] = {}
    for name, listed in list_rows(language, "senses.tsv")[1:]:
        by_name[name] = (*by_name.get(name, ()), *listed.replace(",", " ").split())
    return by_name


@lru_cache(maxsize=4)
def sign_list(language: str) -> Lexicon:
    """The entries for the signs of smallness and courage: `category` is the sign, `question` the key of its
    reason."""
    rows = list_rows(language, "signs.tsv")[1:]
    made = (
        Entry(f"{sign}:{pattern}", "buzzword", sign, int(weight), pattern, reason)
        for sign, weight, reason, pattern in rows
    )
    return Lexicon(made, language, {})


@lru_cache(maxsize=1)
def famous() -> tuple[tuple[str, str], ...]:
    """Famous statements: whose they are, and a few of their words."""
    return tuple((who, sentence) for who, sentence in rows_of(resource("words", "famous.tsv"))[1:])


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
