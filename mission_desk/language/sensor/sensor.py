"""The sensor: text in, findings and signs out. It judges the sense of a word by its neighbours, and knows
neither the workshop nor a window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mission_desk.language.rules.table import rules
from mission_desk.language.sensor.findings import Finding, Room, Sign
from mission_desk.language.sensor.lexicon import Lexicon, Match
from mission_desk.language.sensor.lexicon_walk import hunted
from mission_desk.language.sensor.signs.about import about
from mission_desk.language.sensor.signs.abstract import abstract
from mission_desk.language.sensor.signs.doer import doer
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.language.sensor.signs.reads import reads
from mission_desk.language.sensor.signs.same import same
from mission_desk.language.sensor.signs.short import ands, courage, customers, size, small
from mission_desk.language.sensor.wordlist import list_of, own_list
from mission_desk.language.tokens import Token, tokens
from mission_desk.words import tr

EMPTY = Room()
SIGNS = (size, reads, abstract, ands, doer, about, customers, small, courage, same)


def findings(text: str, language: str, room: Room = EMPTY) -> tuple[Finding, ...]:
    """The findings in reading order without overlaps; offsets count characters of `text`. `language` is that
    of the text."""
    lexicons = _lexicons(language, room)
    every = tokens(text)
    names = list(_named(text, room.names))
    possible = (_finding(text, every, match, language) for match in hunted(every, lexicons, room.muted))
    return tuple(
        _apart(each for each in possible if not any(each.start < b and a < each.end for a, b in names))
    )


def has_findings(text: str, language: str, room: Room = EMPTY) -> bool:
    """Whether anything in it would be underlined: quick enough to ask of 2,000 notes."""
    return any(finding.kind != "quoted" for finding in findings(text, language, room))


def signs(text: str, language: str, room: Room = EMPTY) -> tuple[Sign, ...]:
    """One sign for each key, in the order in which they are shown; words in the screen's language."""
    taken = tuple((each.start, each.end) for each in findings(text, language, room))
    read = Reading(text, language, tuple(tokens(text)), taken, room)
    return tuple(sign(read) for sign in SIGNS)


def _lexicons(language: str, room: Room) -> list[Lexicon]:
    lexicons = [list_of(language)]
    if room.words:
        asks = tr("Someone called “buzz!”: what do we mean?", language)
        lexicons.append(own_list(room.words, "room", asks, language))
    if room.personal:
        asks = tr("On your own list: what is meant?", language)
        lexicons.append(own_list(room.personal, "personal", asks, language))
    return lexicons


def _finding(text: str, every: Sequence[Token], match: Match, language: str) -> Finding:
    first, last = match.first, match.last
    if rules(language).compounds:  # a German compound is one word, also with hyphens in it
        while every[first].joined:
            first -= 1
        while last + 1 < len(every) and every[last + 1].joined:
            last += 1
    start, end, entry = every[first].start, every[last].end, match.entry
    kind = "quoted" if every[match.first].quoted else entry.kind
    return Finding(
        start, end, kind, entry.category, entry.weight, text[start:end], entry.question, entry.tries, entry.id
    )


def _apart(ordered: Iterable[Finding]) -> Iterator[Finding]:
    """One finding for each place: two empty parts of one compound would both be reported for the whole
    compound."""
    last = 0
    for each in ordered:
        if each.start >= last:
            yield each
            last = each.end


def _named(text: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of the names of the company and its products."""
    folded = text.casefold() if len(text.casefold()) == len(text) else text
    for name in filter(None, (name.strip().casefold() for name in names)):
        start = folded.find(name)
        while start >= 0:
            yield start, start + len(name)
            start = folded.find(name, start + 1)
