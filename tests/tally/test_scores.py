"""What a result says about one option, by every rule, in both languages."""

from __future__ import annotations

import re

import pytest

from mission_desk.tally.election import Election, Marks
from mission_desk.tally.rules import RULES, count
from tests.tally.elections import election, twelve_seats

SPREAD = election((3, 0), (1, 0), (0, 1))
YESES = election((1, 0), (1, 0), (0, 0))
SCORES = election((5, 0), (4, 1), (0, 0))
ROUND = election((0, 1), (0, 2), (1, 2), (0, 0))
CIRCLE = election((1, 2, 3), (1, 3, 2), (2, 1, 3))


def score(key: str, chosen: Election, option: int, language: str = "en") -> str:
    return RULES[key].score(chosen, count(key, chosen), option, language)


@pytest.mark.parametrize(
    ("key", "chosen", "option", "words"),
    [
        ("dots", SPREAD, 0, "4 dots from 2 of 3"),
        ("dots", SPREAD, 1, "1 dot from 1 of 3"),
        ("approval", YESES, 0, "Yes from 2 of 3"),
        ("approval", YESES, 1, "Yes from 0 of 3"),
        ("score", SCORES, 0, "9 points, mean 3"),
        ("star", SCORES, 1, "1 point, mean 0.33"),
        ("consensing", SCORES, 1, "Mean resistance 0.33"),
        ("majority", SCORES, 0, "A majority says: very good or better"),
        ("majority", SCORES, 1, "A majority says: reject or better"),
        ("gradients", election((1,), (8,), (8,)), 0, "In the middle: Yes, wholeheartedly"),
        ("gradients", election((1,), (1,), (8,)), 0, "In the middle: I block it"),
        ("schulze", CIRCLE, 0, "Beats 2 of 2 others"),
        ("pairs", CIRCLE, 1, "Beats 1 of 2 others"),
        ("duel", election((1, 2)), 1, "Beats 0 of 1 other"),
        ("consent", ROUND, 0, "Nobody objects · 1 concern"),
        ("consent", ROUND, 1, "2 objections · 1 concern"),
        ("pull-and-drag", twelve_seats(), 0, "Pull 4 · drag 2"),
    ],
)
def test_a_score_is_the_number_of_its_rule(key: str, chosen: Election, option: int, words: str) -> None:
    assert score(key, chosen, option) == words
    german = score(key, chosen, option, "de")
    assert german != words
    assert set(numbers(german.replace(",", "."))) <= {*numbers(words), "1"}


def numbers(words: str) -> list[str]:
    return re.findall(r"[0-9.]*[0-9]", words)


@pytest.mark.parametrize("key", sorted(RULES))
def test_without_ballots_a_score_is_a_dash_or_nothing(key: str) -> None:
    words = score(key, Election(("A", "B"), ()), 0)
    assert not set(words) & set("123456789") or key in ("duel", "schulze", "pairs")
    figures = {"gradients": "–", "consensing": "–", "pull-and-drag": "–", "score": "–", "star": "–"}
    assert figures.get(key, "") in words


@pytest.mark.parametrize("key", sorted(RULES))
def test_every_rule_has_a_name_and_a_purpose_of_its_own_in_both_languages(key: str) -> None:
    for language in ("en", "de"):
        words = RULES[key].words(language)
        others = [rule.words(language) for other, rule in RULES.items() if other != key]
        assert words.name not in [other.name for other in others]
        assert words.purpose not in [other.purpose for other in others]
    assert RULES[key].words("en").purpose != RULES[key].words("de").purpose


def test_ballots_that_differ_make_scores_that_differ() -> None:
    rows: tuple[Marks, ...] = ((5, 1, 0), (5, 2, 0))
    assert len({score("score", election(*rows), n) for n in range(3)}) == 3
