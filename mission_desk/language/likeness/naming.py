"""A name for a group of texts from their own words: the two or three that most of them share and others do
not, as they stand in one of them. Knows no notes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from mission_desk.language.likeness.stems import Word, telling

MOST_WORDS = 3
SHARED = 0.5  # of the texts at least have a word of the name
LONGEST = 5  # words of a phrase that holds the name's words


def name_of(members: Sequence[tuple[str, list[Word]]], everywhere: Counter[str], texts: int) -> str:
    """`members` are texts with their words; `everywhere` says how many of all `texts` have a stem."""
    chosen = _chosen([telling(found) for _, found in members], everywhere, texts)
    phrase = _phrase(members, chosen) if len(chosen) > 1 else ""
    name = phrase or ", ".join(_form(stem, members) for stem in chosen)
    return name[:1].upper() + name[1:]


def _chosen(stems: Sequence[frozenset[str]], everywhere: Counter[str], texts: int) -> list[str]:
    """The stems of the name, the most telling first; the best one in any case."""
    counts = Counter(stem for each in stems for stem in each)
    worth = {
        stem: count / len(stems) * math.log(1 + texts / max(1, everywhere[stem]))
        for stem, count in counts.items()
    }
    best = sorted(worth, key=lambda stem: (-worth[stem], stem))
    shared = [stem for stem in best if counts[stem] > 1 and counts[stem] >= SHARED * len(stems)]
    return shared[:MOST_WORDS] or best[:1]


def _phrase(members: Sequence[tuple[str, list[Word]]], chosen: Sequence[str]) -> str:
    """The shortest run of words in any text that holds all of `chosen`; empty where they stand far apart."""
    runs = [run for text, found in members for run in _runs(text, found, set(chosen))]
    return min(runs, key=lambda run: (run.count(" "), len(run), run), default="")


def _runs(text: str, found: Sequence[Word], chosen: set[str]) -> list[str]:
    """From each of the words to where the last of them is met, on one line and in one sentence."""
    runs = []
    for first, word in enumerate(found):
        near = found[first : first + LONGEST]
        ends = [n for n in range(len(near)) if chosen <= {each.stem for each in near[: n + 1]}]
        if word.stem in chosen and ends:
            runs.append(text[word.start : near[ends[0]].end])
    return [run for run in runs if not any(sign in run for sign in '.,:;!?\n“”„"')]


def _form(stem: str, members: Sequence[tuple[str, list[Word]]]) -> str:
    """How the word is mostly written: of equals the shortest."""
    forms = Counter(word.form for _, found in members for word in found if word.stem == stem)
    return min(forms, key=lambda form: (-forms[form], len(form), form))
