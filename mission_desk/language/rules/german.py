"""Texts in German."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from mission_desk.language.rules.text_rules import TextRules
from mission_desk.language.tokens import Token
from mission_desk.language.word_files import small_set

LANGUAGE = "de"
PART = 3  # letters of a compound's shortest part
JOINTS = ("", "s", "es", "n", "en", "er", "-")  # between the parts of a compound
_ENDINGS = ("", "e", "en", "em", "er", "es", "n", "s", "ern", "ens", "se", "in", "innen", "nen")
_COMPARED = ("ere", "eren", "erer", "eres", "erem", "ste", "sten", "ster", "stes", "stem", "este", "esten")
_ADJECTIVE = ("", "e", "en", "em", "er", "es")
_VERB = ("e", "t", "et", "st", "est", "en", "te", "ten", "tet", "test", "ete", "eten")
_WERDEN = frozenset({"wird", "werden", "wurde", "wurden", "worden"})
# "behoben" and "verstanden", which differ from the infinitives "behaupten" and "verstehen" by their vowels.
_STRONG = re.compile(
    r"^(?:be|ver|er|ent|zer).*(?:ob|or|ot|oss|och|orb|orf|og|olf|itt|ieb|and|und|ung|unk)en$"
)
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
_SUBJECT_AND_VERB = re.compile(r"\s*\w+\s+\w+")
# Words of every workshop that are missing in word lists made from film subtitles.
_KNOWN = (
    "warteschleife warteschleifen helpdesk onboarding webshop webshops newsletter ticket tickets "
    "workshop workshops leitbild leitbilder roadmap feedback chatbot chatbots callcenter hotline "
    "hotlines homeoffice teamlead teamleads service services support multi channel touchpoint "
    "touchpoints end experience stakeholder insight insights tablet tablets headset headsets coach "
    "coaching schlösse"
)
# Misspellings that consist of two known words and would be taken for a compound.
_MISSPELT = frozenset({
    "standart", "standarts", "vieleicht", "villeicht", "wiederrum", "garnicht", "garkein", "vorraus",
    "vorraussetzung", "desweiteren", "nähmlich", "garnichts", "aufjedenfall", "zumindestens", "einzigste",
    "ersteinmal",
})  # fmt: skip


def _forms(word: str) -> Iterator[str]:
    yield from (word + ending for ending in (*_ENDINGS, *_COMPARED))
    if word.endswith("el"):  # flexibel, flexible
        yield from (word[:-2] + "l" + ending for ending in (*_ADJECTIVE, *_COMPARED))
    if word.endswith(("nis", "in")):
        yield from (word + word[-1] + ending for ending in ("e", "en", "es"))
    if word.endswith("en"):
        yield from _conjugated(word[:-2])
    elif word.endswith(("eln", "ern")):
        yield from _conjugated(word[:-1])
        yield word[:-3] + word[-2] + "e"  # ich bündle


def _conjugated(stem: str) -> Iterator[str]:
    yield from (stem + ending for ending in (*_VERB, "n"))
    for participle, ending in product((stem + "end", stem + "t", stem + "et"), (*_ADJECTIVE, *_COMPARED)):
        yield participle + ending
    for participle, ending in product(
        ("ge" + stem + "t", "ge" + stem + "et", "ge" + stem + "en"), _ADJECTIVE
    ):
        yield participle + ending


def _is_customer(word: str) -> bool:
    """Bewohnerinnen and Stammkunden are customers."""
    if word in small_set("them", LANGUAGE) or word.endswith("innen"):
        return True
    return word.endswith("kunden") and word != "bekunden"


def _passives(sentence: Sequence[Token]) -> Iterator[tuple[int, int]]:
    werden = [token for token in sentence if token.spelt in _WERDEN]
    done = [token for token in sentence if _is_participle(token.spelt)]
    if werden and done:
        yield min(werden[0].start, done[-1].start), max(werden[0].end, done[-1].end)


def _is_participle(word: str) -> bool:
    if len(word) < 6 or word in small_set("no-participle", LANGUAGE):
        return False
    weak = word.endswith("t") and word.startswith(_PREFIXES)
    strong = word.endswith("en") and word.startswith(("ge", "ange", "abge", "aufge", "ausge", "einge"))
    return weak or strong or word.endswith("iert") or _STRONG.search(word) is not None


def _denied(text: str) -> tuple[int, str] | None:
    """ "Wir geben" -> "Wir geben nicht"."""
    head = _SUBJECT_AND_VERB.match(text)
    return (head.end(), " nicht") if head else None


def _is_formed(word: str, words: dict[str, int]) -> bool:
    return _is_compound(word, words) or ("ss" in word and _swiss(word, words))


def _is_compound(word: str, words: dict[str, int], depth: int = 2) -> bool:
    """Whether the word is a compound of two or three known words, perhaps with a linking letter:
    "Ladeninhaberinnen"."""
    for cut in range(len(word) - PART, PART - 1, -1):
        rest = word[cut:]
        if not _may_begin(word[:cut], words):
            continue
        if rest in words or (depth > 1 and len(rest) >= 2 * PART and _is_compound(rest, words, depth - 1)):
            return True
    return False


def _may_begin(part: str, words: dict[str, int]) -> bool:
    return f"{part}e" in words or any(
        part.endswith(joint) and len(part) - len(joint) >= PART and part.removesuffix(joint) in words
        for joint in JOINTS
    )


def _swiss(word: str, words: dict[str, int]) -> bool:
    """The spelling with ss for ß, as Switzerland writes: "gross" is a word, and "daß" is no longer one."""
    places = [match.start() for match in re.finditer("ss", word)]
    return any(word[:at] + "ß" + word[at + 2 :] in words for at in places)


GERMAN = TextRules(
    forms=_forms,
    compounds=True,
    abstract=("ung", "heit", "keit", "schaft", "tion", "itaet", "ismus", "enz", "anz", "tum"),
    plurals="en",
    ands=frozenset({"und", "sowie"}),
    is_customer=_is_customer,
    passives=_passives,
    denied=_denied,
    leaning=(
        "ung", "ungen", "keit", "heit", "lich", "liche", "lichen", "isch", "ische", "schaft", "ieren",
    ),
    letters=frozenset("äöüß"),
    known=_KNOWN,
    misspelt=_MISSPELT,
    is_formed=_is_formed,
)  # fmt: skip
