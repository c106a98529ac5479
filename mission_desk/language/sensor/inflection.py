"""All forms that a word of a list may take in a sentence: endings, participles, both English spellings. It
makes more forms than exist; that does no harm, because nobody writes those."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product

_VOWELS = frozenset("aeiou")
_ENGLISH_ENDINGS = ("", "s", "es", "ed", "ing", "ly", "er", "ers", "'")
_GERMAN_ENDINGS = ("", "e", "en", "em", "er", "es", "n", "s", "ern", "ens", "se", "in", "innen", "nen")
_COMPARED = ("ere", "eren", "erer", "eres", "erem", "ste", "sten", "ster", "stes", "stem", "este", "esten")
_ADJECTIVE = ("", "e", "en", "em", "er", "es")
_VERB = ("e", "t", "et", "st", "est", "en", "te", "ten", "tet", "test", "ete", "eten")
# British spelling -> American; lists are written in the British one.
_AMERICAN = (
    ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"), ("yse", "yze"),
    ("our", "or"), ("entre", "enter"), ("entred", "entered"), ("entric", "entric"), ("ence", "ense"),
    ("fulfil", "fulfill"), ("skilful", "skillful"), ("ogue", "og"), ("elled", "eled"), ("elling", "eling"),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def forms(word: str, language: str) -> frozenset[str]:
    """The forms of `word`, which is spelt as in the list (see tokens.spelt)."""
    made: Callable[[str], Iterator[str]] = _german if language == "de" else _english
    return frozenset(made(word)) | {word}


def spellings(word: str, language: str) -> frozenset[str]:
    """The word itself, in British and American spelling."""
    if language == "de":
        return frozenset({word})
    others = {word.removesuffix(here) + there for here, there in _AMERICAN if word.endswith(here)}
    return frozenset({word, *others})


def _english(word: str) -> Iterator[str]:
    for each in spellings(word, "en"):
        yield from (each + ending for ending in _ENGLISH_ENDINGS)
        last, before = each[-1:], each[-2:-1]
        if last == "e":
            yield from (each[:-1] + ending for ending in ("ing", "ed", "er", "ers", "est"))
            yield from (each + "r", each + "st", each[:-1] + "y")
        if last == "y" and before not in _VOWELS:
            yield from (each[:-1] + ending for ending in ("ies", "ied", "ier", "iest", "ily"))
        if last not in _VOWELS and last not in "wxy" and before in _VOWELS:
            yield from (each + last + ending for ending in ("ed", "ing", "er", "ers"))
        if each.endswith("ic"):
            yield each + "ally"


def _german(word: str) -> Iterator[str]:
    yield from (word + ending for ending in (*_GERMAN_ENDINGS, *_COMPARED))
    if word.endswith("el"):  # flexibel, flexible
        yield from (word[:-2] + "l" + ending for ending in (*_ADJECTIVE, *_COMPARED))
    if word.endswith(("nis", "in")):
        yield from (word + word[-1] + ending for ending in ("e", "en", "es"))
    if word.endswith("en"):
        yield from _conjugated(word[:-2])
    elif word.endswith(("eln", "ern")):
        yield from _conjugated(word[:-1])
        yield word[:-3] + word[-2] + "e"  # ich bündle


def _conjugated(stem: str) -> Iterator[str]:
    yield from (stem + ending for ending in (*_VERB, "n"))
    for participle, ending in product((stem + "end", stem + "t", stem + "et"), (*_ADJECTIVE, *_COMPARED)):
        yield participle + ending
    for participle, ending in product(
        ("ge" + stem + "t", "ge" + stem + "et", "ge" + stem + "en"), _ADJECTIVE
    ):
        yield participle + ending
