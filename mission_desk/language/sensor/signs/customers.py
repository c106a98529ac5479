"""Their words: whether the statement has any of what the Customers board holds."""

from __future__ import annotations

from functools import lru_cache

from mission_desk.language.likeness.stems import words
from mission_desk.language.sensor.sign import Sign
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.words import tr, trn

SHOWN = 3


def customers(read: Reading) -> Sign:
    name = tr("Their words")
    board = _stems(read.room.customers)
    if not board or not read.tokens:
        return Sign("customers", name, "–", tr("the Customers board is empty"), "none")
    found = [word for word in words(read.text) if not word.is_stop and word.stem in board]
    if not found:
        return Sign("customers", name, tr("None"), tr("no word from the Customers board is in it"), "poor")
    forms = list(dict.fromkeys(word.form for word in found))
    reason = tr("from the Customers board: {words}", words=", ".join(forms[:SHOWN]))
    spans = tuple((word.start, word.end) for word in found)
    return Sign("customers", name, trn("{n} word", "{n} words", len(forms)), reason, "good", spans)


@lru_cache(maxsize=4)
def _stems(notes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.stem for note in notes for word in words(note) if not word.is_stop)
