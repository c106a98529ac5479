"""The words of a short text in the form in which they are compared: folded, without stop words, and cut to a
stem by common English and German endings. It is rough on purpose: both languages at once and no
dictionary."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from mission_desk.grammar import languages
from mission_desk.language.word_files import list_file

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'’.")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff]"
)
# Letters that Unicode does not take apart into a plain one and a mark.
_STROKES = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ŋ": "ng",
    }
)
# Each with the letters that must be left before it, so that "thing" and "ring" stay what they are.
_ENDINGS = (
    ("ungen", 4), ("keiten", 4), ("heiten", 4), ("keit", 4), ("heit", 4), ("lichen", 4), ("liche", 4),
    ("ations", 4), ("ation", 4), ("innen", 4), ("lich", 4), ("ings", 3), ("ung", 4), ("ing", 3), ("ies", 4),
    ("ied", 4), ("ern", 3), ("ers", 3), ("ed", 3), ("er", 3), ("es", 3), ("en", 3), ("em", 3), ("et", 4),
    ("ly", 4), ("e", 3), ("s", 3), ("y", 4), ("t", 5),
)  # fmt: skip
_VOWELS = frozenset("aeiouy")


class Word(Struct, frozen=True):
    """`form` is the word as it was written, `start` and `end` its place, `stem` the part that is compared. A
    stop word has no meaning of its own."""

    form: str
    stem: str
    start: int
    end: int
    is_stop: bool


def folded(text: str) -> str:
    """For comparing: no case, no accents, ß as ss, and nothing of what is not seen (soft hyphens, zero-width
    spaces, the variants of an emoji)."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", _UNSEEN.sub("", text.casefold()).translate(_STROKES))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words(text: str) -> list[Word]:
    """The words in their order; where there are none, the signs (a note may be an emoji)."""
    return [_word(match) for match in _WORD.finditer(text)] or _signs(text)


def telling(in_text: Sequence[Word]) -> frozenset[str]:
    """The stems of all words except stop words; where there are only stop words, the stems of these."""
    return frozenset(word.stem for word in in_text if not word.is_stop) or frozenset(
        word.stem for word in in_text
    )


def _word(match: re.Match[str]) -> Word:
    plain = folded(match[0]).translate(_APOSTROPHES)
    return Word(match[0], stem(plain), match.start(), match.end(), plain in stop_words())


def _signs(text: str) -> list[Word]:
    bare = text.strip()
    return [Word(bare, bare, 0, len(text), False)] if bare else []


@cache
def stop_words() -> frozenset[str]:
    """The stop words of all languages: a workshop mixes them, and nobody says which word is in which
    language."""
    files = filter(None, (list_file(language, "stop.txt") for language in languages()))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    listed = " ".join(line for line in lines if not line.startswith("#"))
    return frozenset(folded(word).translate(_APOSTROPHES) for word in listed.split())


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """`word` (folded) without its endings, a doubled last letter single: stopping, stops -> stop."""
    while shorter := _shortened(word):
        word = shorter
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1].isalpha() else word


def _shortened(word: str) -> str:
    """The word without one ending; empty where it has no ending to remove."""
    for ending, left in _ENDINGS:
        rest = word.removesuffix(ending)
        if len(rest) >= left and rest != word and not _VOWELS.isdisjoint(rest):
            return rest
    return ""
