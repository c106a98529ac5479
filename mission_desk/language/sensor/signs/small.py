"""Smallness: “try to”, “help to” and “as far as possible” promise as little as one can."""

from __future__ import annotations

from mission_desk.language.sensor.sign import Sign
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.words import tr, trn


def small(read: Reading) -> Sign:
    spans = tuple(read.span(each) for each in read.met("small"))
    name = tr("Think big")
    if not read.tokens:
        return Sign("small", name, "–", tr("nothing to read yet"), "none")
    if not spans:
        return Sign("small", name, tr("No hedge"), tr("it says what will be"), "good")
    reason = tr("“{words}”: will we, or won’t we?", words=read.words(spans[0]))
    return Sign("small", name, trn("{n} hedge", "{n} hedges", len(spans)), reason, "poor", spans)
