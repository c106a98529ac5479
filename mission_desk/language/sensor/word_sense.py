"""Sense, not spelling: which of the words that were met are meant as they stand, told by their neighbours in
the sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from mission_desk.language.sensor.lexicon import Lexicon, Match

NEAR = 5  # words on either side that can show in which sense a word is meant
# Words of a sentence that shows who speaks; a note of three shows nothing.
LONG_ENOUGH, LONG_ENOUGH_FOR_ANY = 5, 7
NO_WALLS: frozenset[int] = frozenset()


def sensible(said: Sequence[str], lexicon: Lexicon, met: Sequence[Match]) -> list[Match]:
    """Without those in their plain sense; `said` is one sentence, word by word. A word that shows the plain
    sense does not reach over another empty word: in "robust solutions for boats" the boats are none of
    robust's business."""
    meant = [each for each in met if _has_needed(said, lexicon, each)]
    walls = {place for each in meant if not _is_plain(said, lexicon, each, NO_WALLS) for place in each.places}
    found = [each for each in meant if not _is_plain(said, lexicon, each, walls - set(each.places))]
    return [each for each in found if not _is_told_in_passing(said, lexicon, each, found)]


def _has_needed(said: Sequence[str], lexicon: Lexicon, met: Match) -> bool:
    """Also where the word is all of a sentence: "Safety. Quality. People." is a list of values."""
    needed = lexicon.needed[met.number]
    if needed is None or len(met.places) == len(said):
        return True
    return any(needed in lexicon.around[said[place]] for place in _in_sight(said, met, NO_WALLS))


def _is_plain(said: Sequence[str], lexicon: Lexicon, met: Match, walls: Collection[int]) -> bool:
    plain = lexicon.plain[met.number]
    if plain is None:
        return False
    seen = (*met.places, *_in_sight(said, met, walls))
    return any(plain in lexicon.around[said[place]] for place in seen)


def _is_told_in_passing(said: Sequence[str], lexicon: Lexicon, met: Match, found: Sequence[Match]) -> bool:
    """The only match in a sentence of some length in which no organisation is heard: "She has a passion for
    orchids" is no mission. One word that has a plain sense too is told so in a shorter sentence."""
    is_ambiguous = met.steps == 1 and lexicon.plain[met.number] is not None
    if lexicon.talk is None or len(said) < (LONG_ENOUGH if is_ambiguous else LONG_ENOUGH_FOR_ANY):
        return False
    if any(other.last < met.first or met.last < other.first for other in found):
        return False
    return not any(lexicon.talk in lexicon.around[word] for word in said)


def _in_sight(said: Sequence[str], met: Match, walls: Collection[int]) -> Iterator[int]:
    """The places near a match on either side, as far as the first wall."""
    before = range(met.first - 1, max(-1, met.first - 1 - NEAR), -1)
    after = range(met.last + 1, min(len(said), met.last + 1 + NEAR))
    for side in (before, after):
        for place in side:
            if place in walls:
                break
            yield place
