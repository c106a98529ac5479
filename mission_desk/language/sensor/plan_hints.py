"""Quiet hints for the plan: a measure that counts what people do and not what becomes of it, and a guideline
that says neither when it holds nor what anybody does. They are never underlined and never counted."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from mission_desk.language.sensor.lexicon import Entry, Lexicon
from mission_desk.language.sensor.lexicon_walk import hunted
from mission_desk.language.tokens import tokens
from mission_desk.language.word_files import list_file, list_rows, small_set

GuidelineHint = Literal["no trigger", "no verb"]
_Sign = Literal["activity", "trigger", "verb"]
FEWEST = 3  # words: what is shorter is still being typed


def counts_activity(measure: str, language: str) -> bool:
    """Whether the measure counts an activity, such as calls an hour."""
    return bool(measure.strip()) and _shows(measure, language, "activity")


def guideline_hints(text: str, language: str) -> tuple[GuidelineHint, ...]:
    """What the guideline lacks; none where the language has no list for it."""
    every = tokens(text)
    if len(every) < FEWEST or list_file(language, "plan-hints.tsv") is None:
        return ()
    hints: list[GuidelineHint] = []
    if not _shows(text, language, "trigger"):
        hints.append("no trigger")
    somebody = any(token.spelt in small_set("doer") for token in every)
    if not somebody and not _shows(text, language, "verb"):
        hints.append("no verb")
    return tuple(hints)


def _shows(text: str, language: str, sign: _Sign) -> bool:
    return bool(hunted(tokens(text), [_lexicon(language, sign)], frozenset()))


@lru_cache(maxsize=12)
def _lexicon(language: str, sign: _Sign) -> Lexicon:
    rows = list_rows(language, "plan-hints.tsv")[1:]
    made = (
        Entry(f"{kind}:{pattern}", "buzzword", kind, 3, pattern, "") for kind, pattern in rows if kind == sign
    )
    return Lexicon(made, language, {})
