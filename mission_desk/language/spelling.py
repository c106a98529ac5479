"""Finds words that no dictionary has, and what was probably meant. The dictionaries are those of
pyspellchecker (word lists from subtitles, checked by hand). What they lack comes from the rules of the
language: British spellings, German compounds, ss for ß."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct
from rapidfuzz.distance import OSA

from mission_desk.grammar import grammar
from mission_desk.language.rules.table import rules

SHORTEST = 2  # letters; shorter ones are signs and initials
FOREIGN_FROM = 6  # words from which on a text may be taken for one in another language
MOST = 3  # proposals
CHUNK = 1 << 15  # characters read at a time: the window would stand still during one long parse
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INSIDE = re.compile(r"[\w,;]['’)]? \Z")  # abbreviations: their full stop ends no sentence
_ENTRY = re.compile(r'("[^"]+"): (\d+)')


class Slip(Struct, frozen=True):
    """`text[start:end]` is `word`, which no dictionary knows."""

    start: int
    end: int
    word: str


class Dictionary(Struct, frozen=True, eq=False):
    """The words of one language in small letters, each with how common it is."""

    language: str
    words: dict[str, int]

    def knows(self, word: str) -> bool:
        """Whether the dictionary has the word. Case does not count: a statement may be in capitals, and it
        begins with one."""
        plain = word.replace("’", "'").lower()
        return _is_known(plain, self)

    def proposals(self, word: str) -> tuple[str, ...]:
        """The nearest words, likeliest first, with capitals where the word had them. It takes some 50 ms:
        call it in a thread."""
        plain = word.lower()
        slips = 1 if len(plain) < 5 else 2
        near = (
            (OSA.distance(plain, other, score_cutoff=slips), -count, other)
            for other, count in self.words.items()
            if abs(len(other) - len(plain)) <= slips and (other[0] == plain[0] or other[-1] == plain[-1])
        )
        best = sorted(each for each in near if each[0] <= slips)[:MOST]
        return tuple(_as_large_as(word, other) for _distance, _rare, other in best)


def slips(text: str, dictionary: Dictionary, own: Collection[str] = ()) -> tuple[Slip, ...]:
    """The words that are in no dictionary; `own` are further known words in small letters. None where a third
    of the words is unknown (then the text is in another language, not badly spelt), or where the language has
    no dictionary."""
    if not dictionary.words:
        return ()
    words = list(_WORD.finditer(text))
    unknown = tuple(
        Slip(match.start(), match.end(), match[0])
        for match in words
        if not _is_exempt(text, match, dictionary.language)
        if match[0].lower() not in own and not dictionary.knows(match[0])
    )
    foreign = len(words) >= FOREIGN_FROM and len(unknown) * 3 >= len(words)
    return () if foreign else unknown


def _is_exempt(text: str, match: re.Match[str], language: str) -> bool:
    """Whether the word is part of a number, an address or a path, an abbreviation, or a name inside a
    sentence."""
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 2]
    if len(match[0]) < SHORTEST:
        return True
    capital = match[0][0].isupper() and not rules(language).noun_capitals
    named = capital and bool(_INSIDE.search(text, 0, match.start()))
    return named or match[0].isupper() or bool(re.search(r"[\d@/_]|\.\w", around))


@cache
def load(language: str) -> Dictionary:
    """Read the dictionary, once. It takes half a second, in small steps, so that the window can answer
    meanwhile."""
    words = dict(_entries(language))
    words.update((word, words.get(word, 50)) for word in rules(language).known.split())
    return Dictionary(language, words)


def _entries(language: str) -> Iterator[tuple[str, int]]:
    name = grammar(language).spelling
    if not name:
        return
    file = files("spellchecker") / "resources" / f"{name}.json.gz"
    left = ""
    with file.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        while chunk := lines.read(CHUNK):
            *whole, left = (left + chunk).rsplit("\n", 1) if "\n" in chunk else ("", left + chunk)
            for match in _ENTRY.finditer("".join(whole)):
                yield json.loads(match[1]), int(match[2])


@lru_cache(maxsize=50_000)
def _is_known(word: str, dictionary: Dictionary) -> bool:
    words = dictionary.words
    if word in rules(dictionary.language).misspelt:
        return False
    if word in words or word.removesuffix("'s") in words or word.removesuffix("'") in words:
        return True
    if "-" in word:
        return all(_is_known(part, dictionary) for part in word.split("-") if len(part) >= SHORTEST)
    return rules(dictionary.language).is_formed(word, words)


def _as_large_as(like: str, word: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
