"""Abstract endings: nouns made of verbs and adjectives (-tion, -ung) hide who does what."""

from __future__ import annotations

from mission_desk.language.rules.table import rules
from mission_desk.language.sensor.findings import Sign, Verdict
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.language.word_files import small_set
from mission_desk.words import tr

SHORTEST = 6  # letters
MANY, SOME = 0.15, 0.08  # share of all words


def abstract(read: Reading) -> Sign:
    name = tr("Abstract nouns")
    abstract_nouns = [token for token in read.tokens if _is_abstract(token.spelt, read.language)]
    if unread := read.not_judged(needs=rules(read.language).abstract):
        return Sign("abstract", name, "–", unread, "none")
    share = len(abstract_nouns) / len(read.tokens)
    verdict: Verdict = "poor" if share >= MANY else "fair" if share >= SOME else "good"
    spans = tuple((token.start, token.end) for token in abstract_nouns)
    reason = tr("hardly any: one can see it happen")
    if abstract_nouns and verdict != "good":
        words = read.words(spans[0])
        reason = tr("such as “{words}”: who does what?", words=words)
    figure = tr("{n} %", n=round(100 * share))
    return Sign("abstract", name, figure, reason, verdict, spans)


def _is_abstract(word: str, language: str) -> bool:
    if len(word) < SHORTEST or word in small_set("concrete"):
        return False
    of = rules(language)
    return word.endswith(of.abstract) or word.removesuffix(of.plurals).endswith(of.abstract)
