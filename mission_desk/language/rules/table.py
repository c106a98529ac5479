"""The one table from a language to the rules for its texts, and what is asked of it: the forms of a word, and
which language a text is in (by its small words, its endings and its letters)."""

from __future__ import annotations

from functools import lru_cache

from mission_desk.grammar import SOURCE
from mission_desk.language.rules.english import ENGLISH
from mission_desk.language.rules.german import GERMAN
from mission_desk.language.rules.text_rules import TextRules
from mission_desk.language.tokens import WORD, spelt
from mission_desk.language.word_files import small_set

TABLE = {"en": ENGLISH, "de": GERMAN}
PLAIN = TextRules()


def rules(language: str) -> TextRules:
    """The rules of the language. One without a module has the plain ones: each word stands for itself."""
    return TABLE.get(language, PLAIN)


@lru_cache(maxsize=20_000)
def forms(word: str, language: str) -> frozenset[str]:
    """The forms of `word`, which is spelt as in the list (see tokens.spelt)."""
    return frozenset(rules(language).forms(word)) | {word}


def spellings(word: str, language: str) -> frozenset[str]:
    """The word itself, in all spellings of the language: British and American."""
    return frozenset(rules(language).spellings(word)) | {word}


def detect(text: str) -> str:
    """The language of the text; English where nothing decides."""
    leaning = dict.fromkeys((SOURCE, *TABLE), 0)
    for word in WORD.findall(text):
        for language, weight in _leaning(word).items():
            leaning[language] += weight
    return max(leaning, key=leaning.__getitem__)


def _leaning(word: str) -> dict[str, int]:
    """The languages for which the word speaks: most by being one of their small words, less by a letter that
    only they have, least by its ending (a note is often two words)."""
    plain = spelt(word)
    if small := [language for language in TABLE if plain in small_set("small", language)]:
        return dict.fromkeys(small, 3)
    letters = set(word.lower())
    if own := [language for language, each in TABLE.items() if letters & each.letters]:
        return dict.fromkeys(own, 3)
    return {language: 1 for language, each in TABLE.items() if plain.endswith(each.leaning)}
