"""What a mark says: each value of a scale has a word and a tone, and bars run from resistance to love."""

from __future__ import annotations

import pytest

from mission_desk.core.file.rows import Poll
from mission_desk.core.vote import polls
from mission_desk.core.vote.ballot_scales import LOVE, RESISTANCE, Scale, scales
from mission_desk.core.vote.result_bars import bands, legend
from mission_desk.tally.election import Ballot, Election
from mission_desk.tally.rules import RULES
from mission_desk.tally.settings import Settings

OPTIONS = 3
LETTERS = ("A", "B", "C")
# Of each mark: the words at its lowest and highest value, and the tones there.
ENDS = {
    "dots": ("none", "3 dots", 2.0, LOVE),
    "yes": ("no", "yes", 2.0, LOVE),
    "score": ("0", "5", RESISTANCE, LOVE),
    "grade": ("reject", "excellent", RESISTANCE, LOVE),
    "resistance": ("0", "10", LOVE, RESISTANCE),
    "agreement": ("I block it", "Yes, wholeheartedly", RESISTANCE, LOVE),
    "place": ("1", "3", LOVE, RESISTANCE),
    "consent": ("I consent", "an objection", LOVE, RESISTANCE),
    "pull": ("0", "5", RESISTANCE, LOVE),
}


def poll(rule: str, *, dots: int = 3, several: bool = True) -> Poll:
    return Poll(
        id=1, question="Which?", rule=rule, dots=dots, secret=0, state="closed", at=0, several=int(several),
        earlier=None, thresholds="",
    )  # fmt: skip


def first(rule: str) -> Scale:
    return scales(poll(rule), OPTIONS)[0]


@pytest.mark.parametrize("key", sorted(RULES))
def test_every_value_of_a_scale_has_a_word_and_a_tone(key: str) -> None:
    for scale in scales(poll(key), OPTIONS):
        assert scale.values == tuple(range(scale.values[0], scale.values[-1] + 1))
        assert len(scale.tones) == len(scale.values)
        assert len({scale.word(value) for value in scale.values}) == len(scale.values)
        assert bool(scale.low) == bool(scale.high)
        assert scale.words or scale.low
        if scale.words and scale.low:
            ends = (scale.word(scale.values[0]), scale.word(scale.values[-1]))
            assert (scale.low, scale.high) == ends
        assert list(scale.tones) in (sorted(scale.tones), sorted(scale.tones, reverse=True))


@pytest.mark.parametrize("key", sorted(RULES))
def test_the_ends_of_a_scale_are_those_of_its_mark(key: str) -> None:
    scale, (low, high, low_tone, high_tone) = first(key), ENDS[RULES[key].mark]
    lowest, highest = scale.values[0], scale.values[-1]
    assert (lowest, highest) == (RULES[key].low, polls.highest(poll(key), OPTIONS))
    assert (scale.word(lowest), scale.word(highest)) == (low, high)
    assert (scale.tone(lowest), scale.tone(highest)) == (low_tone, high_tone)


def test_only_pull_has_a_second_scale_and_it_is_drag() -> None:
    assert [key for key in RULES if len(scales(poll(key), OPTIONS)) == 2] == ["pull-and-drag"]
    drag = scales(poll("pull-and-drag"), OPTIONS)[1]
    assert (drag.title, drag.values) == ("Drag", tuple(range(11)))
    assert (drag.tone(0), drag.tone(10)) == (LOVE, RESISTANCE)


def test_dots_are_bounded_by_what_a_seat_has_or_by_one() -> None:
    many, single = scales(poll("dots", dots=5), OPTIONS)[0], scales(poll("dots", several=False), OPTIONS)[0]
    assert (many.values[-1], single.values) == (5, (0, 1))
    assert many.ask == "You have 5 dots."


@pytest.mark.parametrize("key", sorted(set(RULES) - {"pull-and-drag"}))
def test_bars_run_from_resistance_to_love_and_end_with_those_who_gave_nothing(key: str) -> None:
    scale = first(key)
    marks = (scale.values[0], scale.values[-1], None)
    votes = Election(LETTERS, tuple(Ballot((mark,) * OPTIONS) for mark in marks))
    *answered, missing = bands(poll(key), votes, 0, Settings())
    tones = [band.tone for band in answered if band.tone is not None]
    assert tones == sorted(tones)
    assert (missing.words, missing.count, missing.tone) == ("no answer", 1, None)
    assert sum(band.count for band in answered) == 2
    assert len(answered) == len(bands(poll(key), Election(LETTERS, ()), 0, Settings())) - 1


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("score", ("0 not at all", "1", "2", "3", "4", "5 love it")),
        ("consensing", ("10 I cannot accept it", *"987654321", "0 nothing resists")),
        ("schulze", ("3 last", "2", "1 first")),
        ("consent", ("an objection", "a concern", "I consent")),
        ("approval", ("no", "yes")),
        ("dots", ("none", "1 dot", "2 dots", "3 dots")),
        ("pull-and-drag", ("block", "reservations", "can live", "support", "love it")),
    ],
)
def test_a_legend_goes_from_resistance_to_love_to_no_answer(key: str, words: tuple[str, ...]) -> None:
    keys = legend(poll(key), OPTIONS)
    assert tuple(each.words for each in keys) == (*words, "no answer")
    tones = [each.tone for each in keys[:-1]]
    assert tones == sorted(tones)
    assert keys[-1].tone is None


def test_of_more_places_than_a_legend_holds_the_ends_are_named() -> None:
    """Twelve options have twelve places."""
    for options, named in ((11, 11), (12, 2)):
        assert len(legend(poll("schulze"), options)) == named + 1
    assert [each.words for each in legend(poll("schulze"), 12)] == ["12 last", "1 first", "no answer"]


@pytest.mark.parametrize(
    ("pull", "drag", "stance"),
    [
        (5, 0, "love it"), (4, 0, "support"), (3, 0, "support"), (2, 0, "can live"), (0, 0, "can live"),
        (5, 4, "love it"), (5, 5, "reservations"), (5, 7, "reservations"), (5, 8, "block"), (0, 10, "block"),
        (None, 3, "no answer"), (3, None, "no answer"),
    ],
)  # fmt: skip
def test_drag_is_heard_before_pull(pull: int | None, drag: int | None, stance: str) -> None:
    votes = Election(("A",), (Ballot((pull,), (drag,)),))
    assert [band.words for band in bands(poll("pull-and-drag"), votes, 0, Settings()) if band.count] == [
        stance
    ]
