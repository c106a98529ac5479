"""Length: under 20 words can be said by heart, over 25 are repeated by nobody."""

from __future__ import annotations

from mission_desk.language.sensor.sign import Sign, Verdict
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.language.statement.length import LONG_ABOVE, STRONG_BELOW, length
from mission_desk.words import tr, trn


def size(read: Reading) -> Sign:
    found = length(read.text)
    verdicts: dict[str, Verdict] = {"empty": "none", "strong": "good", "fair": "fair", "long": "poor"}
    reason = {
        "empty": tr("strong: under {n}", n=STRONG_BELOW),
        "strong": tr("strong: under {n}", n=STRONG_BELOW),
        "fair": tr("nearly: strong is under {n}", n=STRONG_BELOW),
        "long": tr("long: over {n}", n=LONG_ABOVE),
    }[found.verdict]
    figure = trn("{n} word", "{n} words", found.words)
    return Sign("length", tr("Length"), figure, reason, verdicts[found.verdict])
