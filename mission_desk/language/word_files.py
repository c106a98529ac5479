"""The lists of words that ship with the program: those of one language lie in its folder, those of all
languages in `resources/words`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from mission_desk.grammar import language_file, languages
from mission_desk.paths import resource


def list_file(language: str, name: str) -> Path | None:
    """A list of the language; None where it has none of this name."""
    if language not in languages():
        return None
    file = language_file(language, "sensor", name)
    return file if file.is_file() else None


@lru_cache(maxsize=16)
def has_word_list(language: str) -> bool:
    """Whether the sensor can judge a text in this language."""
    return list_file(language, "list.tsv") is not None


def list_rows(language: str, name: str) -> list[list[str]]:
    """The rows of a table of the language, its head first; none where it has no such table."""
    file = list_file(language, name)
    return rows_of(file) if file is not None else []


def small_set(name: str, language: str = "") -> frozenset[str]:
    """A small set of words that a sign uses, spelt as tokens.spelt does: that of `language`, or that of
    all."""
    return _small_sets(language).get(name, frozenset())


@cache
def _small_sets(language: str) -> Mapping[str, frozenset[str]]:
    file = "small-sets.tsv"
    rows = list_rows(language, file) if language else rows_of(resource("words", file))
    return {name: frozenset(listed.split()) for name, listed in rows[1:]}


def rows_of(file: Path) -> list[list[str]]:
    lines = file.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
