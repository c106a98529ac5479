"""The opposite test: the contrary of the sentence. Where nobody would ever say the contrary, the sentence
says only what everybody says."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from msgspec import Struct

from mission_desk.language.rules.table import rules
from mission_desk.language.word_files import list_file


class Contrary(Struct, frozen=True):
    """`text` says the contrary; `spans` are the (start, end) in it of the words that were replaced."""

    text: str
    spans: tuple[tuple[int, int], ...]


def opposite(text: str, language: str) -> Contrary:
    """The sentence with each word replaced by its contrary; where no word has one, the verb is negated."""
    with_contraries = _replaced(text, _contraries(language))
    return with_contraries if with_contraries.spans else _denied(text, language)


def _replaced(text: str, contraries: dict[str, str]) -> Contrary:
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = last = 0
    for match in re.finditer(r"\w+(?:-\w+)*", text):
        other = contraries.get(match[0].lower())
        if other is None:
            continue
        word = _cased(other, match[0])
        parts += [text[last : match.start()], word]
        length += match.start() - last
        spans.append((length, length + len(word)))
        length, last = length + len(word), match.end()
    return Contrary("".join([*parts, text[last:]]), tuple(spans))


def _cased(word: str, like: str) -> str:
    """With a capital where the old word had one: the contrary of a German noun is a noun, and a sentence
    begins with a capital."""
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def _denied(text: str, language: str) -> Contrary:
    """The sentence with its verb negated; as it is where the language has no rule for that."""
    deny = rules(language).denied
    place = deny(text) if deny is not None else None
    if place is None:
        return Contrary(text, ())
    at, word = place
    return Contrary(text[:at] + word + text[at:], ((at + 1, at + len(word)),))


@cache
def _contraries(language: str) -> dict[str, str]:
    file = list_file(language, "contraries.toml")
    if file is None:
        return {}
    return {key: str(value) for key, value in tomllib.loads(file.read_text("utf-8")).items()}
