"""What language has to say about texts that people wrote: some of the labelled ones, and some odd ones.
What is said of each stands in `agreed/`, one thing a line, below the text.

python -m tests.language.agreed_readings   writes it anew, for somebody to look at what has changed"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mission_desk.language.likeness.groups import proposed
from mission_desk.language.likeness.similarity import likeness, spelt_alike
from mission_desk.language.likeness.stems import words as stemmed
from mission_desk.language.rules.table import detect
from mission_desk.language.sensor.findings import Room
from mission_desk.language.sensor.sensor import findings, signs
from mission_desk.language.spelling import load, slips
from mission_desk.language.statement import swap
from mission_desk.language.statement.by_heart import forgotten, remembered
from mission_desk.language.statement.clauses import joined, phrases
from mission_desk.language.statement.lineage import lineage
from mission_desk.language.statement.opposite import opposite
from mission_desk.language.statement.phrase_tracking import followed
from mission_desk.language.statement.worddiff import word_diff
from mission_desk.language.tags import tags_in
from mission_desk.language.tokens import Token, tokens
from tests.language.sensor.labelled import lines, parsed

AGREED = Path(__file__).with_name("agreed")
LANGUAGES = ("en", "de")
ROOM = Room(
    words=("calm voice", "ruhige Stimme"),
    personal=("journey", "Reise"),
    customers=("We want to sleep well at night", "Wir wollen nachts gut schlafen"),
    names=("Northwind",),
    others=("We are the calm voice that gives small shops their evenings back.",),
)
ODD = {
    "en": (
        "“World-class” they say; we answer #fast, and by our team the calls are done. Northwind's journey!",
        "The calm voice of Northwind helps small shops: we listen, we answer, and we come back at ni8ght.",
        "We might perhaps try to help some customers a bit, but the servce is provided by partners.",
    ),
    "de": (
        "„Erstklassig“ heißt es; wir antworten #schnell, von uns werden Anrufe erledigt. Northwinds Reise!",
        "Die ruhige Stimme von Northwind hilft kleinen Läden: Wir hören zu, wir antworten und kommen wieder.",
        "Vielleicht versuchen wir, manchen Kunden etwas zu helfen, aber der Servise wird von Leuten gemacht.",
    ),
}
OWN = swap.WorkshopWords(("Northwind", "Northwind Support"), ("small shops", "shops", "Läden"))


def texts(language: str) -> list[str]:
    statements = [parsed(line).text for line in lines("statements", language)[::9]]
    return [*ODD[language], *statements, *lines("traps", language)[::30]]


def reading(text: str, before: str, language: str) -> list[str]:
    """All that is said of the text, and of it beside the one before."""
    return [
        *(f"finding {each.start}-{each.end} {each.kind} {each.category} {each.weight} {each.words} {each.id}"
          for each in findings(text, language, ROOM)),
        *(f"sign {each.key} {each.verdict} {each.figure} {places(each.spans)}"
          for each in signs(text, language, ROOM)),
        *of_words(text, language), *of_wordings(text, before, language),
    ]  # fmt: skip


def of_words(text: str, language: str) -> Iterator[str]:
    yield f"language {detect(text)}"
    yield "tokens " + " ".join(f"{each.start}-{each.end}{flags(each)}" for each in tokens(text))
    yield "stems " + " ".join(f"{each.stem}{'*' * each.is_stop}" for each in stemmed(text))
    yield "tags " + " ".join(f"{each.start}-{each.end}:{each.word}" for each in tags_in(text))
    yield "slips " + " ".join(f"{each.start}-{each.end}:{each.word}" for each in slips(text, load(language)))


def flags(token: Token) -> str:
    return "q" * token.quoted + "j" * token.joined


def of_wordings(text: str, before: str, language: str) -> Iterator[str]:
    for trade in swap.trades(language)[:2]:
        swapped = swap.swapped(text, OWN, trade, language)
        yield f"swapped {places(swapped.spans)} {swapped.text}"
    turned = opposite(text, language)
    yield f"opposite {turned}"
    parts = phrases(text)
    yield f"phrases {' | '.join(parts)}"
    yield f"joined {joined([*parts[1:], *phrases(before)[:1]])}"
    yield f"diff {word_diff(before, text)}"
    yield f"lineage {lineage(text, [before, text[: len(text) // 2], f'{before} {text}'])}"
    yield f"by heart {remembered(text, before)} {remembered(text, text[::2])} {remembered(text, text[9:])}"
    yield f"forgotten {forgotten(text, [before, text[20:]])}"
    middle = text[len(text) // 4 : len(text) // 2]
    changed = text[5:].replace("e", "ee", 2)
    yield f"followed {followed(text, before, middle)} | {followed(text, changed, middle)}"
    yield f"like {likeness(text, before):.3f} {likeness(text, text[12:]):.3f} {spelt_alike(text, before)}"


def places(spans: tuple[tuple[int, int], ...]) -> str:
    return " ".join(f"{start}-{end}" for start, end in spans)


def readings(language: str) -> dict[str, list[str]]:
    every = texts(language)
    return {text: reading(text, before, language) for text, before in zip(every, ["", *every], strict=False)}


def groups(language: str) -> list[str]:
    """How all labelled statements fall into groups."""
    every = [parsed(line).text for line in lines("statements", language)]
    return [f"group {each.name}: {' '.join(map(str, each.members))}" for each in proposed(every)]


def written(language: str) -> str:
    blocks = [[text, *(f"  {line}" for line in about)] for text, about in readings(language).items()]
    return "\n".join(line for block in [*blocks, groups(language)] for line in block) + "\n"


def main() -> None:
    for language in LANGUAGES:
        (AGREED / f"{language}.txt").write_text(written(language), "utf-8")


if __name__ == "__main__":
    main()
