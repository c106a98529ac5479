"""Sameness: whether the words are somebody else's, or those of another draft."""

from __future__ import annotations

from mission_desk.language.likeness.similarity import compared, fingerprint
from mission_desk.language.sensor.findings import Sign
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.language.sensor.wordlist import famous
from mission_desk.words import tr
from mission_desk.written import quoted

ALIKE = 0.6  # likeness from which on two drafts say the same
MOSTLY_SHARED = 0.75  # share of a famous statement's telling words
FEWEST = 3  # words that a famous statement and this one share at least
SHOWN = 40  # letters of the other draft


def same(read: Reading) -> Sign:
    name = tr("Own words")
    if not read.tokens:
        return Sign("same", name, "–", tr("nothing to read yet"), "none")
    ours = fingerprint(read.text)
    for who, words in famous():
        theirs = fingerprint(words)
        shared = len(ours.stems & theirs.stems)
        if shared >= FEWEST and shared >= MOSTLY_SHARED * len(theirs.stems):
            reason = tr("{who} says it already: “{words}”", who=who, words=words)
            return Sign("same", name, tr("Like {who}", who=who), reason, "poor")
    for other in read.room.others:
        if compared(ours, fingerprint(other)) >= ALIKE:
            return Sign("same", name, tr("Like another draft"), quoted(_cut(other)), "fair")
    return Sign("same", name, tr("Yes"), tr("like no other draft, and nothing famous"), "good")


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= SHOWN else plain[:SHOWN].rsplit(" ", 1)[0] + " …"
