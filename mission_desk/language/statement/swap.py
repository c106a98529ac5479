"""The swap test: the words of this company and its customers replaced by those of another trade. A sentence
that is still true for a bakery is too general for this company."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

from msgspec import Struct

from mission_desk.grammar import grammars
from mission_desk.language.rules.table import rules
from mission_desk.language.word_files import list_file

ROLES = ("firm", "company", "customers", "product")
USUAL = ROLES[1:]  # words that any service team uses; a company has its own name


class Trade(Struct, frozen=True):
    """Another trade. `words` are its words for each of ROLES: singular, then plural."""

    key: str
    name: str
    words: dict[str, tuple[str, str]]


class Swapped(Struct, frozen=True):
    """`spans` are the (start, end) in `text` of the words that were put in."""

    text: str
    spans: tuple[tuple[int, int], ...]


class WorkshopWords(Struct, frozen=True):
    """This workshop's words for itself, its customers and what it sells, in singular or plural."""

    company: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()


def swapped(text: str, own: WorkshopWords, trade: Trade, language: str) -> Swapped:
    """Longest words first, so that "small shops" goes before "shops"; nothing is replaced twice."""
    known = _known(own, language)
    if not known:
        return Swapped(text, ())
    longest_first = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)", re.IGNORECASE)
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = last = 0
    for match in pattern.finditer(text):
        role, many = known[match[0].casefold()]
        word = _cased(trade.words[role][many], match[0], language)
        parts += [text[last : match.start()], word]
        length += match.start() - last
        spans.append((length, length + len(word)))
        length, last = length + len(word), match.end()
    return Swapped("".join([*parts, text[last:]]), tuple(spans))


def _cased(word: str, like: str, language: str) -> str:
    """The word of the other trade, with a capital where the old word had one; in German as the
    trade writes it, because nouns have capitals there."""
    return word[:1].upper() + word[1:] if like[:1].isupper() and not rules(language).noun_capitals else word


def _known(own: WorkshopWords, language: str) -> dict[str, tuple[str, int]]:
    """A word in small letters -> its role, and 0 for one or 1 for several."""
    known_words = {word: (role, many) for role, many, words in _usual(language) for word in words}
    for role, words in (("firm", own.company), ("customers", own.customers)):
        for word in words:
            key = " ".join(word.split()).casefold()
            if key:
                known_words[key] = (role, int(role == "customers" and _several(key)))
    return known_words


def _several(word: str) -> bool:
    return word.endswith(("s", "n", "e"))


@cache
def trades(language: str) -> tuple[Trade, ...]:
    """None where the language has no list of trades."""
    return tuple(_trade(table) for table in _file(language).get("trade", ()))


def _trade(table: dict[str, Any]) -> Trade:
    return Trade(table["key"], table["name"], {role: (table[role][0], table[role][1]) for role in ROLES})


@cache
def _usual(language: str) -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    """Words that any service team says of its customers, its firm, what it sells."""
    by_role = _file(language).get("usual", {})
    return tuple(
        (role, many, tuple(word.casefold() for word in by_role[role][many]))
        for role in USUAL
        if role in by_role
        for many in (0, 1)
    )


@cache
def _file(language: str) -> dict[str, Any]:
    file = list_file(language, "trades.toml")
    return {} if file is None else tomllib.loads(file.read_text("utf-8"))


def own_words(company: str, team: str, audience: str) -> WorkshopWords:
    """The words of the workshop's set-up: the names of the company and the team, and whom the draft is
    for."""
    return WorkshopWords(_names(company, team), _names(audience))


def _names(*texts: str) -> tuple[str, ...]:
    parts = [part.strip() for text in texts for part in _joint().split(text)]
    return tuple(dict.fromkeys(part for part in parts if part))


@cache
def _joint() -> re.Pattern[str]:
    """What stands between two names, in any language."""
    ands = "|".join(re.escape(each.lists.last) for each in grammars())
    return re.compile(f"[,;/]|{ands}")
