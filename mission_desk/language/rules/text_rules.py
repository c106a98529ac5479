"""What one language says about its texts. Whatever is left out is not judged in that language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from mission_desk.language.tokens import Token


def same_word(word: str) -> Iterator[str]:
    """The only form of a word in a language without rules."""
    yield word


def never_formed(_word: str, _words: dict[str, int]) -> bool:
    return False


class TextRules(Struct, frozen=True, eq=False):
    """The rules by which a text in one language is read.

    `forms` are all forms that a listed word may take, `spellings` its spellings. `compounds`: a word with
    hyphens in it is one word. `abstract` are endings of nouns that hide who does what, `plurals` what may
    follow them. `ands` are the words for "and". `is_customer` says whether a word names customers, `passives`
    finds the places of passives in a sentence, `denied` where to put which words to deny one.
    `noun_capitals`: nouns have capitals, so a capital inside a sentence is no name. `leaning` are endings and
    `letters` those that tell the language from others. `known` are words that the spelling list lacks,
    `misspelt` those that it would take for words, and `is_formed` knows words made of listed ones."""

    forms: Callable[[str], Iterator[str]] = same_word
    spellings: Callable[[str], Iterator[str]] = same_word
    compounds: bool = False
    abstract: tuple[str, ...] = ()
    plurals: str = ""
    ands: frozenset[str] = frozenset()
    is_customer: Callable[[str], bool] | None = None
    passives: Callable[[Sequence[Token]], Iterator[tuple[int, int]]] | None = None
    denied: Callable[[str], tuple[int, str] | None] | None = None
    noun_capitals: bool = True
    leaning: tuple[str, ...] = ()
    letters: frozenset[str] = frozenset()
    known: str = ""
    misspelt: frozenset[str] = frozenset()
    is_formed: Callable[[str, dict[str, int]], bool] = never_formed
