"""How well the sensor finds what people struck, by one command: `python -m tests.language.sensor.figures`.

A labelled phrase is found where a finding lies over any of its words; a finding is right where it lies over a
labelled phrase. Recall and precision are of phrases; of the traps, sentences are counted. With `--tune` the
other half and every miss are printed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from mission_desk.language.sensor.sensor import findings
from tests.language.sensor.labelled import Statement, statements, traps

LANGUAGES = ("en", "de")


@dataclass(frozen=True)
class Figures:
    phrases: int
    recalled: int
    findings: int
    right: int
    plain: int
    plain_with: int

    @property
    def recall(self) -> float:
        return self.recalled / self.phrases

    @property
    def precision(self) -> float:
        return self.right / self.findings


def figures(language: str, among: Iterable[Statement]) -> Figures:
    phrases = recalled = reported = right = plain = plain_with = 0
    for each in among:
        spans = reported_in(each.text, language)
        phrases += len(each.spans)
        recalled += sum(any(over(span, other) for other in spans) for span in each.spans)
        reported += len(spans)
        right += sum(any(over(span, other) for other in each.spans) for span in spans)
        plain += not each.spans
        plain_with += bool(not each.spans and spans)
    return Figures(phrases, recalled, reported, right, plain, plain_with)


def reported_in(text: str, language: str) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in findings(text, language) if each.kind == "buzzword"]


def over(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def trapped(language: str) -> list[str]:
    return [text for text in traps(language) if reported_in(text, language)]


def row(language: str, is_kept: bool) -> str:
    half = figures(language, [each for each in statements(language) if each.is_kept == is_kept])
    return (
        f"{language}  {'kept' if is_kept else 'tune'}  "
        f"recall {half.recall:.2f} ({half.recalled} of {half.phrases})  "
        f"precision {half.precision:.2f} ({half.right} of {half.findings})  "
        f"plain with a finding {half.plain_with} of {half.plain}  "
        f"traps with a finding {len(trapped(language))} of {len(traps(language))}"
    )


def misses(language: str) -> Iterable[str]:
    for each in statements(language):
        if each.is_kept:
            continue
        spans = reported_in(each.text, language)
        missed = [each.text[a:b] for a, b in each.spans if not any(over((a, b), other) for other in spans)]
        wrong = [each.text[a:b] for a, b in spans if not any(over((a, b), other) for other in each.spans)]
        if missed or wrong:
            yield f"  missed {missed}  wrong {wrong}  in: {each.text}"
    for text in trapped(language):
        yield f"  trapped {[text[a:b] for a, b in reported_in(text, language)]}  in: {text}"


if __name__ == "__main__":
    for spoken in LANGUAGES:
        for half in [True, *([False] if "--tune" in sys.argv else [])]:
            print(row(spoken, half))
        if "--tune" in sys.argv:
            print("\n".join(misses(spoken)))
