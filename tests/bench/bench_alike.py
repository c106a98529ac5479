"""What proposing groups for many notes costs, beside what one plain pass over their texts costs.

`python -m tests.bench.bench_alike [notes …]` prints one JSON line for each number of notes. The floor folds
and splits every text once, in the same process, in turns."""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable

from mission_desk.language.likeness.groups import proposed
from mission_desk.language.likeness.stems import folded, stem

ROUNDS = 5
SYLLABLES = [
    "ba",
    "ke",
    "lo",
    "mi",
    "nu",
    "ra",
    "se",
    "to",
    "vi",
    "wo",
    "dra",
    "flo",
    "gri",
    "pla",
    "sku",
    "tre",
]


def texts(count: int) -> list[str]:
    """Notes of 5 to 20 words: as in speech, few words are frequent and most are rare."""
    chance = random.Random(7)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(3_000)]
    shares = [1 / (rank + 3) for rank in range(len(vocabulary))]
    return [" ".join(chance.choices(vocabulary, shares, k=chance.randint(5, 20))) for _ in range(count)]


def one_pass(every: list[str]) -> int:
    return sum(len(folded(text).split()) for text in every)


def milliseconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def measure(count: int) -> dict[str, object]:
    """Medians; with nothing remembered of the rounds before."""
    every = texts(count)
    ours, floor = [], []
    for _ in range(ROUNDS):
        stem.cache_clear()
        ours.append(milliseconds(lambda: proposed(every)))
        floor.append(milliseconds(lambda: one_pass(every)))
    groups, plain = statistics.median(ours), statistics.median(floor)
    group_count = len(proposed(every))
    return {
        "notes": count, "groups": group_count, "groups_ms": round(groups), "one_pass_ms": round(plain, 2),
        "ratio": round(groups / plain),
    }  # fmt: skip


if __name__ == "__main__":
    for each in [int(number) for number in sys.argv[1:]] or [500, 2_000]:
        print(json.dumps(measure(each)))
