"""A name for a group of texts from their own words: the two or three words that most of its texts share and
other texts do not, as one of them writes it. Knows no notes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from mission_desk.language.likeness.stems import Word, telling

MOST_WORDS = 3
SHARED = 0.5  # at least this share of the texts has a word of the name
LONGEST = 5  # words in the phrase that contains the name's words


def name_of(members: Sequence[tuple[str, list[Word]]], everywhere: Counter[str], texts: int) -> str:
    """`members` are texts with their words; `everywhere` says how many of all `texts` have a stem."""
    chosen = _chosen([telling(in_text) for _, in_text in members], everywhere, texts)
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
    """The shortest run of words in any text that contains all of `chosen`; empty where they are far apart in
    every text."""
    runs = [run for text, in_text in members for run in _runs(text, in_text, set(chosen))]
    return min(runs, key=lambda run: (run.count(" "), len(run), run), default="")


def _runs(text: str, in_text: Sequence[Word], chosen: set[str]) -> list[str]:
    """The runs that begin with a chosen word and contain all of them, on one line and in one sentence."""
    runs = []
    for first, word in enumerate(in_text):
        near = in_text[first : first + LONGEST]
        ends = [n for n in range(len(near)) if chosen <= {each.stem for each in near[: n + 1]}]
        if word.stem in chosen and ends:
            runs.append(text[word.start : near[ends[0]].end])
    return [run for run in runs if not any(sign in run for sign in '.,:;!?\n“”„"')]


def _form(stem: str, members: Sequence[tuple[str, list[Word]]]) -> str:
    """How the word is written most often; of equally frequent forms the shortest."""
    forms = Counter(word.form for _, in_text in members for word in in_text if word.stem == stem)
    return min(forms, key=lambda form: (-forms[form], len(form), form))
