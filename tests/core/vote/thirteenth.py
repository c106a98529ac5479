"""A thirteenth voting rule for the tests, as somebody would write one: its words, its count, what its result
says and its row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from mission_desk.tally.election import Election
from mission_desk.tally.result import Figure, Result, ranked, sole
from mission_desk.tally.rule_words import RuleWords
from mission_desk.tally.rules import RULES, Rule
from mission_desk.tally.settings import Settings

LOWEST = "lowest"


def lowest_words(_language: str | None) -> RuleWords:
    return RuleWords("Lowest mark", "The best of the worst marks wins.")


def lowest(election: Election, _settings: Settings) -> Result:
    every = range(len(election.options))
    worst = tuple(float(min(election.marks_of(n), default=0)) for n in every)
    ranking = ranked(every, lambda n: worst[n])
    return Result(LOWEST, sole(ranking), ranking, (Figure("worst", "Worst", worst),), ("Counted.",))


def lowest_score(_election: Election, result: Result, option: int, _language: str | None) -> str:
    return f"Nobody gives less than {result.figure('worst')[option]:.0f}"


THIRTEENTH = Rule(
    key=LOWEST, words=lowest_words, mark="score", low=0, high=5, reads=("score", "pull"), by_hand=True,
    first_wins=True, least_options=3, count=lowest, score=lowest_score,
)  # fmt: skip


BY_DOTS = replace(THIRTEENTH, key="lowest-dots", mark="dots", high=None, reads=("dots",))


@contextmanager
def offered(rule: Rule = THIRTEENTH) -> Iterator[Rule]:
    """As long as it lies in the table."""
    RULES[rule.key] = rule
    yield rule
    del RULES[rule.key]
