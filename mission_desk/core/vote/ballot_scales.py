"""What a mark on a ballot says, in words: for the booth, the desk, the paper and the bars of a result. One
scale for each question that a rule asks about an option."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from msgspec import Struct
from msgspec.structs import replace

from mission_desk.core.file.rows import Poll
from mission_desk.core.vote.polls import highest, rule
from mission_desk.tally.election import DRAG_HIGH
from mission_desk.tally.score_words import agreement_words, grade_words
from mission_desk.words import tr, trn

if TYPE_CHECKING:
    from mission_desk.tally.rules import Mark

RESISTANCE, LOVE = 0.0, 4.0  # the ends of the theme's scale of agreement; 2 is neither


class Scale(Struct, frozen=True):
    """`words` has one entry a value, or is empty where `low` and `high` name the ends. `tones` say where a
    value stands between resistance (0) and love (4)."""

    title: str
    ask: str
    values: tuple[int, ...]
    words: tuple[str, ...]
    low: str
    high: str
    tones: tuple[float, ...]

    def word(self, value: int) -> str:
        return self.words[value - self.values[0]] if self.words else str(value)

    def tone(self, value: int) -> float:
        return self.tones[value - self.values[0]]


def scales(poll: Poll, options: int, language: str | None = None) -> tuple[Scale, ...]:
    """One, or two for pull and drag."""
    mark = rule(poll).mark
    first = _first(mark, highest(poll, options), language)
    if mark == "dots":
        first = replace(first, ask=trn("You have {n} dot.", "You have {n} dots.", poll.dots, language))
    return (first, _drag(language)) if mark == "pull" else (first,)


def _first(mark: Mark, high: int, language: str | None) -> Scale:
    match mark:
        case "dots":
            return _dots(high, language)
        case "yes":
            return _yes(high, language)
        case "score":
            return _score(high, language)
        case "grade":
            return _graded(high, language)
        case "resistance":
            return _resistance(high, language)
        case "agreement":
            return _agreement(high, language)
        case "place":
            return _place(high, language)
        case "consent":
            return _consent(high, language)
        case "pull":
            return _pull(high, language)
    assert_never(mark)


def _dots(high: int, language: str | None) -> Scale:
    words = tuple(
        trn("{n} dot", "{n} dots", n, language) if n else tr("none", language) for n in range(high + 1)
    )
    tones = tuple(2 + 2 * n / max(1, high) for n in range(high + 1))
    return Scale(tr("Dots", language), "", tuple(range(high + 1)), words, "", "", tones)


def _yes(high: int, language: str | None) -> Scale:
    ask = tr("Say yes to as many as you can stand behind.", language)
    words = (tr("no", language), tr("yes", language))
    return Scale(tr("Yes", language), ask, (0, 1), words, "", "", (2.0, LOVE))


def _score(high: int, language: str | None) -> Scale:
    ask = tr("How much do you like it?", language)
    low, top = tr("not at all", language), tr("love it", language)
    return Scale(tr("Points", language), ask, tuple(range(high + 1)), (), low, top, _rising(high + 1))


def _resistance(high: int, language: str | None) -> Scale:
    ask = tr("How much in you resists it?", language)
    low, top = tr("nothing resists", language), tr("I cannot accept it", language)
    title = tr("Resistance", language)
    return Scale(title, ask, tuple(range(high + 1)), (), low, top, _falling(high + 1))


def _agreement(high: int, language: str | None) -> Scale:
    ask = tr("Where do you stand?", language)
    words = agreement_words(language)
    return Scale(
        tr("Agreement", language), ask, tuple(range(1, high + 1)), words, words[0], words[-1], _rising(high)
    )


def _place(high: int, language: str | None) -> Scale:
    ask = tr("1 is your first choice. Equals may share a place.", language)
    low, top = tr("first", language), tr("last", language)
    return Scale(tr("Place", language), ask, tuple(range(1, high + 1)), (), low, top, _falling(high))


def _consent(high: int, language: str | None) -> Scale:
    ask = tr("Is it good enough for now and safe enough to try?", language)
    words = (tr("I consent", language), tr("a concern", language), tr("an objection", language))
    return Scale(tr("Consent", language), ask, (0, 1, 2), words, words[0], words[2], (LOVE, 2.0, RESISTANCE))


def _pull(high: int, language: str | None) -> Scale:
    ask = tr("I would be proud to say this to a customer.", language)
    low, top = tr("not at all", language), tr("very proud", language)
    return Scale(tr("Pull", language), ask, tuple(range(high + 1)), (), low, top, _rising(high + 1))


def _drag(language: str | None) -> Scale:
    ask = tr("How hard would it be for me to live by it?", language)
    low, top = tr("easy", language), tr("I could not", language)
    steps = DRAG_HIGH + 1
    return Scale(tr("Drag", language), ask, tuple(range(steps)), (), low, top, _falling(steps))


def _graded(high: int, language: str | None) -> Scale:
    ask = tr("How good a statement is it for us?", language)
    words = grade_words(language)
    return Scale(
        tr("Grade", language), ask, tuple(range(high + 1)), words, words[0], words[-1], _rising(high + 1)
    )


def _rising(steps: int) -> tuple[float, ...]:
    return tuple(LOVE * n / max(1, steps - 1) for n in range(steps))


def _falling(steps: int) -> tuple[float, ...]:
    return tuple(reversed(_rising(steps)))
