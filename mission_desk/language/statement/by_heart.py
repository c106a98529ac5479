"""How much of a sentence somebody has kept: the words of it that stand, in order, in what they typed."""

from __future__ import annotations

from difflib import SequenceMatcher

from msgspec import Struct

from mission_desk.language.likeness.stems import Word, words


class Kept(Struct, frozen=True):
    """`share` of the telling words, 0 to 1; `spans` are the (start, end) of the sentence that were kept."""

    share: float
    spans: tuple[tuple[int, int], ...]


def remembered(sentence: str, typed: str) -> Kept:
    """Endings, case and small words are forgiven: who says "evening" for "evenings" knows it by heart."""
    said, kept = words(sentence), words(typed)
    blocks = SequenceMatcher(
        None, [word.stem for word in said], [word.stem for word in kept], autojunk=False
    ).get_matching_blocks()
    held = [said[block.a + step] for block in blocks for step in range(block.size)]
    whole = _weight(said)
    return Kept(_weight(held) / whole if whole else 0.0, tuple((word.start, word.end) for word in held))


def _weight(found: list[Word]) -> int:
    """Telling words count; where there are none, all of them do."""
    telling = sum(1 for word in found if not word.is_stop)
    return telling or len(found)


def forgotten(sentence: str, every: list[str]) -> tuple[str, ...]:
    """The telling words that at most a third of the room kept, in their order: what the ear lets go of."""
    if not every:
        return ()
    held = [set(remembered(sentence, typed).spans) for typed in every]
    return tuple(
        word.form
        for word in words(sentence)
        if not word.is_stop and sum((word.start, word.end) in spans for spans in held) * 3 <= len(every)
    )
