"""Signs that need a few lines each: length, “and”, hedges, courage, the customers' words."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter

from mission_desk.language.likeness.stems import words
from mission_desk.language.rules.table import rules
from mission_desk.language.sensor.findings import Sign, Verdict
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.language.statement.length import LONG_ABOVE, STRONG_BELOW, length
from mission_desk.words import tr, trn

MOST_ANDS = 2
WORDS_NAMED = 3  # of the customers


def size(read: Reading) -> Sign:
    """Under 20 words can be said by heart, over 25 are repeated by nobody."""
    counted = length(read.text)
    verdicts: dict[str, Verdict] = {"empty": "none", "strong": "good", "fair": "fair", "long": "poor"}
    reason = {
        "empty": tr("strong: under {n}", n=STRONG_BELOW),
        "strong": tr("strong: under {n}", n=STRONG_BELOW),
        "fair": tr("nearly: strong is under {n}", n=STRONG_BELOW),
        "long": tr("long: over {n}", n=LONG_ABOVE),
    }[counted.verdict]
    figure = trn("{n} word", "{n} words", counted.words)
    return Sign("length", tr("Length"), figure, reason, verdicts[counted.verdict])


def ands(read: Reading) -> Sign:
    """“And”: whoever joins more than two things has not chosen."""
    joining = rules(read.language).ands
    if read.tokens and (unread := read.not_judged(needs=joining)):
        return Sign("ands", tr("Joined by “and”"), "–", unread, "none")
    spans = tuple((token.start, token.end) for token in read.tokens if token.spelt in joining)
    signs = tuple((place, place + 1) for place, letter in enumerate(read.text) if letter == "&")
    places = tuple(sorted((*spans, *signs)))
    many = len(places) > MOST_ANDS
    reason = tr("more than two: what can go?") if many else tr("few enough: a choice was made")
    figure = trn("{n} “and”", "{n} “and”", len(places))
    return Sign("ands", tr("Joined by “and”"), figure, reason, "poor" if many else "good", places)


def small(read: Reading) -> Sign:
    """“Try to”, “help to” and “as far as possible” promise as little as possible."""
    spans = tuple(read.span(each) for each in read.matches("small"))
    name = tr("Think big")
    if unread := read.not_judged():
        return Sign("small", name, "–", unread, "none")
    if not spans:
        return Sign("small", name, tr("No hedge"), tr("it says what will be"), "good")
    reason = tr("“{words}”: will we, or won’t we?", words=read.words(spans[0]))
    return Sign("small", name, trn("{n} hedge", "{n} hedges", len(spans)), reason, "poor", spans)


def courage(read: Reading) -> Sign:
    """A change in somebody's life, or a better world, is named. A careful rule: it knows a few ways to say
    so, shows which words decided, and never counts an empty word."""
    name = tr("Courage")
    matches = read.matches("courage")
    if unread := read.not_judged():
        return Sign("courage", name, "–", unread, "none")
    if not matches:
        return Sign("courage", name, tr("No change named"), tr("whose life is different, and how?"), "fair")
    best = max(matches, key=attrgetter("entry.weight"))
    spans = (read.span(best), *(read.span(each) for each in matches if each is not best))
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


def customers(read: Reading) -> Sign:
    """Whether the statement has any word of what the Customers board holds."""
    name = tr("Their words")
    board = _stems(read.room.customers)
    if not board or not read.tokens:
        return Sign("customers", name, "–", tr("the Customers board is empty"), "none")
    common = [word for word in words(read.text) if not word.is_stop and word.stem in board]
    if not common:
        return Sign("customers", name, tr("None"), tr("no word from the Customers board is in it"), "poor")
    forms = list(dict.fromkeys(word.form for word in common))
    reason = tr("from the Customers board: {words}", words=", ".join(forms[:WORDS_NAMED]))
    spans = tuple((word.start, word.end) for word in common)
    return Sign("customers", name, trn("{n} word", "{n} words", len(forms)), reason, "good", spans)


@lru_cache(maxsize=4)
def _stems(notes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.stem for note in notes for word in words(note) if not word.is_stop)
