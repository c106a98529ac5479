"""“And”: whoever joins more than two things has not chosen."""

from __future__ import annotations

from mission_desk.language.sensor.sign import Sign
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.words import tr, trn

ANDS = {"en": frozenset({"and"}), "de": frozenset({"und", "sowie"})}
MOST = 2


def ands(read: Reading) -> Sign:
    spans = tuple((token.start, token.end) for token in read.tokens if token.spelt in ANDS[read.language])
    signs = tuple((place, place + 1) for place, letter in enumerate(read.text) if letter == "&")
    found = tuple(sorted((*spans, *signs)))
    many = len(found) > MOST
    reason = tr("more than two: what can go?") if many else tr("few enough: a choice was made")
    figure = trn("{n} “and”", "{n} “and”", len(found))
    return Sign("ands", tr("Joined by “and”"), figure, reason, "poor" if many else "good", found)
