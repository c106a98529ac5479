"""Where a phrase went when the text around or in it was rewritten. It knows only text."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
KEPT_SHARE = (
    0.34  # at least this share of the phrase's words must be left; otherwise it was replaced and not reworded
)


def followed(old: str, new: str, phrase: str) -> str:
    """The words that stand in `new` where `phrase` stood in `old`; empty where they were taken out."""
    start = old.find(phrase) if phrase else -1
    if phrase in new or start < 0:
        return phrase if phrase in new else ""
    before, after = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    touched = [
        n for n, word in enumerate(before) if word.start() < start + len(phrase) and word.end() > start
    ]
    first, last = _mapped([word[0] for word in before], [word[0] for word in after], touched)
    moved_phrase = new[after[first].start() : after[last - 1].end()] if first < last else ""
    return moved_phrase if _shares(phrase, moved_phrase) else ""


def _mapped(before: list[str], after: list[str], touched: list[int]) -> tuple[int, int]:
    """The range of words in `after` that correspond to the touched words of `before`; the end is not
    included."""
    begin, end = len(after), 0
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        inside = [n for n in touched if a <= n < b]
        if not inside:
            continue
        taken = (c + inside[0] - a, c + inside[-1] + 1 - a) if kind == "equal" else (c, d)
        begin, end = min(begin, taken[0]), max(end, taken[1])
    return begin, end


def _shares(phrase: str, moved_phrase: str) -> bool:
    """Whether the two phrases share enough words. The beginning of a word counts too, because a word that is
    being typed lacks some letters."""
    old, new = (re.findall(r"\w+", text.casefold()) for text in (phrase, moved_phrase))
    shared = sum(1 for word in old if any(word.startswith(other) or other.startswith(word) for other in new))
    return bool(old) and shared / len(old) >= KEPT_SHARE
