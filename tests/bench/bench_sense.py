"""What the sensor costs: a draft of 400 characters after every key, and all notes of a board at once.

`python -m tests.bench.bench_sense` prints one JSON line for each language and kind of text. The floor reads
the words of the same texts once with a regular expression, in the same process, in turns. Lists are compiled
before, and what that took is printed as well; nothing else is remembered from one round to the next."""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Callable, Sequence

from mission_desk.language.sensor.sensor import findings, has_findings, signs
from mission_desk.language.sensor.wordlist import groups, list_of
from mission_desk.language.tokens import WORD
from tests.language.sensor.labelled import statements, traps

ROUNDS = 9
NOTES = 2_000


def notes(language: str) -> list[str]:
    """Sentences as people write them, every second one with words to strike, and two words of others added,
    so that no two are the same."""
    chance = random.Random(11)
    known = [each.text for each in statements(language)] + traps(language)
    words = [word for text in known for word in WORD.findall(text)]
    return [" ".join([chance.choice(known), *chance.choices(words, k=2)]) for _ in range(NOTES)]


def draft(language: str) -> str:
    return " ".join(each.text for each in statements(language))[:400]


def milliseconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def compiled(language: str) -> float:
    """From the files to the tree."""
    list_of.cache_clear()
    groups.cache_clear()
    return milliseconds(lambda: list_of(language))


def forget(language: str) -> None:
    lexicon = list_of(language)
    lexicon.meets.clear()
    lexicon.around.clear()
    lexicon.begins.clear()


def measure(language: str, texts: Sequence[str], do: Callable[[str], object], what: str) -> dict[str, object]:
    ours, floor = [], []
    for _ in range(ROUNDS):
        forget(language)
        ours.append(milliseconds(lambda: [do(text) for text in texts]))
        floor.append(milliseconds(lambda: [WORD.findall(text) for text in texts]))
    sensed, read = statistics.median(ours), statistics.median(floor)
    return {
        "language": language, "what": what, "texts": len(texts), "sense_ms": round(sensed, 2),
        "best_ms": round(min(ours), 2),
        "worst_ms": round(max(ours), 2), "read_ms": round(read, 3), "ratio": round(sensed / read),
    }  # fmt: skip


if __name__ == "__main__":
    for spoken in ("en", "de"):
        print(json.dumps({"language": spoken, "what": "compile", "ms": round(compiled(spoken), 1)}))
        whole, board = [draft(spoken)], notes(spoken)
        for what, texts, do in (
            ("findings of a draft", whole, lambda text, lang=spoken: findings(text, lang)),
            ("signs of a draft", whole, lambda text, lang=spoken: signs(text, lang)),
            ("findings of a board", board, lambda text, lang=spoken: findings(text, lang)),
            ("which notes have any", board, lambda text, lang=spoken: has_findings(text, lang)),
        ):
            print(json.dumps(measure(spoken, texts, do, what)))
