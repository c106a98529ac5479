"""A statement, read once for all signs."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from mission_desk.language.sensor.findings import Room
from mission_desk.language.sensor.lexicon import Match
from mission_desk.language.sensor.lexicon_walk import hunted
from mission_desk.language.sensor.wordlist import sign_list
from mission_desk.language.tokens import Token
from mission_desk.language.word_files import has_word_list
from mission_desk.words import tr

NOTHING: frozenset[str] = frozenset()


class Reading(Struct, frozen=True):
    """`language` is that of the text; `taken` are the places where the sensor found empty words:
    they do not count for a sign."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    taken: tuple[tuple[int, int], ...]
    room: Room

    def not_judged(self, needs: object = True) -> str:
        """Why a sign cannot be judged; empty where it can. `needs` is the rule that it asks."""
        if not self.tokens:
            return tr("nothing to read yet")
        return "" if needs and has_word_list(self.language) else tr("no word list for this language")

    def matches(self, sign: str) -> list[Match]:
        """Where the patterns of a sign match outside of empty words."""
        every = hunted(self.tokens, [sign_list(self.language)], NOTHING)
        return [each for each in every if each.entry.category == sign and self._is_free(each)]

    def span(self, match: Match) -> tuple[int, int]:
        return self.tokens[match.first].start, self.tokens[match.last].end

    def words(self, span: tuple[int, int]) -> str:
        return self.text[span[0] : span[1]]

    def sentences(self) -> Iterator[list[Token]]:
        for number in range(self.tokens[-1].sentence + 1 if self.tokens else 0):
            yield [token for token in self.tokens if token.sentence == number]

    def _is_free(self, match: Match) -> bool:
        start, end = self.span(match)
        return not any(start < b and a < end for a, b in self.taken)
