"""Doer: a sentence in the passive, or without a person, names nobody who promises something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mission_desk.language.sensor.findings import Sign
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.language.sensor.wordlist import small_set
from mission_desk.language.tokens import Token
from mission_desk.words import tr

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets"})
WERDEN = frozenset({"wird", "werden", "wurde", "wurden", "worden"})
# "behoben" and "verstanden", which differ from the infinitives "behaupten" and "verstehen" by their vowels.
_STRONG = re.compile(
    r"^(?:be|ver|er|ent|zer).*(?:ob|or|ot|oss|och|orb|orf|og|olf|itt|ieb|and|und|ung|unk)en$"
)
BETWEEN = 2  # words between "is" and "answered": is always quickly answered
# In German "werden" is also the future and "to become": the participle has to stand in the sentence.
_PREFIXES = (
    "ge",
    "be",
    "ver",
    "er",
    "ent",
    "zer",
    "ange",
    "abge",
    "aufge",
    "ausge",
    "einge",
    "vorge",
    "zuge",
)


def doer(read: Reading) -> Sign:
    name = tr("Doer")
    if not read.tokens:
        return Sign("doer", name, "–", tr("nothing to read yet"), "none")
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
    for sentence in read.sentences():
        yield from (_german if read.language == "de" else _english)(sentence)


def _english(sentence: Sequence[Token]) -> Iterator[tuple[int, int]]:
    for place, token in enumerate(sentence):
        if token.spelt not in BE:
            continue
        for after in sentence[place + 1 : place + 2 + BETWEEN]:
            if after.spelt in small_set("state-en"):
                break
            if after.spelt in small_set("participle-en") or (
                len(after.spelt) > 4 and after.spelt.endswith("ed")
            ):
                yield token.start, after.end
                break


def _german(sentence: Sequence[Token]) -> Iterator[tuple[int, int]]:
    werden = [token for token in sentence if token.spelt in WERDEN]
    done = [token for token in sentence if _is_participle(token.spelt)]
    if werden and done:
        yield min(werden[0].start, done[-1].start), max(werden[0].end, done[-1].end)


def _is_participle(word: str) -> bool:
    if len(word) < 6 or word in small_set("no-participle-de"):
        return False
    weak = word.endswith("t") and word.startswith(_PREFIXES)
    strong = word.endswith("en") and word.startswith(("ge", "ange", "abge", "aufge", "ausge", "einge"))
    return weak or strong or word.endswith("iert") or _STRONG.search(word) is not None
