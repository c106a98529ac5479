"""The labelled sets: statements with the empty phrases in [brackets], and traps where nothing may be found.
Half of the statements, chosen by a hash of their words, is kept: lists are never tuned on it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Statement:
    """`spans` are the labelled phrases: start and end in `text`, which has no brackets."""

    text: str
    spans: tuple[tuple[int, int], ...]

    @property
    def is_kept(self) -> bool:
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 0


def statements(language: str) -> list[Statement]:
    return [parsed(line) for line in lines("statements", language)]


def traps(language: str) -> list[str]:
    return lines("traps", language)


def lines(folder: str, language: str) -> list[str]:
    every = (HERE / folder / f"{language}.txt").read_text("utf-8").splitlines()
    return [line for line in every if line.strip() and not line.startswith("#")]


def parsed(line: str) -> Statement:
    text, spans = "", []
    for part in line.split("["):
        phrase, closed, rest = part.partition("]")
        if closed:
            spans.append((len(text), len(text) + len(phrase)))
        text += phrase + rest
    return Statement(text, tuple(spans))
