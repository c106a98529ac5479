"""Doer: a sentence in the passive, or without a person, names nobody who promises something."""

from __future__ import annotations

from collections.abc import Iterator

from mission_desk.language.rules.table import rules
from mission_desk.language.sensor.findings import Sign
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.language.tokens import Token
from mission_desk.language.word_files import small_set
from mission_desk.words import tr


def doer(read: Reading) -> Sign:
    name = tr("Doer")
    if unread := read.not_judged(needs=rules(read.language).passives):
        return Sign("doer", name, "–", unread, "none")
    passive = tuple(_passives(read))
    if passive:
        words = read.words(passive[0])
        return Sign("doer", name, tr("Passive"), tr("“{words}”: who does it?", words=words), "poor", passive)
    who = next((token for token in read.tokens if _acts(read, token)), None)
    if who is None:
        return Sign("doer", name, tr("Nobody"), tr("nobody is named: who does it?"), "fair")
    figure = read.text[who.start : who.end]
    reason = tr("somebody does something")
    return Sign("doer", name, figure[:1].upper() + figure[1:], reason, "good", ((who.start, who.end),))


def _acts(read: Reading, token: Token) -> bool:
    names = {part.casefold() for name in read.room.names for part in name.split()}
    return token.spelt in small_set("doer") or token.spelt in names or token.spelt.endswith(("ers", "innen"))


def _passives(read: Reading) -> Iterator[tuple[int, int]]:
    passives = rules(read.language).passives
    for sentence in read.sentences():
        yield from passives(sentence) if passives is not None else ()
