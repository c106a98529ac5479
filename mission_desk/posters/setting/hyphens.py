"""Where a long word may be parted: pyphen's patterns for the poster's language, or nowhere."""

from __future__ import annotations

from functools import cache

import pyphen

from mission_desk.grammar import grammar, languages

SOFT_HYPHEN = "\u00ad"
_SHORTEST_PART = 3
_VOWELS = frozenset("aeiouyäöüáàâåãæéèêëíìîïóòôõøúùûýœаеёиоуыэюяіїєαεηιουωάέήίόύώ")


def syllables(word: str, language: str) -> list[str]:
    """The parts a word may be broken into; one part where the language has no patterns. `word` is letters
    alone."""
    patterns = _patterns(language)
    if patterns is None:
        return [word]
    parts: list[str] = []
    start = 0
    for cut in patterns.positions(word):
        if _may_part(word[start:cut], word[cut:]):
            parts.append(word[start:cut])
            start = int(cut)
    return [*parts, word[start:]]


def _may_part(before: str, after: str) -> bool:
    if min(len(before), len(after)) < _SHORTEST_PART:
        return False
    # The patterns sometimes leave a part without a vowel inside a compound ("rü-ck-meldung").
    head = after[: _SHORTEST_PART + 1].lower()
    return bool(_VOWELS & set(before.lower())) and bool(_VOWELS & set(head)) and not head.startswith("ck")


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    # Reading the German patterns takes half a second: only for a word that is too long for its line.
    short = language.replace("-", "_").split("_")[0].lower()
    own = grammar(short).hyphens if short in languages() else ""
    known = pyphen.language_fallback(own or short)
    return pyphen.Pyphen(lang=known) if known else None
