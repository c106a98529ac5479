"""The sense of words: which matches are really empty words and which have their plain sense, judged by the
neighbours in the sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from mission_desk.language.sensor.lexicon import Lexicon, Match

NEAR = 5  # words on either side that can show in which sense a word is meant
# Number of words from which on a sentence shows who speaks; a note of three words does not.
LONG_ENOUGH, LONG_ENOUGH_FOR_ANY = 5, 7
NO_WALLS: frozenset[int] = frozenset()


def sensible(sentence: Sequence[str], lexicon: Lexicon, matches: Sequence[Match]) -> list[Match]:
    """The matches without those in their plain sense; `sentence` is one sentence, word by word. A word that
    shows the plain sense has no effect beyond another empty word: in "robust solutions for boats", "boats"
    says nothing about "robust"."""
    meant = [each for each in matches if _has_needed(sentence, lexicon, each)]
    walls = {
        place for each in meant if not _is_plain(sentence, lexicon, each, NO_WALLS) for place in each.places
    }
    empty_matches = [
        each for each in meant if not _is_plain(sentence, lexicon, each, walls - set(each.places))
    ]
    return [
        each
        for each in empty_matches
        if not _is_about_no_organisation(sentence, lexicon, each, empty_matches)
    ]


def _has_needed(sentence: Sequence[str], lexicon: Lexicon, match: Match) -> bool:
    """Whether a needed word is near, or none is needed. A word that is a sentence by itself needs none:
    "Safety. Quality. People." is a list of values."""
    needed = lexicon.needed[match.number]
    if needed is None or len(match.places) == len(sentence):
        return True
    return any(needed in lexicon.around[sentence[place]] for place in _in_sight(sentence, match, NO_WALLS))


def _is_plain(sentence: Sequence[str], lexicon: Lexicon, match: Match, walls: Collection[int]) -> bool:
    plain = lexicon.plain[match.number]
    if plain is None:
        return False
    seen = (*match.places, *_in_sight(sentence, match, walls))
    return any(plain in lexicon.around[sentence[place]] for place in seen)


def _is_about_no_organisation(
    sentence: Sequence[str], lexicon: Lexicon, match: Match, all_matches: Sequence[Match]
) -> bool:
    """Whether this is the only match in a longer sentence in which no organisation speaks: "She has a passion
    for orchids" is no mission. For a single word that also has a plain sense, a shorter sentence is
    enough."""
    is_ambiguous = match.steps == 1 and lexicon.plain[match.number] is not None
    if lexicon.talk is None or len(sentence) < (LONG_ENOUGH if is_ambiguous else LONG_ENOUGH_FOR_ANY):
        return False
    if any(other.last < match.first or match.last < other.first for other in all_matches):
        return False
    return not any(lexicon.talk in lexicon.around[word] for word in sentence)


def _in_sight(sentence: Sequence[str], match: Match, walls: Collection[int]) -> Iterator[int]:
    """The places near a match on either side, as far as the first wall."""
    before = range(match.first - 1, max(-1, match.first - 1 - NEAR), -1)
    after = range(match.last + 1, min(len(sentence), match.last + 1 + NEAR))
    for side in (before, after):
        for place in side:
            if place in walls:
                break
            yield place
