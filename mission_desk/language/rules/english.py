"""Texts in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mission_desk.language.rules.text_rules import TextRules
from mission_desk.language.tokens import Token
from mission_desk.language.word_files import small_set

LANGUAGE = "en"
BETWEEN = 2  # words between "is" and "answered": is always quickly answered
_VOWELS = frozenset("aeiou")
_ENDINGS = ("", "s", "es", "ed", "ing", "ly", "er", "ers", "'")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets"})
_HELPING = re.compile(r"\s*\w+\s+(?:are|is|will|can|must|have|has|want)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\s*\w+")
# British spelling -> American; lists are written in the British one.
_AMERICAN = (
    ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"), ("yse", "yze"),
    ("our", "or"), ("entre", "enter"), ("entred", "entered"), ("entric", "entric"), ("ence", "ense"),
    ("fulfil", "fulfill"), ("skilful", "skillful"), ("ogue", "og"), ("elled", "eled"), ("elling", "eling"),
)  # fmt: skip
# British ending -> the American one, which the spelling list has.
_BRITISH = (
    ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("ourite", "orite"),
    ("ourites", "orites"), ("ourable", "orable"), ("ourful", "orful"), ("ourhood", "orhood"),
    ("ourhoods", "orhoods"), ("isation", "ization"), ("isations", "izations"), ("ise", "ize"),
    ("ised", "ized"), ("ises", "izes"), ("ising", "izing"), ("yse", "yze"), ("ysed", "yzed"),
    ("ysing", "yzing"), ("tre", "ter"), ("tres", "ters"), ("lled", "led"), ("lling", "ling"), ("ller", "ler"),
    ("llers", "lers"), ("ogue", "og"), ("ogues", "ogs"), ("ence", "ense"), ("isational", "izational"),
    ("mme", "m"), ("mmes", "ms"),
)  # fmt: skip

# Words of every workshop that are missing in word lists made from film subtitles.
_KNOWN = (
    "onboarding helpdesk voicemail sysadmin callback callbacks ringback webshop webshops signup workflow "
    "workflows inbox inboxes uptime downtime kpi kpis stakeholder stakeholders upskill upskilling "
    "reskilling learnings actionable buzzword buzzwords goosebumps roadmap roadmaps multi touchpoint "
    "touchpoints enablement ideator ideators"
)
_MISSPELT = frozenset({"alot", "aswell", "infact", "incase"})


def _spellings(word: str) -> Iterator[str]:
    yield word
    yield from (word.removesuffix(here) + there for here, there in _AMERICAN if word.endswith(here))


def _forms(word: str) -> Iterator[str]:
    for each in _spellings(word):
        yield from (each + ending for ending in _ENDINGS)
        last, before = each[-1:], each[-2:-1]
        if last == "e":
            yield from (each[:-1] + ending for ending in ("ing", "ed", "er", "ers", "est"))
            yield from (each + "r", each + "st", each[:-1] + "y")
        if last == "y" and before not in _VOWELS:
            yield from (each[:-1] + ending for ending in ("ies", "ied", "ier", "iest", "ily"))
        if last not in _VOWELS and last not in "wxy" and before in _VOWELS:
            yield from (each + last + ending for ending in ("ed", "ing", "er", "ers"))
        if each.endswith("ic"):
            yield each + "ally"


def _is_customer(word: str) -> bool:
    """Farmers and callers are customers; managers and numbers are ourselves or nobody."""
    return word in small_set("them", LANGUAGE) or (len(word) > 5 and word.endswith(("ers", "ors")))


def _passives(sentence: Sequence[Token]) -> Iterator[tuple[int, int]]:
    for place, token in enumerate(sentence):
        if token.spelt not in _BE:
            continue
        for after in sentence[place + 1 : place + 2 + BETWEEN]:
            if after.spelt in small_set("state", LANGUAGE):
                break
            if after.spelt in small_set("participle", LANGUAGE) or (
                len(after.spelt) > 4 and after.spelt.endswith("ed")
            ):
                yield token.start, after.end
                break


def _denied(text: str) -> tuple[int, str] | None:
    """ "We are" -> "We are not", "We answer" -> "We do not answer"."""
    helping = _HELPING.match(text)
    head = helping or _SUBJECT.match(text)
    return (head.end(), " not" if helping else " do not") if head else None


def _is_formed(word: str, words: dict[str, int]) -> bool:
    """Whether the word is the British spelling of a listed American one."""
    plain = word.removesuffix("'").removesuffix("'s")
    return any(
        plain.endswith(british) and plain.removesuffix(british) + american in words
        for british, american in _BRITISH
    )


ENGLISH = TextRules(
    forms=_forms,
    spellings=_spellings,
    abstract=(
        "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ities", "ancies", "encies",
    ),
    plurals="s",
    ands=frozenset({"and"}),
    is_customer=_is_customer,
    passives=_passives,
    denied=_denied,
    noun_capitals=False,
    leaning=("tion", "ness", "ship", "ing", "ly", "ful", "ity", "able", "ious", "ence"),
    known=_KNOWN,
    misspelt=_MISSPELT,
    is_formed=_is_formed,
)  # fmt: skip
