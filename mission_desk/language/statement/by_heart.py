"""How much of a sentence somebody remembers: the words of the sentence that are, in order, in what they
typed."""

from __future__ import annotations

from difflib import SequenceMatcher

from msgspec import Struct

from mission_desk.language.likeness.stems import Word, words


class Recall(Struct, frozen=True):
    """`share` is how much of the meaningful words was remembered, 0 to 1; `spans` are the (start, end) of
    remembered words in the sentence."""

    share: float
    spans: tuple[tuple[int, int], ...]


def remembered(sentence: str, typed: str) -> Recall:
    """Endings, case and small words do not count: who types "evening" for "evenings" knows the sentence by
    heart."""
    sentence_words, typed_words = words(sentence), words(typed)
    blocks = SequenceMatcher(
        None, [word.stem for word in sentence_words], [word.stem for word in typed_words], autojunk=False
    ).get_matching_blocks()
    matched_words = [sentence_words[block.a + step] for block in blocks for step in range(block.size)]
    whole = _weight(sentence_words)
    return Recall(
        _weight(matched_words) / whole if whole else 0.0,
        tuple((word.start, word.end) for word in matched_words),
    )


def _weight(counted: list[Word]) -> int:
    """The number of meaningful words; where there are none, of all words."""
    telling = sum(1 for word in counted if not word.is_stop)
    return telling or len(counted)


def forgotten(sentence: str, every: list[str]) -> tuple[str, ...]:
    """The meaningful words that at most a third of the room remembered, in their order."""
    if not every:
        return ()
    remembered_spans = [set(remembered(sentence, typed).spans) for typed in every]
    return tuple(
        word.form
        for word in words(sentence)
        if not word.is_stop
        and sum((word.start, word.end) in spans for spans in remembered_spans) * 3 <= len(every)
    )
