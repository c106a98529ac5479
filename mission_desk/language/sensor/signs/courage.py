"""Courage: a change in somebody's life, or a better world, is named. A careful rule: it knows a few ways to
say so, shows by which words it was convinced, and takes no empty word for it."""

from __future__ import annotations

from mission_desk.language.sensor.sign import Sign
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.words import tr


def courage(read: Reading) -> Sign:
    name = tr("Courage")
    met = read.met("courage")
    if not read.tokens:
        return Sign("courage", name, "–", tr("nothing to read yet"), "none")
    if not met:
        return Sign("courage", name, tr("No change named"), tr("whose life is different, and how?"), "fair")
    best = max(met, key=lambda each: each.entry.weight)
    spans = (read.span(best), *(read.span(each) for each in met if each is not best))
    reason = tr("“{words}”: {why}", words=read.words(spans[0]), why=_why(best.entry.question))
    return Sign("courage", name, tr("A change named"), reason, "good", spans)


def _why(key: str) -> str:
    return {
        "back": tr("they get something back"),
        "gone": tr("something bad ends"),
        "can": tr("somebody can do what they could not"),
        "all": tr("nobody is left out"),
        "world": tr("a better world"),
        "when": tr("with a day to be held to"),
        "person": tr("somebody is there for them"),
    }[key]
