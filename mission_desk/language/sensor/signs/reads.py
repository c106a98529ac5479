"""Reads like: LIX, and the school grade that reads it with ease.

LIX is the words a sentence plus the share of words of more than six letters in per cent (C. H. Björnsson,
Läsbarhet, Stockholm 1968). It needs no dictionary and was made for many languages. The grades are those of
J. Anderson, Lix and Rix: Variations on a Little-Known Readability Index, Journal of Reading 26 (1983)."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.language.sensor.findings import Sign, Verdict
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.language.tokens import Token
from mission_desk.words import tr

LONG_WORD = 7  # letters
# LIX from which a text is for a grade higher: 10 for the second, 15 for the third, and so on.
GRADES = (10, 15, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56)
EASY, HARD = 8, 11  # grades: up to here everybody reads it; beyond, only some
AGE = 6  # years: a child of the first grade is six or seven


def lix(tokens: Sequence[Token]) -> float:
    """0 for no words; statements are mostly between 20 and 80."""
    if not tokens:
        return 0.0
    sentences = len({token.sentence for token in tokens})
    long = sum(token.end - token.start >= LONG_WORD for token in tokens)
    return len(tokens) / sentences + 100 * long / len(tokens)


def grade(value: float) -> int:
    """1 to 13; 13 is beyond school."""
    return 1 + sum(value >= limit for limit in GRADES)


def reads(read: Reading) -> Sign:
    name = tr("Reads like")
    if not read.tokens:
        return Sign("reads", name, "–", tr("nothing to read yet"), "none")
    value = lix(read.tokens)
    level = grade(value)
    verdict: Verdict = "good" if level <= EASY else "fair" if level <= HARD else "poor"
    if level > len(GRADES):
        reason = tr("hard: LIX {n}; shorter words, shorter sentences", n=round(value))
        return Sign("reads", name, tr("A thesis"), reason, verdict)
    reason = tr("a {n}-year-old gets it", n=level + AGE)
    return Sign("reads", name, tr("Grade {n}", n=level), reason, verdict)
