"""Where a line of text may end. Gives the text as chunks; a line is a run of whole chunks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from mission_desk.posters.pdf.text_clusters import clusters
from mission_desk.posters.setting.hyphens import SOFT_HYPHEN, syllables

_TOKEN = re.compile(
    r"\n|[^ \n\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]+[ \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]*"
)
_NEVER_FIRST = frozenset("—–-·/|•")
LONG_WORD = 14
"""Shorter words are never parted in large type: it would look like a mistake."""
_DASHES = re.compile(r"(?<=\w\w\w)(?<!\d)-(?=\w\w\w)|(?<=\w)[—–](?=\w)|(?<=\w\w\w\w)/(?=\w\w\w\w)")
_CLOSING = frozenset("、。，．・：；？！」』）】〉》〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
_STOPS = frozenset("、。！？」』）")  # a line may end behind them whatever follows
_OPENING = frozenset("「『（【〈《〔")
_THAI_LEADING = frozenset("เแโใไ")
_THAI_ENDING = frozenset("ะๆฯ")


class End(Enum):
    """What stands at a chunk's end if the line ends there."""

    PLAIN = "nothing"
    HYPHEN = "a hyphen is added"
    LINE = "the line must end"


class Parting(Enum):
    """How far long words may be divided."""

    NONE = "only at the user's soft hyphens"
    SYLLABLES = "between syllables"
    ANYWHERE = "anywhere"


class Chunk(Struct, frozen=True):
    """Text with the spaces behind it. Within a line, chunks simply follow one another."""

    text: str
    end: End = End.PLAIN

    @property
    def visible(self) -> str:
        return self.text.rstrip(" \u3000\u200b")


def chunks(
    text: str, language: str, parting: Parting = Parting.NONE, long_word: int = LONG_WORD
) -> list[Chunk]:
    """The cleaned text in chunks; words of `long_word` letters or more are parted. Line breaks in the text
    stay, leading and doubled spaces go."""
    part = _WordParting(language, parting, long_word)
    parted: list[Chunk] = []
    for token in _TOKEN.findall(text.strip()):
        if token == "\n":
            _end_line(parted)
        elif parted and parted[-1].end is not End.LINE and token.rstrip() in _NEVER_FIRST:
            parted[-1] = replace(parted[-1], text=parted[-1].text + token)
        else:
            parted.extend(_parts(_single_space(token), part))
    return parted


def line_text(of: list[Chunk]) -> str:
    """What is printed when these chunks make a line."""
    text = "".join(chunk.text for chunk in of[:-1]) + of[-1].visible
    return f"{text}-" if of[-1].end is End.HYPHEN else text


def _end_line(parted: list[Chunk]) -> None:
    if parted:
        parted[-1] = replace(parted[-1], end=End.LINE)


def _single_space(token: str) -> str:
    word = token.rstrip(" \u3000\u200b")
    return word if word == token else f"{word}{token[len(word)]}"


def _parts(token: str, part: _WordParting) -> Iterator[Chunk]:
    for piece in (sign for dashed in _after_dashes(token) for sign in _between_signs(dashed)):
        softly = piece.split(SOFT_HYPHEN)
        for before in softly[:-1]:
            yield from part.chunks(before, End.HYPHEN)
        yield from part.chunks(softly[-1], End.PLAIN)


class _WordParting(Struct, frozen=True):
    """How words are divided."""

    language: str
    parting: Parting
    long_word: int

    def chunks(self, text: str, end: End) -> Iterator[Chunk]:
        """One word with the spaces behind it, in one chunk or several."""
        *before, last = self._parts(text)
        for part in before:
            yield Chunk(part, End.HYPHEN)
        if last:
            yield Chunk(last, end)

    def _parts(self, text: str) -> list[str]:
        word = text.strip(" \u3000\u200b")
        if self.parting is Parting.NONE or len(word) < self.long_word:
            return [text]
        if self.parting is Parting.SYLLABLES:
            return self._hyphenated(text)
        signs = [text[start:stop] for start, stop in clusters(text[: len(word)])]
        return [*signs[:-1], signs[-1] + text[len(word) :]]

    def _hyphenated(self, text: str) -> list[str]:
        parts: list[str] = []
        glued = ""
        for piece in re.split(r"([^\W\d_]+)", text):
            if len(piece) < self.long_word or not piece.isalpha():
                glued += piece
                continue
            first, *others = syllables(piece, self.language)
            parts += [glued + first, *others[:-1]] if others else []
            glued = others[-1] if others else glued + first
        return [*parts, glued]


def _after_dashes(token: str) -> list[str]:
    cuts = [match.end() for match in _DASHES.finditer(token)]
    return [token[start:stop] for start, stop in zip([0, *cuts], [*cuts, len(token)], strict=True)]


def _between_signs(part: str) -> list[str]:
    """Chinese and Japanese text may break between any two signs (Unicode Standard Annex 14). Thai text
    breaks only where a syllable surely ends, because there is no dictionary."""
    if part.isascii():
        return [part]
    cuts = [place for place in range(1, len(part)) if _sign_break(part[place - 1], part[place])]
    return [part[start:stop] for start, stop in zip([0, *cuts], [*cuts, len(part)], strict=True)]


def _sign_break(before: str, after: str) -> bool:
    if "\u0e00" <= before <= "\u0e7f":
        return after in _THAI_LEADING or (before in _THAI_ENDING and unicodedata.category(after) == "Lo")
    if after in _CLOSING or before in _OPENING:
        return False
    if not (_is_sign(before) or _is_sign(after) or before in _STOPS):
        return False
    return not after.isspace() and unicodedata.category(after)[0] not in "MP"


def _is_sign(letter: str) -> bool:
    code = ord(letter)
    return 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF
