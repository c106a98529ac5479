"""Where a phrase went when the text around or in it was rewritten. It knows only text."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
KEPT_SHARE = 0.34  # of the phrase's words must still stand there, or it was replaced and not reworded


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
    found = new[after[first].start() : after[last - 1].end()] if first < last else ""
    return found if _shares(phrase, found) else ""


def _mapped(before: list[str], after: list[str], touched: list[int]) -> tuple[int, int]:
    """The stretch of `after` that stands for the touched words of `before`: from its start to before its
    end."""
    begin, end = len(after), 0
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        inside = [n for n in touched if a <= n < b]
        if not inside:
            continue
        taken = (c + inside[0] - a, c + inside[-1] + 1 - a) if kind == "equal" else (c, d)
        begin, end = min(begin, taken[0]), max(end, taken[1])
    return begin, end


def _shares(phrase: str, found: str) -> bool:
    """A word that is being typed is shorter by some letters: its beginning counts."""
    old, new = (re.findall(r"\w+", text.casefold()) for text in (phrase, found))
    kept = sum(1 for word in old if any(word.startswith(other) or other.startswith(word) for other in new))
    return bool(old) and kept / len(old) >= KEPT_SHARE
